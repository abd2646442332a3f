//! Files of journeys and scenarios: versioned JSON, read strictly, with every problem told at once.
//!
//! A file is read in three steps. Text that is no JSON, or of another version, is refused as such. Then the shape:
//! fields that are missing, misspelt or of the wrong kind are all named, since what cannot be read is mended in
//! memory and the reading goes on ([`mending`]). Only a file of the right shape is a journey, and is then checked.

mod mending;
mod reading;

use super::check::{check, check_alone, check_scenario};
use super::{Code, Journey, Location, Problem, Scenario, in_file};
use mending::mend;
use reading::{Read, read};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Longest text that is read [bytes]. The largest journey within the bounds is far below.
pub const MAX_BYTES: usize = 4_000_000;
/// How many places are mended before the rest of a file is left unread.
const MAX_MENDED: usize = 50;
/// How much is read again after mending, all times together [bytes]: a long file is not read fifty times.
const MAX_READ_AGAIN: usize = 20_000_000;
/// Problems of one file that are told; beyond these, only how many more there are.
pub const MAX_PROBLEMS: usize = 500;

/// Reads a journey from the text of a file.
///
/// # Errors
/// Everything that is wrong with the file, in words of [`Code`]; never empty.
pub fn open_journey(text: &str) -> Result<Journey, Vec<Problem>> {
    let value = parse(text)?;
    other_version(&value)?;
    match shape::<Journey>(text, value) {
        Shape { read: Some(journey), mut problems, mended } if mended.is_empty() => {
            problems.extend(in_file(check(&journey), &journey, &Scenario::default()));
            if problems.is_empty() { Ok(journey) } else { Err(bounded(problems)) }
        }
        Shape { read, mut problems, mended } => {
            // What was put in to go on reading is nobody's fault, nor is what follows from it elsewhere.
            let alone = |journey| in_file(check_alone(journey), journey, &Scenario::default());
            let others = read.as_ref().map(alone).unwrap_or_default();
            problems.extend(others.into_iter().filter(|p| !is_within(&p.place.path(), &mended)));
            Err(bounded(problems))
        }
    }
}

/// Reads a scenario for a journey from the text of a file.
///
/// # Errors
/// Everything that is wrong with the file; never empty.
pub fn open_scenario(text: &str, journey: &Journey) -> Result<Scenario, Vec<Problem>> {
    let shape = shape::<Scenario>(text, parse(text)?);
    let mut problems = shape.problems;
    match shape.read.filter(|_| shape.mended.is_empty()) {
        Some(scenario) => {
            problems.extend(in_file(check_scenario(journey, &scenario), journey, &scenario));
            if problems.is_empty() { Ok(scenario) } else { Err(bounded(problems)) }
        }
        None => Err(bounded(problems)),
    }
}

/// A journey as the text of a file: the same journey gives the same text.
pub fn journey_json(journey: &Journey) -> String {
    #[expect(
        clippy::expect_used,
        reason = "all keys are text, and numbers that are none become null: nothing can fail"
    )]
    let mut text = serde_json::to_string_pretty(journey).expect("a journey has a form in JSON");
    text.push('\n');
    text
}

fn parse(text: &str) -> Result<Value, Vec<Problem>> {
    if text.len() > MAX_BYTES {
        let megabytes = |bytes: usize| (bytes as f64 / 1e5).ceil() / 10.0;
        return Err(whole_file(Code::FileTooLarge { size: megabytes(text.len()), most: megabytes(MAX_BYTES) }));
    }
    serde_json::from_str(bare(text))
        .map_err(|error| whole_file(Code::BadJson { line: error.line(), column: error.column() }))
}

/// Some editors begin a file with a mark that is no JSON.
fn bare(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn other_version(file: &Value) -> Result<(), Vec<Problem>> {
    match file.get("version").and_then(Value::as_f64) {
        Some(found) if found != f64::from(Journey::VERSION) => {
            let what = Code::UnknownVersion { found, supported: Journey::VERSION };
            Err(vec![Problem { place: Location::InFile { path: "version".to_owned(), id: String::new() }, what }])
        }
        _ => Ok(()),
    }
}

fn whole_file(what: Code) -> Vec<Problem> {
    vec![Problem { place: Location::file(), what }]
}

/// The first problems, and how many more there are: a page that has to show a million hangs.
fn bounded(mut problems: Vec<Problem>) -> Vec<Problem> {
    let left = problems.len().saturating_sub(MAX_PROBLEMS);
    problems.truncate(MAX_PROBLEMS);
    if left > 0 {
        problems.extend(whole_file(Code::FurtherProblems { left }));
    }
    problems
}

/// What a file holds, as far as it can be read.
struct Shape<T> {
    /// With mended places when there are any.
    read: Option<T>,
    problems: Vec<Problem>,
    /// Paths of what could not be read as it stands. Not empty when `read` is none.
    mended: Vec<String>,
}

fn shape<T: DeserializeOwned>(text: &str, mut value: Value) -> Shape<T> {
    // From the text itself first: only there is a field seen that is given twice.
    let mut from_text = serde_json::Deserializer::from_str(bare(text));
    let Read { read: first, unknown, stumbled } = read::<T, _>(&mut from_text, &value);
    let twice = match stumbled {
        None => return Shape { read: first, problems: unknown, mended: Vec::new() },
        Some(stumble) => Some(stumble).filter(|s| matches!(s.problem.what, Code::DuplicateField { .. })),
    };
    let mut mended: Vec<String> = twice.iter().map(|s| s.problem.place.path()).collect();
    let mut problems: Vec<Problem> = twice.into_iter().map(|s| s.problem).collect();
    for _ in 0..MAX_MENDED.min(1 + MAX_READ_AGAIN / text.len().max(1)) {
        let Read { read, unknown, stumbled } = read::<T, _>(&value, &value);
        let Some(stumble) = stumbled else {
            problems.extend(unknown);
            return Shape { read, problems, mended };
        };
        let is_mended = mend(&mut value, &stumble);
        if !is_within(&stumble.problem.place.path(), &mended) {
            mended.push(stumble.problem.place.path());
            problems.push(stumble.problem);
        }
        if !is_mended {
            problems.extend(unknown);
            break;
        }
    }
    Shape { read: None, problems, mended }
}

/// Whether a path is one of these or leads on from one.
fn is_within(path: &str, parts: &[String]) -> bool {
    let leads_on = |rest: &str| rest.is_empty() || rest.starts_with(['.', '[']);
    parts.iter().any(|part| part.is_empty() || path.strip_prefix(part.as_str()).is_some_and(leads_on))
}
