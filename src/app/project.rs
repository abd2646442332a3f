//! What a reader works on, and what undo brings back: a journey, a scenario, a seed.

use super::half_made::HalfMade;
use super::origin::Origin;
use super::scene::Scene;
use crate::model::{
    EffortCurve, Field, Journey, LinkId, NamedScenario, PersonaId, Scenario, apply, defaults::MAX_PRICE,
    defaults::STRENGTH_CAP, effort_between,
};
use std::sync::Arc;

/// The highest price that can be set [times the journey's own].
const MOST_PRICES: f64 = 1_000.0;

/// A journey as it is today, with what does not hold of it yet.
#[derive(Clone, Debug, PartialEq)]
pub struct AsIs {
    pub journey: Arc<Journey>,
    pub draft: Option<HalfMade>,
    pub origin: Origin,
}

/// What a reader works on. Cheap to copy: the journey is shared.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// The world as it is: what every reset goes back to. It has no problems.
    pub journey: Arc<Journey>,
    /// The whole of the journey, while it is built and not all of it holds.
    pub draft: Option<HalfMade>,
    pub origin: Origin,
    /// The journey as it is, while a scenario with another structure is what lies here.
    pub as_is: Option<Arc<AsIs>>,
    pub scenario: Scenario,
    pub seed: u64,
    /// The scenarios that a group has given names.
    pub named: Arc<Vec<NamedScenario>>,
    /// The one of them that the scenario began as, by its id; `None` is today.
    pub taken: Option<String>,
    /// What a room is shown, in order.
    pub scenes: Arc<Vec<Scene>>,
    /// The record of the library that keeps it, by its id; `None` where there is nothing of one's own to keep.
    pub record: Option<String>,
}

impl Project {
    /// A journey as it comes, from there.
    pub(super) fn pristine(journey: Arc<Journey>, origin: Origin, seed: u64) -> Self {
        let (named, scenes, scenario) = (Arc::default(), Arc::default(), Scenario::default());
        Self { journey, draft: None, origin, as_is: None, scenario, seed, named, taken: None, scenes, record: None }
    }

    /// Strength of a link today [0..1].
    pub fn today(&self, link: &LinkId) -> Option<f64> {
        self.journey.strength(link)
    }

    /// Whether the journey has this persona.
    pub(super) fn has_persona(&self, persona: &PersonaId) -> bool {
        self.journey.personas.iter().any(|p| p.id == *persona)
    }

    /// Strength of a link with everything that is switched on [0..1].
    pub fn now(&self, link: &LinkId) -> Option<f64> {
        self.changed_journey().strength(link)
    }

    /// What a lever of a link stands at today, in its own unit.
    pub fn today_of(&self, link: &LinkId, lever: Field) -> Option<f64> {
        self.journey.lever(link, lever)
    }

    /// What a lever of a link stands at with everything that is switched on.
    pub fn now_of(&self, link: &LinkId, lever: Field) -> Option<f64> {
        self.changed_journey().lever(link, lever)
    }

    /// The journey of the what-if world.
    pub fn changed_journey(&self) -> Journey {
        apply(&self.journey, &self.scenario)
    }

    /// The scenario without what is switched off: what has to be lived.
    pub fn active_scenario(&self) -> Scenario {
        let mut scenario = self.scenario.clone();
        scenario.improvements.retain(|i| !i.off);
        scenario
    }

    /// The highest price per period that can be set [money].
    pub fn most_price(&self) -> f64 {
        (self.journey.price * MOST_PRICES).min(MAX_PRICE)
    }

    /// The price per period now [money].
    pub fn price(&self) -> f64 {
        self.scenario.price.unwrap_or(self.journey.price)
    }
}

impl Project {
    /// The journey as its makers have it, with what does not hold yet.
    pub fn whole(&self) -> &Arc<Journey> {
        self.draft.as_ref().map_or(&self.journey, |draft| &draft.journey)
    }

    /// What of it is the journey as it is.
    pub(super) fn as_it_is(&self) -> AsIs {
        AsIs { journey: self.journey.clone(), draft: self.draft.clone(), origin: self.origin.clone() }
    }

    /// The journey as it is today, as far as it holds: the one on the desk, unless a scenario with another structure lies
    /// there.
    pub fn today_journey(&self) -> &Arc<Journey> {
        self.as_is.as_ref().map_or(&self.journey, |as_is| &as_is.journey)
    }

    /// The work with the journey as it is on the desk.
    #[must_use]
    pub fn on_as_it_is(&self) -> Self {
        let mut work = self.clone();
        if let Some(as_is) = work.as_is.take() {
            let AsIs { journey, draft, origin } = AsIs::clone(&as_is);
            (work.journey, work.draft, work.origin) = (journey, draft, origin);
        }
        work
    }

    /// True if nothing of the journey that is built can be simulated, so that all figures are of one before.
    pub fn stands_still(&self) -> bool {
        self.draft.as_ref().is_some_and(|draft| !draft.holds)
    }
}

/// Effort between two strengths; a perfect link counts as one at the most that effort can reach.
pub(super) fn finite_effort(from: f64, to: f64, cost: f64, curve: EffortCurve) -> f64 {
    let cap = STRENGTH_CAP.max(from.min(to));
    effort_between(from.min(cap), to.min(cap), cost, curve)
}
