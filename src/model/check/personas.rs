//! Personas: who they are together, and where they come in.

use super::{Findings, Map};
use crate::model::{Code, Stage};

/// How far from 1 shares of everybody may sum, so that thirds can be written with a few digits.
const ROUNDING: f64 = 1e-6;

pub(super) fn check(map: &Map, findings: &mut Findings) {
    let personas = &map.journey.personas;
    let sum: f64 = personas.iter().map(|p| p.share).sum();
    if !personas.is_empty() && is_off(sum) {
        findings.add("personas", "", Code::PersonaShares { sum });
    }
    for (n, persona) in personas.iter().enumerate() {
        let mut wrong = |field: String, what| findings.add(format!("personas[{n}].{field}"), &persona.id.0, what);
        let sum: f64 = persona.entries.iter().map(|e| e.share).sum();
        if !persona.entries.is_empty() && is_off(sum) {
            wrong("entries".to_owned(), Code::EntryShares { sum });
        }
        for (e, entry) in persona.entries.iter().enumerate() {
            if map.touchpoint(&entry.touchpoint).and_then(|t| map.side(t)) == Some(Stage::After) {
                let what = Code::EntryAfterPurchase { id: entry.touchpoint.to_string() };
                wrong(format!("entries[{e}].touchpoint"), what);
            }
            let Some(readiness) = map.phase(&entry.readiness) else { continue };
            let at = format!("entries[{e}].readiness");
            if map.journey.phases.get(readiness).is_some_and(|p| p.stage == Stage::After) {
                wrong(at, Code::ReadinessAfterPurchase { id: entry.readiness.to_string() });
            } else if !map.phase_of.contains(&Some(readiness)) {
                // Whoever is noticed to be there has to be taken somewhere.
                wrong(at, Code::ReadinessEmptyPhase { id: entry.readiness.to_string() });
            }
        }
    }
}

fn is_off(sum: f64) -> bool {
    sum.is_finite() && (sum - 1.0).abs() > ROUNDING
}
