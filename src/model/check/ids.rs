//! Ids: well formed, each used once, and known where they are referred to.

use super::Findings;
use crate::model::{Code, Journey};
use std::collections::{BTreeMap, BTreeSet};

/// Longest id [characters].
const LONGEST: usize = 64;
/// Reports book those on it who leave over the price alone, so no link may be called that.
const RESERVED: &str = "price";

pub(super) fn check(journey: &Journey, findings: &mut Findings) {
    if !is_well_formed(&journey.id) {
        findings.add("id", "", Code::BadId { id: journey.id.clone() });
    }
    unique("phases", journey.phases.iter().map(|p| p.id.as_str()), findings);
    unique("channels", journey.channels.iter().map(|c| c.id.as_str()), findings);
    unique("owners", journey.owners.iter().map(|o| o.id.as_str()), findings);
    unique("personas", journey.personas.iter().map(|p| p.id.as_str()), findings);

    let mut seen = Seen::default();
    let touchpoints = journey.touchpoints.iter().enumerate().map(|(n, t)| (format!("touchpoints[{n}]"), &t.id));
    let handovers = journey.handovers.iter().enumerate().map(|(n, h)| (format!("handovers[{n}]"), &h.id));
    for (part, id) in touchpoints.chain(handovers) {
        if id.as_str() == RESERVED {
            findings.add(format!("{part}.id"), &id.0, Code::ReservedId { id: id.to_string() });
        }
        seen.check(part, id.as_str(), findings);
    }
    references(journey, findings);
}

/// The ids of one list, at `list[n].id`.
pub(super) fn unique<'a>(list: &str, ids: impl Iterator<Item = &'a str>, findings: &mut Findings) {
    let mut seen = Seen::default();
    for (n, id) in ids.enumerate() {
        seen.check(format!("{list}[{n}]"), id, findings);
    }
}

/// Ids of one name space, and the part where each was first used.
#[derive(Default)]
struct Seen<'a>(BTreeMap<&'a str, String>);

impl<'a> Seen<'a> {
    fn check(&mut self, part: String, id: &'a str, findings: &mut Findings) {
        let path = format!("{part}.id");
        if !is_well_formed(id) {
            findings.add(path, id, Code::BadId { id: id.to_owned() });
        } else if let Some(first) = self.0.get(id) {
            findings.add(path, id, Code::DuplicateId { id: id.to_owned(), first: first.clone() });
        } else {
            self.0.insert(id, part);
        }
    }
}

fn is_well_formed(id: &str) -> bool {
    let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    (1..=LONGEST).contains(&id.len()) && id.bytes().all(letter)
}

fn references(journey: &Journey, findings: &mut Findings) {
    let phases: BTreeSet<_> = journey.phases.iter().map(|p| &p.id).collect();
    let channels: BTreeSet<_> = journey.channels.iter().map(|c| &c.id).collect();
    let owners: BTreeSet<_> = journey.owners.iter().map(|o| &o.id).collect();
    let touchpoints: BTreeSet<_> = journey.touchpoints.iter().map(|t| &t.id).collect();

    if let Some(desk) = journey.complaint_desk.as_ref().filter(|d| !touchpoints.contains(d)) {
        findings.add("complaint_desk", desk.as_str(), Code::UnknownTouchpoint { id: desk.to_string() });
    }
    for (n, touchpoint) in journey.touchpoints.iter().enumerate() {
        let mut unknown = |field: &str, what| findings.add(format!("touchpoints[{n}].{field}"), &touchpoint.id.0, what);
        if !phases.contains(&touchpoint.phase) {
            unknown("phase", Code::UnknownPhase { id: touchpoint.phase.to_string() });
        }
        if !channels.contains(&touchpoint.channel) {
            unknown("channel", Code::UnknownChannel { id: touchpoint.channel.to_string() });
        }
        if !owners.contains(&touchpoint.owner) {
            unknown("owner", Code::UnknownOwner { id: touchpoint.owner.to_string() });
        }
    }
    for (n, handover) in journey.handovers.iter().enumerate() {
        let mut unknown = |field: &str, what| findings.add(format!("handovers[{n}].{field}"), &handover.id.0, what);
        for (field, end) in [("from", &handover.from), ("to", &handover.to)] {
            if !touchpoints.contains(end) {
                unknown(field, Code::UnknownTouchpoint { id: end.to_string() });
            }
        }
        if let Some(owner) = handover.owner.as_ref().filter(|o| !owners.contains(o)) {
            unknown("owner", Code::UnknownOwner { id: owner.to_string() });
        }
    }
    for (n, persona) in journey.personas.iter().enumerate() {
        let mut unknown = |field: String, what| findings.add(format!("personas[{n}].{field}"), &persona.id.0, what);
        for (e, entry) in persona.entries.iter().enumerate() {
            if !touchpoints.contains(&entry.touchpoint) {
                let what = Code::UnknownTouchpoint { id: entry.touchpoint.to_string() };
                unknown(format!("entries[{e}].touchpoint"), what);
            }
            if !phases.contains(&entry.readiness) {
                unknown(format!("entries[{e}].readiness"), Code::UnknownPhase { id: entry.readiness.to_string() });
            }
        }
        for channel in persona.leaning.keys().filter(|c| !channels.contains(c)) {
            unknown(format!("leaning.{channel}"), Code::UnknownChannel { id: channel.to_string() });
        }
    }
}
