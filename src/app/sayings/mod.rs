//! What is often said of customers, tried on the journey at hand: counted in the lives of the crowd, or read off the
//! report, each with its noise.

mod ladders;
mod moments;
mod switching;

pub use ladders::{Ladders, OnLadder, ladders};
pub use moments::{SameMoments, same_moments};
pub use switching::{Switching, switching};

use crate::analysis::wilson;

/// A share with its 95 % interval [0..1].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    pub share: f64,
    pub low: f64,
    pub high: f64,
    /// Of so many.
    pub of: u64,
}

impl Rate {
    /// So many of so many; `None` of nobody.
    pub fn of(some: u64, of: u64) -> Option<Self> {
        let (low, high) = wilson(some as f64, of as f64);
        (of > 0).then(|| Self { share: some as f64 / of as f64, low, high, of })
    }

    /// Whether it is more than another, by more than both intervals.
    pub fn is_above(&self, other: &Self) -> bool {
        self.low > other.high
    }
}
