//! Simulated and exact conversion agree, and so do the effects of effort.

use crate::runs::*;
use kedja::analysis::{Report, exact_conversion};
use kedja::model::*;
use proptest::prelude::*;

/// Standard errors that simulated and exact may lie apart.
const APART: f64 = 4.0;

/// That simulated conversions are the exact ones within 4 standard errors, in both worlds.
fn conversions_agree(name: &str, report: &Report, customers: u64) -> Result<(), TestCaseError> {
    let worlds = [
        ("today", Some(&report.today), Some(report.exact.conversion.today)),
        ("what-if", report.what_if.as_ref(), report.exact.conversion.what_if),
    ];
    for (world, outcome, exact) in worlds {
        let (Some(outcome), Some(exact)) = (outcome, exact) else { continue };
        let simulated = outcome.figures.conversion.unwrap().value;
        // Its own standard error: the one that is simulated is 0 where nobody bought, or everybody.
        let error = (exact * (1.0 - exact) / customers as f64).max(0.0).sqrt();
        prop_assert!(
            (simulated - exact).abs() <= APART * error + 1e-9,
            "{name}, {world}: simulated {simulated}, exact {exact}, standard error {error}"
        );
        prop_assert_eq!(outcome.lost_in_loops, 0);
    }
    Ok(())
}

/// That the paired difference in conversion is the exact one within 4 standard errors.
fn differences_agree(name: &str, report: &Report, customers: u64) -> Result<(), TestCaseError> {
    let exact = report.exact.conversion;
    let exact = exact.what_if.unwrap() - exact.today;
    let simulated = report.difference.as_ref().unwrap().figures.conversion.unwrap();
    // Where almost nobody is touched the interval tells too little: four customers more or less are let pass.
    let bound = APART * standard_error(&simulated) + 4.0 / customers as f64;
    prop_assert!(
        (simulated.value - exact).abs() <= bound,
        "{name}: simulated {simulated:?}, exact {exact}, may be {bound} apart"
    );
    Ok(())
}

fn one_unit_on(link: &LinkId) -> Scenario {
    crate::builder::scenario(vec![Change::Strengthen { link: link.clone(), effort: 1.0 }])
}

#[test]
fn simulated_and_exact_conversion_agree_for_every_ready_journey() {
    let journeys = ready_journeys();
    for (name, journey) in &journeys {
        let report = report(journey, &Scenario::default(), 1, 40_000);
        conversions_agree(name, &report, 40_000).unwrap_or_else(|fault| panic!("{fault}"));
    }
}

#[test]
fn simulated_and_exact_conversion_agree_for_random_journeys() {
    for_all(40, &crate::arbitrary::journey(), |journey| {
        let customers = 40_000;
        let report = report(&up_to_the_purchase(&journey), &Scenario::default(), 2, customers);
        conversions_agree("random", &report, customers)
    });
}

#[test]
fn simulated_and_exact_conversion_agree_in_random_scenarios() {
    for_all(24, &journey_and_scenario(), |(journey, scenario)| {
        let customers = 20_000;
        let report = report(&up_to_the_purchase(&journey), &scenario, 3, customers);
        conversions_agree("random", &report, customers)?;
        if scenario.is_empty() { Ok(()) } else { differences_agree("random", &report, customers) }
    });
}

#[test]
fn the_effect_of_one_unit_of_effort_is_the_exact_one_for_every_link_before_the_purchase() {
    let agree = |name: &str, journey: &Journey, customers: u64| {
        let journey = up_to_the_purchase(journey);
        for link in journey.links().filter(|link| is_before(&journey, link)) {
            let report = report(&journey, &one_unit_on(link), 4, customers);
            differences_agree(&format!("{name}, {link}"), &report, customers)?;
        }
        Ok(())
    };
    for (name, journey) in ready_journeys() {
        agree(&name, &journey, 10_000).unwrap_or_else(|fault| panic!("{fault}"));
    }
    for_all(12, &crate::arbitrary::journey(), |journey| agree("random", &journey, 10_000));
}

#[test]
fn what_happens_after_the_purchase_leaves_conversion_as_it_is() {
    for_all(10, &crate::arbitrary::journey(), |journey| {
        let conversion = |journey: &Journey| report(journey, &Scenario::default(), 5, 1_000).today.bought;
        prop_assert_eq!(conversion(&journey), conversion(&up_to_the_purchase(&journey)));
        let exact = |journey: &Journey| exact_conversion(journey, &Scenario::default());
        prop_assert_eq!(exact(&journey), exact(&up_to_the_purchase(&journey)));
        Ok(())
    });
}
