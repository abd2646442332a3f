//! Scenarios: links and levers that are there, values within their bounds, and a what-if world that still adds up.

use super::numbers::{CHANCE, DAYS, VALUE, frequencies};
use super::texts::check_text;
use super::{Findings, Map, graph, handovers, ids};
use crate::model::{
    Change, Code, Improvement, Journey, Lever, LinkId, List, Problem, Quantity, Role, Scenario, Stage, Touchpoint,
    apply, defaults,
};
use std::collections::BTreeSet;

/// Everything that is wrong with a scenario for a journey that is itself right; empty when it can be simulated.
pub fn check_scenario(journey: &Journey, scenario: &Scenario) -> Vec<Problem> {
    let mut findings = Findings::default();
    let map = Map::of(journey);
    check_world(journey, scenario, &mut findings);
    if !check_sizes(scenario, &mut findings) {
        return findings.problems;
    }
    let owners: BTreeSet<_> = journey.owners.iter().map(|o| &o.id).collect();
    ids::unique("improvements", scenario.improvements.iter().map(|i| i.id.as_str()), &mut findings);
    for (n, improvement) in scenario.improvements.iter().enumerate() {
        let at = |field: &str| format!("improvements[{n}].{field}");
        let id = improvement.id.as_str();
        check_text(&at("name"), id, &improvement.name, &mut findings);
        if let Some(owner) = improvement.owner.as_ref().filter(|o| !owners.contains(o)) {
            findings.add(at("owner"), id, Code::UnknownOwner { id: owner.to_string() });
        }
        let effort = (-defaults::MAX_EFFORT, defaults::MAX_EFFORT);
        findings.within((at("effort"), id), Quantity::Effort, improvement.effort, effort);
        for (c, change) in improvement.changes.iter().enumerate() {
            check_change(&map, &at(&format!("changes[{c}]")), change, &mut findings);
        }
    }
    // Applied only when every change can be: the sums of nonsense say nothing.
    if findings.problems.is_empty() {
        check_applied(journey, scenario, &mut findings);
    }
    findings.problems
}

fn check_world(journey: &Journey, scenario: &Scenario, findings: &mut Findings) {
    let at = |field: &str| (field.to_owned(), "");
    findings.within(at("strain"), Quantity::Strain, scenario.strain, (0.0, defaults::MAX_STRAIN));
    if let Some(price) = scenario.price {
        findings.positive(at("price"), Quantity::Price, price, defaults::MAX_PRICE);
    }
    if let Some(arrivals) = scenario.arrivals {
        findings.positive(at("arrivals"), Quantity::Arrivals, arrivals, defaults::MAX_ARRIVALS);
    }
    if let Some(echo) = scenario.echo {
        findings.within(at("echo"), Quantity::Echo, echo, CHANCE);
    }
    let lived = (-f64::from(journey.market.warm_up), f64::from(journey.horizon));
    findings.within(at("start"), Quantity::Start, scenario.start.into(), lived);
}

fn check_sizes(scenario: &Scenario, findings: &mut Findings) -> bool {
    let mut fits = true;
    let changes = scenario.improvements.iter().map(|i| i.changes.len()).sum();
    for (list, found, most) in [
        (List::Improvements, scenario.improvements.len(), defaults::MAX_IMPROVEMENTS),
        (List::Changes, changes, defaults::MAX_CHANGES),
    ] {
        if found > most {
            findings.add("improvements", "", Code::ListTooLong { list, found, most });
            fits = false;
        }
    }
    fits
}

fn check_change(map: &Map, part: &str, change: &Change, findings: &mut Findings) {
    let link = change.link();
    if map.touchpoint(link).is_none() && map.journey.handover(link).is_none() {
        let form = if matches!(change, Change::Set { .. }) { "set" } else { "strengthen" };
        findings.add(format!("{part}.{form}.link"), &link.0, Code::UnknownLink { id: link.to_string() });
        return;
    }
    match *change {
        Change::Strengthen { effort, .. } => {
            let most = defaults::MAX_HALVINGS * map.journey.halving_cost(link).unwrap_or(defaults::HALVING_COST);
            let at = format!("{part}.strengthen.effort");
            if !effort.is_finite() {
                findings.add(at, &link.0, Code::NotFinite { quantity: Quantity::Effort });
            } else if effort.abs() > most {
                findings.add(at, &link.0, Code::EffortTooLarge { effort, most });
            }
        }
        Change::Set { lever, value, .. } => match bounds(map, link, lever) {
            Some(bounds) => findings.within((format!("{part}.set.value"), &link.0), lever.into(), value, bounds),
            None => {
                let what = Code::LeverMissing { lever, link: link.to_string() };
                findings.add(format!("{part}.set.lever"), &link.0, what);
            }
        },
    }
}

/// Between which values a lever of a link may be set, in the lever's own unit; `None` when the link lacks it.
pub fn lever_bounds(journey: &Journey, link: &LinkId, lever: Lever) -> Option<(f64, f64)> {
    bounds(&Map::of(journey), link, lever)
}

fn bounds(map: &Map, link: &LinkId, lever: Lever) -> Option<(f64, f64)> {
    if let Some(t) = map.touchpoint(link) {
        return map.journey.touchpoints.get(t).and_then(|part| at_touchpoint(lever, part, map.side(t)));
    }
    on_handover(lever, map, map.journey.handovers.iter().position(|h| h.id == *link)?)
}

/// The bounds of a touchpoint's lever; `None` when it lacks that lever.
fn at_touchpoint(lever: Lever, touchpoint: &Touchpoint, side: Option<Stage>) -> Option<(f64, f64)> {
    match (lever, side?) {
        (Lever::Strength, _) | (Lever::Sensing, Stage::Before) => Some(CHANCE),
        (Lever::Gain | Lever::Pain, _) => Some(VALUE),
        (Lever::Days, Stage::Before) => Some(DAYS),
        (Lever::Frequency, Stage::After) => Some(frequencies(touchpoint.role)),
        (Lever::Sensing | Lever::Days, Stage::After) | (Lever::Frequency, Stage::Before) | (Lever::Share, _) => None,
    }
}

/// The bounds of a handover's lever; `None` when it lacks that lever.
fn on_handover(lever: Lever, map: &Map, handover: usize) -> Option<(f64, f64)> {
    let (from, _) = (*map.ends.get(handover)?)?;
    let buys = map.journey.touchpoints.get(from)?.role == Role::Purchase;
    let takes_days = !buys && map.side(from)? == Stage::Before;
    match lever {
        Lever::Strength | Lever::Share => Some(CHANCE),
        Lever::Pain => Some(VALUE),
        Lever::Days => takes_days.then_some(DAYS),
        Lever::Gain | Lever::Sensing | Lever::Frequency => None,
    }
}

/// What the changes make together: shares that still sum to at most 1, and a way out for everybody.
fn check_applied(journey: &Journey, scenario: &Scenario, findings: &mut Findings) {
    let applied = apply(journey, scenario);
    let map = Map::of(&applied);
    for (touchpoint, sum) in handovers::overshared(&map) {
        let Some(from) = applied.touchpoints.get(touchpoint).map(|t| &t.id) else { continue };
        let shares_out = |link: &LinkId| applied.handover(link).is_some_and(|h| h.from == *from);
        findings.add(last_share(scenario, shares_out), &from.0, Code::SharesTooLarge { sum });
    }
    for (touchpoint, persona) in graph::endless_in(&map) {
        if let Some(touchpoint) = applied.touchpoints.get(touchpoint) {
            findings.add("improvements", &touchpoint.id.0, Code::NoWayOut { persona: persona.id.to_string() });
        }
    }
}

/// The path of the last change in force that sets the share of one of these handovers.
fn last_share(scenario: &Scenario, is_one: impl Fn(&LinkId) -> bool) -> String {
    let in_force = |(_, improvement): &(usize, &Improvement)| !improvement.off;
    let changes = scenario
        .improvements
        .iter()
        .enumerate()
        .filter(in_force)
        .flat_map(|(n, improvement)| improvement.changes.iter().enumerate().map(move |(c, change)| (n, c, change)));
    changes
        .filter(|(_, _, change)| matches!(change, Change::Set { link, lever: Lever::Share, .. } if is_one(link)))
        .last()
        .map_or_else(|| "improvements".to_owned(), |(n, c, _)| format!("improvements[{n}].changes[{c}].set.value"))
}
