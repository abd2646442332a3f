//! Names that must be there, and the languages of all texts.

use super::Findings;
use crate::model::{Code, Evidence, Figure, Journey, Text};
use std::collections::BTreeMap;

pub(super) fn check(journey: &Journey, findings: &mut Findings) {
    let whole = Part { path: String::new(), id: "" };
    whole.name(&journey.name, findings);
    whole.text("summary", &journey.summary, findings);
    whole.text("currency", &journey.currency, findings);
    whole.sources(&journey.evidence, findings);
    for (n, phase) in journey.phases.iter().enumerate() {
        Part { path: format!("phases[{n}]."), id: phase.id.as_str() }.name(&phase.name, findings);
    }
    for (n, channel) in journey.channels.iter().enumerate() {
        Part { path: format!("channels[{n}]."), id: channel.id.as_str() }.name(&channel.name, findings);
    }
    for (n, owner) in journey.owners.iter().enumerate() {
        Part { path: format!("owners[{n}]."), id: owner.id.as_str() }.name(&owner.name, findings);
    }
    for (n, touchpoint) in journey.touchpoints.iter().enumerate() {
        let part = Part { path: format!("touchpoints[{n}]."), id: touchpoint.id.as_str() };
        part.name(&touchpoint.name, findings);
        part.text("words", &touchpoint.words, findings);
        part.text("notes", &touchpoint.notes, findings);
        part.sources(&touchpoint.evidence, findings);
    }
    for (n, handover) in journey.handovers.iter().enumerate() {
        // A handover without a name is called by its two ends.
        let part = Part { path: format!("handovers[{n}]."), id: handover.id.as_str() };
        part.text("name", &handover.name, findings);
        part.text("words", &handover.words, findings);
        part.text("notes", &handover.notes, findings);
        part.sources(&handover.evidence, findings);
    }
    for (n, persona) in journey.personas.iter().enumerate() {
        let part = Part { path: format!("personas[{n}]."), id: persona.id.as_str() };
        part.name(&persona.name, findings);
        part.text("about", &persona.about, findings);
        part.sources(&persona.evidence, findings);
    }
}

/// The languages of a text at a path.
pub(super) fn check_text(path: &str, id: &str, text: &Text, findings: &mut Findings) {
    for language in text.0.keys().filter(|l| !is_language(l)) {
        findings.add(path, id, Code::LanguageCode { found: language.clone() });
    }
}

/// Two small letters, as in "sv" and "en".
fn is_language(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase())
}

/// A part of the journey: the path up to its fields, and its id.
struct Part<'a> {
    path: String,
    id: &'a str,
}

impl Part<'_> {
    fn name(&self, name: &Text, findings: &mut Findings) {
        if name.0.values().all(|words| words.trim().is_empty()) {
            findings.add(format!("{}name", self.path), self.id, Code::EmptyName);
        }
        self.text("name", name, findings);
    }

    fn text(&self, field: &str, text: &Text, findings: &mut Findings) {
        check_text(&format!("{}{field}", self.path), self.id, text, findings);
    }

    fn sources(&self, evidence: &BTreeMap<Figure, Evidence>, findings: &mut Findings) {
        for source in evidence.values().map(|e| &e.source) {
            self.text("evidence", source, findings);
        }
    }
}
