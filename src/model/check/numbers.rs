//! Every number on its own: finite and within what the model can use, as the table of fields says.

use super::findings::Findings;
use crate::model::fields::{FieldDef, PartKind, figures_of};
use crate::model::location::Repeats;
use crate::model::{At, Code, Evidence, Field, Handover, Journey, PartId, Persona, Strength, Touchpoint, is_varied};
use std::collections::BTreeMap;

pub(super) fn check(journey: &Journey, findings: &mut Findings) {
    let whole = At::part(PartId::Journey);
    for row in figures_of(PartKind::Journey) {
        if let Some(value) = row.of_journey(journey) {
            findings.number(&whole, row, value);
        }
    }
    check_ranges(&whole, (journey, PartKind::Journey), &journey.evidence, &|_| None, findings);
    let market = At::part(PartId::Market);
    for row in figures_of(PartKind::Market) {
        if let Some(value) = row.of_market(&journey.market) {
            findings.number(&market, row, value);
        }
    }
    let mut repeats = Repeats::default();
    for touchpoint in &journey.touchpoints {
        let at = repeats.next(PartId::Touchpoint(touchpoint.id.clone()));
        check_touchpoint(&at, journey, touchpoint, findings);
    }
    for handover in &journey.handovers {
        let at = repeats.next(PartId::Handover(handover.id.clone()));
        check_handover(&at, journey, handover, findings);
    }
    for persona in &journey.personas {
        check_persona(journey, persona, &mut repeats, findings);
    }
}

fn check_touchpoint(at: &At, journey: &Journey, touchpoint: &Touchpoint, findings: &mut Findings) {
    for row in figures_of(PartKind::Touchpoint) {
        match (row.field, row.of_touchpoint(touchpoint)) {
            (Field::TenureFrom, _) => check_tenure(at, touchpoint, journey.horizon, findings),
            (Field::TenureUntil, _) => {}
            (_, Some(value)) => findings.within(|| at.on(row.field), row, value, row.bounds_at(touchpoint)),
            (_, None) => {}
        }
        check_range_after(row.field, at, touchpoint.strength, findings);
    }
    let value_of = |row: &FieldDef| Some((row.of_touchpoint(touchpoint)?, row.bounds_at(touchpoint)));
    check_ranges(at, (journey, PartKind::Touchpoint), &touchpoint.evidence, &value_of, findings);
}

/// A tenure begins while buyers are still followed, and ends no earlier than it begins.
fn check_tenure(at: &At, touchpoint: &Touchpoint, horizon: u16, findings: &mut Findings) {
    let from = touchpoint.tenure.from;
    if from == 0 {
        let (quantity, most) = (Field::Tenure, horizon.max(1).into());
        findings.add(at.on(Field::TenureFrom), Code::OutOfRange { quantity, value: 0.0, least: 1.0, most });
    } else if horizon > 0 && from > horizon {
        findings.add(at.on(Field::TenureFrom), Code::TenureAfterHorizon { from, horizon });
    }
    if let Some(until) = touchpoint.tenure.until.filter(|&until| until < from) {
        findings.add(at.on(Field::TenureUntil), Code::TenureOrder { from, until });
    }
}

fn check_handover(at: &At, journey: &Journey, handover: &Handover, findings: &mut Findings) {
    for row in figures_of(PartKind::Handover) {
        if let Some(value) = row.of_handover(handover) {
            findings.number(at, row, value);
        }
        check_range_after(row.field, at, handover.strength, findings);
    }
    let value_of = |row: &FieldDef| Some((row.of_handover(handover)?, (row.least, row.most)));
    check_ranges(at, (journey, PartKind::Handover), &handover.evidence, &value_of, findings);
}

fn check_persona(journey: &Journey, persona: &Persona, repeats: &mut Repeats, findings: &mut Findings) {
    let at = repeats.next(PartId::Persona(persona.id.clone()));
    for row in figures_of(PartKind::Persona) {
        if let Some(value) = row.of_persona(persona) {
            findings.number(&at, row, value);
        }
    }
    let value_of = |row: &FieldDef| Some((row.of_persona(persona)?, (row.least, row.most)));
    check_ranges(&at, (journey, PartKind::Persona), &persona.evidence, &value_of, findings);
    for entry in &persona.entries {
        let at = repeats.next(PartId::entry(persona, entry));
        for row in figures_of(PartKind::Entry) {
            if let Some(value) = row.of_entry(entry) {
                findings.number(&at, row, value);
            }
        }
    }
    for (channel, &leaning) in &persona.leaning {
        let at = repeats.next(PartId::leaning(persona, channel));
        for row in figures_of(PartKind::Leaning) {
            findings.within(|| at.clone(), row, leaning, (row.least, row.most));
        }
    }
}

/// A figure, with the lowest and the highest that it may be.
type Bounded = (f64, (f64, f64));

/// The ranges that evidence gives: on figures that are varied, within the figure's bounds, in order.
fn check_ranges(
    at: &At,
    (journey, part): (&Journey, PartKind),
    evidence: &BTreeMap<Field, Evidence>,
    value_of: &dyn Fn(&FieldDef) -> Option<Bounded>,
    findings: &mut Findings,
) {
    for (&quantity, evidence) in evidence.iter().filter(|(_, evidence)| evidence.has_range()) {
        let row = quantity.on(part).filter(|_| is_varied(journey, &at.part, quantity));
        let Some((row, (likely, bounds))) = row.and_then(|row| Some((row, value_of(row)?))) else {
            findings.add(at.on(Field::Evidence), Code::RangeUnused { quantity });
            continue;
        };
        let (low, high) = evidence.range(likely).unwrap_or((likely, likely));
        let before = findings.problems.len();
        for end in [evidence.low, evidence.high].into_iter().flatten() {
            findings.within(|| at.on(Field::Evidence), row, end, bounds);
        }
        if findings.problems.len() == before && likely.is_finite() && !(low <= likely && likely <= high) {
            findings.add(at.on(Field::Evidence), Code::RangeOrder { quantity, low, likely, high });
        }
    }
}

/// Once all three ends of a strength have been looked at: low, likely and high in this order.
fn check_range_after(field: Field, at: &At, strength: Strength, findings: &mut Findings) {
    if field != Field::HighStrength {
        return;
    }
    let likely = strength.likely;
    let (low, high) = strength.range().unwrap_or((likely, likely));
    let all_finite = [low, likely, high].iter().all(|s| s.is_finite());
    if all_finite && !(low <= likely && likely <= high) {
        findings.add(at.on(Field::StrengthRange), Code::RangeOrder { quantity: Field::Strength, low, likely, high });
    }
}
