//! How two journeys of other structures can be set beside each other.

use super::Journey;

/// How much two journeys have in common, where it is asked what one would be instead of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinship {
    /// The same people come to both, and each can be followed in both: chance is the same at every link that both have.
    Twins,
    /// Other people come, or they pay otherwise: each is simulated with customers of its own.
    Apart,
    /// Their figures do not mean the same: other periods, or customers who are followed for another time.
    None,
}

/// How a journey can be set beside today's.
pub fn kinship(today: &Journey, other: &Journey) -> Kinship {
    if (today.period, today.horizon) != (other.period, other.horizon) {
        return Kinship::None;
    }
    let who = |journey: &Journey| journey.personas.iter().map(|p| (p.id.clone(), p.share)).collect::<Vec<_>>();
    let is_same = who(today) == who(other) && (today.price, today.payment) == (other.price, other.payment);
    if is_same { Kinship::Twins } else { Kinship::Apart }
}
