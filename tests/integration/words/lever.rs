use super::{assert_sound, both, of_telecom, teller, tellers};
use kedja::app::Doubt;
use kedja::app::Language::{En, Sv};
use kedja::model::{Evidence, Field, Grounds, LinkId, Strength, Text, lever_bounds};
use kedja::words::typed::Misread;
use kedja::words::{help, lever};
use std::sync::Arc;

#[test]
fn every_lever_has_a_name_and_a_value_in_its_own_unit() {
    let en = teller("telecom", En);
    let sv = teller("telecom", Sv);
    let said = |teller, its, value| lever::value(teller, its, value).replace('\u{a0}', " ");
    assert_eq!([said(&en, Field::Strength, 0.425), said(&sv, Field::Strength, 0.425)], ["42.5%", "42,5 %"]);
    assert_eq!(
        [said(&en, Field::Pain, 0.25), said(&sv, Field::Pain, 0.25)],
        ["0.25 × the monthly price", "0,25 månadspriser"]
    );
    assert_eq!([said(&en, Field::Days, 3.0), said(&sv, Field::Days, 3.0)], ["3 days", "3 dagar"]);
    assert_eq!(
        [said(&en, Field::Frequency, 2.0), said(&sv, Field::Frequency, 2.0)],
        ["2 times a month", "2 gånger per månad"]
    );
    for teller in tellers() {
        for its in Field::LEVERS {
            assert_sound(lever::name(teller.language, its));
            assert_sound(&lever::typed(&teller, its));
            [0.0, 0.5, 1.0].into_iter().for_each(|value| assert_sound(&lever::value(&teller, its, value)));
        }
    }
}

#[test]
fn a_field_is_called_by_its_lever_and_the_unit_that_says_more() {
    let typed = |its| of_telecom(|teller| lever::typed(teller, its));
    assert_eq!(typed(Field::Days), ["Days", "Dagar"]);
    assert_eq!(typed(Field::Frequency), ["How often (times a month)", "Hur ofta (gånger per månad)"]);
    assert_eq!(typed(Field::Pain), ["Pain (× the monthly price)", "Minus (månadspriser)"]);
    assert_eq!(typed(Field::Sensing), ["Sensing (per cent)", "Lyhördhet (procent)"]);
}

#[test]
fn a_lever_of_a_link_goes_by_both_and_a_strength_by_the_link_alone() {
    let said = |its| both(|language| lever::of_link(&teller("telecom", language), &"invoice".into(), its));
    let name = both(|language| teller("telecom", language).link_name(&"invoice".into()));
    assert_eq!(said(Field::Strength), name);
    assert_eq!(said(Field::Pain), [format!("{}, pain", name[0]), format!("{}, minus", name[1])]);
}

#[test]
fn the_levers_of_a_link_are_a_list_that_says_how_many_are_changed() {
    let said = |changed| {
        both(|language| lever::summary(&teller("telecom", language), &[Field::Gain, Field::Pain, Field::Days], changed))
    };
    assert_eq!(said(0), ["Gain, pain and days", "Plus, minus och dagar"]);
    assert_eq!(said(1), ["Gain, pain and days · 1 changed", "Plus, minus och dagar · 1 ändrad"]);
    assert_eq!(said(2), ["Gain, pain and days · 2 changed", "Plus, minus och dagar · 2 ändrade"]);
}

#[test]
fn a_moved_lever_is_spoken_with_todays_value() {
    let said = |today, now| {
        both(|language| lever::spoken(&teller("telecom", language), Field::Days, today, now))
            .map(|w| w.replace('\u{a0}', " "))
    };
    assert_eq!(said(3.0, 3.0), ["3 days, as today", "3 dagar, som i dag"]);
    assert_eq!(said(3.0, 1.5), ["1.5 days, today 3 days", "1,5 dagar, i dag 3 dagar"]);
}

#[test]
fn a_value_that_cannot_be_says_what_can() {
    let said = |its, room| {
        both(|language| lever::wrong(&teller("telecom", language), &"invoice".into(), its, room, &Misread::Beyond))
    };
    assert_eq!(said(Field::Pain, (0.0, 10.0)), ["Write a number from 0 to 10.", "Skriv ett tal från 0 till 10."]);
    assert_eq!(said(Field::Strength, (0.0, 1.0)), ["Write a number from 0 to 100.", "Skriv ett tal från 0 till 100."]);
    for teller in tellers() {
        for link in teller.journey.links() {
            for its in Field::LEVERS {
                if let Some(room) = lever_bounds(&teller.journey, link, its) {
                    assert_sound(&lever::wrong(&teller, link, its, room, &Misread::Beyond));
                }
            }
        }
        // A handover that others leave little room for.
        for handover in &teller.journey.handovers {
            let words = lever::wrong(&teller, &handover.id, Field::Share, (0.0, 0.4), &Misread::Beyond);
            assert_sound(&words);
            assert!(words.contains(&teller.link_name(&handover.from)), "{words}");
        }
    }
}

#[test]
fn every_doubt_is_a_question_or_a_statement() {
    let doubts = [
        Doubt::ManyPrices(2.0),
        Doubt::Often(4.4),
        Doubt::Never,
        Doubt::Slow,
        Doubt::Quick,
        Doubt::NoticesAll,
        Doubt::Nobody,
    ];
    for teller in tellers() {
        for doubt in doubts {
            let words = lever::doubt(&teller, doubt);
            assert_sound(&words);
            assert!(words.ends_with(['.', '?']), "{words}");
        }
    }
    assert!(lever::doubt(&teller("telecom", En), Doubt::ManyPrices(2.0)).contains("2 months"));
    assert!(lever::doubt(&teller("telecom", Sv), Doubt::Often(4.4)).starts_with("4 gånger så ofta"));
}

#[test]
fn every_lever_has_help_about_every_link() {
    for teller in tellers() {
        for its in Field::LEVERS {
            assert_sound(help::title(teller.language, its));
            assert_sound(&help::means(&teller, its));
            assert_sound(help::customer(teller.language, its));
            assert_sound(help::look(teller.language, its));
            assert_sound(&help::objection(&teller, its));
            let links: Vec<LinkId> = teller.journey.links().cloned().collect();
            links.iter().for_each(|link| assert_sound(&help::source(&teller, link, its)));
            links.iter().for_each(|link| assert_sound(&help::formula(&teller, link, its)));
        }
    }
    assert!(help::means(&teller("telecom", En), Field::Pain).contains("one month’s price, "));
    let nowhere = both(|language| help::source(&teller("telecom", language), &"nowhere".into(), Field::Pain));
    assert_eq!(
        nowhere,
        ["The journey does not say. Treat it as an assumption.", "Kundresan säger det inte. Se det som ett antagande."]
    );
}

#[test]
fn how_a_lever_is_counted_is_said_with_what_it_is_where_nobody_says() {
    let said = |its| both(|language| help::formula(&teller("telecom", language), &"invoice".into(), its));
    assert!(said(Field::Strength)[0].starts_with("Chance that it holds = strength ^ (1 + strain × "));
    assert!(!said(Field::Strength)[0].contains("nobody says otherwise"), "a strength must be said");
    assert!(said(Field::Gain)[0].contains("× ½ ^ (time ÷ half-life of the memory)"));
    let once = said(Field::Frequency).map(|words| words.replace('\u{a0}', " "));
    assert!(once[0].ends_with("Where nobody says otherwise it is once a month."), "{once:?}");
}

#[test]
fn where_a_number_comes_from_is_said_with_the_values_it_lies_between() {
    let said = |field: Field, low: Option<f64>, high: Option<f64>| {
        both(|language| {
            let mut teller = teller("telecom", language);
            let invoice =
                Arc::make_mut(&mut teller.journey).touchpoints.iter_mut().find(|t| t.id == "invoice".into()).unwrap();
            (invoice.strength, invoice.pain) = (Strength { likely: 0.4, low: Some(0.3), high: None }, 0.6);
            let own = Evidence { low, high, ..Evidence::new(Grounds::Estimated, Text::default()) };
            invoice.evidence.insert(field, own);
            help::source(&teller, &"invoice".into(), field).replace('\u{a0}', " ")
        })
    };
    assert_eq!(
        said(Field::Pain, Some(0.25), Some(1.5)),
        [
            "Estimated. It probably lies between 0.25 and 1.5 × the monthly price.",
            "Uppskattat. Den ligger troligen mellan 0,25 och 1,5 månadspriser."
        ]
    );
    // An end that nobody says is the figure itself.
    assert!(said(Field::Pain, Some(0.25), None)[0].contains("between 0.25 and 0.6 "));
    assert!(said(Field::Strength, None, None)[0].ends_with("between 30% and 40%."));
    assert!(!said(Field::Gain, None, None)[0].contains("between"));
}
