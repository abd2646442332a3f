//! A journey of another structure beside today's.

use crate::builder::{persona, small};
use kedja::analysis::{Cohort, beside};
use kedja::engine::BLOCK;
use kedja::model::edit::{Edit, Spot, edited};
use kedja::model::*;

fn with_call(strength: f64) -> Journey {
    let mut journey =
        edited(&small(), &Edit::AddTouchpoint { name: "Call".to_owned(), spot: Spot::After("ad".into()) }, "en");
    let call = journey.touchpoints.iter_mut().find(|t| t.id.as_str() == "call").unwrap();
    (call.strength, call.gain, call.pain, call.days, call.sensing) = (Strength::of(strength), 0.0, 0.0, 0.0, 0.0);
    // The new way takes nothing from anybody either.
    for handover in &mut journey.handovers {
        (handover.strength, handover.pain, handover.days) = (Strength::of(1.0), 0.0, 0.0);
    }
    journey
}

fn tried(other: &Journey, seed: u64, customers: u64) -> kedja::analysis::Report {
    beside(small(), other.clone(), &Scenario::default(), seed, customers).unwrap()
}

fn alone(journey: &Journey, seed: u64, customers: u64) -> kedja::analysis::Report {
    let cohort = Cohort::new(&CheckedJourney::new(journey.clone()).unwrap(), &Scenario::default(), seed).unwrap();
    cohort.report(&cohort.live(0..customers.div_ceil(BLOCK), customers))
}

#[test]
fn both_sides_are_what_each_journey_comes_to_alone() {
    let other = with_call(0.8);
    let report = tried(&other, 5, 6_000);
    assert_eq!(report.today, alone(&small(), 5, 6_000).today);
    assert_eq!(report.what_if, Some(alone(&other, 5, 6_000).today));
}

#[test]
fn a_touchpoint_that_does_nothing_changes_nobody_and_one_that_fails_only_costs() {
    let report = tried(&with_call(1.0), 3, 6_000);
    let difference = report.difference.unwrap();
    assert_eq!((difference.won, difference.sale_lost), (0, 0));
    // But that it is for certain, other figures than these would have to tell.
    assert!(difference.reaches);
    let difference = tried(&with_call(0.7), 3, 6_000).difference.unwrap();
    assert_eq!(difference.won, 0, "who failed before fails still: chance is the same at each link that both have");
    assert!(difference.sale_lost > 100);
}

/// How many of 60 intervals of the difference in conversion hold what it is exactly.
fn held(other: &Journey, scenario: &Scenario) -> usize {
    let holds = |seed: u64| {
        let report = beside(small(), other.clone(), scenario, seed, 2_000).unwrap();
        let exact = report.exact.conversion.what_if.unwrap() - report.exact.conversion.today;
        let told = report.difference.unwrap().figures.conversion.unwrap();
        told.low <= exact && exact <= told.high
    };
    (1..=60).filter(|seed| holds(*seed)).count()
}

#[test]
fn intervals_of_twins_and_of_others_hold_the_exact_difference() {
    let nothing = Scenario::default();
    assert!(held(&with_call(0.7), &nothing) >= 54);
    let mut dearer = with_call(0.7);
    dearer.price *= 2.0;
    assert_eq!(kinship(&small(), &dearer), Kinship::Apart);
    assert!(held(&dearer, &nothing) >= 54);
    let mut others = small();
    others.personas[0].share = 0.5;
    others.personas.push(Persona { entries: others.personas[0].entries.clone(), ..persona("bo", 0.5, Vec::new()) });
    assert_eq!(kinship(&small(), &others), Kinship::Apart);
    assert!(held(&others, &Scenario { strain: 1.0, ..nothing }) >= 54);
}

#[test]
fn twins_tell_a_difference_closer_than_others_do() {
    let width = |other: &Journey| {
        let told = tried(other, 1, 6_000).difference.unwrap().figures.conversion.unwrap();
        told.high - told.low
    };
    let mut others = with_call(0.95);
    others.price *= 2.0;
    assert_eq!(kinship(&small(), &others), Kinship::Apart);
    assert!(width(&with_call(0.95)) * 2.0 < width(&others));
}

#[test]
fn amounts_of_another_price_are_counted_in_todays() {
    let mut dearer = small();
    dearer.price *= 2.0;
    let revenue = |report: &kedja::analysis::Report| report.difference.as_ref().unwrap().figures.revenue_per_arrival;
    let told = revenue(&tried(&dearer, 1, 20_000)).unwrap();
    let today = alone(&small(), 1, 20_000).today.figures.revenue_per_arrival.unwrap();
    // What each prices brings stays; the price is twice as high.
    assert!((told.value / today.value - 1.0).abs() < 0.1, "{told:?} {today:?}");
}

#[test]
fn journeys_that_count_in_other_periods_are_not_compared() {
    let mut longer = small();
    longer.horizon += 1;
    assert_eq!(beside(small(), longer, &Scenario::default(), 1, 100), None);
}
