//! What the tallies mean: exact answers, other structures, and studies.

mod beside;
mod exact;
pub mod studies;
