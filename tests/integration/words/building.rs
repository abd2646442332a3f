//! What is said where a journey is built.

use super::{of_telecom, teller};
use kedja::app::Language;
use kedja::model::edit::Spot;
use kedja::model::fields::PartKind;
use kedja::model::{Evidence, Field, Grounds, PartId, Text};
use kedja::words::building::{end_kind, problems_of_ways, range_said, usual_said};

fn said(field: Field, part: PartKind, value: f64, evidence: Option<&Evidence>) -> [String; 2] {
    let row = field.on(part).unwrap();
    of_telecom(|teller| range_said(teller, row, (row.least, row.most), value, evidence).replace('\u{a0}', " "))
}

#[test]
fn what_is_tried_of_a_figure_without_a_range_is_said_as_it_is_drawn() {
    assert_eq!(
        said(Field::Pain, PartKind::Touchpoint, 0.6, None),
        [
            "If you leave these empty, “How sure is that?” tries 0.3 to 1.2.",
            "Lämnas de tomma prövar ”Hur säkert är det?” 0,3 till 1,2."
        ]
    );
    // Small figures keep the digits that mean something.
    assert!(said(Field::Gain, PartKind::Touchpoint, 0.03, None)[0].contains("0.015 to 0.06."));
    assert!(said(Field::Sensing, PartKind::Touchpoint, 0.3, None)[0].contains("20% to 45%."));
    let measured = Evidence::new(Grounds::Measured, Text::default());
    assert!(said(Field::Pain, PartKind::Touchpoint, 0.6, Some(&measured))[0].contains("counts as certain"));
    // What is 0 is 0, however many times as large it may be.
    assert!(said(Field::Pain, PartKind::Touchpoint, 0.0, None)[0].contains("counts as certain"));
}

#[test]
fn a_range_of_its_own_is_said_with_what_an_empty_end_is() {
    for (low, high) in [(Some(0.2), None), (None, Some(0.9)), (Some(0.2), Some(0.9))] {
        let own = Evidence { low, high, ..Evidence::new(Grounds::Measured, Text::default()) };
        let [en, sv] = said(Field::Pain, PartKind::Touchpoint, 0.6, Some(&own));
        assert!(en.contains("empty end") && sv.contains("tom ände"), "{en} {sv}");
    }
}

#[test]
fn an_end_of_a_range_is_on_its_side_of_the_figure_and_may_be_the_figure() {
    let row = Field::Memory.on(PartKind::Persona).unwrap();
    let bounds = (row.least, row.most);
    let teller = teller("telecom", Language::En);
    let read = |(is_high, typed): (bool, &str)| end_kind(&teller, row, bounds, 4.0, is_high).read(typed).ok();
    let typed = [(false, "4"), (true, "4"), (false, "5"), (true, "3"), (false, "0"), (true, "9")];
    assert_eq!(typed.map(read), [Some(4.0), Some(4.0), None, None, None, Some(9.0)]);
}

#[test]
fn what_is_wrong_with_a_handover_is_said_at_the_touchpoint_that_it_leads_on_from() {
    let mut journey = crate::builder::small();
    let way = &mut journey.handovers[0];
    (way.share, way.name) = (1.4, Text::same("On"));
    let problems = kedja::model::check(&journey);
    assert!(!problems.is_empty());
    let teller = kedja::words::Teller { language: Language::En, journey: std::sync::Arc::new(journey) };
    let [said] = &problems_of_ways(&teller, &problems, &"ad".into())[..] else { panic!("one is wrong") };
    assert!(said.starts_with("On: ") && said.contains("1.4"), "{said}");
    assert_eq!(problems_of_ways(&teller, &problems, &"compare".into()), [] as [String; 0]);
}

#[test]
fn a_figure_that_kedja_begins_with_says_so_until_somebody_says_another_or_its_source() {
    let journey = crate::edit::add(&crate::builder::small(), "Newsletter", Spot::EndOf("delivery".into()));
    let teller = kedja::words::Teller { language: Language::En, journey: std::sync::Arc::new(journey) };
    let part = PartId::Touchpoint("newsletter".into());
    let newsletter = teller.journey.touchpoint(&"newsletter".into()).unwrap();
    let said = |value, evidence| usual_said(&teller, &part, Field::Gain, value, evidence);
    let own = newsletter.evidence.get(&Field::Gain);
    let words = said(newsletter.gain, own).expect("nobody has said anything");
    assert!(words.contains("“service” after the purchase"), "{words}");
    assert_eq!(said(newsletter.gain + 0.1, own), None);
    let counted = Evidence::new(Grounds::Measured, Text::same("Survey"));
    assert_eq!(said(newsletter.gain, Some(&counted)), None);
}
