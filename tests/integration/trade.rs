//! What a professional of the trade looks at first in each ready journey: who leaves and when, how scores spread, what a
//! price does, what is complained about. Each over several seeds; who leaves also in worlds nearby.

use crate::builder::checked;
use crate::ready::report;
use crate::truths::nearby;
use kedja::analysis::{Estimate, Outcome, calendar};
use kedja::exchange::{READY, Ready};
use kedja::model::{Journey, LinkId, Scenario};

const CUSTOMERS: u64 = 40_000;

fn today(journey: &Journey, seed: u64) -> Outcome {
    report(journey, Scenario::default(), seed, CUSTOMERS).today
}

fn value(estimate: Option<Estimate>) -> f64 {
    estimate.expect("there is something to count").value
}

/// The part of the leavers that one persona is, at most.
fn largest_part(outcome: &Outcome) -> f64 {
    let most = outcome.by_persona.values().map(|persona| persona.left).max().unwrap_or(0);
    most as f64 / outcome.left as f64
}

#[test]
fn no_persona_carries_over_four_in_ten_of_those_who_leave() {
    for ready in READY {
        let journey = ready.journey();
        for seed in 1..=3 {
            let part = largest_part(&today(&journey, seed));
            assert!(part <= 0.4, "{} under seed {seed}: {part}", ready.id);
        }
        for world in 0..6 {
            let part = largest_part(&today(&nearby(&journey, world), 10 + world));
            assert!(part <= 0.42, "{} in world {world}: {part}", ready.id);
        }
    }
}

/// None has a churn more than twice that of everybody together.
#[test]
fn no_persona_lives_unlike_its_kind() {
    for ready in READY {
        let outcome = today(&ready.journey(), 1);
        let all = value(outcome.figures.churn);
        for (id, persona) in &outcome.by_persona {
            let churn = value(persona.figures.churn);
            assert!(churn < 2.0 * all, "{} of {}: {churn} against {all}", id.as_str(), ready.id);
        }
    }
}

/// Part of those still there who leave, by tenure from 1.
fn hazards(survival: &[f64]) -> Vec<f64> {
    survival.windows(2).map(|two| 1.0 - two[1] / two[0]).collect()
}

#[test]
fn customers_leave_from_the_first_period_on_and_at_no_tenure_all_at_once() {
    for ready in READY {
        let journey = ready.journey();
        let ends: Vec<usize> = journey.personas.iter().map(|p| usize::from(p.binding)).filter(|b| *b > 0).collect();
        for seed in 1..=3 {
            let hazards = hazards(&today(&journey, seed).survival);
            let early = hazards[0];
            assert!(early > 0.01, "{} under seed {seed}: {early} leave in the first period", ready.id);
            for (before, two) in hazards.windows(2).enumerate() {
                let tenure = before + 2;
                // At the end of a binding time a step is what is so.
                let may_rise = if ends.contains(&tenure) { 5.0 } else { 1.5 };
                assert!(two[1] < may_rise * two[0] + 0.01, "{} at {tenure}, seed {seed}: {two:?}", ready.id);
            }
        }
    }
}

#[test]
fn who_is_bound_stays_until_the_binding_time_is_over_and_is_counted() {
    for ready in READY {
        let journey = ready.journey();
        let outcome = today(&journey, 1);
        for persona in &journey.personas {
            let theirs = &outcome.by_persona[&persona.id];
            let binding = usize::from(persona.binding);
            let (bound, free) = theirs.bound_by_tenure.split_at(binding.saturating_sub(1));
            assert!(bound.iter().all(|n| *n > 0), "{} of {}: {bound:?}", persona.id.as_str(), ready.id);
            assert!(free.iter().all(|n| *n == 0), "{} of {}: {free:?}", persona.id.as_str(), ready.id);
            if binding > 1 {
                assert_eq!(theirs.survival[binding - 1], 1.0, "{}", persona.id.as_str());
                assert!(theirs.survival[binding] < 1.0, "{}", persona.id.as_str());
            }
        }
    }
}

#[test]
fn two_to_four_in_ten_customers_are_passives() {
    for ready in READY {
        for seed in 1..=3 {
            let calendar = calendar(&checked(&ready.journey()), &Scenario::default(), seed, 1_000);
            let periods = calendar.expect("a ready journey runs").today;
            let last = periods.last().expect("there are periods");
            let passives = last.customers - last.promoters - last.detractors;
            let part = passives as f64 / last.customers as f64;
            assert!((0.18..=0.42).contains(&part), "{} under seed {seed}: {part} are passives", ready.id);
        }
    }
}

fn at_price(ready: &Ready, times: f64, seed: u64) -> (f64, f64, f64) {
    let journey = ready.journey();
    let dearer = Scenario { price: Some(journey.price * times), ..Scenario::default() };
    let report = report(&journey, dearer, seed, CUSTOMERS);
    let then = report.what_if.expect("there is a change");
    let kept = |outcome: &Outcome| value(outcome.figures.retention_12);
    (kept(&report.today), kept(&then), value(then.figures.churn) / value(report.today.figures.churn))
}

#[test]
fn a_doubled_price_drives_most_out_and_a_tenth_more_few() {
    for ready in READY {
        for seed in 1..=3 {
            let (now, doubled, _) = at_price(&ready, 2.0, seed);
            assert!(doubled < 0.5 * now, "{} under seed {seed}: {now}, {doubled} at twice the price", ready.id);
            let (now, then, churn) = at_price(&ready, 1.1, seed);
            assert!((1.05..1.5).contains(&churn), "{} under seed {seed}: churn rises {churn} times", ready.id);
            assert!(then > 0.85 * now, "{} under seed {seed}: {now}, then {then}", ready.id);
        }
    }
}

/// Claims 30 and 37: what is heard is not where customers are lost.
#[test]
fn the_loudest_link_is_not_the_one_that_most_leave_over() {
    for ready in READY.iter().filter(|ready| ready.id != "b2b-purchase") {
        let outcome = today(&ready.journey(), 1);
        let most = |counts: &std::collections::BTreeMap<LinkId, u64>| {
            counts.iter().max_by_key(|(_, n)| **n).map(|(id, _)| id.clone()).expect("there are links")
        };
        let (loudest, worst) = (most(&outcome.complaints_by_link), most(&outcome.left_by_link));
        assert_ne!(loudest, worst, "{}", ready.id);
        let part = |counts: &std::collections::BTreeMap<LinkId, u64>| {
            counts[&worst] as f64 / counts.values().sum::<u64>() as f64
        };
        let (heard, lost) = (part(&outcome.complaints_by_link), part(&outcome.left_by_link));
        assert!(heard < 0.6 * lost, "{}: {worst} is {heard} of what is heard, {lost} of what is lost", ready.id);
    }
}

/// Failures that a customer would count: those that take more than a little.
#[test]
fn customers_of_subscriptions_meet_less_than_one_failure_a_month_that_they_would_count() {
    for (id, most) in [("telecom", 0.7), ("streaming", 0.6)] {
        let journey = READY.iter().find(|ready| ready.id == id).expect("it is a ready journey").journey();
        let outcome = today(&journey, 1);
        let counts = |link: &LinkId| journey.touchpoint(link).map_or(0.2, |t| t.pain) >= 0.1;
        let after = |link: &LinkId| !crate::runs::is_before(&journey, link);
        let failed: u64 = outcome.failed_by_link.iter().filter(|(id, _)| counts(id) && after(id)).map(|(_, n)| n).sum();
        let periods = outcome.bought as f64 * value(outcome.figures.lifetime);
        let each = failed as f64 / periods;
        assert!(each < most, "{id}: {each} a month");
    }
}
