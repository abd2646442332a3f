//! Ids: well formed, each used once, and known where they are referred to.

use super::findings::Findings;
use crate::model::location::Repeats;
use crate::model::order;
use crate::model::{At, Code, Field, Journey, Location, PartId};
use std::collections::BTreeMap;

/// Longest id [characters].
const LONGEST: usize = 64;
/// Reports book those on it who leave over the price alone, so no link may be called that.
const RESERVED: &str = "price";

pub(super) fn check(journey: &Journey, findings: &mut Findings) {
    if !is_well_formed(&journey.id) {
        findings.add(At::part(PartId::Journey).on(Field::Id), Code::BadId { id: journey.id.clone() });
    }
    unique(journey.phases.iter().map(|p| PartId::Phase(p.id.clone())), findings);
    unique(journey.channels.iter().map(|c| PartId::Channel(c.id.clone())), findings);
    unique(journey.owners.iter().map(|o| PartId::Owner(o.id.clone())), findings);
    unique(journey.personas.iter().map(|p| PartId::Persona(p.id.clone())), findings);
    // Touchpoints and handovers have one name space.
    let touchpoints = journey.touchpoints.iter().map(|t| PartId::Touchpoint(t.id.clone()));
    unique(touchpoints.chain(journey.handovers.iter().map(|h| PartId::Handover(h.id.clone()))), findings);
    references(journey, findings);
}

/// The ids of one name space: each well formed, not reserved, and used once.
pub(super) fn unique(parts: impl Iterator<Item = PartId>, findings: &mut Findings) {
    let mut repeats = Repeats::default();
    let mut firsts: BTreeMap<String, At> = BTreeMap::new();
    for part in parts {
        let is_link = matches!(part, PartId::Touchpoint(_) | PartId::Handover(_));
        let at = repeats.next(part);
        let id = at.id().to_owned();
        if is_link && id == RESERVED {
            findings.add(at.on(Field::Id), Code::ReservedId { id: id.clone() });
        }
        if !is_well_formed(&id) {
            findings.add(at.on(Field::Id), Code::BadId { id });
        } else if let Some(first) = firsts.get(&id) {
            let first = Location::Part(first.clone());
            findings.add(at.on(Field::Id), Code::DuplicateId { id, first });
        } else {
            firsts.insert(id, at);
        }
    }
}

fn is_well_formed(id: &str) -> bool {
    let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    (1..=LONGEST).contains(&id.len()) && id.bytes().all(letter)
}

fn references(journey: &Journey, findings: &mut Findings) {
    let phases = order::set(journey.phases.iter().map(|p| &p.id));
    let channels = order::set(journey.channels.iter().map(|c| &c.id));
    let owners = order::set(journey.owners.iter().map(|o| &o.id));
    let touchpoints = order::set(journey.touchpoints.iter().map(|t| &t.id));

    if let Some(desk) = journey.complaint_desk.as_ref().filter(|d| !touchpoints.contains(d)) {
        let at = At::part(PartId::Journey).on(Field::ComplaintDesk);
        findings.add(at, Code::UnknownTouchpoint { id: desk.to_string() });
    }
    let mut repeats = Repeats::default();
    for touchpoint in &journey.touchpoints {
        let at = repeats.next(PartId::Touchpoint(touchpoint.id.clone()));
        if !phases.contains(&touchpoint.phase) {
            findings.add(at.on(Field::Phase), Code::UnknownPhase { id: touchpoint.phase.to_string() });
        }
        if !channels.contains(&touchpoint.channel) {
            findings.add(at.on(Field::Channel), Code::UnknownChannel { id: touchpoint.channel.to_string() });
        }
        if !owners.contains(&touchpoint.owner) {
            findings.add(at.on(Field::Owner), Code::UnknownOwner { id: touchpoint.owner.to_string() });
        }
    }
    for handover in &journey.handovers {
        let at = repeats.next(PartId::Handover(handover.id.clone()));
        for (field, end) in [(Field::From, &handover.from), (Field::To, &handover.to)] {
            if !touchpoints.contains(end) {
                findings.add(at.on(field), Code::UnknownTouchpoint { id: end.to_string() });
            }
        }
        if let Some(owner) = handover.owner.as_ref().filter(|o| !owners.contains(o)) {
            findings.add(at.on(Field::Owner), Code::UnknownOwner { id: owner.to_string() });
        }
    }
    for persona in &journey.personas {
        for entry in &persona.entries {
            let at = repeats.next(PartId::entry(persona, entry));
            if !touchpoints.contains(&entry.touchpoint) {
                findings.add(at.on(Field::Touchpoint), Code::UnknownTouchpoint { id: entry.touchpoint.to_string() });
            }
            if !phases.contains(&entry.readiness) {
                findings.add(at.on(Field::Readiness), Code::UnknownPhase { id: entry.readiness.to_string() });
            }
        }
        for channel in persona.leaning.keys() {
            let at = repeats.next(PartId::leaning(persona, channel));
            if !channels.contains(channel) {
                findings.add(at, Code::UnknownChannel { id: channel.to_string() });
            }
        }
    }
}
