//! What a reader works on, and what undo brings back: a journey, a scenario, a seed.

use crate::model::{
    Change, EffortCurve, Improvement, ImprovementId, Journey, Lever, LinkId, PersonaId, Scenario, apply,
    defaults::STRENGTH_CAP, effort_between,
};
use std::sync::Arc;

/// Where a journey comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A ready journey, by its id.
    Ready(String),
    /// A file that the reader opened, by its name.
    File(String),
}

/// What a reader works on. Cheap to copy: the journey is shared.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// The world as it is: what every reset goes back to.
    pub journey: Arc<Journey>,
    pub origin: Origin,
    pub scenario: Scenario,
    pub seed: u64,
}

/// Strengths nearer to today's than this count as today's [0..1].
const SAME: f64 = 1e-6;

impl Work {
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

    /// The price per period now [money].
    pub fn price(&self) -> f64 {
        self.scenario.price.unwrap_or(self.journey.price)
    }

    /// Sets a link's strength [0..1]. Back at today's the edit is gone; an unknown link changes nothing.
    pub(super) fn set_strength(&mut self, link: &LinkId, value: f64) {
        let (Some(today), Some(cost)) = (self.journey.strength(link), self.journey.halving_cost(link)) else { return };
        if !value.is_finite() {
            return;
        }
        let value = value.clamp(0.0, 1.0);
        if (value - today).abs() < SAME {
            return self.reset_link(link);
        }
        let edit = Improvement {
            id: edit_of(link),
            effort: finite_effort(today, value, cost, self.scenario.effort_curve),
            changes: vec![Change::Set { link: link.clone(), lever: Lever::Strength, value }],
            ..Improvement::default()
        };
        match self.scenario.improvements.iter_mut().find(|i| i.id == edit.id) {
            Some(old) => *old = edit,
            None => self.scenario.improvements.push(edit),
        }
    }

    /// Takes every edit of a link away.
    pub(super) fn reset_link(&mut self, link: &LinkId) {
        for improvement in &mut self.scenario.improvements {
            improvement.changes.retain(|c| c.link() != link);
        }
        self.scenario.improvements.retain(|i| !i.changes.is_empty());
    }

    /// Switches a link's edit off or on.
    pub(super) fn switch(&mut self, link: &LinkId, off: bool) {
        let id = edit_of(link);
        if let Some(edit) = self.scenario.improvements.iter_mut().find(|i| i.id == id) {
            edit.off = off;
        }
    }
}

/// The unnamed improvement that holds a link's edits on this page.
fn edit_of(link: &LinkId) -> ImprovementId {
    ImprovementId(format!("edit-{link}"))
}

/// Effort between two strengths; a perfect link counts as one at the most that effort can reach.
pub(super) fn finite_effort(from: f64, to: f64, cost: f64, curve: EffortCurve) -> f64 {
    let cap = STRENGTH_CAP.max(from.min(to));
    effort_between(from.min(cap), to.min(cap), cost, curve)
}
