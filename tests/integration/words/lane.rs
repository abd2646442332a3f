use super::{assert_sound, both, lived, of_telecom, tellers};
use kedja::app::{Emotion, emotion};
use kedja::charts::lanes::Columns;
use kedja::words::lane::{each, mood, price, quote, sentences, title};

#[test]
fn the_mood_falls_somewhere_or_nowhere() {
    let falls = Emotion::FallsMost { link: "invoice".into(), each: -0.24 };
    let now = Emotion::FallsNow { link: "invoice".into(), each: -0.1, before: "support".into() };
    let said = |found: &Emotion| of_telecom(|teller| title(teller, Some(found)));
    assert_eq!(said(&falls), ["Emotion falls most at Invoice", "Känslan sjunker mest vid Faktura"]);
    assert!(said(&now)[0].starts_with("Emotion now falls most at Invoice, no longer at "));
    assert!(said(&Emotion::NeverFalls)[1].starts_with("Ingen länk sänker känslan mer än"));
    assert_eq!(
        of_telecom(|teller| each(teller, &falls).unwrap_or_default()),
        ["On average, each contact there changes it by −0.24.", "I genomsnitt ändrar varje kontakt där den med −0,24."]
    );
    assert_eq!(of_telecom(|teller| each(teller, &Emotion::NeverFalls).unwrap_or_default()), ["", ""]);
    assert_eq!(of_telecom(|teller| title(teller, None)), ["", ""]);
}

#[test]
fn a_mood_is_told_with_todays_where_it_has_moved() {
    assert_eq!(both(|language| price(language, 0.0)), ["0.00", "0,00"]);
    assert_eq!(both(|language| mood(language, -0.24, -0.24)), ["emotion −0.24", "känsla −0,24"]);
    assert_eq!(
        both(|language| mood(language, -0.24, 0.1)),
        ["emotion +0.10 (today −0.24)", "känsla +0,10 (i dag −0,24)"]
    );
    // What is written the same has not moved.
    assert_eq!(both(|language| mood(language, -0.24, -0.241))[0], "emotion −0.24");
}

#[test]
fn customers_words_stand_between_quotation_marks() {
    for teller in tellers() {
        for touchpoint in &teller.journey.touchpoints {
            let words = quote(&teller, &touchpoint.id);
            if touchpoint.words.is_empty() {
                assert_eq!(words, "");
            } else {
                assert_sound(&words);
            }
        }
    }
}

#[test]
fn the_curve_of_every_state_of_every_ready_journey_is_told_soundly() {
    for lived in lived() {
        let found = emotion(&lived.session.work, &lived.report);
        for teller in lived.tellers() {
            assert_sound(&title(&teller, found.as_ref()));
            let columns = Columns::of(&teller.journey, 1_000.0);
            for is_changed in [false, true] {
                let all = sentences(&teller, &columns, &lived.report, is_changed);
                assert!(!all.is_empty());
                all.iter().for_each(|words| assert_sound(words));
            }
        }
    }
}
