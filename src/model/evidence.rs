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

/// Where one figure comes from: its grounds, and by whom or from what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub grounds: Grounds,
    /// The source in words; may be empty for an assumption.
    pub source: Text,
}
