//! Where a figure comes from.

use super::Text;
use serde::{Deserialize, Serialize};

/// What a figure stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Grounds {
    /// Counted in real data.
    Measured,
    /// Somebody who should know says so.
    Estimated,
    /// Nobody knows; it had to be something.
    Assumption,
}

/// Where one figure comes from: its grounds, and by whom or from what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Evidence {
    pub grounds: Grounds,
    /// The source in words; may be empty for an assumption.
    #[serde(default)]
    pub source: Text,
}

/// A figure of a link or a persona, as evidence names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    Strength,
    Gain,
    Pain,
    ComplaintRate,
    Exposure,
    HalvingCost,
    Days,
    Sensing,
    Frequency,
    Tenure,
    Worth,
    Share,
    Usefulness,
    PriceFeel,
    Elasticity,
    Patience,
    Tolerance,
    Memory,
    ChainFeel,
    Remorse,
    Entries,
    Leaning,
    Price,
    Disturbance,
    RivalPull,
    Arrivals,
    Echo,
}
