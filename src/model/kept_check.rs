//! What a journey predicted beside what came, as it was found on a day.

use serde::{Deserialize, Serialize};

/// Most comparisons that are kept with a journey [count]. An assumption: one a month for eight years.
pub const MOST_CHECKS: usize = 96;

/// One comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptCheck {
    /// Its day, as `2027-03-01`.
    pub on: String,
    pub figures: Vec<KeptFigure>,
}

/// One figure of it, in its own unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptFigure {
    /// Its code: `churn`, `staying:3`, `strength:Invoice`.
    pub figure: String,
    /// What was predicted, and where what comes lies in 95 of 100 cases.
    pub said: f64,
    pub low: f64,
    pub high: f64,
    /// What came.
    pub came: f64,
    pub is_hit: bool,
}
