//! Touchpoints: added, moved, taken away, so that the ways and the entries go on leading somewhere.

use super::handovers::{connect_for, drop_impossible, into, lead, out_of, side};
use super::kinds::Spot;
use super::{entries, starting};
use crate::model::{Journey, Lang, LinkId, PhaseId, Role, Stage, Touchpoint};

/// Adds a touchpoint where somebody wants it.
pub(super) fn add(journey: &mut Journey, name: &str, spot: &Spot, lang: &Lang) {
    match spot {
        Spot::Before(link) => add_before(journey, name, link, None, lang),
        Spot::After(link) => add_after(journey, name, link, None, lang),
        Spot::On(handover) => add_on(journey, name, handover, lang),
        Spot::EndOf(phase) => add_at_end(journey, name, phase, lang),
    }
}

fn put(journey: &mut Journey, at: usize, touchpoint: Touchpoint) -> LinkId {
    let id = touchpoint.id.clone();
    journey.touchpoints.insert(at.min(journey.touchpoints.len()), touchpoint);
    id
}

fn place_of(journey: &Journey, link: &LinkId) -> Option<usize> {
    journey.touchpoints.iter().position(|t| t.id == *link)
}

/// All who came to a touchpoint come to the new one first; where nobody was led there, those come who began there.
fn add_before(journey: &mut Journey, name: &str, link: &LinkId, phase: Option<&PhaseId>, lang: &Lang) {
    let (Some(at), Some(stage)) = (place_of(journey, link), side(journey, link)) else { return };
    let Some(own) = journey.touchpoint(link).map(|t| t.phase.clone()) else { return };
    let Some(new) = starting::named(journey, name, phase.unwrap_or(&own), lang) else { return };
    let new = put(journey, at, new);
    if stage == Stage::After {
        return;
    }
    let ways = into(journey, link);
    let is_first = ways.is_empty();
    for way in ways {
        let Some(from) = journey.handover(&way).map(|h| h.from.clone()) else { continue };
        lead(journey, &way, &from, &new);
    }
    connect_for(journey, &new, link, 1.0);
    if is_first {
        entries::move_entries(journey, link, &new);
    }
}

/// All who went on from a touchpoint go on from the new one. After the purchase touchpoints come by themselves, but for
/// the first, to which the purchase leads.
fn add_after(journey: &mut Journey, name: &str, link: &LinkId, phase: Option<&PhaseId>, lang: &Lang) {
    let (Some(at), Some(stage)) = (place_of(journey, link), side(journey, link)) else { return };
    let Some(before) = journey.touchpoint(link) else { return };
    let (is_purchase, own) = (before.role == Role::Purchase, before.phase.clone());
    if is_purchase && phase.is_none() {
        return add_first_after(journey, name, link, lang);
    }
    let Some(new) = starting::named(journey, name, phase.unwrap_or(&own), lang) else { return };
    let new = put(journey, at + 1, new);
    if stage == Stage::After {
        return;
    }
    for way in out_of(journey, link) {
        let Some(to) = journey.handover(&way).map(|h| h.to.clone()) else { continue };
        lead(journey, &way, &new, &to);
    }
    connect_for(journey, link, &new, 1.0);
}

/// The first that a customer meets: the purchase leads there, and it comes no more by itself.
fn add_first_after(journey: &mut Journey, name: &str, purchase: &LinkId, lang: &Lang) {
    let Some(phase) = journey.phases.iter().find(|p| p.stage == Stage::After).map(|p| p.id.clone()) else { return };
    let Some(mut new) = starting::named(journey, name, &phase, lang) else { return };
    new.frequency = 0.0;
    let first = journey.touchpoints.iter().position(|t| journey.stage(&t.phase) == Some(Stage::After));
    let new = put(journey, first.unwrap_or(journey.touchpoints.len()), new);
    for way in out_of(journey, purchase) {
        let Some(to) = journey.handover(&way).map(|h| h.to.clone()) else { continue };
        lead(journey, &way, &new, &to);
    }
    connect_for(journey, purchase, &new, 1.0);
}

/// Between two that a handover joins: its strength is that of the way to the new one.
fn add_on(journey: &mut Journey, name: &str, handover: &LinkId, lang: &Lang) {
    let Some((from, to)) = journey.handover(handover).map(|h| (h.from.clone(), h.to.clone())) else { return };
    let (Some(phase), Some(at)) = (journey.touchpoint(&to).map(|t| t.phase.clone()), place_of(journey, &to)) else {
        return;
    };
    let Some(mut new) = starting::named(journey, name, &phase, lang) else { return };
    if side(journey, &to) == Some(Stage::After) {
        // Somebody is led there, so that it need not come by itself.
        new.frequency = 0.0;
    }
    let new = put(journey, at, new);
    lead(journey, handover, &from, &new);
    connect_for(journey, &new, &to, 1.0);
}

/// The last of a phase: before the purchase it stands on the way there.
fn add_at_end(journey: &mut Journey, name: &str, phase: &PhaseId, lang: &Lang) {
    let Some(stage) = journey.stage(phase) else { return };
    let last = journey.touchpoints.iter().rfind(|t| t.phase == *phase);
    if let Some((last, role)) = last.map(|t| (t.id.clone(), t.role)) {
        return match role {
            Role::Purchase => add_before(journey, name, &last, None, lang),
            _ => add_after(journey, name, &last, None, lang),
        };
    }
    let order = |id: &PhaseId| journey.phases.iter().position(|p| p.id == *id);
    let own = order(phase);
    let later = |t: &&Touchpoint| order(&t.phase) > own;
    let next = journey.touchpoints.iter().find(later).map(|t| (t.id.clone(), journey.stage(&t.phase)));
    let previous = journey.touchpoints.iter().rfind(|t| order(&t.phase) < own).map(|t| (t.id.clone(), t.role));
    match (next, previous, stage) {
        (Some((next, Some(Stage::Before))), _, Stage::Before) => add_before(journey, name, &next, Some(phase), lang),
        (_, Some((previous, role)), Stage::Before) if role != Role::Purchase => {
            add_after(journey, name, &previous, Some(phase), lang);
        }
        (next, _, _) => {
            let Some(new) = starting::named(journey, name, phase, lang) else { return };
            let at = next.and_then(|(next, _)| place_of(journey, &next)).unwrap_or(journey.touchpoints.len());
            let new = put(journey, at, new);
            if stage == Stage::Before {
                entries::enter_where_nobody_does(journey, &new);
            }
        }
    }
}

/// A place up or down: past its neighbour in the same phase, with the way where the two stand in a row; at the end of its
/// phase into the next one on the same side of the purchase.
pub(super) fn shift(journey: &mut Journey, link: &LinkId, up: bool) {
    let (Some(at), Some(phase)) = (place_of(journey, link), journey.touchpoint(link).map(|t| t.phase.clone())) else {
        return;
    };
    let same = |(_, t): &(usize, &Touchpoint)| t.phase == phase;
    let mut others = journey.touchpoints.iter().enumerate().filter(same);
    let neighbour = if up { others.rfind(|(n, _)| *n < at) } else { others.find(|(n, _)| *n > at) };
    match neighbour.map(|(n, t)| (n, t.id.clone())) {
        Some((other, id)) => {
            let (first, second) = if up { (id, link.clone()) } else { (link.clone(), id) };
            swap_ways(journey, &first, &second);
            journey.touchpoints.swap(at, other);
        }
        None => {
            let Some(own) = journey.phases.iter().position(|p| p.id == phase) else { return };
            let next = if up { own.checked_sub(1) } else { Some(own + 1) };
            let Some(next) = next.and_then(|n| journey.phases.get(n)).map(|p| (p.id.clone(), p.stage)) else { return };
            if side(journey, link) == Some(next.1) {
                put_in_phase(journey, link, &next.0, !up);
            }
        }
    }
}

/// Two in a row change places: what led to the first leads to the second, and so on. Where more than one way leads between
/// them and others, or one is a purchase, the ways stay as they are.
fn swap_ways(journey: &mut Journey, first: &LinkId, second: &LinkId) {
    let between = journey.handovers.iter().find(|h| h.from == *first && h.to == *second).map(|h| h.id.clone());
    let buys = |id: &LinkId| journey.touchpoint(id).is_some_and(|t| t.role == Role::Purchase);
    let Some(between) = between else { return };
    if out_of(journey, first).len() != 1 || into(journey, second).len() != 1 || buys(first) || buys(second) {
        return;
    }
    let is_first = into(journey, first).is_empty();
    for handover in &mut journey.handovers {
        if handover.id == between {
            std::mem::swap(&mut handover.from, &mut handover.to);
        } else if handover.to == *first {
            handover.to = second.clone();
        } else if handover.from == *second {
            handover.from = first.clone();
        }
    }
    if is_first && side(journey, second) == Some(Stage::Before) {
        entries::move_entries(journey, first, second);
    }
}

/// Puts a touchpoint into a phase, as its first or its last. On the other side of the purchase it begins with what is usual
/// there, and ways that cannot be are gone.
pub(super) fn put_in_phase(journey: &mut Journey, link: &LinkId, phase: &PhaseId, as_first: bool) {
    let (Some(at), Some(stage), Some(before)) = (place_of(journey, link), journey.stage(phase), side(journey, link))
    else {
        return;
    };
    let mut touchpoint = journey.touchpoints.remove(at);
    touchpoint.phase = phase.clone();
    if stage != before {
        let fits = match touchpoint.role {
            Role::Plain => true,
            Role::Purchase => stage == Stage::Before,
            Role::Reckoning | Role::Offer => stage == Stage::After,
        };
        if !fits {
            touchpoint.role = Role::Plain;
        }
        starting::start(&mut touchpoint, stage);
    }
    let order = |id: &PhaseId| journey.phases.iter().position(|p| p.id == *id);
    let own = order(phase);
    let place = if as_first {
        journey.touchpoints.iter().position(|t| order(&t.phase) >= own).unwrap_or(journey.touchpoints.len())
    } else {
        journey.touchpoints.iter().rposition(|t| order(&t.phase) <= own).map_or(0, |last| last + 1)
    };
    journey.touchpoints.insert(place, touchpoint);
    drop_impossible(journey, link);
    if stage != before {
        entries::drop_entries(journey, link);
        if journey.complaint_desk.as_ref() == Some(link) {
            journey.complaint_desk = None;
        }
    }
}

/// Takes a touchpoint away. Its neighbours are joined where it is plain which: where one way led in, or one led on.
pub(super) fn remove(journey: &mut Journey, link: &LinkId) {
    if journey.touchpoint(link).is_none() {
        return;
    }
    let (ins, outs) = (into(journey, link), out_of(journey, link));
    let heirs: Vec<LinkId> = outs.iter().filter_map(|id| journey.handover(id)).map(|h| h.to.clone()).collect();
    if let [heir] = heirs.as_slice() {
        for way in &ins {
            let Some(from) = journey.handover(way).map(|h| h.from.clone()) else { continue };
            lead(journey, way, &from, heir);
        }
        if side(journey, heir) == Some(Stage::Before) {
            entries::move_entries(journey, link, heir);
        }
    } else if let [way] = ins.as_slice() {
        let Some((from, share)) = journey.handover(way).map(|h| (h.from.clone(), h.share)) else { return };
        for out in &outs {
            let Some(to) = journey.handover(out).map(|h| h.to.clone()) else { continue };
            if let Some(out) = journey.handovers.iter_mut().find(|h| h.id == *out) {
                out.share *= share;
            }
            lead(journey, out, &from, &to);
        }
    }
    remove_alone(journey, link);
}

/// Takes a touchpoint away, and all that leads to it or from it.
pub(super) fn remove_alone(journey: &mut Journey, link: &LinkId) {
    journey.handovers.retain(|h| h.from != *link && h.to != *link);
    journey.touchpoints.retain(|t| t.id != *link);
    entries::drop_entries(journey, link);
    if journey.complaint_desk.as_ref() == Some(link) {
        journey.complaint_desk = None;
    }
}

/// Touchpoints in the order of their phases.
pub(super) fn in_order(journey: &mut Journey) {
    let phases: Vec<PhaseId> = journey.phases.iter().map(|p| p.id.clone()).collect();
    crate::model::order::sort_by_key(&mut journey.touchpoints, |t| phases.iter().position(|id| *id == t.phase));
}
