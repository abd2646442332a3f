//! Something readable in place of what could not be read, so that the reading goes on and the next problem is found.
//! Nothing mended is ever simulated: a file with problems is refused.

use super::reading::{Step, Stumble};
use crate::model::{Code, Kind};
use serde_json::{Map, Value, json};

/// Mends the file where the reading stumbled; whether it could.
pub(super) fn mend(file: &mut Value, stumble: &Stumble) -> bool {
    let instead = match &stumble.problem.what {
        Code::MissingField { field } => missing(field),
        Code::WrongKind { expected, .. } => of_kind(*expected),
        Code::WholeNumberNeeded { least, .. } => json!(least),
        Code::UnknownChoice { found, choices } => return mend_choice(file, &stumble.steps, found, choices),
        _ => return false,
    };
    put(file, &stumble.steps, instead)
}

/// Something of a kind. Objects are begun empty: what they lack is not said again, since the path is already named.
fn of_kind(kind: Kind) -> Value {
    match kind {
        Kind::Nothing => Value::Null,
        Kind::YesNo => json!(false),
        Kind::Number => json!(1.0),
        Kind::Text => json!("mended"),
        Kind::List => json!([]),
        Kind::Object => Value::Object(Map::new()),
    }
}

/// Something for a field that must be there, by its name.
fn missing(field: &str) -> Value {
    match field {
        "version" | "price" | "arrivals" | "mean" | "share" | "effort" | "value" => json!(1),
        "likely" => json!(0.5),
        "strength" => json!({"likely": 0.5}),
        "usefulness" => json!({"mean": 1}),
        "market" => json!({"arrivals": 1}),
        "name" => json!({"en": "Mended"}),
        "nature" => json!("service"),
        "stage" => json!("before"),
        "grounds" => json!("assumption"),
        "lever" => json!("strength"),
        "phases" | "channels" | "owners" | "touchpoints" | "handovers" | "personas" | "entries" | "changes" => {
            json!([])
        }
        _ => json!("mended"),
    }
}

/// The first of the choices where a word is none of them; a key that is none of them goes.
fn mend_choice(file: &mut Value, steps: &[Step], found: &str, choices: &str) -> bool {
    let Some(place) = at(file, steps) else { return false };
    if let Some(parts) = place.as_object_mut() {
        return parts.remove(found).is_some();
    }
    *place = json!(choices.split(", ").next().unwrap_or_default());
    true
}

fn put(file: &mut Value, steps: &[Step], instead: Value) -> bool {
    let Some((last, parents)) = steps.split_last() else { return false };
    match (at(file, parents), last) {
        (Some(Value::Object(parts)), Step::Field(field)) => {
            parts.insert(field.clone(), instead);
            true
        }
        (Some(Value::Array(parts)), Step::Place(n)) => match parts.get_mut(*n) {
            Some(part) => {
                *part = instead;
                true
            }
            None => false,
        },
        _ => false,
    }
}

fn at<'a>(file: &'a mut Value, steps: &[Step]) -> Option<&'a mut Value> {
    steps.iter().try_fold(file, |value, step| match step {
        Step::Field(field) => value.get_mut(field),
        Step::Place(n) => value.get_mut(n),
    })
}
