//! Where a figure comes from.

use super::Text;
use serde::{Deserialize, Serialize};

/// What a figure stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Grounds {
    /// Counted in real data.
    Measured,
    /// Read or worked out from a study of others that is named.
    Published,
    /// Somebody who should know says so.
    Estimated,
    /// Nobody knows; it had to be something.
    Assumption,
}

/// Where one figure comes from: its grounds, by whom or from what, and how far off it may be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub grounds: Grounds,
    /// The source in words; may be empty for an assumption.
    pub source: Text,
    /// The lowest that is plausible, in the figure's own unit, where that is varied ([`super::is_varied`]). Without it the grounds
    /// alone say how far off it may be (docs/model.md, "How sure").
    pub low: Option<f64>,
    /// The highest that is plausible, likewise.
    pub high: Option<f64>,
}

impl Evidence {
    /// Grounds and source, with no range of its own.
    pub fn new(grounds: Grounds, source: Text) -> Self {
        Self { grounds, source, low: None, high: None }
    }

    /// Between which values the figure lies that stands at `likely`, which is the end that is not said; `None` with no range.
    pub fn range(&self, likely: f64) -> Option<(f64, f64)> {
        self.has_range().then(|| (self.low.unwrap_or(likely), self.high.unwrap_or(likely)))
    }

    /// True if it says how far off its figure may be, on one side at least.
    pub fn has_range(&self) -> bool {
        self.low.is_some() || self.high.is_some()
    }
}
