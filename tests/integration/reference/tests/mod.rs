//! The reference itself, against cases that can be worked out by hand.

mod after;
mod before;
mod calendar;
mod rules;

use super::figures::{Figures, Group, Measure, count};
use super::live_cohort;
use kedja::model::{Journey, Scenario};

/// The figures of a cohort in today's world.
fn figures_of(journey: &Journey, customers: usize) -> Figures {
    figures_in(journey, &Scenario::default(), customers)
}

fn figures_in(journey: &Journey, scenario: &Scenario, customers: usize) -> Figures {
    count(journey, &live_cohort(journey, scenario, customers, 7))
}

/// A figure; 0 where nothing was counted.
fn value(group: &Group, measure: Measure) -> f64 {
    group.get(&measure).and_then(|ratio| ratio.value()).unwrap_or(0.0)
}

/// That a figure is what it should be, to within 4.5 of its standard errors.
#[track_caller]
fn assert_near(figures: &Figures, measure: Measure, expected: f64) {
    let ratio = &figures.everybody[&measure];
    let value = ratio.value().expect("something was counted");
    let error = (ratio.variance(figures.customers) / figures.customers).sqrt();
    assert!(error > 0.0, "{measure:?} has no spread: {value}");
    assert!((value - expected).abs() <= 4.5 * error, "{measure:?} is {value} ± {error}, not {expected}");
}

/// That a figure without chance is what it should be.
#[track_caller]
fn assert_is(figures: &Figures, measure: Measure, expected: f64) {
    let value = value(&figures.everybody, measure.clone());
    assert!((value - expected).abs() < 1e-9, "{measure:?} is {value}, not {expected}");
}
