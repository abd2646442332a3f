//! What changes nothing changes nothing.

use crate::arbitrary::journey;
use crate::builder::{scenario, small, touchpoint_mut};
use crate::runs::*;
use kedja::analysis::Estimate;
use kedja::model::*;
use proptest::prelude::*;

/// Scenarios that leave a journey as it is, though they are not empty.
fn changes_of_nothing(journey: &Journey) -> Vec<(&'static str, Scenario)> {
    let no_effort = journey.links().map(|link| Change::Strengthen { link: link.clone(), effort: 0.0 }).collect();
    let mut switched_off = scenario(vec![Change::Strengthen { link: journey.touchpoints[0].id.clone(), effort: 3.0 }]);
    switched_off.improvements[0].off = true;
    let same = |t: &Touchpoint| Change::Set { link: t.id.clone(), lever: Field::Strength, value: t.strength.likely };
    vec![
        ("no effort", scenario(no_effort)),
        (
            "no effort on the straight line",
            Scenario {
                effort_curve: EffortCurve::Line,
                ..scenario(journey.links().map(|link| Change::Strengthen { link: link.clone(), effort: 0.0 }).collect())
            },
        ),
        ("switched off", switched_off),
        ("set to what it was", scenario(journey.touchpoints.iter().map(same).collect())),
        ("the same price", Scenario { price: Some(journey.price), ..Scenario::default() }),
        ("more arrivals, which a cohort does not look at", Scenario { arrivals: Some(7.0), ..Scenario::default() }),
        ("more word of mouth, likewise", Scenario { echo: Some(1.0), ..Scenario::default() }),
        ("no changes", scenario(vec![])),
    ]
}

#[test]
fn a_scenario_that_changes_nothing_makes_no_difference() {
    for_all(25, &journey(), |journey| {
        for (name, scenario) in changes_of_nothing(&journey) {
            prop_assert!(!scenario.is_empty(), "{name}");
            let cohort = cohort(&journey, &scenario, 15);
            let tally = tally(&cohort, 600);
            prop_assert!(tally.what_if.as_ref() == Some(&tally.today), "{name}: the tallies differ");
            let report = cohort.report(&tally);
            prop_assert_eq!(report.exact.conversion.what_if, Some(report.exact.conversion.today), "{}", name);
            let difference = report.difference.unwrap();
            prop_assert_eq!(difference.unchanged, 600, "{}", name);
            let figures = difference.figures;
            let nothing = Estimate { value: 0.0, low: 0.0, high: 0.0 };
            for figure in [figures.conversion, figures.churn, figures.lifetime, figures.revenue_per_arrival] {
                prop_assert!(figure.is_none_or(|figure| figure == nothing), "{name}: {figure:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn today_is_the_same_beside_any_what_if() {
    for_all(25, &journey_and_scenario(), |(journey, scenario)| {
        let alone = tally(&cohort(&journey, &Scenario::default(), 16), 600).today;
        let beside = tally(&cohort(&journey, &scenario, 16), 600).today;
        prop_assert!(alone == beside);
        Ok(())
    });
}

#[test]
fn the_same_seed_gives_the_same_and_another_gives_another() {
    let run = |seed| tally(&cohort(&small(), &Scenario::default(), seed), 600);
    assert_eq!(run(17), run(17));
    assert_ne!(run(17), run(18));
}

#[test]
fn more_customers_change_none_of_the_earlier_ones() {
    // The first 1 024 are one block, whoever comes after them.
    let cohort = cohort(&small(), &Scenario::default(), 19);
    assert_eq!(cohort.live(0..1, 1_024), cohort.live(0..1, 5_000));
    assert_ne!(cohort.live(0..1, 1_023), cohort.live(0..1, 5_000));
}

#[test]
fn what_comes_round_until_a_tenure_that_nobody_reaches_comes_round_for_ever() {
    let with_until = |until| {
        let mut journey = small();
        touchpoint_mut(&mut journey, "support").tenure = Tenure { from: 2, until };
        tally(&cohort(&journey, &Scenario::default(), 24), 2_000)
    };
    let for_ever = with_until(None);
    for until in [240, u16::MAX] {
        assert_eq!(with_until(Some(until)), for_ever, "until {until}");
    }
    assert_ne!(with_until(Some(3)), for_ever);
}
