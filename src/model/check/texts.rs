//! Names that must be there, and the languages of all texts.

use super::findings::Findings;
use crate::model::location::Repeats;
use crate::model::{At, Code, Evidence, Field, Journey, PartId, Text};
use std::collections::BTreeMap;

pub(super) fn check(journey: &Journey, findings: &mut Findings) {
    let whole = At::part(PartId::Journey);
    check_name(&whole, &journey.name, findings);
    check_text(&whole.on(Field::Summary), &journey.summary, findings);
    check_text(&whole.on(Field::Currency), &journey.currency, findings);
    check_sources(&whole, &journey.evidence, findings);
    let mut repeats = Repeats::default();
    for phase in &journey.phases {
        check_name(&repeats.next(PartId::Phase(phase.id.clone())), &phase.name, findings);
    }
    for channel in &journey.channels {
        check_name(&repeats.next(PartId::Channel(channel.id.clone())), &channel.name, findings);
    }
    for owner in &journey.owners {
        check_name(&repeats.next(PartId::Owner(owner.id.clone())), &owner.name, findings);
    }
    for touchpoint in &journey.touchpoints {
        let at = repeats.next(PartId::Touchpoint(touchpoint.id.clone()));
        check_name(&at, &touchpoint.name, findings);
        check_text(&at.on(Field::Words), &touchpoint.words, findings);
        check_text(&at.on(Field::Notes), &touchpoint.notes, findings);
        check_sources(&at, &touchpoint.evidence, findings);
    }
    for handover in &journey.handovers {
        // A handover without a name is called by its two ends.
        let at = repeats.next(PartId::Handover(handover.id.clone()));
        check_text(&at.on(Field::Name), &handover.name, findings);
        check_text(&at.on(Field::Words), &handover.words, findings);
        check_text(&at.on(Field::Notes), &handover.notes, findings);
        check_sources(&at, &handover.evidence, findings);
    }
    for persona in &journey.personas {
        let at = repeats.next(PartId::Persona(persona.id.clone()));
        check_name(&at, &persona.name, findings);
        check_text(&at.on(Field::About), &persona.about, findings);
        check_sources(&at, &persona.evidence, findings);
    }
}

/// The languages of a text at a place.
pub(super) fn check_text(at: &At, text: &Text, findings: &mut Findings) {
    for language in text.0.keys().filter(|l| !is_language(l)) {
        findings.add(at.clone(), Code::LanguageCode { found: language.clone() });
    }
}

/// Two small letters, as in "sv" and "en".
fn is_language(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase())
}

/// The name of a part, which it must have.
fn check_name(part: &At, name: &Text, findings: &mut Findings) {
    if !name.can_be_seen() {
        findings.add(part.on(Field::Name), Code::EmptyName);
    }
    check_text(&part.on(Field::Name), name, findings);
}

fn check_sources(part: &At, evidence: &BTreeMap<Field, Evidence>, findings: &mut Findings) {
    for source in evidence.values().map(|e| &e.source) {
        check_text(&part.on(Field::Evidence), source, findings);
    }
}
