//! What stands before the purchase and what after it.

use super::findings::Findings;
use super::map::Map;
use crate::model::fields::{PartKind, figures_of};
use crate::model::location::Repeats;
use crate::model::{At, Code, Field, PartId, Role, Stage, Touchpoint};

pub(super) fn check(map: &Map, findings: &mut Findings) {
    let phases = &map.journey.phases;
    let first_after = phases.iter().position(|p| p.stage == Stage::After).unwrap_or(phases.len());
    let mut repeats = Repeats::default();
    for (n, phase) in phases.iter().enumerate() {
        let at = repeats.next(PartId::Phase(phase.id.clone()));
        if n > first_after && phase.stage == Stage::Before {
            findings.add(at.on(Field::Stage), Code::PhaseOrder);
        }
    }
    for (n, touchpoint) in map.journey.touchpoints.iter().enumerate() {
        let at = repeats.next(PartId::Touchpoint(touchpoint.id.clone()));
        if let Some(side) = map.side(n) {
            check_touchpoint(&at, touchpoint, side, findings);
        }
    }
    desk(map, findings);
}

fn check_touchpoint(at: &At, touchpoint: &Touchpoint, side: Stage, findings: &mut Findings) {
    let role = touchpoint.role;
    match (side, role) {
        (Stage::Before, Role::Reckoning | Role::Offer) => {
            findings.add(at.on(Field::Role), Code::RoleOnlyAfter { role })
        }
        (Stage::After, Role::Purchase) => findings.add(at.on(Field::Role), Code::PurchaseOnlyBefore),
        _ => {}
    }
    let mut named = None;
    for row in figures_of(PartKind::Touchpoint) {
        let Some(stage) = row.stage.filter(|stage| *stage != side) else { continue };
        let value = row.of_touchpoint(touchpoint);
        let quantity = row.field.noun();
        // Not a number at all is said elsewhere; both ends of a tenure are one matter.
        if value == row.default() || value.is_some_and(|value| !value.is_finite()) || named == Some(quantity) {
            continue;
        }
        named = Some(quantity);
        let what = match stage {
            Stage::Before => Code::OnlyBefore { quantity },
            Stage::After => Code::OnlyAfter { quantity },
        };
        findings.add(at.on(quantity), what);
    }
    if touchpoint.worth != 0.0 && touchpoint.worth.is_finite() && role != Role::Offer {
        findings.add(at.on(Field::Worth), Code::WorthOnlyOffer);
    }
}

fn desk(map: &Map, findings: &mut Findings) {
    let Some(id) = &map.journey.complaint_desk else { return };
    let Some(desk) = map.touchpoint(id) else { return };
    let at = At::part(PartId::Journey).on(Field::ComplaintDesk);
    if map.side(desk) == Some(Stage::Before) {
        findings.add(at, Code::DeskBeforePurchase { id: id.to_string() });
    } else if map.journey.touchpoints.get(desk).is_some_and(|t| t.role == Role::Reckoning) {
        findings.add(at, Code::DeskIsReckoning { id: id.to_string() });
    }
}
