//! The whole state of the page.

use super::history::History;
use super::{Lane, Language, Origin, Place, PrioritiseSettings, Project, Theme, weakest};
#[cfg(not(target_arch = "wasm32"))]
use crate::exchange::READY;
use crate::model::{Journey, LinkId, PersonaId, Stage};
use crate::runner::RunRequest;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Arrivals that a request is refined up to when the reader has not chosen [customers].
pub const CUSTOMERS: u64 = 1_000_000;
/// Least and most strain that can be set.
pub const STRAIN: (f64, f64) = (0.0, 3.0);
/// What a unit of effort may cost [money].
pub const UNIT_COST: (f64, f64) = (0.01, 1e9);

/// Strain in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StrainLevel {
    Calm,
    Busy,
    Storm,
}

/// What kind of day a strain [≥ 0] is.
pub fn strain_level(strain: f64) -> StrainLevel {
    match strain {
        s if s >= 1.5 => StrainLevel::Storm,
        s if s > 0.0 => StrainLevel::Busy,
        _ => StrainLevel::Calm,
    }
}

/// The state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    pub work: Project,
    /// The link in the inspector.
    pub selected: LinkId,
    /// Whose customers are shown; `None` for everybody's.
    pub persona: Option<PersonaId>,
    /// The lanes that stand under the chain.
    pub lanes: BTreeSet<Lane>,
    /// Whether the two dashboards are open.
    pub dashboards: bool,
    /// How many arrivals to refine up to [customers].
    pub customers: u64,
    /// The chosen language; `None` as long as the browser's holds.
    pub language: Option<Language>,
    pub theme: Theme,
    pub place: Place,
    pub agenda: PrioritiseSettings,
    pub(super) history: History,
}

impl Session {
    /// A first visit to a ready journey, with a link selected that gives nothing away.
    pub fn first_with(id: &str, journey: Journey) -> Self {
        Self::of(ready_work(id, journey))
    }

    /// A first visit to the first ready journey, as it is built in.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn first() -> Self {
        Self::first_with(READY[0].id, READY[0].journey())
    }

    pub(super) fn of(work: Project) -> Self {
        Self {
            selected: first_to_look_at(&work.journey),
            work,
            persona: None,
            lanes: BTreeSet::new(),
            dashboards: false,
            customers: CUSTOMERS,
            language: None,
            theme: Theme::default(),
            place: Place::default(),
            agenda: PrioritiseSettings::default(),
            history: History::default(),
        }
    }

    pub fn can_undo(&self) -> bool {
        !self.history.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.history.future.is_empty()
    }

    /// The work before each step, oldest first, and after each one that was undone, nearest last: where undo and redo lead.
    pub fn history(&self) -> (&[Project], &[Project]) {
        (&self.history.past, &self.history.future)
    }

    /// A ready journey that is worked on, or was: it need not be fetched again.
    pub(super) fn ready_journey(&self, id: &str) -> Option<Journey> {
        let is_it = |work: &&Project| matches!(&work.origin, Origin::Ready(ready) if ready == id);
        let steps = self.history.past.iter().chain(&self.history.future);
        std::iter::once(&self.work).chain(steps).find(is_it).map(|work| (*work.journey).clone())
    }

    /// The request that answers the state as it stands.
    pub fn ask(&self) -> RunRequest {
        self.ask_about(&self.work)
    }

    /// The request that answers other work, for as many customers.
    pub fn ask_about(&self, work: &Project) -> RunRequest {
        RunRequest {
            journey: (*work.journey).clone(),
            scenario: work.active_scenario(),
            seed: work.seed,
            customers: self.customers,
        }
    }

    /// Whether a journey of this id is on the desk, or lies behind it, or has had something said of it.
    pub(super) fn knows(&self, id: &str) -> bool {
        let steps = self.history.past.iter().chain(&self.history.future).chain([&self.work]);
        self.agenda.speaks_of(id) || { steps }.any(|step| step.journey.id == id)
    }

    /// Another journey, to be looked at afresh.
    pub(super) fn begin_with(&mut self, work: Project) {
        self.selected = first_to_look_at(&work.journey);
        self.take_up(work);
        self.agenda.is_told = false;
    }

    /// Puts other work on the page; the selection stays where it still means something.
    pub(super) fn take_up(&mut self, work: Project) {
        if work.journey != self.work.journey && work.journey.strength(&self.selected).is_none() {
            self.selected = first_to_look_at(&work.journey);
        }
        self.agenda.go_over(&self.work.journey.id, &work.journey.id);
        self.work = work;
        self.persona = self.persona.take().filter(|p| self.work.has_persona(p));
        self.agenda.bets.retain(|link| self.work.journey.strength(link).is_some());
    }
}

/// A ready journey as it is.
pub(super) fn ready_work(id: &str, journey: Journey) -> Project {
    Project::pristine(Arc::new(journey), Origin::Ready(id.to_owned()), 1)
}

/// The first touchpoint of the life as a customer that is not the weakest link of all: it gives nothing away of what the
/// room is to find, and a change there is seen in who stays.
pub(super) fn first_to_look_at(journey: &Journey) -> LinkId {
    let weakest = weakest(journey).map(|weakest| weakest.link);
    let after = journey.touchpoints.iter().filter(|t| journey.stage(&t.phase) == Some(Stage::After));
    let other = after.map(|t| &t.id).find(|link| weakest.as_ref() != Some(link));
    other.or_else(|| journey.links().next()).cloned().unwrap_or_default()
}
