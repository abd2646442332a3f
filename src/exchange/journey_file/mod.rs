//! Journey files: versioned JSON, read strictly, with every problem told at once; written stably.
//!
//! A file is read in four steps. Bytes that are no text or no JSON, and versions that nobody knows, are refused as
//! such. What an older version wrote is rewritten as the current one writes it. Then the shape: fields that are missing,
//! misspelt or of the wrong kind are all named. Only a file of the right shape is a journey, and is then checked.

mod format;
mod read;
mod write;

pub(super) use format::JOURNEY;
pub(super) use write::{journey as written, texts};

use super::problems::{Problems, of_shape};
use super::text::parse;
use super::tree::Tree;
use super::version::{Migration, migrated};
use crate::model::{Code, Journey, Location, Problem, Scenario, check, check_alone, in_file};

/// What rewrites the files of each version as the next one writes them: there is but one version.
const MIGRATIONS: &[Migration] = &[];
const _: () = assert!(super::version::current(MIGRATIONS) == Journey::VERSION);

/// Fields that no other part of a journey rests on: where only they cannot be read, all the rest is checked as ever.
const APART: [&str; 21] = [
    "name",
    "summary",
    "currency",
    "words",
    "notes",
    "about",
    "evidence",
    "strength",
    "gain",
    "pain",
    "complaint_rate",
    "exposure",
    "halving_cost",
    "days",
    "usefulness",
    "price_feel",
    "elasticity",
    "patience",
    "memory",
    "chain_feel",
    "remorse",
];

/// Reads a journey from the bytes of a file.
///
/// # Errors
/// Everything that is wrong with the file, in words of [`Code`]; never empty.
pub fn open_journey(file: &[u8]) -> Result<Journey, Vec<Problem>> {
    let journey = read(parse(file)?)?;
    let problems = checked(&journey, check);
    if problems.is_empty() { Ok(journey) } else { Err(told(Problems::default(), problems)) }
}

/// A journey as the text of a file: the same journey gives the same text.
pub fn journey_json(journey: &Journey) -> String {
    let mut text = written(journey).to_json_lines();
    text.push('\n');
    text
}

/// The journey in a tree of any version, not yet checked.
///
/// # Errors
/// Everything that is wrong with the shape, and where there is something, what else is wrong with single fields.
pub(super) fn read(file: Tree) -> Result<Journey, Vec<Problem>> {
    let file = migrated(file, MIGRATIONS).map_err(unknown_version)?;
    let mut found = of_shape(&file, &JOURNEY);
    if found.unreadable.is_full() {
        // Nothing else would be told, and so much that is wrong is not worth the memory.
        found.unreadable.add_all(found.unknown);
        return Err(found.unreadable.told());
    }
    let journey = read::journey(&file);
    if !found.unreadable.is_empty() {
        // What stands in for the unreadable is nobody's fault.
        let is_apart = found.unreadable.are_all(|path| path.split(['.', '[']).any(|step| APART.contains(&step)));
        let mut others = checked(&journey, if is_apart { check } else { check_alone });
        others.retain(|problem| !found.unreadable.cover(&problem.place.path()));
        let mut problems = found.unreadable;
        problems.add_all(found.unknown);
        return Err(told(problems, others));
    }
    if found.unknown.is_empty() { Ok(journey) } else { Err(told(found.unknown, checked(&journey, check))) }
}

/// What a check finds, at the places of the file.
fn checked(journey: &Journey, check: fn(&Journey) -> Vec<Problem>) -> Vec<Problem> {
    in_file(check(journey), journey, &Scenario::default())
}

fn told(mut problems: Problems, others: Vec<Problem>) -> Vec<Problem> {
    problems.add_each(others);
    problems.told()
}

fn unknown_version(found: f64) -> Vec<Problem> {
    let what = Code::UnknownVersion { found, supported: Journey::VERSION };
    vec![Problem { place: Location::InFile { path: "version".to_owned(), id: String::new() }, what }]
}
