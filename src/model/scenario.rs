//! A scenario: what is changed in the world as it is.

use super::{EffortCurve, Field, ImprovementId, Journey, LinkId, OwnerId, PersonaId, Text};
use serde::{Deserialize, Serialize};

/// One change to one link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// Strength by effort [effort]; negative takes strength away.
    Strengthen { link: LinkId, effort: f64 },
    /// A lever ([`Field::LEVERS`]) to a new value, in the lever's own unit. A strength may be set up to 1 (the ceiling).
    Set { link: LinkId, lever: Field, value: f64 },
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
    pub name: Text,
    pub owner: Option<OwnerId>,
    /// What it costs [the journey's effort unit].
    pub effort: f64,
    pub changes: Vec<Change>,
    /// Switched off: kept, but does nothing.
    pub off: bool,
}

/// One quality of a persona as it would be. It is no improvement, since no effort buys it: it asks what would be so with
/// people of another kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonaChange {
    pub persona: PersonaId,
    /// One of [`Field::QUALITIES`].
    pub quality: Field,
    /// In the quality's own unit.
    pub value: f64,
}

/// What is changed in the world as it is. The default changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    pub improvements: Vec<Improvement>,
    /// What is other about the personas; of two that say the same quality the later one holds.
    pub qualities: Vec<PersonaChange>,
    pub effort_curve: EffortCurve,
    /// Strain x ≥ 0: s becomes s^(1 + x·exposure). 0 is a calm day.
    pub strain: f64,
    /// Price per period now [money]; without it the journey's own.
    pub price: Option<f64>,
    /// Arrivals per period [customers]; without it the market's own.
    pub arrivals: Option<f64>,
    /// Strength of word of mouth [0..1]; without it the market's own.
    pub echo: Option<f64>,
    /// Calendar view: the period from which the scenario holds [period number, 0 is now].
    pub start: i32,
}

/// A scenario to which a group has given a name, to go back to and to set beside others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NamedScenario {
    /// Its own among those of the journey.
    pub id: String,
    pub name: String,
    /// The one that it was made from, by its id; without it today.
    pub parent: Option<String>,
    /// The journey as it would be, where it has another structure than today's: all of it, also what does not hold yet.
    pub structure: Option<Box<Journey>>,
    pub scenario: Scenario,
}

impl Scenario {
    /// Whether it changes nothing. (The start alone is no change.)
    pub fn is_empty(&self) -> bool {
        *self == Self { start: self.start, effort_curve: self.effort_curve, ..Self::default() }
    }
}
