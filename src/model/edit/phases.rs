//! Phases.

use super::entries::join_alike;
use super::words::written;
use super::{names, touchpoints};
use crate::model::{Journey, Lang, LinkId, Phase, PhaseId, Stage};

/// A phase, the last of its side of the purchase.
pub(super) fn add(journey: &mut Journey, name: &str, stage: Stage, lang: &Lang) {
    let id = names::phase(journey, name);
    let at = match stage {
        Stage::Before => journey.phases.iter().rposition(|p| p.stage == Stage::Before).map_or(0, |last| last + 1),
        Stage::After => journey.phases.len(),
    };
    journey.phases.insert(at, Phase { id, name: written(name, lang), stage });
}

/// A phase one place up or down, with all that stands in it. Past the purchase none goes: that is another side.
pub(super) fn shift(journey: &mut Journey, id: &PhaseId, up: bool) {
    let Some(at) = journey.phases.iter().position(|p| p.id == *id) else { return };
    let other = if up { at.checked_sub(1) } else { Some(at + 1) };
    let Some(other) = other.filter(|n| journey.phases.get(*n).map(|p| p.stage) == journey.stage(id)) else { return };
    journey.phases.swap(at, other);
    touchpoints::in_order(journey);
}

/// Takes a phase away; what stands in it goes to its neighbour on the same side of the purchase. The last phase of a side
/// goes only when nothing stands in it.
pub(super) fn remove(journey: &mut Journey, id: &PhaseId) {
    let (Some(at), Some(stage)) = (journey.phases.iter().position(|p| p.id == *id), journey.stage(id)) else { return };
    let is_near = |n: usize| journey.phases.get(n).filter(|p| p.stage == stage).map(|p| p.id.clone());
    let before = at.checked_sub(1).and_then(is_near);
    let (neighbour, as_first) = (before.clone().or_else(|| is_near(at + 1)), before.is_none());
    let mut here: Vec<LinkId> = journey.touchpoints.iter().filter(|t| t.phase == *id).map(|t| t.id.clone()).collect();
    let Some(neighbour) = neighbour else {
        if here.is_empty() {
            journey.phases.remove(at);
        }
        return;
    };
    if as_first {
        here.reverse();
    }
    for link in here {
        touchpoints::put_in_phase(journey, &link, &neighbour, as_first);
    }
    for entry in journey.personas.iter_mut().flat_map(|p| &mut p.entries).filter(|e| e.readiness == *id) {
        entry.readiness = neighbour.clone();
    }
    journey.personas.iter_mut().for_each(join_alike);
    journey.phases.retain(|p| p.id != *id);
}
