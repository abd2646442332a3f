//! What a leaving is booked on, on paper: what would have kept the customer.

use crate::builder::*;
use crate::runs::report;
use kedja::analysis::LeftOver;
use kedja::engine::{Blame, LinkIndex, StoryEvent, live_story};
use kedja::model::{Journey, Scenario, Strength, Usefulness};

/// Everybody buys; the invoice fails every month and hurts by half a price, nothing else happens, nothing lasts; who finds
/// it too dear once leaves.
fn invoice_that_always_fails(usefulness: f64) -> Journey {
    let mut journey = small();
    journey.rival_pull = 0.0;
    journey.touchpoints.iter_mut().for_each(|t| (t.gain, t.pain, t.strength) = (0.0, 0.0, Strength::of(1.0)));
    let invoice = touchpoint_mut(&mut journey, "invoice");
    (invoice.pain, invoice.strength) = (0.5, Strength::of(0.0));
    let anna = &mut journey.personas[0];
    (anna.tolerance, anna.memory, anna.remorse) = (1, 0.001, 0.0);
    anna.usefulness = Usefulness { mean: usefulness, spread: 0.0 };
    journey
}

/// How many leave by what would have kept them, and what the first customer's life says.
fn booked(journey: &Journey, scenario: &Scenario) -> (LeftOver, Option<Blame>) {
    let outcome = report(journey, scenario, 1, 2_000);
    let told = live_story(&world(journey, scenario), 1, 0).events.into_iter().find_map(|(event, _)| match event {
        StoryEvent::Left { blame, .. } => Some(blame),
        _ => None,
    });
    (LeftOver::of(outcome.what_if.as_ref().unwrap_or(&outcome.today)), told)
}

const INVOICE: LinkIndex = LinkIndex(5);

#[test]
fn who_would_have_stayed_without_the_failure_leaves_over_it() {
    // Worth 0.7 of 1; without the failure 1.2.
    let (over, told) = booked(&invoice_that_always_fails(1.2), &Scenario::default());
    assert_eq!((over, told), (LeftOver { failure: 2_000, either: 0, price: 0 }, Some(Blame::Link(INVOICE))));
}

#[test]
fn whom_a_slightly_lower_price_would_have_kept_too_leaves_over_either() {
    // Worth 0.95 of 1: enough at nine tenths of the price, and without the failure.
    let (over, told) = booked(&invoice_that_always_fails(1.45), &Scenario::default());
    assert_eq!((over, told), (LeftOver { failure: 0, either: 2_000, price: 0 }, Some(Blame::Either(INVOICE))));
}

#[test]
fn to_whom_it_was_not_worth_it_even_without_the_failure_leaves_over_the_price() {
    // Worth 0.45; without the failure 0.95 of 1.
    let (over, told) = booked(&invoice_that_always_fails(0.95), &Scenario::default());
    assert_eq!((over, told), (LeftOver { failure: 0, either: 0, price: 2_000 }, Some(Blame::Price)));
}

/// The same failure: at a price of 1.3 it explains nobody's leaving any more.
#[test]
fn a_higher_price_takes_the_blame() {
    let journey = invoice_that_always_fails(1.2);
    let dearer = Scenario { price: Some(journey.price * 1.3), ..Scenario::default() };
    let (over, told) = booked(&journey, &dearer);
    assert_eq!((over.failure, over.either, told), (0, 0, Some(Blame::Price)));
    assert!(over.price > 1_000, "{over:?}");
}
