//! The ways from touchpoint to touchpoint.

use super::{names, starting};
use crate::model::{Handover, Journey, LinkId, Role, Stage};

/// On which side of the purchase a touchpoint stands.
pub(super) fn side(journey: &Journey, id: &LinkId) -> Option<Stage> {
    journey.stage(&journey.touchpoint(id)?.phase)
}

/// Whether a handover can lead from one touchpoint to another.
pub fn can_lead(journey: &Journey, from: &LinkId, to: &LinkId) -> bool {
    let (Some(start), Some(end)) = (journey.touchpoint(from), journey.touchpoint(to)) else { return false };
    if from == to || end.role == Role::Reckoning {
        return false;
    }
    match (journey.stage(&start.phase), journey.stage(&end.phase)) {
        (Some(Stage::Before), Some(Stage::Before)) => start.role != Role::Purchase,
        (Some(Stage::Before), Some(Stage::After)) => start.role == Role::Purchase,
        (Some(Stage::After), Some(Stage::After)) => true,
        _ => false,
    }
}

/// What the handovers out of a touchpoint leave [0..1].
pub(super) fn left_over(journey: &Journey, from: &LinkId) -> f64 {
    let taken: f64 = journey.handovers.iter().filter(|h| h.from == *from).map(|h| h.share).sum();
    // Whole millionths: what binary adds is nobody.
    ((1.0 - taken) * 1e6).round().clamp(0.0, 1e6) / 1e6
}

/// Joins two touchpoints, for all who are left there. Two that are joined, and two that cannot be, stay as they are.
pub(super) fn connect(journey: &mut Journey, from: &LinkId, to: &LinkId) {
    let share = left_over(journey, from);
    connect_for(journey, from, to, share);
}

/// The same for so many of those who leave `from`.
pub(super) fn connect_for(journey: &mut Journey, from: &LinkId, to: &LinkId, share: f64) {
    let is_there = journey.handovers.iter().any(|h| h.from == *from && h.to == *to);
    if is_there || !can_lead(journey, from, to) {
        return;
    }
    let id = names::link(journey, &format!("{from}-{to}"));
    let handover = starting::handover(id, from.clone(), to.clone(), share);
    // Beside the others out of the same touchpoint.
    let at = journey.handovers.iter().rposition(|h| h.from == *from).map_or(journey.handovers.len(), |last| last + 1);
    journey.handovers.insert(at, handover);
}

/// Leads a handover elsewhere; where one leads there already, that one takes its share over. A way that cannot be is gone.
pub(super) fn lead(journey: &mut Journey, id: &LinkId, from: &LinkId, to: &LinkId) {
    let Some(share) = journey.handover(id).map(|h| h.share) else { return };
    let twin = |h: &&mut Handover| h.id != *id && h.from == *from && h.to == *to;
    if let Some(other) = journey.handovers.iter_mut().find(twin) {
        other.share = (other.share + share).min(1.0);
        journey.handovers.retain(|h| h.id != *id);
    } else if can_lead(journey, from, to) {
        let handover = journey.handovers.iter_mut().find(|h| h.id == *id);
        if let Some(handover) = handover {
            (handover.from, handover.to) = (from.clone(), to.clone());
        }
    } else {
        journey.handovers.retain(|h| h.id != *id);
    }
}

/// Takes away the ways of a touchpoint that cannot be, as after it has gone over to the other side of the purchase.
pub(super) fn drop_impossible(journey: &mut Journey, link: &LinkId) {
    let gone: Vec<LinkId> = journey
        .handovers
        .iter()
        .filter(|h| (h.from == *link || h.to == *link) && !can_lead(journey, &h.from, &h.to))
        .map(|h| h.id.clone())
        .collect();
    journey.handovers.retain(|h| !gone.contains(&h.id));
    // Time passes on the way only before the purchase.
    let timeless: Vec<LinkId> =
        journey.handovers.iter().filter(|h| is_timeless(journey, h)).map(|h| h.id.clone()).collect();
    journey.handovers.iter_mut().filter(|h| timeless.contains(&h.id)).for_each(|h| h.days = 0.0);
}

fn is_timeless(journey: &Journey, handover: &Handover) -> bool {
    let buys = journey.touchpoint(&handover.from).is_some_and(|t| t.role == Role::Purchase);
    buys || side(journey, &handover.from) == Some(Stage::After)
}

/// Ids of the handovers that lead to a touchpoint, or from it.
pub(super) fn into(journey: &Journey, link: &LinkId) -> Vec<LinkId> {
    journey.handovers.iter().filter(|h| h.to == *link).map(|h| h.id.clone()).collect()
}

pub(super) fn out_of(journey: &Journey, link: &LinkId) -> Vec<LinkId> {
    journey.handovers.iter().filter(|h| h.from == *link).map(|h| h.id.clone()).collect()
}
