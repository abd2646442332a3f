//! A journey of which not all holds yet.

use crate::model::Journey;
use std::sync::Arc;

/// A journey while it is being built, where not all of it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct HalfMade {
    /// All of it.
    pub journey: Arc<Journey>,
    /// False where nothing of it can be simulated: the journey beside it is the last that could be.
    pub holds: bool,
}
