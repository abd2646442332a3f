//! What helps against a problem, where it is plain what was meant.

use super::handovers::{connect, left_over};
use super::kinds::PartChoice;
use super::{entries, figures, handovers, ranges, touchpoints};
use crate::model::fields::PartKind;
use crate::model::{
    At, Code, Field, Journey, LinkId, Location, PartId, PersonaId, PhaseId, Problem, Role, Stage, Touchpoint, check,
};

/// Helps against a problem. False where it is not plain what helps, and nothing has been done.
pub fn mend(journey: &mut Journey, problem: &Problem) -> bool {
    let Location::Part(at) = &problem.place else { return false };
    let before = journey.clone();
    let is_done = match &problem.what {
        Code::NoPurchase => make_last(journey, Stage::Before, Role::Purchase),
        Code::NoReckoning => make_last(journey, Stage::After, Role::Reckoning),
        Code::NoEntry => enter(journey),
        Code::UnreachableBefore => join(journey, &at.part),
        Code::UnreachableAfter => come_by_itself(journey, &at.part),
        _ => mend_alone(journey, at, &problem.what),
    };
    // Where something else is in the way, that comes first.
    let helps = is_done && !check(journey).contains(problem);
    if !helps {
        *journey = before;
    }
    helps
}

/// Helps against what is wrong in one place, whatever the ways through the journey are.
pub(super) fn mend_alone(journey: &mut Journey, at: &At, what: &Code) -> bool {
    match what {
        Code::RangeUnused { quantity } => ranges::hold(journey, &at.part, *quantity),
        Code::NotFinite { quantity } | Code::OutOfRange { quantity, .. } | Code::NotPositive { quantity, .. }
            if at.field == Some(Field::Evidence) =>
        {
            ranges::hold(journey, &at.part, *quantity)
        }
        Code::NotFinite { .. } | Code::OutOfRange { .. } | Code::NotPositive { .. } => within_bounds(journey, at),
        Code::RangeOrder { quantity, low, likely, high } => {
            let (low, high) = (low.min(*high).min(*likely), high.max(*low).max(*likely));
            if at.field == Some(Field::Evidence) {
                return ranges::say(journey, &at.part, *quantity, (Some(low), Some(high)));
            }
            set(journey, at, Field::LowStrength, low);
            set(journey, at, Field::HighStrength, high)
        }
        Code::TenureOrder { .. } => on_touchpoint(journey, &at.part, |t| t.tenure.until = None),
        Code::TenureAfterHorizon { horizon, .. } => on_touchpoint(journey, &at.part, |t| t.tenure.from = *horizon),
        Code::SharesTooLarge { .. } => share_out(journey, &at.part),
        Code::PersonaShares { .. } => {
            let mut shares: Vec<&mut f64> = journey.personas.iter_mut().map(|p| &mut p.share).collect();
            entries::make_whole(&mut shares);
            true
        }
        Code::EntryShares { .. } => {
            let PartId::Persona(id) = &at.part else { return false };
            entries::persona_mut(journey, id).map(entries::make_entries_whole).is_some()
        }
        Code::PhaseOrder => {
            crate::model::order::sort_by_key(&mut journey.phases, |p| p.stage == Stage::After);
            touchpoints::in_order(journey);
            true
        }
        Code::PurchaseOnlyBefore | Code::RoleOnlyAfter { .. } => on_touchpoint(journey, &at.part, |t| {
            t.role = Role::Plain;
            t.worth = 0.0;
        }),
        Code::WorthOnlyOffer => on_touchpoint(journey, &at.part, |t| t.worth = 0.0),
        Code::OnlyBefore { quantity } | Code::OnlyAfter { quantity } => forget(journey, &at.part, *quantity),
        Code::EntryAfterPurchase { .. } | Code::ReadinessAfterPurchase { .. } | Code::ReadinessEmptyPhase { .. } => {
            mend_entry(journey, &at.part)
        }
        Code::DeskBeforePurchase { .. } | Code::DeskIsReckoning { .. } => journey.complaint_desk.take().is_some(),
        Code::HandoverAcross { .. }
        | Code::HandoverBack { .. }
        | Code::HandoverAfterBuying { .. }
        | Code::HandoverIntoReckoning { .. } => drop_handover(journey, &at.part),
        Code::UnknownTouchpoint { .. } => match &at.part {
            PartId::Journey => journey.complaint_desk.take().is_some(),
            PartId::Handover(_) => drop_handover(journey, &at.part),
            entry => mend_entry(journey, entry),
        },
        _ => false,
    }
}

fn set(journey: &mut Journey, at: &At, field: Field, value: f64) -> bool {
    figures::set(journey, &at.part, field, Some(value));
    true
}

fn on_touchpoint(journey: &mut Journey, part: &PartId, act: impl FnOnce(&mut Touchpoint)) -> bool {
    let PartId::Touchpoint(id) = part else { return false };
    journey.touchpoints.iter_mut().find(|t| t.id == *id).map(act).is_some()
}

fn drop_handover(journey: &mut Journey, part: &PartId) -> bool {
    let PartId::Handover(id) = part else { return false };
    let before = journey.handovers.len();
    journey.handovers.retain(|h| h.id != *id);
    journey.handovers.len() < before
}

/// A figure beyond its bounds goes to the nearest that can be.
fn within_bounds(journey: &mut Journey, at: &At) -> bool {
    let Some(field) = at.field else { return false };
    let Some(row) = figures::kind_of(&at.part).and_then(|kind| field.on(kind)) else { return false };
    let value = figures::value_of(journey, &at.part, row);
    let least = if row.is_above_least { row.most.min(1.0) } else { row.least };
    let sane = match value {
        Some(value) if value.is_finite() && row.is_above_least && value <= row.least => least,
        Some(value) if value.is_finite() => value.clamp(row.least, figures::bounds_of(journey, &at.part, row).1),
        _ => row.default().unwrap_or(least),
    };
    figures::set(journey, &at.part, field, Some(sane));
    figures::value_of(journey, &at.part, row) == Some(sane)
}

/// The shares out of a touchpoint, in the same proportions, so that they are everybody.
fn share_out(journey: &mut Journey, part: &PartId) -> bool {
    let PartId::Touchpoint(id) = part else { return false };
    let mut shares: Vec<&mut f64> =
        journey.handovers.iter_mut().filter(|h| h.from == *id).map(|h| &mut h.share).collect();
    entries::make_whole(&mut shares);
    !shares.is_empty()
}

/// What means nothing on this side of the purchase is as if nobody had said anything.
fn forget(journey: &mut Journey, part: &PartId, quantity: Field) -> bool {
    if let PartId::Handover(id) = part {
        return journey.handovers.iter_mut().find(|h| h.id == *id).map(|h| h.days = 0.0).is_some();
    }
    on_touchpoint(journey, part, |touchpoint| {
        if quantity == Field::Tenure {
            touchpoint.tenure = crate::model::Tenure::default();
        } else if let Some(row) = quantity.on(PartKind::Touchpoint)
            && let Some(value) = row.default()
        {
            row.set_on_touchpoint(touchpoint, value);
        }
    })
}

/// An entry after the purchase is gone; one of a readiness that cannot be is as far on as where it leads in.
fn mend_entry(journey: &mut Journey, part: &PartId) -> bool {
    let PartId::Entry { persona, touchpoint, readiness } = part else { return false };
    match (handovers::side(journey, touchpoint), journey.touchpoint(touchpoint).map(|t| t.phase.clone())) {
        (Some(Stage::Before), Some(phase)) => be_ready_for(journey, (persona, touchpoint, readiness), &phase),
        _ => {
            entries::remove(journey, persona, touchpoint, readiness);
            enter(journey);
        }
    }
    true
}

fn be_ready_for(journey: &mut Journey, entry: (&PersonaId, &LinkId, &PhaseId), phase: &PhaseId) {
    let (persona, touchpoint, readiness) = entry;
    let part = PartId::Entry { persona: persona.clone(), touchpoint: touchpoint.clone(), readiness: readiness.clone() };
    figures::choose(journey, &part, &PartChoice::Readiness(phase.clone()));
    // Where there is such an entry already, this one goes up in it.
    let stays = entries::persona(journey, persona)
        .is_some_and(|p| p.entries.iter().any(|e| e.touchpoint == *touchpoint && e.readiness == *readiness));
    if stays && phase != readiness {
        entries::remove(journey, persona, touchpoint, readiness);
    }
}

fn enter(journey: &mut Journey) -> bool {
    let Some(first) = entries::first_before(journey) else { return false };
    entries::enter_where_nobody_does(journey, &first);
    true
}

/// Gives the last touchpoint of a side the role that one there must have.
fn make_last(journey: &mut Journey, stage: Stage, role: Role) -> bool {
    let last = journey.touchpoints.iter().rfind(|t| journey.stage(&t.phase) == Some(stage)).map(|t| t.id.clone());
    let Some(last) = last else { return false };
    figures::choose(journey, &PartId::Touchpoint(last), &PartChoice::Role(role));
    true
}

/// Leads to a touchpoint from the one before it, where some of those who are there find no way on yet.
fn join(journey: &mut Journey, part: &PartId) -> bool {
    let PartId::Touchpoint(id) = part else { return false };
    let Some(at) = journey.touchpoints.iter().position(|t| t.id == *id) else { return false };
    let comes_before = |t: &&Touchpoint| journey.stage(&t.phase) == Some(Stage::Before) && t.role != Role::Purchase;
    let previous = journey.touchpoints.iter().take(at).rev().find(comes_before).map(|t| t.id.clone());
    let Some(previous) = previous else { return false };
    let known = journey.handovers.iter().find(|h| h.from == previous && h.to == *id).map(|h| h.id.clone());
    let share = left_over(journey, &previous);
    if share == 0.0 {
        return false;
    }
    match known {
        Some(known) => figures::set(journey, &PartId::Handover(known), Field::Share, Some(share)),
        None => connect(journey, &previous, id),
    }
    true
}

/// A touchpoint after the purchase that nobody is led to comes by itself.
fn come_by_itself(journey: &mut Journey, part: &PartId) -> bool {
    on_touchpoint(journey, part, |t| {
        let usual = super::starting::starting_of(Stage::After, t.nature, t.role).frequency;
        t.frequency = usual;
    })
}
