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
mod sizes;
mod texts;

pub use scenario::{check_scenario, lever_bounds};

use super::{Code, Journey, Problem};
use findings::Findings;
use map::Map;

/// What is wrong with each text and number of a journey on its own, whatever the rest of it says.
pub(super) fn check_alone(journey: &Journey) -> Vec<Problem> {
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
        findings.add("version", "", what);
    }
    let fits = sizes::check(journey, &mut findings);
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
