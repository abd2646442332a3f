//! Checks of journeys and scenarios: every problem at once, always in the same order, each with its place.
//!
//! One file per theme. What a theme cannot understand (a reference to nothing, say) it leaves to the theme that
//! names it, and goes on with the rest.

mod findings;
mod graph;
mod handovers;
mod ids;
mod map;
mod numbers;
mod personas;
mod scenario;
mod sides;
mod texts;

pub use scenario::{check_scenario, lever_bounds};

use super::fields::{LISTS, PartKind};
use super::location::Repeats;
use super::{At, Code, Field, Journey, PartId, Problem, Role, Stage};
use findings::Findings;
use map::Map;

/// What is wrong with each text and number of a journey on its own, whatever the rest of it says.
pub fn check_alone(journey: &Journey) -> Vec<Problem> {
    let mut findings = Findings::default();
    texts::check(journey, &mut findings);
    numbers::check(journey, &mut findings);
    findings.problems
}

/// Everything that is wrong with a journey; empty when it can be simulated.
pub fn check(journey: &Journey) -> Vec<Problem> {
    let mut findings = Findings::default();
    if journey.version != Journey::VERSION {
        let what = Code::UnknownVersion { found: journey.version.into(), supported: Journey::VERSION };
        findings.add(At::part(PartId::Journey).on(Field::Version), what);
    }
    let fits = check_sizes(journey, &mut findings);
    texts::check(journey, &mut findings);
    ids::check(journey, &mut findings);
    numbers::check(journey, &mut findings);
    let map = Map::of(journey);
    sides::check(&map, &mut findings);
    handovers::check(&map, &mut findings);
    personas::check(&map, &mut findings);
    // The ways through are many; a journey beyond the bounds is refused without walking them.
    if fits {
        graph::check(&map, &mut findings);
    }
    findings.problems
}

/// How many there are of each part: no file may hang the page, and some parts there must be. True if all lists are
/// within their bounds.
fn check_sizes(journey: &Journey, findings: &mut Findings) -> bool {
    let whole = At::part(PartId::Journey);
    let mut fits = true;
    for row in LISTS.iter().filter(|row| row.part == PartKind::Journey) {
        fits &= findings.length(whole.on(row.field), row.field, row.length(journey));
    }
    let mut repeats = Repeats::default();
    for persona in &journey.personas {
        let at = repeats.next(PartId::Persona(persona.id.clone())).on(Field::Entries);
        fits &= findings.length(at, Field::Entries, persona.entries.len());
    }
    if journey.phases.iter().all(|p| p.stage != Stage::Before) {
        findings.add(whole.on(Field::Phases), Code::NoPhaseBefore);
    }
    if journey.phases.iter().all(|p| p.stage != Stage::After) {
        findings.add(whole.on(Field::Phases), Code::NoPhaseAfter);
    }
    if journey.touchpoints.iter().all(|t| t.role != Role::Purchase) {
        findings.add(whole.on(Field::Touchpoints), Code::NoPurchase);
    }
    if journey.touchpoints.iter().all(|t| t.role != Role::Reckoning) {
        findings.add(whole.on(Field::Touchpoints), Code::NoReckoning);
    }
    if journey.personas.is_empty() {
        findings.add(whole.on(Field::Personas), Code::NoPersona);
    }
    let mut repeats = Repeats::default();
    for persona in &journey.personas {
        let at = repeats.next(PartId::Persona(persona.id.clone()));
        if persona.entries.is_empty() {
            findings.add(at.on(Field::Entries), Code::NoEntry);
        }
    }
    fits
}
