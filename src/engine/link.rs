//! Links by their index, and what a failure or a leaving is booked on.

use serde::{Deserialize, Serialize};

/// A link by its index: touchpoints in journey order, then handovers in theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LinkIndex(pub usize);

/// What a leaving is booked on: what would have kept the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Blame {
    /// Without the heaviest failure, which was here, they would have found it worth the price; or they walked out over it.
    Link(LinkIndex),
    /// Without it, or at a somewhat lower price.
    Either(LinkIndex),
    /// Even without it they would not have: it is the price.
    Price,
}
