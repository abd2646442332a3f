//! Checks of journeys and scenarios: every problem at once, always in the same order, each with its place.
//!
//! One file per theme. What a theme cannot understand (a reference to nothing, say) it leaves to the theme that
//! names it, and goes on with the rest.

mod graph;
mod handovers;
mod ids;
mod numbers;
mod personas;
mod scenario;
mod sides;
mod texts;

pub use scenario::{check_scenario, lever_bounds};

use super::fields::{FieldDef, LISTS, Part};
use super::location::Repeats;
use super::{At, Code, Field, Journey, LinkId, Location, PartId, PhaseId, Problem, Role, Stage};
use std::collections::BTreeMap;

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

/// What has been found so far.
#[derive(Default)]
struct Findings {
    problems: Vec<Problem>,
}

impl Findings {
    /// Notes a problem at a place.
    fn add(&mut self, at: At, what: Code) {
        self.problems.push(Problem { place: Location::Part(at), what });
    }

    /// The number on a part must be finite and within the bounds of its row.
    fn number(&mut self, part: &At, row: &FieldDef, value: f64) {
        self.within(|| part.on(row.field), row, value, (row.least, row.most));
    }

    /// The number at a place must be finite and within these bounds.
    fn within(&mut self, at: impl FnOnce() -> At, row: &FieldDef, value: f64, (least, most): (f64, f64)) {
        let quantity = row.field.noun();
        if !value.is_finite() {
            self.add(at(), Code::NotFinite { quantity });
        } else if row.is_above_least && (value <= least || value > most) {
            self.add(at(), Code::NotPositive { quantity, value, most });
        } else if !row.is_above_least && !(least..=most).contains(&value) {
            self.add(at(), Code::OutOfRange { quantity, value, least, most });
        }
    }

    /// A list must not be longer than its bound. True if it is not.
    fn length(&mut self, at: At, list: Field, found: usize) -> bool {
        let most = LISTS.iter().find(|row| row.field == list).map_or(usize::MAX, |row| row.most);
        if found > most {
            self.add(at, Code::ListTooLong { list, found, most });
        }
        found <= most
    }
}

/// How many there are of each part: no file may hang the page, and some parts there must be. True if all lists are
/// within their bounds.
fn check_sizes(journey: &Journey, findings: &mut Findings) -> bool {
    let whole = At::part(PartId::Journey);
    let mut fits = true;
    for row in LISTS.iter().filter(|row| row.part == Part::Journey) {
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

/// A journey with its references resolved as far as they can be: indices instead of ids. Where an id is used twice the
/// first counts.
struct Map<'a> {
    journey: &'a Journey,
    phases: BTreeMap<&'a PhaseId, usize>,
    touchpoints: BTreeMap<&'a LinkId, usize>,
    /// Per touchpoint its phase index; `None` when it names an unknown one.
    phase_of: Vec<Option<usize>>,
    /// Per handover its two ends, by touchpoint index.
    ends: Vec<Option<(usize, usize)>>,
}

impl<'a> Map<'a> {
    fn of(journey: &'a Journey) -> Self {
        let phases = first_of_each(journey.phases.iter().map(|p| &p.id));
        let touchpoints = first_of_each(journey.touchpoints.iter().map(|t| &t.id));
        let phase_of = journey.touchpoints.iter().map(|t| phases.get(&t.phase).copied()).collect();
        let end = |id| touchpoints.get(id).copied();
        let ends = journey.handovers.iter().map(|h| Some((end(&h.from)?, end(&h.to)?))).collect();
        Self { journey, phases, touchpoints, phase_of, ends }
    }

    fn phase(&self, id: &PhaseId) -> Option<usize> {
        self.phases.get(id).copied()
    }

    fn touchpoint(&self, id: &LinkId) -> Option<usize> {
        self.touchpoints.get(id).copied()
    }

    /// On which side of the purchase a touchpoint stands; `None` when its phase is unknown.
    fn side(&self, touchpoint: usize) -> Option<Stage> {
        let phase = (*self.phase_of.get(touchpoint)?)?;
        self.journey.phases.get(phase).map(|p| p.stage)
    }

    /// The places of the touchpoints, in their order.
    fn touchpoint_places(&self) -> Vec<At> {
        let mut repeats = Repeats::default();
        self.journey.touchpoints.iter().map(|t| repeats.next(PartId::Touchpoint(t.id.clone()))).collect()
    }
}

fn first_of_each<'a, T: Ord>(ids: impl Iterator<Item = &'a T>) -> BTreeMap<&'a T, usize> {
    let mut firsts = BTreeMap::new();
    for (n, id) in ids.enumerate() {
        firsts.entry(id).or_insert(n);
    }
    firsts
}
