//! What stands before the purchase and what after it.

use super::{Findings, Map};
use crate::model::{Code, Quantity, Role, Stage, Tenure, Touchpoint, defaults};

pub(super) fn check(map: &Map, findings: &mut Findings) {
    let phases = &map.journey.phases;
    let first_after = phases.iter().position(|p| p.stage == Stage::After).unwrap_or(phases.len());
    for (n, phase) in phases.iter().enumerate().skip(first_after).filter(|(_, p)| p.stage == Stage::Before) {
        findings.add(format!("phases[{n}].stage"), &phase.id.0, Code::PhaseOrder);
    }
    for (n, touchpoint) in map.journey.touchpoints.iter().enumerate() {
        match map.side(n) {
            Some(Stage::Before) => before(n, touchpoint, findings),
            Some(Stage::After) => after(n, touchpoint, findings),
            None => {}
        }
    }
    desk(map, findings);
}

fn before(n: usize, touchpoint: &Touchpoint, findings: &mut Findings) {
    let mut wrong = |field: &str, what| findings.add(format!("touchpoints[{n}].{field}"), &touchpoint.id.0, what);
    let role = touchpoint.role;
    if matches!(role, Role::Reckoning | Role::Offer) {
        wrong("role", Code::RoleOnlyAfter { role });
    }
    // Not a number at all is said elsewhere.
    if touchpoint.frequency != defaults::FREQUENCY && touchpoint.frequency.is_finite() {
        wrong("frequency", Code::OnlyAfter { quantity: Quantity::Frequency });
    }
    if touchpoint.tenure != Tenure::default() {
        wrong("tenure", Code::OnlyAfter { quantity: Quantity::Tenure });
    }
    if touchpoint.worth != 0.0 && touchpoint.worth.is_finite() && role != Role::Offer {
        wrong("worth", Code::WorthOnlyOffer);
    }
}

fn after(n: usize, touchpoint: &Touchpoint, findings: &mut Findings) {
    let mut wrong = |field: &str, what| findings.add(format!("touchpoints[{n}].{field}"), &touchpoint.id.0, what);
    if touchpoint.role == Role::Purchase {
        wrong("role", Code::PurchaseOnlyBefore);
    }
    for (field, quantity, value) in
        [("days", Quantity::Days, touchpoint.days), ("sensing", Quantity::Sensing, touchpoint.sensing)]
    {
        if value != 0.0 && value.is_finite() {
            wrong(field, Code::OnlyBefore { quantity });
        }
    }
    if touchpoint.worth != 0.0 && touchpoint.worth.is_finite() && touchpoint.role != Role::Offer {
        wrong("worth", Code::WorthOnlyOffer);
    }
}

fn desk(map: &Map, findings: &mut Findings) {
    let Some(id) = &map.journey.complaint_desk else { return };
    let Some(desk) = map.touchpoint(id) else { return };
    if map.side(desk) == Some(Stage::Before) {
        findings.add("complaint_desk", id.as_str(), Code::DeskBeforePurchase { id: id.to_string() });
    } else if map.journey.touchpoints.get(desk).is_some_and(|t| t.role == Role::Reckoning) {
        findings.add("complaint_desk", id.as_str(), Code::DeskIsReckoning { id: id.to_string() });
    }
}
