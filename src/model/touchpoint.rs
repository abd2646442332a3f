//! A touchpoint: where the customer meets the company.

use super::{ChannelId, Evidence, Field, LinkId, OwnerId, PhaseId, Text, defaults};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The chance that a link holds when a customer leans on it, with the range that its makers find plausible.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Strength {
    /// As likely as anybody can say [0..1].
    pub likely: f64,
    /// Lowest plausible value [0..1].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Highest plausible value [0..1].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
}

impl Strength {
    /// A strength without a range.
    pub fn of(likely: f64) -> Self {
        Self { likely, low: None, high: None }
    }
}

/// What a touchpoint is made of; service failures make people walk out more readily (claim 35).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    Product,
    Service,
    Price,
    Sales,
    Communication,
}

/// What a touchpoint decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    #[default]
    Plain,
    /// Before the purchase: holding means that the customer has bought.
    Purchase,
    /// After the purchase: the customer weighs value against price (invoice, renewal).
    Reckoning,
    /// After the purchase: an extra sale.
    Offer,
}

/// The periods of a customer's life in which a touchpoint occurs, first period 1, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Tenure {
    /// [periods], from 1.
    pub from: u16,
    /// [periods]; without it the touchpoint never ceases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<u16>,
}

impl Default for Tenure {
    fn default() -> Self {
        Self { from: 1, until: None }
    }
}

impl Tenure {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// A touchpoint. Which side of the purchase it stands on follows from its phase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Touchpoint {
    pub id: LinkId,
    pub name: Text,
    pub phase: PhaseId,
    pub channel: ChannelId,
    pub owner: OwnerId,
    pub nature: Nature,
    pub strength: Strength,
    #[serde(default)]
    pub role: Role,
    /// Added to the value account when it holds [prices], not negative.
    #[serde(default)]
    pub gain: f64,
    /// Taken from the value account when it fails [prices], not negative.
    #[serde(default)]
    pub pain: f64,
    /// Chance that a failure is voiced [0..1]; [`Field::ComplaintRate`].
    #[serde(default = "defaults::complaint_rate")]
    pub complaint_rate: f64,
    /// How fully strain acts here [times], not negative; [`Field::Exposure`].
    #[serde(default = "defaults::one")]
    pub exposure: f64,
    /// Effort that halves the failures [effort], over 0; [`Field::HalvingCost`].
    #[serde(default = "defaults::one")]
    pub halving_cost: f64,
    /// Before the purchase: mean time spent at each try [days].
    #[serde(default)]
    pub days: f64,
    /// Before the purchase: chance of noticing that the customer is further on than this [0..1].
    #[serde(default)]
    pub sensing: f64,
    /// After the purchase: expected encounters per period, at most 31, for a reckoning at most 1;
    /// [`Field::Frequency`].
    #[serde(default = "defaults::one")]
    pub frequency: f64,
    /// After the purchase: when in a customer's life it occurs.
    #[serde(default, skip_serializing_if = "Tenure::is_default")]
    pub tenure: Tenure,
    /// Of an offer: what it brings in, once, when it holds [prices].
    #[serde(default)]
    pub worth: f64,
    /// What the customer says to themselves here.
    #[serde(default)]
    pub words: Text,
    #[serde(default)]
    pub notes: Text,
    /// Marked by hand as a moment of truth; changes nothing in what is computed.
    #[serde(default)]
    pub moment_of_truth: bool,
    /// Marked by hand as a micro-decision: a small yes or no; changes nothing in what is computed.
    #[serde(default)]
    pub micro_decision: bool,
    /// Where the figures come from.
    #[serde(default)]
    #[serde(deserialize_with = "super::evidence::of_fields")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::evidence::OfFields"))]
    pub evidence: BTreeMap<Field, Evidence>,
}
