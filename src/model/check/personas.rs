//! Personas: who they are together, and where they come in.

use super::findings::Findings;
use super::map::Map;
use crate::model::defaults::MAX_TOLERANCE;
use crate::model::location::Repeats;
use crate::model::{At, Code, Field, PartId, Stage};

/// How far from 1 shares of everybody may sum, so that thirds can be written with a few digits.
const ROUNDING: f64 = 1e-6;

pub(super) fn check(map: &Map, findings: &mut Findings) {
    let personas = &map.journey.personas;
    let sum: f64 = personas.iter().map(|p| p.share).sum();
    if !personas.is_empty() && is_off(sum) {
        findings.add(At::part(PartId::Journey).on(Field::Personas), Code::PersonaShares { sum });
    }
    let mut repeats = Repeats::default();
    for persona in personas {
        let at = repeats.next(PartId::Persona(persona.id.clone()));
        let most = f64::from(persona.tolerance.min(MAX_TOLERANCE.saturating_sub(persona.tolerance) + 1).max(1) - 1);
        if f64::from(persona.tolerance_spread) > most {
            let (quantity, value) = (Field::ToleranceSpread, f64::from(persona.tolerance_spread));
            findings.add(at.on(quantity), Code::OutOfRange { quantity, value, least: 0.0, most });
        }
        let sum: f64 = persona.entries.iter().map(|e| e.share).sum();
        if !persona.entries.is_empty() && is_off(sum) {
            findings.add(at.on(Field::Entries), Code::EntryShares { sum });
        }
        for entry in &persona.entries {
            let at = repeats.next(PartId::entry(persona, entry));
            if map.touchpoint(&entry.touchpoint).and_then(|t| map.side(t)) == Some(Stage::After) {
                let what = Code::EntryAfterPurchase { id: entry.touchpoint.to_string() };
                findings.add(at.on(Field::Touchpoint), what);
            }
            let Some(readiness) = map.phase(&entry.readiness) else { continue };
            let id = entry.readiness.to_string();
            if map.journey.phases.get(readiness).is_some_and(|p| p.stage == Stage::After) {
                findings.add(at.on(Field::Readiness), Code::ReadinessAfterPurchase { id });
            } else if !map.phase_of.contains(&Some(readiness)) {
                // Customers who are noticed to be there have to be taken somewhere.
                findings.add(at.on(Field::Readiness), Code::ReadinessEmptyPhase { id });
            }
        }
    }
}

fn is_off(sum: f64) -> bool {
    sum.is_finite() && (sum - 1.0).abs() > ROUNDING
}
