//! How many there are of each part: no file may hang the page, and some parts there must be.

use super::Findings;
use crate::model::{Code, Journey, List, Role, Stage, defaults};

/// Whether all lists are within their bounds.
pub(super) fn check(journey: &Journey, findings: &mut Findings) -> bool {
    let before = findings.problems.len();
    let mut bound = |path: String, id: &str, list, found, most| {
        if found > most {
            findings.add(path, id, Code::ListTooLong { list, found, most });
        }
    };
    bound("phases".into(), "", List::Phases, journey.phases.len(), defaults::MAX_PHASES);
    bound("channels".into(), "", List::Channels, journey.channels.len(), defaults::MAX_CHANNELS);
    bound("owners".into(), "", List::Owners, journey.owners.len(), defaults::MAX_OWNERS);
    bound("touchpoints".into(), "", List::Touchpoints, journey.touchpoints.len(), defaults::MAX_TOUCHPOINTS);
    bound("handovers".into(), "", List::Handovers, journey.handovers.len(), defaults::MAX_HANDOVERS);
    bound("personas".into(), "", List::Personas, journey.personas.len(), defaults::MAX_PERSONAS);
    for (n, persona) in journey.personas.iter().enumerate() {
        let path = format!("personas[{n}].entries");
        bound(path, persona.id.as_str(), List::Entries, persona.entries.len(), defaults::MAX_ENTRIES);
    }
    let fits = findings.problems.len() == before;
    some_of_each(journey, findings);
    fits
}

fn some_of_each(journey: &Journey, findings: &mut Findings) {
    if journey.phases.iter().all(|p| p.stage != Stage::Before) {
        findings.add("phases", "", Code::NoPhaseBefore);
    }
    if journey.phases.iter().all(|p| p.stage != Stage::After) {
        findings.add("phases", "", Code::NoPhaseAfter);
    }
    if journey.touchpoints.iter().all(|t| t.role != Role::Purchase) {
        findings.add("touchpoints", "", Code::NoPurchase);
    }
    if journey.touchpoints.iter().all(|t| t.role != Role::Reckoning) {
        findings.add("touchpoints", "", Code::NoReckoning);
    }
    if journey.personas.is_empty() {
        findings.add("personas", "", Code::NoPersona);
    }
    for (n, persona) in journey.personas.iter().enumerate().filter(|(_, p)| p.entries.is_empty()) {
        findings.add(format!("personas[{n}].entries"), &persona.id.0, Code::NoEntry);
    }
}
