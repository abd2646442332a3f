//! The market: how many arrive, and what they hear.

use serde::{Deserialize, Serialize};

/// How many customers arrive, and what word of mouth does to that.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Market {
    /// Arrivals per period [customers], over 0.
    pub arrivals: f64,
    /// Periods lived before period 0 in the calendar view [periods]; [`super::Field::WarmUp`].
    pub warm_up: u16,
    /// Strength of word of mouth [0..1].
    pub echo: f64,
}
