//! What the tallies mean: exact answers, and studies.

mod exact;
pub mod studies;
