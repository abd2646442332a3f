//! Scenarios: links and levers that are there, values within their bounds, and a what-if world that still adds up.

use super::findings::Findings;
use super::map::Map;
use super::texts::check_text;
use super::{graph, handovers, ids};
use crate::model::fields::{FieldDef, PartKind, figures_of};
use crate::model::location::Repeats;
use crate::model::order;
use crate::model::{
    At, Change, Code, Field, Journey, LinkId, PartId, PersonaChange, Problem, Role, Scenario, Stage, apply, defaults,
};

/// Everything that is wrong with a scenario for a journey that is itself right; empty when it can be simulated.
pub fn check_scenario(journey: &Journey, scenario: &Scenario) -> Vec<Problem> {
    let mut findings = Findings::default();
    let map = Map::of(journey);
    check_world(journey, scenario, &mut findings);
    if !check_sizes(scenario, &mut findings) {
        return findings.problems;
    }
    let owners = order::set(journey.owners.iter().map(|o| &o.id));
    ids::unique(scenario.improvements.iter().map(|i| PartId::Improvement(i.id.clone())), &mut findings);
    let mut repeats = Repeats::default();
    for improvement in &scenario.improvements {
        let at = repeats.next(PartId::Improvement(improvement.id.clone()));
        check_text(&at.on(Field::Name), &improvement.name, &mut findings);
        if let Some(owner) = improvement.owner.as_ref().filter(|o| !owners.contains(o)) {
            findings.add(at.on(Field::Owner), Code::UnknownOwner { id: owner.to_string() });
        }
        for row in figures_of(PartKind::Improvement) {
            if let Some(value) = row.of_improvement(improvement) {
                findings.number(&at, row, value);
            }
        }
        for change in &improvement.changes {
            let at = repeats.next(PartId::change(improvement, change));
            check_change(&map, &at, change, &mut findings);
        }
    }
    for change in &scenario.qualities {
        let at = repeats.next(PartId::quality(change));
        check_quality(journey, &at, change, &mut findings);
    }
    // Applied only when every change can be: the sums of nonsense say nothing.
    if findings.problems.is_empty() {
        check_applied(journey, scenario, &mut findings);
    }
    findings.problems
}

fn check_world(journey: &Journey, scenario: &Scenario, findings: &mut Findings) {
    let at = At::part(PartId::Scenario);
    // Only what is lived can be changed.
    let lived = (-f64::from(journey.market.warm_up), f64::from(journey.horizon));
    for row in figures_of(PartKind::Scenario) {
        let bounds = if row.field == Field::Start { lived } else { (row.least, row.most) };
        if let Some(value) = row.of_scenario(scenario) {
            findings.within(|| at.on(row.field), row, value, bounds);
        }
    }
}

/// True if the lists are within their bounds.
fn check_sizes(scenario: &Scenario, findings: &mut Findings) -> bool {
    let at = At::part(PartId::Scenario).on(Field::Improvements);
    let changes = scenario.improvements.iter().map(|i| i.changes.len()).sum();
    let fits = findings.length(at.clone(), Field::Improvements, scenario.improvements.len());
    let fits =
        findings.length(At::part(PartId::Scenario).on(Field::Qualities), Field::Qualities, scenario.qualities.len())
            && fits;
    findings.length(at, Field::Changes, changes) && fits
}

fn check_change(map: &Map, at: &At, change: &Change, findings: &mut Findings) {
    let link = change.link();
    if map.touchpoint(link).is_none() && map.journey.handover(link).is_none() {
        findings.add(at.on(Field::Link), Code::UnknownLink { id: link.to_string() });
        return;
    }
    match *change {
        Change::Strengthen { effort, .. } => {
            let most = defaults::MAX_HALVINGS * map.journey.halving_cost(link).unwrap_or(defaults::HALVING_COST);
            if !effort.is_finite() {
                findings.add(at.on(Field::Effort), Code::NotFinite { quantity: Field::Effort });
            } else if effort.abs() > most {
                findings.add(at.on(Field::Effort), Code::EffortTooLarge { effort, most });
            }
        }
        Change::Set { lever, value, .. } => match bounds(map, link, lever) {
            Some((row, bounds)) => findings.within(|| at.on(Field::Value), row, value, bounds),
            None => {
                let what = Code::LeverMissing { lever, link: link.to_string() };
                findings.add(at.on(Field::Lever), what);
            }
        },
    }
}

fn check_quality(journey: &Journey, at: &At, change: &PersonaChange, findings: &mut Findings) {
    if journey.personas.iter().all(|persona| persona.id != change.persona) {
        findings.add(at.on(Field::Persona), Code::UnknownPersona { id: change.persona.to_string() });
        return;
    }
    let Some(row) = change.quality.as_quality() else { return };
    findings.within(|| at.on(Field::Value), row, change.value, (row.least, row.most));
    if row.whole.is_some() && change.value.is_finite() && change.value.fract() != 0.0 {
        let (quantity, value) = (row.field.noun(), change.value);
        findings.add(at.on(Field::Value), Code::NotWhole { quantity, value });
    }
}

/// Between which values a lever of a link may be set, in the lever's own unit; `None` when the link lacks it.
pub fn lever_bounds(journey: &Journey, link: &LinkId, lever: Field) -> Option<(f64, f64)> {
    bounds(&Map::of(journey), link, lever).map(|(_, bounds)| bounds)
}

/// The row and the bounds of a lever of a link; `None` when the link lacks it.
fn bounds(map: &Map, link: &LinkId, lever: Field) -> Option<(&'static FieldDef, (f64, f64))> {
    let (row, side, bounds) = match map.touchpoint(link) {
        Some(n) => {
            let row = lever.on(PartKind::Touchpoint)?;
            (row, map.side(n)?, row.bounds_at(map.journey.touchpoints.get(n)?))
        }
        None => {
            let row = lever.on(PartKind::Handover)?;
            let handover = map.journey.handovers.iter().position(|h| h.id == *link)?;
            (row, side_of_handover(map, handover)?, (row.least, row.most))
        }
    };
    (row.is_lever && row.stage.is_none_or(|stage| stage == side)).then_some((row, bounds))
}

/// On which side of the purchase a handover is taken: one out of a purchase takes no days. `None` when it has no known
/// start.
fn side_of_handover(map: &Map, handover: usize) -> Option<Stage> {
    let (from, _) = (*map.ends.get(handover)?)?;
    let buys = map.journey.touchpoints.get(from)?.role == Role::Purchase;
    if buys { Some(Stage::After) } else { map.side(from) }
}

/// What the changes make together: shares that still sum to at most 1, and a way out for everybody.
///
/// Studies check hundreds of scenarios of one journey, so what cannot have changed is not looked at again.
fn check_applied(journey: &Journey, scenario: &Scenario, findings: &mut Findings) {
    let sets = |field| sets(scenario, field);
    if !sets(Field::Share) && !sets(Field::Sensing) && !may_be_perfect(scenario) {
        // The sums of shares are those of the journey, which is right. And everybody still has a way out: where one can
        // come follows from shares and sensing alone, and a link where somebody drops out still has such people, since
        // only a strength of 1 loses nobody.
        return;
    }
    let applied = apply(journey, scenario);
    let map = Map::of(&applied);
    let changed = |touchpoint: usize| applied.touchpoints.get(touchpoint).map(|t| PartId::Changed(t.id.clone()));
    if sets(Field::Share) {
        for (touchpoint, sum) in handovers::overshared(&map) {
            if let Some(part) = changed(touchpoint) {
                findings.add(At::part(part).on(Field::Share), Code::SharesTooLarge { sum });
            }
        }
    }
    for (touchpoint, persona) in graph::endless_in(&map) {
        if let Some(part) = changed(touchpoint) {
            findings.add(At::part(part), Code::NoWayOut { persona: persona.id.to_string() });
        }
    }
}

/// The changes that are in force.
fn in_force(scenario: &Scenario) -> impl Iterator<Item = &Change> {
    scenario.improvements.iter().filter(|improvement| !improvement.off).flat_map(|improvement| &improvement.changes)
}

/// True if a change in force sets the field.
fn sets(scenario: &Scenario, field: Field) -> bool {
    in_force(scenario).any(|change| matches!(change, Change::Set { lever, .. } if *lever == field))
}

/// True if a strength may become 1 that was not: effort alone stops short of it ([`defaults::STRENGTH_CAP`]).
fn may_be_perfect(scenario: &Scenario) -> bool {
    in_force(scenario)
        .any(|change| matches!(change, Change::Set { lever: Field::Strength, value, .. } if *value >= 1.0))
}
