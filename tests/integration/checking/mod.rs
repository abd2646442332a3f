//! What is refused in journeys and scenarios, and where.

mod codes;
mod graph;
mod journeys;
mod numbers;
mod scenarios;
mod sides;

use crate::builder;
use kedja::model::{self, Code, Journey, Location, Problem, Scenario, in_file};

/// One fault put into the small journey, and the one problem it must give: path, id, what.
type Case = (&'static str, fn(&mut Journey), &'static str, &'static str, Code);

/// The small journey with a change.
fn with(change: impl FnOnce(&mut Journey)) -> Journey {
    let mut journey = builder::small();
    change(&mut journey);
    journey
}

fn problem(path: &str, id: &str, what: Code) -> Problem {
    Problem { place: in_a_file(path, id), what }
}

/// The problems of a journey, with their places as its file names them.
fn check(journey: &Journey) -> Vec<Problem> {
    in_file(model::check(journey), journey, &Scenario::default())
}

/// The problems of a scenario for a journey, with their places as its file names them.
fn check_scenario(journey: &Journey, scenario: &Scenario) -> Vec<Problem> {
    in_file(model::check_scenario(journey, scenario), journey, scenario)
}

/// A place in a file.
fn in_a_file(path: &str, id: &str) -> Location {
    Location::InFile { path: path.to_owned(), id: id.to_owned() }
}

/// Each fault gives exactly its problem, and nothing else is blamed.
fn assert_alone(cases: &[Case]) {
    for (story, change, path, id, what) in cases {
        assert_eq!(check(&with(change)), vec![problem(path, id, what.clone())], "{story}");
    }
}

/// The problem is among those found.
fn assert_among(story: &str, found: &[Problem], path: &str, id: &str, what: Code) {
    let wanted = problem(path, id, what);
    assert!(found.contains(&wanted), "{story}: {wanted:?} is not among {found:#?}");
}

/// A code's `id`.
fn id(id: &str) -> String {
    id.to_owned()
}
