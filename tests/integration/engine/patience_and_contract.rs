//! How much customers of one kind put up with, and a contract that binds them: on paper.

use crate::builder::*;
use crate::runs::report;
use kedja::analysis::Outcome;
use kedja::engine::{StoryEvent, live_story};
use kedja::model::{Journey, Scenario, Strength, Usefulness, check};

/// Everybody buys, and finds it too dear every month: nothing gives or takes anything.
fn never_worth_it(tolerance: u8, spread: u8, binding: u16) -> Journey {
    let mut journey = small();
    journey.rival_pull = 0.0;
    journey.touchpoints.iter_mut().for_each(|t| (t.gain, t.pain, t.strength) = (0.0, 0.0, Strength::of(1.0)));
    journey.handovers.iter_mut().for_each(|h| (h.pain, h.strength) = (0.0, Strength::of(1.0)));
    let anna = &mut journey.personas[0];
    (anna.tolerance, anna.tolerance_spread, anna.binding, anna.remorse) = (tolerance, spread, binding, 0.0);
    anna.usefulness = Usefulness { mean: 0.5, spread: 0.0 };
    journey
}

fn today(journey: &Journey) -> Outcome {
    report(journey, &Scenario::default(), 1, 20_000).today
}

#[test]
fn each_number_of_rungs_within_the_spread_is_as_likely_as_the_next() {
    let outcome = today(&never_worth_it(3, 2, 0));
    // Fewest 1, most 5: a fifth leaves in each of the first five months.
    for (tenure, there) in outcome.survival.iter().take(6).enumerate() {
        assert!((there - (1.0 - 0.2 * tenure as f64)).abs() < 0.02, "{there} at {tenure}");
    }
    assert_eq!(outcome.survival[5], 0.0);
}

#[test]
fn without_a_spread_all_leave_at_the_tolerance() {
    let outcome = today(&never_worth_it(3, 0, 0));
    assert_eq!(outcome.survival[..4], [1.0, 1.0, 1.0, 0.0]);
}

#[test]
fn who_would_leave_before_the_binding_time_is_over_stays_until_then_and_is_counted() {
    let outcome = today(&never_worth_it(2, 0, 5));
    assert_eq!(outcome.survival[..6], [1.0, 1.0, 1.0, 1.0, 1.0, 0.0]);
    let all = outcome.bought;
    // From the second month on they would have left; in the fifth they do.
    assert_eq!(outcome.bound_by_tenure[..6], [0, all, all, all, 0, 0]);
    assert_eq!(outcome.rungs[3], [0, all], "on the last rung");
}

#[test]
fn a_bound_customer_is_told_and_climbs_down_when_it_is_worth_it_again() {
    let mut journey = never_worth_it(1, 0, 4);
    let told = live_story(&world(&journey, &Scenario::default()), 1, 0).events;
    let bound = told.iter().filter(|(event, _)| matches!(event, StoryEvent::StayedBound { .. })).count();
    assert_eq!(bound, 3);
    assert!(told.iter().any(|(event, _)| matches!(event, StoryEvent::Left { tenure: 4, .. })));
    // Worth it at last: nobody leaves.
    touchpoint_mut(&mut journey, "invoice").gain = 0.3;
    journey.personas[0].memory = 100.0;
    let outcome = today(&journey);
    assert!(outcome.bound_by_tenure[0] > 0 && outcome.left == 0, "{:?}", outcome.bound_by_tenure);
}

#[test]
fn who_would_walk_out_is_bound_too() {
    let mut journey = never_worth_it(3, 0, 24);
    journey.personas[0].usefulness.mean = 2.0;
    journey.rival_pull = 0.25;
    touchpoint_mut(&mut journey, "invoice").strength = Strength::of(0.0);
    let outcome = today(&journey);
    let lived: u64 = outcome.bound_by_tenure.iter().sum();
    assert!(lived > 0);
    assert!(outcome.survival.iter().all(|there| *there == 1.0), "{:?}", outcome.survival);
}

#[test]
fn a_spread_that_would_leave_somebody_without_a_rung_is_a_problem() {
    assert_eq!(check(&never_worth_it(3, 2, 0)), []);
    assert_eq!(check(&never_worth_it(3, 3, 0)).len(), 1);
    assert_eq!(check(&never_worth_it(20, 1, 0)).len(), 1);
}
