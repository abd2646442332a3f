//! A handover: the passage from one touchpoint to the next, with a strength of its own.

use super::{Evidence, Field, LinkId, OwnerId, Strength, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A handover. Goes from before to before, from a purchase to after, or from after to after; never into a reckoning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Handover {
    pub id: LinkId,
    /// A name of its own; without one it is called by its two ends.
    pub name: Text,
    pub from: LinkId,
    pub to: LinkId,
    /// Who answers for it; often nobody, which is the point (claim 21).
    pub owner: Option<OwnerId>,
    /// Part of the customers leaving `from` that take it [0..1]; shares out of one touchpoint sum to at most 1.
    pub share: f64,
    pub strength: Strength,
    /// Taken from the value account when it fails [prices], not negative.
    pub pain: f64,
    /// Before the purchase: mean time it takes [days].
    pub days: f64,
    /// Chance that a failure is voiced [0..1]; [`Field::ComplaintRate`].
    pub complaint_rate: f64,
    /// How fully strain acts here [times], not negative; [`Field::Exposure`].
    pub exposure: f64,
    /// Effort that halves the failures [effort], over 0; [`Field::HalvingCost`].
    pub halving_cost: f64,
    /// What the customer says to themselves here.
    pub words: Text,
    pub notes: Text,
    /// Where the figures come from.
    pub evidence: BTreeMap<Field, Evidence>,
}
