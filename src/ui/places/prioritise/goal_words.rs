//! Outcomes that count, in words: a level, a difference, and its spread, each in its own unit.

use super::goal::goal_name;
use crate::analysis::Estimate;
use crate::analysis::studies::Goal;
use crate::app::half_width;
use crate::ui::state::Store;
use crate::ui::{format, say, unit};
use leptos::prelude::*;

/// Shares under this are told in hundredths of a per cent [0..1].
const SMALL: f64 = 0.1;

/// "3.1 %"
pub fn level(store: Store, goal: Goal, value: f64) -> String {
    let language = store.language.get();
    match goal {
        Goal::Conversion | Goal::Churn | Goal::Retention12 | Goal::CustomersAtEnd => {
            format::percent(language, value, if value < SMALL { 2 } else { 1 })
        }
        Goal::RevenuePerArrival => format::money(language, in_money(store, value), &unit::currency(store)),
        Goal::Recommendation => format::decimal(language, value, 1),
    }
}

/// How many of what an axis counts there are in one of the outcome's own unit: axes of money count money, so that their
/// ticks are round.
pub fn on_axis(store: Store, goal: Goal) -> f64 {
    match goal {
        Goal::RevenuePerArrival => in_money(store, 1.0),
        _ => 1.0,
    }
}

/// A value of an axis, counted as [`on_axis`] says, whose ticks stand so far apart.
pub fn tick(store: Store, goal: Goal, value: f64, step: f64) -> String {
    let language = store.language.get();
    let digits = |step: f64| [1.0, 0.1, 0.01].into_iter().position(|least| step >= least * 0.999).unwrap_or(3) as u8;
    match goal {
        Goal::Conversion | Goal::Churn | Goal::Retention12 | Goal::CustomersAtEnd => {
            format::percent(language, value, digits(step * 100.0))
        }
        Goal::RevenuePerArrival | Goal::Recommendation => format::decimal(language, value, digits(step)),
    }
}

/// "−0.42 points"
pub fn change(store: Store, goal: Goal, value: f64) -> String {
    let language = store.language.get();
    match goal {
        Goal::RevenuePerArrival => format::signed_money(language, in_money(store, value), &unit::currency(store)),
        Goal::Recommendation => format::signed(language, value, 1),
        _ => say!(store, outcomes.points, n = format::signed_points(language, value, 2)),
    }
}

/// The same without a sign.
pub fn size(store: Store, goal: Goal, value: f64) -> String {
    let language = store.language.get();
    let value = value.abs();
    match goal {
        Goal::RevenuePerArrival => format::money(language, in_money(store, value), &unit::currency(store)),
        Goal::Recommendation => format::decimal(language, value, 1),
        _ => say!(store, outcomes.points, n = format::points(language, value, 2)),
    }
}

/// Half the width of an interval, without its unit.
pub fn spread(store: Store, goal: Goal, estimate: &Estimate) -> String {
    let language = store.language.get();
    let half = half_width(estimate);
    match goal {
        Goal::RevenuePerArrival => format::whole(language, in_money(store, half)),
        Goal::Recommendation => format::decimal(language, half, 1),
        _ => format::points(language, half, 2),
    }
}

/// "−0.42 points (±0.05)"
pub fn told(store: Store, goal: Goal, estimate: &Estimate) -> String {
    say!(store, outcomes.difference, n = change(store, goal, estimate.value), noise = spread(store, goal, estimate))
}

/// The outcome's name as it begins a sentence or stands alone.
pub fn capital(store: Store, goal: Goal) -> String {
    let name = goal_name(store, goal);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Prices as money.
fn in_money(store: Store, prices: f64) -> f64 {
    prices * store.journey.with(|j| j.price)
}
