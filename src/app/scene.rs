//! A scene: what a room is shown at one point of a meeting. It holds the journey, the scenario and the seed as they were when it
//! was kept, so that nothing that is moved afterwards changes it.

use super::origin::Origin;
use super::panel::Panel;
use super::place::Place;
use crate::model::{Journey, LinkId, Scenario};
use std::sync::Arc;

/// What of the work a scene shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Only its own line: the question of the meeting.
    Question,
    /// The chain with its crowd, the sentence, the figures, and the strength of one link.
    Journey,
    /// All links to bet on; nothing is given away.
    Bets,
    /// Where the same effort does most, beside the bets.
    Ranking,
    /// The proposals, to be switched on and off.
    Proposals,
    /// What a budget comes to, spent in several ways.
    Race,
    /// The advice, and how sure it is.
    Decision,
    /// What is decided, who answers for it, and what it does.
    Brief,
}

impl Shows {
    /// Everything, in the order in which a meeting shows it.
    pub const ALL: [Self; 8] = [
        Self::Question,
        Self::Journey,
        Self::Bets,
        Self::Ranking,
        Self::Proposals,
        Self::Race,
        Self::Decision,
        Self::Brief,
    ];

    /// Its word where scenes are kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Journey => "journey",
            Self::Bets => "bets",
            Self::Ranking => "ranking",
            Self::Proposals => "proposals",
            Self::Race => "race",
            Self::Decision => "decision",
            Self::Brief => "brief",
        }
    }

    /// What shows on a wall what stands in a place, at a panel.
    pub fn of(place: Place, panel: Option<Panel>) -> Self {
        match (place, panel) {
            (Place::Prioritise, Some(Panel::Bets)) => Self::Bets,
            (Place::Prioritise, Some(Panel::Proposals)) => Self::Proposals,
            (Place::Prioritise, Some(Panel::Race | Panel::Reach)) => Self::Race,
            (Place::Prioritise, Some(Panel::Sure)) => Self::Decision,
            (Place::Prioritise, _) => Self::Ranking,
            (Place::Share, _) => Self::Brief,
            (Place::Journey | Place::Build | Place::Learn | Place::Library | Place::About, _) => Self::Journey,
        }
    }

    /// The place, and the panel of it, whose questions it asks.
    pub fn asks(self) -> (Place, Option<Panel>) {
        match self {
            Self::Question => (Place::About, None),
            Self::Journey | Self::Bets => (Place::Journey, None),
            Self::Ranking => (Place::Prioritise, Some(Panel::Ranking)),
            Self::Proposals => (Place::Prioritise, Some(Panel::Proposals)),
            Self::Race => (Place::Prioritise, Some(Panel::Race)),
            Self::Decision => (Place::Prioritise, Some(Panel::Sure)),
            Self::Brief => (Place::Share, None),
        }
    }

    /// Whether the binding link may be named in it.
    pub(super) fn names_binding(self) -> bool {
        matches!(self, Self::Ranking | Self::Proposals | Self::Race | Self::Decision | Self::Brief)
    }
}

/// What a room is shown at one point of a meeting.
#[derive(Clone, Debug)]
pub struct Scene {
    /// By which it is known among the scenes of its meeting.
    pub id: String,
    /// The line over it; may be empty.
    pub caption: String,
    /// What only whoever leads sees; may be empty.
    pub note: String,
    pub shows: Shows,
    /// The link that it is about.
    pub focus: Option<LinkId>,
    /// How long the room may think [s]; `None` where nothing is counted down.
    pub seconds: Option<u16>,
    pub journey: Arc<Journey>,
    pub origin: Origin,
    pub scenario: Scenario,
    pub seed: u64,
}

impl PartialEq for Scene {
    /// Quick where the journey is the same one.
    fn eq(&self, other: &Self) -> bool {
        (&self.id, &self.caption, &self.note) == (&other.id, &other.caption, &other.note)
            && (self.shows, &self.focus, self.seconds) == (other.shows, &other.focus, other.seconds)
            && (self.seed, &self.origin, &self.scenario) == (other.seed, &other.origin, &other.scenario)
            && (Arc::ptr_eq(&self.journey, &other.journey) || self.journey == other.journey)
    }
}
