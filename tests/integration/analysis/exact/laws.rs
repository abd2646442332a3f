//! Lives after the purchase that follow a law: leaving exactly at the tolerance, and geometric retention.

use crate::arbitrary::journey;
use crate::builder::*;
use crate::runs::*;
use kedja::analysis::Estimate;
use kedja::engine::{Blame, Fate, StoryEvent, live_story};
use kedja::model::*;
use proptest::prelude::*;

/// The journey with nothing that makes customers differ or walk out: gains, pains, spread, remorse and rival pull 0.
/// Each reckoning comes every period.
fn featureless(mut journey: Journey) -> Journey {
    journey.rival_pull = 0.0;
    for touchpoint in &mut journey.touchpoints {
        (touchpoint.gain, touchpoint.pain) = (0.0, 0.0);
        if touchpoint.role == Role::Reckoning {
            (touchpoint.frequency, touchpoint.tenure) = (1.0, Tenure::default());
        }
    }
    journey.handovers.iter_mut().for_each(|handover| handover.pain = 0.0);
    for persona in &mut journey.personas {
        (persona.usefulness.spread, persona.tolerance_spread, persona.remorse) = (0.0, 0, 0.0);
    }
    journey
}

#[test]
fn without_gains_and_pains_a_buyer_leaves_exactly_at_the_tolerance_or_when_no_longer_bound_or_never() {
    for_all(60, &(journey(), 0.5..2.0), |(journey, dearer)| {
        let journey = featureless(journey);
        let scenario = Scenario { price: Some(journey.price * dearer), ..Scenario::default() };
        let world = world(&journey, &scenario);
        let reckonings = journey.touchpoints.iter().filter(|t| t.role == Role::Reckoning).count() as u32;
        for customer in 0..100 {
            let story = live_story(&world, 9, customer);
            let life = story.life;
            if life.fate == Fate::Dropped {
                continue;
            }
            let persona = &journey.personas[life.persona];
            let finds_it_dear =
                persona.usefulness.mean < persona.price_feel * (scenario.price.unwrap() / journey.price);
            let leaves_at = u32::from(persona.tolerance).div_ceil(reckonings).max(persona.binding.into());
            let expected = if finds_it_dear && leaves_at <= u32::from(journey.horizon) {
                (Fate::Left, leaves_at)
            } else {
                (Fate::Stays, journey.horizon.into())
            };
            prop_assert_eq!((life.fate, life.tenures), expected, "customer {} of {}", customer, persona.id);
            let blames = story.events.iter().filter_map(|(event, _)| match event {
                StoryEvent::Left { blame, walked_out, .. } => Some((*blame, *walked_out)),
                _ => None,
            });
            prop_assert!(blames.into_iter().all(|left| left == (Blame::Price, false)));
        }
        Ok(())
    });
}

/// One touchpoint after the purchase, an invoice that must hold each time: who is failed leaves at once.
fn unforgiving(strength: f64, frequency: f64) -> Journey {
    let mut journey = small();
    journey.horizon = 24;
    journey.rival_pull = 0.0;
    journey.touchpoints.retain(|t| t.phase.as_str() != "delivery");
    journey.touchpoints.push(Touchpoint {
        gain: 0.2,
        pain: 0.5,
        frequency,
        ..reckoning("invoice", "delivery", strength)
    });
    let persona = &mut journey.personas[0];
    // A thousandth of a period: nothing is remembered.
    (persona.tolerance, persona.memory, persona.chain_feel, persona.remorse) = (1, 0.001, 0.0, 0.0);
    persona.usefulness = Usefulness { mean: 1.0, spread: 0.0 };
    journey
}

#[track_caller]
fn is(name: &str, found: Option<Estimate>, by_hand: f64) {
    let found = found.unwrap();
    let error = standard_error(&found);
    assert!(error > 0.0 && (found.value - by_hand).abs() <= 4.0 * error, "{name}: {found:?}, by hand {by_hand}");
}

#[test]
fn with_one_unforgiving_invoice_retention_is_geometric() {
    // 9 of 10 pass each period: churn 0.1, 0.9^12 after 12 periods, (1 − 0.9^24) / 0.1 periods lived within 24.
    let outcome = report(&unforgiving(0.9, 1.0), &Scenario::default(), 10, 60_000).today;
    is("churn", outcome.figures.churn, 0.1);
    is("retention at 12", outcome.figures.retention_12, 0.282_429_536_481);
    is("lifetime", outcome.figures.lifetime, 9.202_335_570);
    // The price is paid in each period but the one of leaving: 0.24 buyers of Σ 0.9^t.
    is("revenue", outcome.figures.revenue_per_arrival, 0.24 * 8.282_102_013);
    let bought = outcome.bought as f64;
    assert_eq!(outcome.survival.len(), 25);
    for (tenure, there) in outcome.survival.iter().enumerate() {
        let by_hand = 0.9_f64.powi(tenure as i32);
        let error = (by_hand * (1.0 - by_hand) / bought).sqrt();
        assert!((there - by_hand).abs() <= 4.0 * error, "tenure {tenure}: {there}, by hand {by_hand}");
    }
    assert_eq!(outcome.left_by_link[&"invoice".into()], outcome.left);
}

#[test]
fn an_invoice_that_comes_every_other_period_halves_churn() {
    // With a chance of ½ an invoice comes, and then 2 of 10 leave.
    let outcome = report(&unforgiving(0.8, 0.5), &Scenario::default(), 11, 60_000).today;
    is("churn", outcome.figures.churn, 0.1);
    is("retention at 12", outcome.figures.retention_12, 0.282_429_536_481);
    let met = outcome.met_by_link[&"invoice".into()] as f64;
    let periods = outcome.figures.lifetime.unwrap().value * outcome.bought as f64;
    assert!((met / periods - 0.5).abs() < 4.0 * (0.25 / periods).sqrt(), "{met} of {periods}");
}

#[test]
fn a_rate_that_is_whole_but_for_rounding_comes_as_often_as_the_whole() {
    // 12.5 times a leaning of 2.32 is 29, but 28.999 999 999 999 996 in floating point.
    let mut journey = small();
    touchpoint_mut(&mut journey, "using").frequency = 12.5;
    touchpoint_mut(&mut journey, "using").channel = "phone".into();
    journey.personas[0].leaning = [("phone".into(), 2.32)].into();
    let often = report(&journey, &Scenario::default(), 12, 2_000).today;
    journey.personas[0].leaning.clear();
    touchpoint_mut(&mut journey, "using").frequency = 29.0;
    let by_hand = report(&journey, &Scenario::default(), 12, 2_000).today;
    assert_eq!(often.met_by_link, by_hand.met_by_link);
}
