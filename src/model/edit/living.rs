//! What of a half-made journey can be simulated: the journey without what does not hold in it. What is left has no
//! problems, or there is nothing to simulate.

use super::handovers::left_over;
use super::mend::mend_alone;
use super::{entries, names, starting};
use crate::model::{
    At, Code, Field, Journey, LinkId, Location, PartId, Problem, Role, Stage, Strength, Text, Touchpoint, check,
};

/// How often what is left is looked at anew: each time something has gone, something else may lead nowhere.
const ROUNDS: usize = 24;

/// The journey as far as it holds. `None` where nothing of it can be simulated: nobody can buy anywhere, or nobody ever
/// weighs value against price.
pub fn living(journey: &Journey) -> Option<Journey> {
    let mut journey = journey.clone();
    for _ in 0..ROUNDS {
        let problems = check(&journey);
        if problems.is_empty() {
            return Some(journey);
        }
        let mut is_mended = false;
        for problem in &problems {
            is_mended |= leave_alone(&mut journey, problem);
        }
        if !is_mended && !leave_unreached(&mut journey, &problems) {
            return None;
        }
    }
    None
}

/// Leaves out what is wrong by itself; false where that says nothing of ways.
fn leave_alone(journey: &mut Journey, problem: &Problem) -> bool {
    let Location::Part(at) = &problem.place else { return false };
    match &problem.what {
        Code::EmptyName => call_by_id(journey, at),
        Code::NoEntry => {
            let Some(first) = entries::first_before(journey) else { return false };
            entries::enter_where_nobody_does(journey, &first);
            true
        }
        what => mend_alone(journey, at, what),
    }
}

/// A part without a name is simulated under its id.
fn call_by_id(journey: &mut Journey, at: &At) -> bool {
    let id = if at.part == PartId::Journey { journey.id.clone() } else { at.id().to_owned() };
    let name = match &at.part {
        PartId::Journey => Some(&mut journey.name),
        PartId::Phase(id) => journey.phases.iter_mut().find(|p| p.id == *id).map(|p| &mut p.name),
        PartId::Channel(id) => journey.channels.iter_mut().find(|c| c.id == *id).map(|c| &mut c.name),
        PartId::Owner(id) => journey.owners.iter_mut().find(|o| o.id == *id).map(|o| &mut o.name),
        PartId::Touchpoint(id) => journey.touchpoints.iter_mut().find(|t| t.id == *id).map(|t| &mut t.name),
        PartId::Persona(id) => entries::persona_mut(journey, id).map(|p| &mut p.name),
        _ => None,
    };
    let Some(name) = name else { return false };
    *name = Text::same(&id);
    true
}

/// Leaves out touchpoints that nobody comes to. Where no purchase is among those that somebody comes to, a way that never
/// holds stands for the one that is missing: everybody drops out there, and nobody buys.
fn leave_unreached(journey: &mut Journey, problems: &[Problem]) -> bool {
    let unreached: Vec<LinkId> = problems.iter().filter_map(unreached_of).collect();
    if unreached.is_empty() {
        return false;
    }
    let is_purchase = |t: &&Touchpoint| t.role == Role::Purchase && journey.stage(&t.phase) == Some(Stage::Before);
    if journey.touchpoints.iter().filter(is_purchase).all(|t| unreached.contains(&t.id)) {
        return bridge(journey, &unreached);
    }
    journey.touchpoints.retain(|t| !unreached.contains(&t.id));
    journey.handovers.retain(|h| !unreached.contains(&h.from) && !unreached.contains(&h.to));
    unreached.iter().for_each(|link| entries::drop_entries(journey, link));
    if journey.complaint_desk.as_ref().is_some_and(|desk| unreached.contains(desk)) {
        journey.complaint_desk = None;
    }
    true
}

fn unreached_of(problem: &Problem) -> Option<LinkId> {
    match (&problem.what, &problem.place) {
        (
            Code::UnreachableBefore | Code::UnreachableAfter,
            Location::Part(At { part: PartId::Touchpoint(link), .. }),
        ) => Some(link.clone()),
        _ => None,
    }
}

/// The way that is missing, from the last touchpoint that somebody comes to and goes no further from.
fn bridge(journey: &mut Journey, unreached: &[LinkId]) -> bool {
    let before = |t: &&Touchpoint| journey.stage(&t.phase) == Some(Stage::Before);
    let purchase = journey.touchpoints.iter().filter(before).find(|t| t.role == Role::Purchase).map(|t| t.id.clone());
    let ends =
        |t: &&Touchpoint| t.role != Role::Purchase && !unreached.contains(&t.id) && left_over(journey, &t.id) > 0.0;
    let last = journey.touchpoints.iter().filter(before).rfind(ends).map(|t| t.id.clone());
    let (Some(purchase), Some(last)) = (purchase, last) else { return false };
    let is_there = |h: &&mut crate::model::Handover| h.from == last && h.to == purchase;
    let share = left_over(journey, &last);
    if let Some(there) = journey.handovers.iter_mut().find(is_there) {
        there.share = share;
        there.strength = Strength::of(0.0);
        return true;
    }
    let id = names::link(journey, &format!("{last}-{purchase}"));
    let mut way = starting::handover(id, last, purchase, share);
    way.strength = Strength::of(0.0);
    way.evidence.remove(&Field::Strength);
    journey.handovers.push(way);
    true
}
