//! A touchpoint: where the customer meets the company.

use super::{ChannelId, Evidence, Field, LinkId, OwnerId, PhaseId, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The chance that a link holds when a customer leans on it, with the range that its makers find plausible.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Strength {
    /// As likely as anybody can say [0..1].
    pub likely: f64,
    /// Lowest plausible value [0..1].
    pub low: Option<f64>,
    /// Highest plausible value [0..1].
    pub high: Option<f64>,
}

impl Strength {
    /// A strength without a range.
    pub fn of(likely: f64) -> Self {
        Self { likely, low: None, high: None }
    }

    /// Between which values it lies, where an end that is not said is the likely one; `None` with no range.
    pub fn range(self) -> Option<(f64, f64)> {
        let has_range = self.low.is_some() || self.high.is_some();
        has_range.then(|| (self.low.unwrap_or(self.likely), self.high.unwrap_or(self.likely)))
    }
}

/// What a touchpoint is made of; service failures make people walk out more readily (claim 35).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Nature {
    Product,
    Service,
    Price,
    Sales,
    Communication,
}

/// What a touchpoint decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
pub struct Tenure {
    /// [periods], from 1.
    pub from: u16,
    /// [periods]; without it the touchpoint never ceases.
    pub until: Option<u16>,
}

impl Default for Tenure {
    fn default() -> Self {
        Self { from: 1, until: None }
    }
}

/// A touchpoint. Which side of the purchase it stands on follows from its phase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Touchpoint {
    pub id: LinkId,
    pub name: Text,
    pub phase: PhaseId,
    pub channel: ChannelId,
    pub owner: OwnerId,
    pub nature: Nature,
    pub strength: Strength,
    pub role: Role,
    /// Added to the value account when it holds [prices], not negative.
    pub gain: f64,
    /// Taken from the value account when it fails [prices], not negative.
    pub pain: f64,
    /// Chance that a failure is voiced [0..1]; [`Field::ComplaintRate`].
    pub complaint_rate: f64,
    /// How fully strain acts here [times], not negative; [`Field::Exposure`].
    pub exposure: f64,
    /// Effort that halves the failures [effort], over 0; [`Field::HalvingCost`].
    pub halving_cost: f64,
    /// Before the purchase: mean time spent at each try [days].
    pub days: f64,
    /// Before the purchase: chance of noticing that the customer is further on than this [0..1].
    pub sensing: f64,
    /// After the purchase: expected encounters per period, at most 31, for a reckoning at most 1;
    /// [`Field::Frequency`].
    pub frequency: f64,
    /// After the purchase: when in a customer's life it occurs.
    pub tenure: Tenure,
    /// Of an offer: what it brings in, once, when it holds [prices].
    pub worth: f64,
    /// What the customer says to themselves here.
    pub words: Text,
    pub notes: Text,
    /// Marked by hand as a moment of truth; changes nothing in what is computed.
    pub moment_of_truth: bool,
    /// Marked by hand as a micro-decision: a small yes or no; changes nothing in what is computed.
    pub micro_decision: bool,
    /// Where the figures come from.
    pub evidence: BTreeMap<Field, Evidence>,
}
