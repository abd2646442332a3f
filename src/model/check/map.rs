//! A journey with its references resolved.

use crate::model::location::Repeats;
use crate::model::{At, Journey, LinkId, PartId, PhaseId, Stage};
use std::collections::BTreeMap;

/// A journey with its references resolved as far as they can be: indices instead of ids. Where an id is used twice the
/// first counts.
pub(super) struct Map<'a> {
    pub(super) journey: &'a Journey,
    phases: BTreeMap<&'a PhaseId, usize>,
    touchpoints: BTreeMap<&'a LinkId, usize>,
    /// Per touchpoint its phase index; `None` when it names an unknown one.
    pub(super) phase_of: Vec<Option<usize>>,
    /// Per handover its two ends, by touchpoint index.
    pub(super) ends: Vec<Option<(usize, usize)>>,
}

impl<'a> Map<'a> {
    pub(super) fn of(journey: &'a Journey) -> Self {
        let phases = first_of_each(journey.phases.iter().map(|p| &p.id));
        let touchpoints = first_of_each(journey.touchpoints.iter().map(|t| &t.id));
        let phase_of = journey.touchpoints.iter().map(|t| phases.get(&t.phase).copied()).collect();
        let end = |id| touchpoints.get(id).copied();
        let ends = journey.handovers.iter().map(|h| Some((end(&h.from)?, end(&h.to)?))).collect();
        Self { journey, phases, touchpoints, phase_of, ends }
    }

    pub(super) fn phase(&self, id: &PhaseId) -> Option<usize> {
        self.phases.get(id).copied()
    }

    pub(super) fn touchpoint(&self, id: &LinkId) -> Option<usize> {
        self.touchpoints.get(id).copied()
    }

    /// On which side of the purchase a touchpoint stands; `None` when its phase is unknown.
    pub(super) fn side(&self, touchpoint: usize) -> Option<Stage> {
        let phase = (*self.phase_of.get(touchpoint)?)?;
        self.journey.phases.get(phase).map(|p| p.stage)
    }

    /// The places of the touchpoints, in their order.
    pub(super) fn touchpoint_places(&self) -> Vec<At> {
        let mut repeats = Repeats::default();
        self.journey.touchpoints.iter().map(|t| repeats.next(PartId::Touchpoint(t.id.clone()))).collect()
    }
}

fn first_of_each<'a, T: Ord>(ids: impl Iterator<Item = &'a T>) -> BTreeMap<&'a T, usize> {
    let mut firsts = BTreeMap::new();
    for (n, id) in ids.enumerate() {
        firsts.entry(id).or_insert(n);
    }
    firsts
}
