//! Where personas come in, and shares that have to be everybody.

use crate::model::{Entry, Journey, LinkId, PartId, Persona, PersonaId, PhaseId, Role, Stage};

pub(super) fn persona<'a>(journey: &'a Journey, id: &PersonaId) -> Option<&'a Persona> {
    journey.personas.iter().find(|p| p.id == *id)
}

pub(super) fn persona_mut<'a>(journey: &'a mut Journey, id: &PersonaId) -> Option<&'a mut Persona> {
    journey.personas.iter_mut().find(|p| p.id == *id)
}

/// Shares in the same proportions that sum to 1; even ones where there are none.
pub(super) fn make_whole(shares: &mut [&mut f64]) {
    let (sum, count) = (shares.iter().map(|s| **s).sum::<f64>(), shares.len().max(1) as f64);
    for share in shares.iter_mut() {
        **share = if sum > 0.0 { **share / sum } else { 1.0 / count };
    }
}

pub(super) fn make_entries_whole(persona: &mut Persona) {
    let mut shares: Vec<&mut f64> = persona.entries.iter_mut().map(|e| &mut e.share).collect();
    make_whole(&mut shares);
}

/// Whether ways with a share lead from a touchpoint to one where customers buy.
pub fn leads_to_purchase(journey: &Journey, from: &LinkId) -> bool {
    let mut seen = vec![from];
    let mut next = 0;
    while let Some(here) = seen.get(next).copied() {
        if journey.touchpoint(here).is_some_and(|t| t.role == Role::Purchase) {
            return true;
        }
        let ways = journey.handovers.iter().filter(|h| h.from == *here && h.share > 0.0).map(|h| &h.to);
        let new: Vec<&LinkId> = ways.filter(|to| !seen.contains(to)).collect();
        seen.extend(new);
        next += 1;
    }
    false
}

/// The first touchpoint before the purchase.
pub(super) fn first_before(journey: &Journey) -> Option<LinkId> {
    journey.touchpoints.iter().find(|t| journey.stage(&t.phase) == Some(Stage::Before)).map(|t| t.id.clone())
}

/// One more place where a persona comes in: the first touchpoint before the purchase where they do not yet. Nobody of them
/// comes there until a share is set; of no other entries everybody does.
pub(super) fn add(journey: &mut Journey, part: &PartId) {
    let PartId::Persona(id) = part else { return };
    let Some(persona) = persona(journey, id) else { return };
    let is_new = |link: &LinkId| !persona.entries.iter().any(|e| e.touchpoint == *link);
    let before = journey.touchpoints.iter().filter(|t| journey.stage(&t.phase) == Some(Stage::Before));
    let Some((touchpoint, readiness)) =
        before.filter(|t| is_new(&t.id)).map(|t| (t.id.clone(), t.phase.clone())).next()
    else {
        return;
    };
    let share = if persona.entries.is_empty() { 1.0 } else { 0.0 };
    if let Some(persona) = persona_mut(journey, id) {
        persona.entries.push(Entry { touchpoint, share, readiness });
    }
}

pub(super) fn remove(journey: &mut Journey, id: &PersonaId, link: &LinkId, readiness: &PhaseId) {
    let Some(persona) = persona_mut(journey, id) else { return };
    let at = persona.entries.iter().position(|e| e.touchpoint == *link && e.readiness == *readiness);
    if let Some(at) = at {
        persona.entries.remove(at);
        make_entries_whole(persona);
    }
}

/// Whoever came in at one touchpoint comes in at another.
pub(super) fn move_entries(journey: &mut Journey, from: &LinkId, to: &LinkId) {
    let phase_of = |link: &LinkId| journey.touchpoint(link).map(|t| t.phase.clone());
    let (old, Some(new)) = (phase_of(from), phase_of(to)) else { return };
    for persona in &mut journey.personas {
        for entry in persona.entries.iter_mut().filter(|e| e.touchpoint == *from) {
            entry.touchpoint = to.clone();
            // Whoever is no further than where they come in still is not.
            if Some(&entry.readiness) == old.as_ref() {
                entry.readiness = new.clone();
            }
        }
        join_alike(persona);
    }
}

/// Entries at the same touchpoint with the same readiness are one.
pub(super) fn join_alike(persona: &mut Persona) {
    let mut joined: Vec<Entry> = Vec::new();
    for entry in persona.entries.drain(..) {
        let alike = |e: &&mut Entry| e.touchpoint == entry.touchpoint && e.readiness == entry.readiness;
        match joined.iter_mut().find(alike) {
            Some(other) => other.share += entry.share,
            None => joined.push(entry),
        }
    }
    persona.entries = joined;
}

/// Nobody comes in at a touchpoint any more; those who did come in at the other places.
pub(super) fn drop_entries(journey: &mut Journey, link: &LinkId) {
    for persona in journey.personas.iter_mut().filter(|p| p.entries.iter().any(|e| e.touchpoint == *link)) {
        persona.entries.retain(|e| e.touchpoint != *link);
        make_entries_whole(persona);
    }
    if let Some(first) = first_before(journey) {
        enter_where_nobody_does(journey, &first);
    }
}

/// Personas who come in nowhere come in here.
pub(super) fn enter_where_nobody_does(journey: &mut Journey, link: &LinkId) {
    let Some(readiness) = journey.touchpoint(link).map(|t| t.phase.clone()) else { return };
    for persona in journey.personas.iter_mut().filter(|p| p.entries.is_empty()) {
        persona.entries.push(Entry { touchpoint: link.clone(), share: 1.0, readiness: readiness.clone() });
    }
}
