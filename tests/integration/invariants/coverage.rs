//! A 95 % interval holds the true value in 95 of 100 runs, not in 80 and not in all.

use crate::builder::*;
use crate::runs::*;
use kedja::analysis::{Estimate, Report};
use kedja::model::*;

const SEEDS: u64 = 1_000;

/// Runs out of [`SEEDS`] of so many customers in which an interval holds its true value, one count for each.
fn covered<const N: usize>(
    journey: &Journey,
    scenario: &Scenario,
    customers: u64,
    figures: impl Fn(&Report) -> [(Estimate, f64); N],
) -> [u64; N] {
    let mut covered = [0; N];
    for seed in 0..SEEDS {
        let found = figures(&report(journey, scenario, seed, customers));
        for (count, (Estimate { low, high, .. }, truth)) in covered.iter_mut().zip(found) {
            *count += u64::from(low <= truth && truth <= high);
        }
    }
    covered
}

/// Between 93 and 97.5 %: 3 standard errors of 1 000 runs on either side of 95 %.
#[track_caller]
fn is_about_95_percent(name: &str, covered: u64) {
    assert!((930..=975).contains(&covered), "{name}: {covered} of {SEEDS} intervals hold the true value");
}

#[test]
fn intervals_of_conversion_and_of_its_difference_hold_the_exact_value_95_times_in_100() {
    let mut journey = up_to_the_purchase(&small());
    journey.personas[0].patience = 0.3;
    let change = scenario(vec![strengthen("ad", 0.5)]);
    let [today, what_if, difference] = covered(&journey, &change, 1_000, |report| {
        let exact = report.exact.conversion;
        let (today, what_if) = (exact.today, exact.what_if.unwrap());
        [
            (report.today.figures.conversion.unwrap(), today),
            (report.what_if.as_ref().unwrap().figures.conversion.unwrap(), what_if),
            (report.difference.as_ref().unwrap().figures.conversion.unwrap(), what_if - today),
        ]
    });
    is_about_95_percent("today", today);
    is_about_95_percent("what-if", what_if);
    is_about_95_percent("difference", difference);
}

/// So little effort that a handful of twins makes the difference, and in many runs none.
#[test]
fn intervals_of_a_difference_that_few_twins_make_hold_it_at_least_93_times_in_100() {
    let journey = up_to_the_purchase(&small());
    for effort in [0.002, 0.01, 0.03] {
        let [difference] = covered(&journey, &scenario(vec![strengthen("ad", effort)]), 500, |report| {
            let exact = report.exact.conversion;
            [(report.difference.as_ref().unwrap().figures.conversion.unwrap(), exact.what_if.unwrap() - exact.today)]
        });
        assert!(difference >= 930, "effort {effort}: {difference} of {SEEDS} intervals hold the true value");
    }
}

#[test]
fn intervals_of_a_persona_hold_the_exact_value_95_times_in_100() {
    // One in five: their numbers differ from cell to cell.
    let mut journey = up_to_the_purchase(&small());
    journey.personas[0].share = 0.8;
    journey.personas.push(persona("bo", 0.2, vec![entry("compare", "consideration", 1.0)]));
    let [bo] = covered(&journey, &Scenario::default(), 1_000, |report| {
        [(report.today.by_persona[&"bo".into()].figures.conversion.unwrap(), 0.48)]
    });
    is_about_95_percent("bo", bo);
}

#[test]
fn intervals_of_life_after_the_purchase_hold_the_true_value_95_times_in_100() {
    // Everybody buys, and leaves with a chance of 0.2 each period; all that have not are counted at 12.
    let mut journey = small();
    journey.rival_pull = 0.0;
    journey.touchpoints =
        vec![purchase("checkout", "decision", 1.0), Touchpoint { pain: 1.0, ..reckoning("invoice", "delivery", 0.8) }];
    journey.handovers.clear();
    let customer = &mut journey.personas[0];
    customer.entries = vec![entry("checkout", "decision", 1.0)];
    (customer.tolerance, customer.memory, customer.remorse) = (1, 0.001, 0.0);
    customer.usefulness.spread = 0.0;
    // 0.8^12 still there, (1 − 0.8^12) / 0.2 periods lived.
    let still_there = 0.068_719_476_736;
    let [churn, retention, lifetime, survival] = covered(&journey, &Scenario::default(), 300, |report| {
        let figures = report.today.figures;
        let at_3 = Estimate {
            value: report.today.survival[3],
            low: report.today.survival_low[3],
            high: report.today.survival_high[3],
        };
        [
            (figures.churn.unwrap(), 0.2),
            (figures.retention_12.unwrap(), still_there),
            (figures.lifetime.unwrap(), (1.0 - still_there) / 0.2),
            (at_3, 0.512),
        ]
    });
    is_about_95_percent("churn", churn);
    is_about_95_percent("retention at 12", retention);
    is_about_95_percent("lifetime", lifetime);
    is_about_95_percent("survival at 3", survival);
}
