//! Links by their index, and what a failure or a leaving is booked on.

use serde::{Deserialize, Serialize};

/// A link by its index: touchpoints in journey order, then handovers in theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LinkIndex(pub usize);

/// What a leaving is booked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Blame {
    Link(LinkIndex),
    Price,
}
