//! A journey: the whole, from first contact on.

use super::{ChannelId, Evidence, Field, Handover, LinkId, Market, OwnerId, Persona, PhaseId, Text, Touchpoint};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a period is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeriodUnit {
    Week,
    #[default]
    Month,
    Quarter,
    Year,
}

impl PeriodUnit {
    /// Length of a period [days].
    pub fn days(self) -> f64 {
        match self {
            Self::Week => 7.0,
            Self::Month => 30.0,
            Self::Quarter => 90.0,
            Self::Year => 360.0,
        }
    }

    /// Periods in a year of 360 days [periods per year]; a week counts 52.
    pub fn per_year(self) -> f64 {
        match self {
            Self::Week => 52.0,
            Self::Month => 12.0,
            Self::Quarter => 4.0,
            Self::Year => 1.0,
        }
    }
}

/// When the price is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Payment {
    /// Each period that a customer stays.
    #[default]
    EachPeriod,
    /// At each reckoning that is passed, for trades without subscription.
    AtReckoning,
}

/// What effort is counted in, as the journey's users choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum EffortUnit {
    #[default]
    Points,
    Hours,
    Money,
}

/// On which side of the purchase a phase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    Before,
    After,
}

/// A named stretch of the journey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    pub id: PhaseId,
    pub name: Text,
    pub stage: Stage,
}

/// A channel in which touchpoints are met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channel {
    pub id: ChannelId,
    pub name: Text,
}

/// Who answers for links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    pub id: OwnerId,
    pub name: Text,
}

/// A journey, as a file holds it. Checked ([`super::check`]) before anything is simulated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Journey {
    /// Version of the file format; 1.
    pub version: u32,
    /// Short name for files and the shell: small letters, digits and hyphens.
    pub id: String,
    pub name: Text,
    pub summary: Text,
    /// Currency as it is written after an amount ("kr", "€").
    pub currency: Text,
    /// Price per period [money], over 0.
    pub price: f64,
    pub period: PeriodUnit,
    pub payment: Payment,
    pub effort_unit: EffortUnit,
    /// Periods that every buyer is followed [periods]; [`Field::Horizon`].
    pub horizon: u16,
    /// Strength lost per phase of gap [0..1]; [`Field::Disturbance`].
    pub disturbance: f64,
    /// Chance of walking out at a failure [0..0.25], times 4 for service; [`Field::RivalPull`].
    pub rival_pull: f64,
    /// The touchpoint after the purchase that takes voiced complaints.
    pub complaint_desk: Option<LinkId>,
    pub phases: Vec<Phase>,
    pub channels: Vec<Channel>,
    pub owners: Vec<Owner>,
    pub touchpoints: Vec<Touchpoint>,
    pub handovers: Vec<Handover>,
    pub personas: Vec<Persona>,
    pub market: Market,
    /// Where the journey's own figures come from.
    pub evidence: BTreeMap<Field, Evidence>,
}

impl Journey {
    /// The version of the file format that this code writes.
    pub const VERSION: u32 = 1;

    pub fn touchpoint(&self, id: &LinkId) -> Option<&Touchpoint> {
        self.touchpoints.iter().find(|t| t.id == *id)
    }

    pub fn handover(&self, id: &LinkId) -> Option<&Handover> {
        self.handovers.iter().find(|h| h.id == *id)
    }

    /// Ids of all links: touchpoints in journey order, then handovers in theirs.
    pub fn links(&self) -> impl Iterator<Item = &LinkId> {
        self.touchpoints.iter().map(|t| &t.id).chain(self.handovers.iter().map(|h| &h.id))
    }

    /// Likely strength of a link [0..1].
    pub fn strength(&self, id: &LinkId) -> Option<f64> {
        self.touchpoint(id).map(|t| t.strength.likely).or_else(|| self.handover(id).map(|h| h.strength.likely))
    }

    /// How fully strain acts on a link [times].
    pub fn exposure(&self, id: &LinkId) -> Option<f64> {
        self.touchpoint(id).map(|t| t.exposure).or_else(|| self.handover(id).map(|h| h.exposure))
    }

    /// Effort that halves a link's failures [effort].
    pub fn halving_cost(&self, id: &LinkId) -> Option<f64> {
        self.touchpoint(id).map(|t| t.halving_cost).or_else(|| self.handover(id).map(|h| h.halving_cost))
    }

    /// On which side of the purchase a phase stands; `None` for an unknown phase.
    pub fn stage(&self, phase: &PhaseId) -> Option<Stage> {
        self.phases.iter().find(|p| p.id == *phase).map(|p| p.stage)
    }

    /// A link's name in words: its own, or for an unnamed handover its two ends with an arrow between.
    pub fn link_name(&self, id: &LinkId, lang: &super::Lang) -> String {
        if let Some(touchpoint) = self.touchpoint(id) {
            return touchpoint.name.get(lang).to_owned();
        }
        match self.handover(id) {
            Some(handover) if !handover.name.is_empty() => handover.name.get(lang).to_owned(),
            Some(handover) => {
                let end = |id| self.touchpoint(id).map_or("", |t| t.name.get(lang));
                format!("{} → {}", end(&handover.from), end(&handover.to))
            }
            None => id.to_string(),
        }
    }
}
