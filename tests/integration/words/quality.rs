use super::{BOTH, assert_sound, both, of_telecom, teller, tellers};
use kedja::model::{Evidence, Field, Grounds, Text};
use kedja::words::quality::*;
use std::sync::Arc;

#[test]
fn a_quality_has_a_name_a_meaning_and_a_value_in_its_own_unit() {
    assert_eq!(of_telecom(|t| value(t, Field::Memory, 2.0)), ["2 months", "2 månader"]);
    assert_eq!(of_telecom(|t| value(t, Field::Memory, 2.5)), ["2.5 months", "2,5 månader"]);
    assert_eq!(of_telecom(|t| value(t, Field::Patience, 0.4)), ["40%", "40 %"]);
    assert_eq!(of_telecom(|t| value(t, Field::Tolerance, 3.0)), ["3 steps", "3 steg"]);
    assert_eq!(of_telecom(|t| value(t, Field::Tolerance, 1.0)), ["1 step", "1 steg"]);
    assert_eq!(of_telecom(|t| value(t, Field::PriceFeel, 1.1)), ["1.1 ×", "1,1 ×"]);
    assert_eq!(of_telecom(|t| of_persona(t, &"amir".into(), Field::Memory)), ["Amir, memory", "Amir, minne"]);
    for quality in Field::QUALITIES {
        for teller in tellers() {
            assert_sound(&means(&teller, quality));
            assert!(!name(teller.language, quality).contains('_') && !look(teller.language, quality).is_empty());
        }
    }
}

#[test]
fn where_a_quality_comes_from_is_said_with_the_values_it_lies_between() {
    let said = both(|language| {
        let mut teller = teller("telecom", language);
        let journey = Arc::make_mut(&mut teller.journey);
        let amir = journey.personas.iter_mut().find(|p| p.id == "amir".into()).expect("there is an Amir");
        let own = Evidence { low: Some(3.0), high: Some(9.0), ..Evidence::new(Grounds::Estimated, Text::default()) };
        amir.evidence.insert(Field::Memory, own);
        source(&teller, &"amir".into(), Field::Memory).replace('\u{a0}', " ")
    });
    let [en, sv] = &said;
    assert_eq!(en, "Estimated. It probably lies between 3 and 9 months.");
    assert_eq!(sv, "Uppskattat. Den ligger troligen mellan 3 och 9 månader.");
}

#[test]
fn where_they_come_in_says_how_far_they_truly_are_where_that_is_further() {
    let amir = |t: &kedja::words::Teller| {
        let persona = t.journey.personas.iter().find(|p| p.id.as_str() == "amir").expect("there is an Amir").clone();
        persona.entries.iter().map(|e| entry(t, e)).collect::<Vec<_>>().join("; ")
    };
    let said = of_telecom(amir);
    assert!(said[0].starts_with("50% at Compare plans, though already in the phase Decision; "), "{}", said[0]);
    assert!(said[1].contains("30 % vid"), "{}", said[1]);
    let sara = |t: &kedja::words::Teller| {
        let persona = t.journey.personas.iter().find(|p| p.id.as_str() == "sara").expect("there is a Sara").clone();
        persona.entries.iter().map(|e| entry(t, e)).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(of_telecom(sara)[0], "70% at Advert; 30% at Compare plans");
}

#[test]
fn ways_are_named_that_a_persona_rather_takes_or_less_often() {
    let elias = |t: &kedja::words::Teller| {
        let persona = t.journey.personas.iter().find(|p| p.id.as_str() == "elias").expect("there is an Elias").clone();
        leanings(t, &persona).join(" | ")
    };
    let said = of_telecom(elias);
    assert!(said[0].starts_with("Rather: ") && said[0].contains("| Less often: "), "{}", said[0]);
    assert!(said[0].contains("(2 times as often)"), "{}", said[0]);
    assert!(said[1].starts_with("Hellre: "), "{}", said[1]);
}

#[test]
fn a_field_reads_what_it_writes_for_every_quality() {
    for teller in tellers() {
        for quality in Field::QUALITIES {
            for value in [1.0_f64, 2.0, 0.5] {
                if matches!(quality, Field::Tolerance | Field::Binding) && value < 1.0 {
                    continue;
                }
                let value = if quality == Field::Patience { value.min(0.95) } else { value };
                let value = if quality == Field::ChainFeel { value.min(1.0) } else { value };
                let kind = kind(&teller, quality);
                assert_eq!(kind.read(&kind.write(value)), Ok(value), "{quality:?} {value}");
            }
        }
    }
    assert_eq!(BOTH.len(), 2);
}
