//! What links give, as it is counted: in people of 10 000, in money, in points.

use super::{Teller, number, unit};
use crate::analysis::Estimate;
use crate::analysis::studies::Goal;
use crate::app::{Counted, FACTS_OF, Language, as_counted, counted, half_width};
use crate::say;

/// A gain [the outcome's own unit] as it is counted.
pub fn as_told(teller: &Teller, goal: Goal, gain: Estimate) -> Estimate {
    as_counted(goal, gain, teller.journey.price)
}

/// Decimals that a counted gain is told with: none for people, and for money as few as its noise allows.
fn decimals(goal: Goal, told: &Estimate) -> u8 {
    match counted(goal) {
        Counted::People => 0,
        Counted::Points => 1,
        Counted::Money if half_width(told) >= 1.0 => 0,
        Counted::Money => 1,
    }
}

/// A counted gain as a number.
pub fn figure(teller: &Teller, goal: Goal, told: &Estimate) -> String {
    let digits = decimals(goal, told);
    let scale = libm::pow(10.0, f64::from(digits));
    // What is written as 0 has no sign.
    let value = (told.value * scale).round() / scale + 0.0;
    number::decimal(teller.language, value, digits)
}

/// A counted gain with its sign, whether more or less.
pub fn signed(teller: &Teller, goal: Goal, told: &Estimate) -> String {
    number::signed(teller.language, told.value, decimals(goal, told))
}

/// The noise of a counted gain, after a ±; or that there were too few to tell.
pub fn noise(teller: &Teller, goal: Goal, told: &Estimate) -> String {
    match told.noise() {
        Some(noise) => format!("±{}", number::decimal(teller.language, noise, decimals(goal, told))),
        None => say!(teller, outcomes.too_few).to_owned(),
    }
}

/// What gains are counted in, as over a column: "more customers who stay each month, per 10 000".
pub fn counted_in(teller: &Teller, goal: Goal) -> String {
    let of = teller.count(FACTS_OF);
    match goal {
        Goal::Conversion => say!(teller, ranking.conversion_head, of = of),
        Goal::Churn | Goal::Retention12 => say!(teller, ranking.stay_head, of = of, time = stay_for(teller, goal)),
        Goal::RevenuePerArrival => say!(teller, ranking.revenue_head, currency = teller.currency()),
        Goal::CustomersAtEnd => {
            say!(teller, ranking.customers_head, of = of, time = unit::horizon(teller))
        }
        Goal::Recommendation => say!(teller, ranking.recommendation_head).to_owned(),
    }
}

/// How long customers have to stay to be counted as saved: to the horizon, as in the headline, or for 12 periods.
pub(super) fn stay_for(teller: &Teller, goal: Goal) -> String {
    if goal == Goal::Retention12 { unit::periods(teller, 12) } else { unit::horizon(teller) }
}

/// A gain in words: "874 more of 10 000 customers stay for 24 months".
pub fn gives(teller: &Teller, goal: Goal, gain: Estimate) -> String {
    let n = figure(teller, goal, &as_told(teller, goal, gain));
    let of = teller.count(FACTS_OF);
    match goal {
        Goal::Conversion if n == "1" => say!(teller, ranking.conversion_one, of = of),
        Goal::Conversion => say!(teller, ranking.conversion, n = n, of = of),
        Goal::Churn | Goal::Retention12 if n == "1" => {
            say!(teller, ranking.stay_one, of = of, time = stay_for(teller, goal))
        }
        Goal::Churn | Goal::Retention12 => say!(teller, ranking.stay, n = n, of = of, time = stay_for(teller, goal)),
        Goal::RevenuePerArrival => say!(teller, ranking.revenue, n = n, currency = teller.currency()),
        Goal::CustomersAtEnd if n == "1" => {
            say!(teller, ranking.customers_one, of = of, time = unit::horizon(teller))
        }
        Goal::CustomersAtEnd => say!(teller, ranking.customers, n = n, of = of, time = unit::horizon(teller)),
        Goal::Recommendation => say!(teller, ranking.recommendation, n = n),
    }
}

/// How many times as much: "2.3", and from 10 on without decimals.
pub fn times(language: Language, times: f64) -> String {
    number::decimal(language, times, u8::from(times < 9.95))
}
