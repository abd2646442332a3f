//! One reading of a file: what it holds, the fields that nobody knows, and where the reading stumbled.

use crate::model::fields::FIGURES;
use crate::model::{Code, Field, Journey, Kind, Location, Problem};
use serde::de::{DeserializeOwned, Deserializer};
use serde_json::Value;
use serde_path_to_error::{Segment, Track};

/// What came of a reading.
pub(super) struct Read<T> {
    pub read: Option<T>,
    /// Fields that mean nothing to the format, as far as was read.
    pub unknown: Vec<Problem>,
    pub stumbled: Option<Stumble>,
}

/// Where a reading stopped.
pub(super) struct Stumble {
    pub problem: Problem,
    /// The part at fault, step by step from the whole file.
    pub steps: Vec<Step>,
}

/// One step into a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    Field(String),
    Place(usize),
}

/// Reads once. `file` is the same file as a value, to look up what was found where the reading stumbles.
pub(super) fn read<'de, T, D>(source: D, file: &Value) -> Read<T>
where
    T: DeserializeOwned,
    D: Deserializer<'de, Error = serde_json::Error>,
{
    let mut unknown = Vec::new();
    let mut track = Track::new();
    let tracked = serde_path_to_error::Deserializer::new(source, &mut track);
    let outcome = serde_ignored::deserialize(tracked, |path| {
        let steps = steps_of_ignored(&path);
        if let Some(Step::Field(field)) = steps.last() {
            unknown.push(problem(&steps, file, Code::UnknownField { field: field.clone() }));
        }
    });
    match outcome {
        Ok(read) => Read { read: Some(read), unknown, stumbled: None },
        Err(error) => Read { read: None, unknown, stumbled: Some(stumble(&track.path(), &error.to_string(), file)) },
    }
}

fn steps_of_ignored(path: &serde_ignored::Path) -> Vec<Step> {
    let (parent, step) = match path {
        serde_ignored::Path::Root => return Vec::new(),
        serde_ignored::Path::Seq { parent, index } => (parent, Some(Step::Place(*index))),
        serde_ignored::Path::Map { parent, key } => (parent, Some(Step::Field(key.clone()))),
        serde_ignored::Path::Some { parent }
        | serde_ignored::Path::NewtypeStruct { parent }
        | serde_ignored::Path::NewtypeVariant { parent } => (parent, None),
    };
    let mut steps = steps_of_ignored(parent);
    steps.extend(step);
    steps
}

fn stumble(path: &serde_path_to_error::Path, message: &str, file: &Value) -> Stumble {
    let mut steps: Vec<Step> = Vec::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => steps.push(Step::Place(*index)),
            Segment::Map { key } => steps.push(Step::Field(key.clone())),
            Segment::Enum { variant } => steps.push(Step::Field(variant.clone())),
            Segment::Unknown => break,
        }
    }
    let what = code(message, &steps, at(file, &steps));
    if let Code::MissingField { field } | Code::DuplicateField { field } = &what {
        steps.push(Step::Field(field.clone()));
    }
    Stumble { problem: problem(&steps, file, what), steps }
}

fn problem(steps: &[Step], file: &Value, what: Code) -> Problem {
    // The id of the innermost part that has one. The journey's own says nothing about the place.
    let ids = (1..=steps.len()).rev().filter_map(|n| at(file, steps.get(..n)?)?.get("id")?.as_str());
    let id = ids.map(str::to_owned).next().unwrap_or_default();
    Problem { place: Location::InFile { path: path_of(steps), id }, what }
}

/// `touchpoints[3].strength.likely`.
pub(super) fn path_of(steps: &[Step]) -> String {
    steps.iter().fold(String::new(), |path, step| match step {
        Step::Place(n) => format!("{path}[{n}]"),
        Step::Field(field) if path.is_empty() => field.clone(),
        Step::Field(field) => format!("{path}.{field}"),
    })
}

fn at<'a>(file: &'a Value, steps: &[Step]) -> Option<&'a Value> {
    steps.iter().try_fold(file, |value, step| match step {
        Step::Field(field) => value.get(field),
        Step::Place(n) => value.get(n),
    })
}

/// What serde's words mean, found at these steps.
fn code(message: &str, steps: &[Step], found: Option<&Value>) -> Code {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let first = || quoted.first().copied().unwrap_or_default().to_owned();
    if message.starts_with("missing field") {
        return Code::MissingField { field: first() };
    }
    if message.starts_with("duplicate field") {
        return Code::DuplicateField { field: first() };
    }
    if message.starts_with("unknown variant") {
        let choices = quoted.get(1..).unwrap_or_default().join(", ");
        return Code::UnknownChoice { found: first(), choices };
    }
    let expected = message.rsplit_once("expected ").map_or("", |(_, expected)| expected);
    // Read from text, the message ends with its place.
    let expected = expected.split(" at line ").next().unwrap_or_default();
    let kind = match expected {
        "u8" | "u16" | "u32" | "i32" => {
            let (least, most) = whole_numbers(steps);
            return Code::WholeNumberNeeded { found: found.map(Value::to_string).unwrap_or_default(), least, most };
        }
        "f64" => Kind::Number,
        "a boolean" => Kind::YesNo,
        "a string" => Kind::Text,
        "a sequence" => Kind::List,
        "a map" => Kind::Object,
        // A choice: named by a word, except for changes, which say more.
        "string or map" if !is_change(steps) => Kind::Text,
        "string or map" => Kind::Object,
        _ if expected.starts_with("struct ") => Kind::Object,
        _ => return Code::Unreadable { detail: message.to_owned() },
    };
    Code::WrongKind { expected: kind, actual: found.map_or(Kind::Nothing, kind_of) }
}

fn is_change(steps: &[Step]) -> bool {
    matches!(steps, [.., Step::Field(list), Step::Place(_)] if list == "changes")
}

fn kind_of(value: &Value) -> Kind {
    match value {
        Value::Null => Kind::Nothing,
        Value::Bool(_) => Kind::YesNo,
        Value::Number(_) => Kind::Number,
        Value::String(_) => Kind::Text,
        Value::Array(_) => Kind::List,
        Value::Object(_) => Kind::Object,
    }
}

/// The bounds of a number that counts something, by its field.
fn whole_numbers(steps: &[Step]) -> (i64, i64) {
    let Some(Step::Field(last)) = steps.last() else { return (1, i64::MAX) };
    let is_last = |field: Field| field.path().rsplit('.').next() == Some(last.as_str());
    let row = FIGURES.iter().find(|row| row.whole.is_some() && is_last(row.field));
    row.and_then(|row| row.whole).unwrap_or((1, Journey::VERSION.into()))
}
