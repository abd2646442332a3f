//! A scenario: what is changed in the world as it is.

use super::{EffortCurve, Field, ImprovementId, LinkId, OwnerId, Text};
use serde::{Deserialize, Deserializer, Serialize};

/// One change to one link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Strength by effort [effort]; negative takes strength away.
    Strengthen { link: LinkId, effort: f64 },
    /// A lever ([`Field::LEVERS`]) to a new value, in the lever's own unit. A strength may be set up to 1 (the ceiling).
    Set {
        link: LinkId,
        #[serde(deserialize_with = "a_lever")]
        lever: Field,
        value: f64,
    },
}

/// Reads a lever by its name.
fn a_lever<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Field, D::Error> {
    super::evidence::named(deserializer, Field::LEVERS.into_iter())
}

impl Change {
    pub fn link(&self) -> &LinkId {
        match self {
            Self::Strengthen { link, .. } | Self::Set { link, .. } => link,
        }
    }
}

/// A named set of changes that somebody answers for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Improvement {
    pub id: ImprovementId,
    #[serde(default)]
    pub name: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerId>,
    /// What it costs [the journey's effort unit].
    #[serde(default)]
    pub effort: f64,
    pub changes: Vec<Change>,
    /// Switched off: kept, but does nothing.
    #[serde(default)]
    pub off: bool,
}

/// What is changed in the world as it is. The default changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scenario {
    pub improvements: Vec<Improvement>,
    pub effort_curve: EffortCurve,
    /// Strain x ≥ 0: s becomes s^(1 + x·exposure). 0 is a calm day.
    pub strain: f64,
    /// Price per period now [money]; without it the journey's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<f64>,
    /// Arrivals per period [customers]; without it the market's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrivals: Option<f64>,
    /// Strength of word of mouth [0..1]; without it the market's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub echo: Option<f64>,
    /// Calendar view: the period from which the scenario holds [period number, 0 is now].
    pub start: i32,
}

impl Scenario {
    /// Whether it changes nothing. (The start alone is no change.)
    pub fn is_empty(&self) -> bool {
        *self == Self { start: self.start, effort_curve: self.effort_curve, ..Self::default() }
    }
}
