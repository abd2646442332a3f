//! The format of a journey file as a JSON Schema, from the types and the bounds of the checks.
//!
//! It says what can be said of one field at a time; what fields say together is checked when a file is opened.

use super::{Journey, defaults};
use serde_json::{Map, Value, json};

/// Type, field, lowest and highest value.
type Bound = (&'static str, &'static str, f64, f64);

/// Numbers from a lowest to a highest value, both included.
const WITHIN: [Bound; 36] = [
    ("Journey", "horizon", 1.0, defaults::MAX_HORIZON as f64),
    ("Journey", "version", 1.0, Journey::VERSION as f64),
    ("Journey", "disturbance", 0.0, 1.0),
    ("Journey", "rival_pull", 0.0, 1.0 / defaults::SERVICE_FACTOR),
    ("Market", "warm_up", 0.0, defaults::MAX_WARM_UP as f64),
    ("Market", "echo", 0.0, 1.0),
    ("Strength", "likely", 0.0, 1.0),
    ("Strength", "low", 0.0, 1.0),
    ("Strength", "high", 0.0, 1.0),
    ("Tenure", "from", 1.0, defaults::MAX_HORIZON as f64),
    ("Tenure", "until", 1.0, u16::MAX as f64),
    ("Touchpoint", "gain", 0.0, defaults::MAX_VALUE),
    ("Touchpoint", "pain", 0.0, defaults::MAX_VALUE),
    ("Touchpoint", "complaint_rate", 0.0, 1.0),
    ("Touchpoint", "exposure", 0.0, defaults::MAX_EXPOSURE),
    ("Touchpoint", "halving_cost", defaults::MIN_HALVING_COST, defaults::MAX_HALVING_COST),
    ("Touchpoint", "days", 0.0, defaults::MAX_DAYS),
    ("Touchpoint", "sensing", 0.0, 1.0),
    ("Touchpoint", "frequency", 0.0, defaults::MAX_FREQUENCY),
    ("Touchpoint", "worth", 0.0, defaults::MAX_VALUE),
    ("Handover", "share", 0.0, 1.0),
    ("Handover", "pain", 0.0, defaults::MAX_VALUE),
    ("Handover", "days", 0.0, defaults::MAX_DAYS),
    ("Handover", "complaint_rate", 0.0, 1.0),
    ("Handover", "exposure", 0.0, defaults::MAX_EXPOSURE),
    ("Handover", "halving_cost", defaults::MIN_HALVING_COST, defaults::MAX_HALVING_COST),
    ("Persona", "share", 0.0, 1.0),
    ("Persona", "elasticity", 0.0, defaults::MAX_ELASTICITY),
    ("Persona", "patience", 0.0, defaults::MAX_PATIENCE),
    ("Persona", "tolerance", 1.0, defaults::MAX_TOLERANCE as f64),
    ("Persona", "chain_feel", 0.0, 1.0),
    ("Persona", "remorse", 0.0, defaults::MAX_VALUE),
    ("Usefulness", "mean", -defaults::MAX_VALUE, defaults::MAX_VALUE),
    ("Usefulness", "spread", 0.0, defaults::MAX_VALUE),
    ("Entry", "share", 0.0, 1.0),
    // Values of a map: each channel's.
    ("Persona", "leaning", 0.0, defaults::MAX_LEANING),
];

/// Numbers over 0, up to a highest value.
const POSITIVE: [(&str, &str, f64); 4] = [
    ("Journey", "price", defaults::MAX_PRICE),
    ("Market", "arrivals", defaults::MAX_ARRIVALS),
    ("Persona", "price_feel", defaults::MAX_PRICE_FEEL),
    ("Persona", "memory", defaults::MAX_MEMORY),
];

/// Lists with at least one part, and at most so many.
const LISTS: [(&str, &str, usize, usize); 7] = [
    ("Journey", "phases", 2, defaults::MAX_PHASES),
    ("Journey", "channels", 1, defaults::MAX_CHANNELS),
    ("Journey", "owners", 1, defaults::MAX_OWNERS),
    ("Journey", "touchpoints", 2, defaults::MAX_TOUCHPOINTS),
    ("Journey", "handovers", 0, defaults::MAX_HANDOVERS),
    ("Journey", "personas", 1, defaults::MAX_PERSONAS),
    ("Persona", "entries", 1, defaults::MAX_ENTRIES),
];

const IDS: [&str; 5] = ["LinkId", "PhaseId", "PersonaId", "ChannelId", "OwnerId"];
const ID: &str = "^[a-z0-9_-]{1,64}$";

/// The JSON Schema (draft 2020-12) of a journey file.
pub fn journey_schema() -> Value {
    let mut schema = schemars::schema_for!(Journey).to_value();
    for (part, field, least, most) in WITHIN {
        let bounds = json!({"minimum": whole(least), "maximum": whole(most)});
        let place = if field == "leaning" { "/additionalProperties" } else { "" };
        set(&mut schema, part, &format!("/properties/{field}{place}"), bounds);
    }
    for (part, field, most) in POSITIVE {
        set(&mut schema, part, &format!("/properties/{field}"), json!({"exclusiveMinimum": 0, "maximum": whole(most)}));
    }
    for (part, list, least, most) in LISTS {
        set(&mut schema, part, &format!("/properties/{list}"), json!({"minItems": least, "maxItems": most}));
    }
    for id in IDS {
        set(&mut schema, id, "", json!({"pattern": ID}));
    }
    set(&mut schema, "Journey", "/properties/id", json!({"pattern": ID}));
    set(&mut schema, "Text", "", json!({"propertyNames": {"pattern": "^[a-z]{2}$"}}));
    tidy(&mut schema);
    schema
}

/// Whole numbers without a point.
fn whole(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 { json!(number as i64) } else { json!(number) }
}

fn set(schema: &mut Value, part: &str, place: &str, more: Value) {
    let part = if part == "Journey" { String::new() } else { format!("/$defs/{part}") };
    let target = schema.pointer_mut(&format!("{part}{place}")).and_then(Value::as_object_mut);
    if let (Some(target), Value::Object(more)) = (target, more) {
        target.extend(more);
    }
}

/// Closes every object with named fields to others, and drops from descriptions what only readers of the code need.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Object(parts) => {
            close(parts);
            if let Some(Value::String(text)) = parts.get_mut("description") {
                *text = without_references(text);
            }
            parts.values_mut().for_each(tidy);
        }
        Value::Array(parts) => parts.iter_mut().for_each(tidy),
        _ => {}
    }
}

fn close(parts: &mut Map<String, Value>) {
    if parts.get("type") == Some(&json!("object")) && parts.contains_key("properties") {
        parts.insert("additionalProperties".to_owned(), json!(false));
    }
}

/// Descriptions name constants and functions for readers of the code; the schema has the defaults themselves.
fn without_references(text: &str) -> String {
    let mut text = text.replace('\n', " ");
    for (open, close) in [("; [`", "`]"), (" ([`", "`])")] {
        while let Some(start) = text.find(open) {
            let Some(length) = text[start..].find(close) else { break };
            text.replace_range(start..start + length + close.len(), "");
        }
    }
    text
}
