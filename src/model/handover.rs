//! A handover: the passage from one touchpoint to the next, with a strength of its own.

use super::{Evidence, Field, LinkId, OwnerId, Strength, Text, defaults};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A handover. Goes from before to before, from a purchase to after, or from after to after; never into a reckoning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Handover {
    pub id: LinkId,
    /// A name of its own; without one it is called by its two ends.
    #[serde(default)]
    pub name: Text,
    pub from: LinkId,
    pub to: LinkId,
    /// Who answers for it; often nobody, which is the point (claim 21).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerId>,
    /// Part of the customers leaving `from` that take it [0..1]; shares out of one touchpoint sum to at most 1.
    pub share: f64,
    pub strength: Strength,
    /// Taken from the value account when it fails [prices], not negative.
    #[serde(default)]
    pub pain: f64,
    /// Before the purchase: mean time it takes [days].
    #[serde(default)]
    pub days: f64,
    /// Chance that a failure is voiced [0..1]; [`Field::ComplaintRate`].
    #[serde(default = "defaults::complaint_rate")]
    pub complaint_rate: f64,
    /// How fully strain acts here [times], not negative; [`Field::Exposure`].
    #[serde(default = "defaults::one")]
    pub exposure: f64,
    /// Effort that halves the failures [effort], over 0; [`Field::HalvingCost`].
    #[serde(default = "defaults::one")]
    pub halving_cost: f64,
    /// What the customer says to themselves here.
    #[serde(default)]
    pub words: Text,
    #[serde(default)]
    pub notes: Text,
    /// Where the figures come from.
    #[serde(default)]
    #[serde(deserialize_with = "super::evidence::of_fields")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "super::evidence::OfFields"))]
    pub evidence: BTreeMap<Field, Evidence>,
}
