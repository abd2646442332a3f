use super::{about, assert_sound, of_telecom, studied, telecom};
use kedja::analysis::studies::{Measure, Sure, SureLink};
use kedja::app::{BestIn, best_in};
use kedja::model::Field;
use kedja::words::sure::{cases, finding, hollow, item, label, measure, then, uncertain};

fn sure(first: u32, second: u32, too_close: bool, noisy: u32) -> Sure {
    let link = |id: &str, best_in| SureLink { id: id.into(), best_in, clearly_in: best_in, effect: None };
    let links = vec![link("invoice", first), link("support", second)];
    Sure { worlds: 50, links, too_close, noisy, ..telecom().sure.clone() }
}

#[test]
fn the_best_link_is_best_in_so_many_worlds() {
    let said = |sure: Sure| of_telecom(|teller| finding(teller, &sure));
    assert_eq!(
        said(sure(41, 9, false, 5)),
        [
            "When everything that is guessed is varied at once, effort does most on Invoice in 41 of 50 tries",
            "När allt som är gissat varieras på en gång gör insatsen mest nytta på Faktura i 41 av 50 försök"
        ]
    );
    assert!(
        said(sure(26, 24, true, 5))[0]
            .starts_with("Too close to call: when everything that is guessed is varied at once, effort does most on Invoice in 26 of 50 tries, and on ")
    );
    assert!(said(sure(41, 9, false, 30))[1].ends_with("men i 30 av de 50 kan slumpen ha avgjort"));
    assert!(
        said(sure(50, 0, false, 30))[0].contains("best in all 50 tries that vary your estimates, but in 30 of them ")
    );
    assert_eq!(
        said(Sure { uncertain: 0, guesses: 0, ..sure(50, 0, false, 0) })[0],
        "Nothing is guessed and no figure has a range, so there is nothing to be unsure of"
    );
    assert_eq!(
        said(sure(0, 0, false, 0))[0],
        "There is nothing to measure in any of the tries that vary your estimates"
    );
}

#[test]
fn the_marks_have_a_legend_and_the_hollow_ones_a_reason() {
    let of = |link: Option<&str>, links, worlds| {
        let group = BestIn { link: link.map(Into::into), links, worlds, clear: 0 };
        of_telecom(|teller| item(teller, &group))
    };
    assert_eq!(of(Some("invoice"), 1, 41), ["Invoice, 41", "Faktura, 41"]);
    assert_eq!(of(None, 3, 4), ["3 other links, 4", "3 andra länkar, 4"]);
    assert_eq!(of_telecom(|teller| hollow(teller, &sure(41, 9, false, 0)))[0], "Chance decided in none of them.");
    assert!(of_telecom(|teller| hollow(teller, &sure(41, 9, false, 5)))[1].starts_with("I 5 av de 50, de ihåliga, "));
}

#[test]
fn the_picture_is_one_sentence() {
    assert!(
        of_telecom(|teller| label(teller, &sure(41, 9, false, 0)))[0]
            .starts_with("50 tries that vary your estimates, by the link that comes out best: Invoice, 41; ")
    );
}

#[test]
fn what_to_measure_first_says_what_it_moves() {
    let mut known = sure(41, 9, false, 5);
    known.measure.truncate(1);
    let first = &mut known.measure[0];
    (first.id, first.persona, first.figure) = ("invoice".into(), None, Field::Strength);
    (first.low, first.high, first.swing) = (0.3, 0.545, Some(about(-0.012, 0.001)));
    let said = of_telecom(|teller| {
        let (measure, swing) = measure(teller, &known).expect("something is uncertain");
        format!("{measure} {}", swing.unwrap_or_default())
    });
    assert_eq!(
        said,
        [
            "Measure this first: how often Invoice holds. If it is really 54.5% and not 30%, that makes a difference of 1.20 percentage points in churn per month.",
            "Mät det här först: hur ofta länken Faktura håller. Är den i själva verket 54,5 % och inte 30 % skiljer det 1,20 procentenheter i kundbortfallet per månad."
        ]
    );
}

#[test]
fn other_figures_than_strengths_are_named_with_whose_they_are() {
    let mut known = sure(41, 9, false, 5);
    known.measure.truncate(1);
    let mut said = |id: &str, persona: Option<&str>, figure, low, high| {
        let first = &mut known.measure[0];
        (first.id, first.persona, first.figure) = (id.into(), persona.map(Into::into), figure);
        (first.low, first.high, first.swing) = (low, high, Some(about(-0.012, 0.001)));
        of_telecom(|teller| measure(teller, &known).expect("something is uncertain").0)
    };
    assert_eq!(
        said("invoice", None, Field::Pain, 0.225, 0.9),
        ["Measure this first: Invoice, pain.", "Mät det här först: Faktura, minus."]
    );
    assert_eq!(said("amir", Some("amir"), Field::Memory, 1.0, 4.0)[0], "Measure this first: Amir, memory.");
}

#[test]
fn how_many_cases_tell_a_strength_is_said_and_of_what_no_cases_tell_nothing_is() {
    let mut known = sure(41, 9, false, 5);
    let mut said = |figure, low, high| {
        let first = &mut known.measure[0];
        (first.id, first.persona, first.figure, first.low, first.high) = ("invoice".into(), None, figure, low, high);
        of_telecom(|teller| cases(teller, &known).unwrap_or_default())
    };
    // 1.96² · 0.5 · 0.5 / 0.05² is 384.1; at 0.1 it would be 138.3.
    assert_eq!(
        said(Field::Strength, 0.3, 0.545),
        [
            "Counting about 390 cases would give it to within 5 percentage points.",
            "Omkring 390 räknade fall räcker för att veta den på 5 procentenheter när."
        ]
    );
    assert!(said(Field::Strength, 0.02, 0.1)[0].contains(" about 140 cases "));
    assert_eq!(said(Field::Pain, 0.2, 0.9), ["", ""]);
}

#[test]
fn what_hangs_on_other_figures_is_named_with_what_they_stand_on() {
    let mut known = sure(41, 9, false, 5);
    let first = known.measure[0].clone();
    let one = |id: &str, persona: Option<&str>, figure, swing| Measure {
        id: id.into(),
        persona: persona.map(Into::into),
        figure,
        swing: Some(swing),
        ..first.clone()
    };
    known.measure = vec![
        first.clone(),
        one("invoice", None, Field::Pain, about(-0.012, 0.001)),
        one("amir", Some("amir"), Field::Memory, about(-0.010, 0.001)),
        one("support", None, Field::Gain, about(0.0005, 0.001)),
    ];
    let said = of_telecom(|teller| then(teller, &known).unwrap_or_default());
    assert!(
        said[0].starts_with("What matters most after that: Invoice, pain (") && said[0].contains("; Amir, memory (")
    );
    assert!(said[1].starts_with("Därefter betyder det här mest: Faktura, minus ("), "{said:?}");
    assert!(!said[0].contains("Support"), "what noise explains is not named: {said:?}");
    known.measure.truncate(1);
    assert_eq!(of_telecom(|teller| then(teller, &known).unwrap_or_default()), ["", ""]);
}

#[test]
fn every_finding_is_told_soundly() {
    for studied in studied() {
        for teller in studied.tellers() {
            let sure = &studied.sure;
            [finding(&teller, sure), uncertain(&teller, sure), hollow(&teller, sure)]
                .into_iter()
                .for_each(|w| assert_sound(&w));
            assert_sound(&label(&teller, sure));
            best_in(sure).iter().for_each(|group| assert_sound(&item(&teller, group)));
            if let Some((first, swing)) = measure(&teller, sure) {
                assert_sound(&first);
                let more = [swing, cases(&teller, sure), then(&teller, sure)];
                more.iter().flatten().for_each(|words| assert_sound(words));
            }
        }
    }
    let none = Sure { uncertain: 0, guesses: 0, ..sure(1, 0, false, 0) };
    assert!(of_telecom(|teller| uncertain(teller, &none))[0].starts_with("Nothing is guessed"));
}
