//! What effort gives, told so that more is better, and in people where the outcome is about people.

use crate::analysis::Estimate;
use crate::analysis::studies::Goal;
use crate::app::FACTS_OF;

/// What the gain of an outcome is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// People of [`FACTS_OF`]: buyers, customers who stay.
    People,
    /// Money per arrival.
    Money,
    /// Points of the recommendation score.
    Points,
}

/// What the gain of an outcome is counted in.
pub fn counted(goal: Goal) -> Counted {
    match goal {
        Goal::RevenuePerArrival => Counted::Money,
        Goal::Recommendation => Counted::Points,
        Goal::Conversion | Goal::Churn | Goal::Retention12 | Goal::CustomersAtEnd => Counted::People,
    }
}

/// A gain [the outcome's own unit, more is better] as it is counted: people of [`FACTS_OF`], money at the price
/// [money per period], or points.
pub fn as_counted(goal: Goal, gain: Estimate, price: f64) -> Estimate {
    match counted(goal) {
        Counted::People => gain.times(FACTS_OF as f64),
        Counted::Money => gain.times(price),
        Counted::Points => gain,
    }
}

/// How many times as much one gain is as another; none where the other cannot be told from nothing.
pub fn times_as_much(one: Estimate, other: Estimate) -> Option<f64> {
    other.is_above_zero().then(|| one.value / other.value)
}
