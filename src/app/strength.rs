//! Strengths as a reader meets them: named ranges, where a slider settles, what an edit costs, which link is weakest.

use super::SliderScale;
use super::project::{Project, finite_effort};
use crate::model::{Journey, LinkId};

/// A strength in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamedRange {
    Worn,
    Holds,
    Strong,
}

/// From here on a link holds rather than is worn [0..1].
const HOLDS_FROM: f64 = 0.6;
/// From here on a link is strong [0..1].
const STRONG_FROM: f64 = 0.85;

impl NamedRange {
    pub const ALL: [Self; 3] = [Self::Worn, Self::Holds, Self::Strong];

    /// The range that a strength [0..1] lies in.
    pub fn of(strength: f64) -> Self {
        match strength {
            s if s >= STRONG_FROM => Self::Strong,
            s if s >= HOLDS_FROM => Self::Holds,
            _ => Self::Worn,
        }
    }

    /// Where it begins and ends [0..1].
    pub fn bounds(self) -> (f64, f64) {
        match self {
            Self::Worn => (0.0, HOLDS_FROM),
            Self::Holds => (HOLDS_FROM, STRONG_FROM),
            Self::Strong => (STRONG_FROM, 1.0),
        }
    }

    /// The strength that choosing the range sets [0..1].
    pub fn typical(self) -> f64 {
        match self {
            Self::Worn => 0.4,
            Self::Holds => 0.75,
            Self::Strong => 0.92,
        }
    }
}

/// Where a dragged strength settles [0..1]: on whole per cents, and exactly on today's when it comes near.
pub fn settle(raw: f64, today: f64) -> f64 {
    SliderScale::PER_CENT.settle(raw, today)
}

/// What a link's strength costs now against today [effort]; negative where strength was taken away. `None` for a
/// perfect link, which no effort reaches on this curve, and for an unknown one.
pub fn effort_spent(work: &Project, link: &LinkId) -> Option<f64> {
    let (today, now) = (work.today(link)?, work.now(link)?);
    if now >= 1.0 && today < 1.0 {
        return None;
    }
    Some(finite_effort(today, now, work.journey.halving_cost(link)?, work.scenario.effort_curve))
}

/// The link with the lowest strength.
#[derive(Clone, Debug, PartialEq)]
pub struct Weakest {
    pub link: LinkId,
    /// [0..1]
    pub strength: f64,
}

/// The weakest link of a journey; of several the first in journey order.
pub fn weakest(journey: &Journey) -> Option<Weakest> {
    let mut weakest: Option<Weakest> = None;
    for link in journey.links() {
        let Some(strength) = journey.strength(link) else { continue };
        if weakest.as_ref().is_none_or(|w| strength < w.strength) {
            weakest = Some(Weakest { link: link.clone(), strength });
        }
    }
    weakest
}
