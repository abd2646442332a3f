//! Outcomes that count, in words: a name, a level, a difference, and its spread, each in its own unit.

use super::{Teller, number, phrase, unit};
use crate::analysis::Estimate;
use crate::analysis::studies::Goal;
use crate::say;

/// Shares under this are told in hundredths of a per cent [0..1].
const SMALL: f64 = 0.1;

/// An outcome's name.
pub fn name(teller: &Teller, goal: Goal) -> String {
    let name = match goal {
        Goal::Conversion => say!(teller, goal.conversion),
        Goal::Churn => return say!(teller, goal.churn, period = unit::period(teller)),
        Goal::Retention12 => return say!(teller, goal.retention, time = unit::periods(teller, 12)),
        Goal::RevenuePerArrival => say!(teller, goal.revenue),
        Goal::CustomersAtEnd => return say!(teller, goal.customers, time = unit::horizon(teller)),
        Goal::Recommendation => say!(teller, goal.recommendation),
    };
    name.to_owned()
}

/// An outcome in the middle of a sentence, where Swedish names it by its definite form: "churn", "kundbortfallet".
pub fn the(teller: &Teller, goal: Goal) -> String {
    match goal {
        Goal::Conversion => say!(teller, goal.the_conversion).to_owned(),
        Goal::Churn => say!(teller, goal.the_churn, period = unit::period(teller)),
        Goal::Retention12 => say!(teller, goal.the_retention, time = unit::periods(teller, 12)),
        Goal::RevenuePerArrival => say!(teller, goal.the_revenue).to_owned(),
        Goal::CustomersAtEnd => say!(teller, goal.the_customers, time = unit::horizon(teller)),
        Goal::Recommendation => say!(teller, goal.the_recommendation).to_owned(),
    }
}

/// A level of the outcome: "3.1 %".
pub fn level(teller: &Teller, goal: Goal, value: f64) -> String {
    let language = teller.language;
    match goal {
        Goal::Conversion | Goal::Churn | Goal::Retention12 | Goal::CustomersAtEnd => {
            number::percent(language, value, if value < SMALL { 2 } else { 1 })
        }
        Goal::RevenuePerArrival => number::money(language, in_money(teller, value), teller.currency()),
        Goal::Recommendation => number::decimal(language, value, 1),
    }
}

/// How many of what an axis counts there are in one of the outcome's own unit: axes of money count money, so that their
/// ticks are round.
pub fn on_axis(teller: &Teller, goal: Goal) -> f64 {
    match goal {
        Goal::RevenuePerArrival => in_money(teller, 1.0),
        _ => 1.0,
    }
}

/// A value of an axis, counted as [`on_axis`] says, whose ticks stand so far apart.
pub fn tick(teller: &Teller, goal: Goal, value: f64, step: f64) -> String {
    let language = teller.language;
    let digits = |step: f64| [1.0, 0.1, 0.01].into_iter().position(|least| step >= least * 0.999).unwrap_or(3) as u8;
    match goal {
        Goal::Conversion | Goal::Churn | Goal::Retention12 | Goal::CustomersAtEnd => {
            number::percent(language, value, digits(step * 100.0))
        }
        Goal::RevenuePerArrival | Goal::Recommendation => number::decimal(language, value, digits(step)),
    }
}

/// A difference with its sign: "−0.42 points".
pub fn change(teller: &Teller, goal: Goal, value: f64) -> String {
    let language = teller.language;
    match goal {
        Goal::RevenuePerArrival => number::signed_money(language, in_money(teller, value), teller.currency()),
        Goal::Recommendation => number::signed(language, value, 1),
        _ => say!(teller, outcomes.points, n = number::signed_points(language, value, 2)),
    }
}

/// A difference without its sign: "0.42 points".
pub fn size(teller: &Teller, goal: Goal, value: f64) -> String {
    let language = teller.language;
    let value = value.abs();
    match goal {
        Goal::RevenuePerArrival => number::money(language, in_money(teller, value), teller.currency()),
        Goal::Recommendation => number::decimal(language, value, 1),
        _ => say!(teller, outcomes.points, n = number::points(language, value, 2)),
    }
}

/// A figure's noise, without its unit and without a ±; or that there were too few to tell.
pub fn spread(teller: &Teller, goal: Goal, estimate: &Estimate) -> String {
    let language = teller.language;
    let Some(half) = estimate.noise() else { return say!(teller, outcomes.too_few).to_owned() };
    match goal {
        Goal::RevenuePerArrival => number::whole(language, in_money(teller, half)),
        Goal::Recommendation => number::decimal(language, half, 1),
        _ => number::points(language, half, 2),
    }
}

/// A difference with its noise: "−0.42 points (±0.05)".
pub fn told(teller: &Teller, goal: Goal, estimate: &Estimate) -> String {
    with_noise(teller, goal, change(teller, goal, estimate.value), estimate)
}

/// A number with the noise of the figure that it stands for: "0.42 points (±0.05)".
pub fn with_noise(teller: &Teller, goal: Goal, n: String, estimate: &Estimate) -> String {
    match estimate.noise() {
        Some(_) => say!(teller, outcomes.difference, n = n, noise = spread(teller, goal, estimate)),
        None => format!("{n} ({})", say!(teller, outcomes.too_few)),
    }
}

/// The outcome's name as it begins a sentence or stands alone.
pub fn capital(teller: &Teller, goal: Goal) -> String {
    phrase::capital(&name(teller, goal))
}

/// Prices as money.
fn in_money(teller: &Teller, prices: f64) -> f64 {
    prices * teller.journey.price
}
