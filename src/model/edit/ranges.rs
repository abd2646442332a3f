//! Between which values a figure plausibly lies, as its evidence says it.

use super::figures::{bounds_of, evidence_mut, kind_of, value_of};
use crate::model::{Evidence, Field, Grounds, Journey, PartId, Text, is_varied};

/// Says between which values a figure lies; without an end that end is not said. An end beyond the figure's bounds, or on
/// the wrong side of the figure, becomes the nearest that can be. True if the part carries evidence.
pub(super) fn say(journey: &mut Journey, part: &PartId, field: Field, ends: (Option<f64>, Option<f64>)) -> bool {
    let ends = fitting(journey, part, field, ends);
    let Some(evidence) = evidence_mut(journey, part) else { return false };
    if ends != (None, None) {
        evidence.entry(field).or_insert_with(|| Evidence::new(Grounds::Assumption, Text::default()));
    }
    if let Some(evidence) = evidence.get_mut(&field) {
        (evidence.low, evidence.high) = ends;
    }
    true
}

/// Lets a range hold its figure, and ends it where the figure is no longer varied.
pub(super) fn hold(journey: &mut Journey, part: &PartId, field: Field) -> bool {
    let said = evidence_mut(journey, part).and_then(|evidence| evidence.get(&field)).map(|e| (e.low, e.high));
    said.is_some_and(|ends| say(journey, part, field, ends))
}

/// The same of every range of a journey: whatever an edit did to figures, roles and phases, none is left that cannot be.
pub(super) fn hold_all(journey: &mut Journey) {
    let touchpoints = journey.touchpoints.iter().map(|t| (PartId::Touchpoint(t.id.clone()), &t.evidence));
    let handovers = journey.handovers.iter().map(|h| (PartId::Handover(h.id.clone()), &h.evidence));
    let personas = journey.personas.iter().map(|p| (PartId::Persona(p.id.clone()), &p.evidence));
    let all = touchpoints.chain(handovers).chain(personas);
    let ranged = all.flat_map(|(part, evidence)| {
        let ranged = evidence.iter().filter(|(_, evidence)| evidence.has_range());
        ranged.map(move |(field, _)| (part.clone(), *field))
    });
    for (part, field) in ranged.collect::<Vec<_>>() {
        hold(journey, &part, field);
    }
}

/// The ends as they can be; none where the figure is not varied.
fn fitting(
    journey: &Journey,
    part: &PartId,
    field: Field,
    (low, high): (Option<f64>, Option<f64>),
) -> (Option<f64>, Option<f64>) {
    let row = kind_of(part).and_then(|kind| field.on(kind)).filter(|_| is_varied(journey, part, field));
    let Some((row, value)) = row.and_then(|row| Some((row, value_of(journey, part, row)?))) else {
        return (None, None);
    };
    let (low, high) = (low.filter(|low| low.is_finite()), high.filter(|high| high.is_finite()));
    let (low, high) = match (low, high) {
        (Some(low), Some(high)) if low > high => (Some(high), Some(low)),
        ends => ends,
    };
    // Of a figure that is over a bound no end lies on it.
    let low = low.filter(|low| !row.is_above_least || *low > row.least);
    let (least, most) = bounds_of(journey, part, row);
    (low.map(|low| low.max(least).min(value)), high.map(|high| high.min(most).max(value)))
}
