//! What those who left would have stayed for, of everybody or of one persona.

use super::report::{Outcome, PRICE};
use crate::model::LinkId;

/// Those who left, by what would have kept them [customers].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOver {
    /// That their heaviest failure had not happened; among them who walked out over one.
    pub failure: u64,
    /// That, or a lower price.
    pub either: u64,
    /// Neither: without that failure too it was not worth the price.
    pub price: u64,
}

impl LeftOver {
    /// Of an outcome.
    pub fn of(outcome: &Outcome) -> Self {
        let either = outcome.or_price_by_link.values().sum();
        let price = outcome.left_by_link.get(&LinkId::from(PRICE)).copied().unwrap_or(0);
        Self { failure: outcome.left.saturating_sub(either + price), either, price }
    }

    /// All who left.
    pub fn all(self) -> u64 {
        self.failure + self.either + self.price
    }
}
