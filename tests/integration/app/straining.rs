//! The strain test and the race as they are told: from where the page stands, and by name only what noise allows.

use crate::analysis::studies::{asked, ready, terms};
use kedja::analysis::Estimate;
use kedja::analysis::studies::{Goal, StrainTest, Strained, UnderStrain, budget};
use kedja::app::{Command, Remaining, Session, gives_way, race_levels, remaining, stands_at, strain_levels};
use kedja::model::Field;
use kedja::runner::{RunRequest, inline};

fn around(value: f64, half: f64) -> Estimate {
    Estimate { value, low: value - half, high: value + half }
}

/// Under strain 1 two links cost so much.
fn test(costs: [(&str, Estimate); 2]) -> StrainTest {
    let link = |(id, costs): (&str, Estimate)| Strained { id: id.into(), holds: 0.5, costs: Some(costs) };
    let calm =
        UnderStrain { strain: 0.0, level: Some(around(0.5, 0.1)), change: Some(around(0.0, 0.0)), links: Vec::new() };
    let strained = UnderStrain {
        strain: 1.0,
        level: Some(around(0.25, 0.1)),
        change: Some(around(-0.125, 0.01)),
        links: costs.map(link).into(),
    };
    StrainTest {
        model: 1,
        journey: "any".into(),
        outcome: Goal::Conversion,
        less_is_better: false,
        seed: 1,
        customers: 1_000,
        points: vec![calm, strained],
        gives_way: Some(costs[0].0.into()),
        gives_way_at: Some(1.0),
        halves: Vec::new(),
    }
}

#[test]
fn two_links_that_noise_does_not_tell_apart_give_way_together() {
    let close = gives_way(&test([("support", around(0.05, 0.01)), ("invoice", around(0.04, 0.01))])).unwrap();
    assert_eq!((close.first.0.as_str(), close.strain), ("support", 1.0));
    assert_eq!(close.close.unwrap().0.as_str(), "invoice");
    let clear = gives_way(&test([("support", around(0.05, 0.01)), ("invoice", around(0.02, 0.01))])).unwrap();
    assert_eq!(clear.close, None);
    let nothing = gives_way(&test([("support", around(0.05, 0.05)), ("invoice", around(0.0, 0.01))])).unwrap();
    assert_eq!(nothing.close, None, "what may cost nothing gives no way");
}

#[test]
fn levels_are_told_in_proportion_from_where_the_page_stands() {
    let found = test([("support", around(0.05, 0.01)), ("invoice", around(0.04, 0.01))]);
    assert_eq!(strain_levels(&found, None), [(0.0, 0.5), (1.0, 0.25)]);
    assert_eq!(strain_levels(&found, Some(0.75)), [(0.0, 0.75), (1.0, 0.375)]);

    let race = asked(&terms(ready("telecom"), Goal::Conversion, 1_024), |terms, rounds| budget(terms, 1, None, rounds));
    let today = race.today.unwrap().value;
    for ((way, own), (also, moved)) in race_levels(&race, None).iter().zip(race_levels(&race, Some(2.0 * today))) {
        assert_eq!((*way, own[0]), (also, today));
        assert!(own.iter().zip(moved).all(|(own, moved)| (moved - 2.0 * own).abs() < 1e-12));
    }
}

#[test]
fn an_outcome_is_told_by_a_report_as_the_page_tells_it() {
    let mut session = Session::first();
    let _ = session.apply(Command::SetLever { link: "invoice".into(), lever: Field::Strength, value: 0.7 });
    let report = inline(&RunRequest { customers: 20_000, ..session.ask() }).unwrap();
    let Remaining { what_if, .. } = remaining(&report, true);
    let at_end = stands_at(&session.work, Goal::CustomersAtEnd, &report).unwrap();
    assert_eq!((at_end * 10_000.0).round() as u64, what_if.unwrap());
    let now = report.what_if.as_ref().unwrap();
    assert_eq!(stands_at(&session.work, Goal::Churn, &report), now.figures.churn.map(|churn| churn.value));
}
