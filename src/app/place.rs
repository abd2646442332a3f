//! The places of the page.

use serde::{Deserialize, Serialize};

/// A place of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The chain, the crowd and what a change does.
    #[default]
    Journey,
    /// Which link, how sure, and what a budget should buy.
    Prioritise,
}

impl Place {
    pub const ALL: [Self; 2] = [Self::Journey, Self::Prioritise];
}
