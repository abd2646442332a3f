//! Links as they are compiled: all that a visit needs lies in one place.

use crate::engine::draws::{Address, Chance};
use crate::engine::link::LinkIndex;

/// A touchpoint, compiled for one persona.
#[derive(Clone, Debug)]
pub struct CompiledTouchpoint {
    pub address: Address,
    /// Chance of holding under this strain and at this price, for a customer with no gap.
    pub holds: Chance,
    /// [prices]
    pub gain: f64,
    /// [prices]
    pub pain: f64,
    /// Mean time that a try takes [days].
    pub days: f64,
    /// Phase index.
    pub phase: u32,
    pub is_purchase: bool,
    pub is_offer: bool,
    /// True if it is after the purchase and can be met more than once in a period, and then gives less.
    pub repeats: bool,
    pub has_ways: bool,
    /// Before the purchase, where nothing but holding or failing can happen: the handover that all take on who hold.
    pub free_pass: Option<FreePass>,
    pub sensing: Chance,
    /// Worth of an offer [prices].
    pub worth: f64,
    pub after_failure: AfterFailure,
    /// The handover that everybody takes from here, where there is just one.
    pub sole_way: Option<usize>,
    /// Range of its ways on among the persona's `ways`.
    pub ways: (u32, u32),
}

/// A handover that everybody takes, that can't fail and that takes no time.
#[derive(Clone, Copy, Debug)]
pub struct FreePass {
    pub link: LinkIndex,
    /// Touchpoint that it leads to.
    pub to: usize,
}

/// A handover, compiled.
#[derive(Clone, Debug)]
pub struct CompiledHandover {
    pub address: Address,
    /// Touchpoint that it leads to.
    pub to: usize,
    pub holds: Chance,
    /// [prices]
    pub pain: f64,
    /// Mean time that a try takes [days].
    pub days: f64,
    pub after_failure: AfterFailure,
}

/// What may follow a failure after the purchase.
#[derive(Clone, Copy, Debug)]
pub struct AfterFailure {
    pub voiced: Chance,
    pub walks_out: Chance,
    /// True if either can happen.
    pub is_any: bool,
}

impl AfterFailure {
    /// True if anything follows, by the word drawn for it.
    #[inline(always)]
    pub fn is_drawn(&self, word: u64) -> bool {
        self.voiced.high(word) | self.walks_out.low(word)
    }
}
