//! The format of a journey file as a JSON Schema, from the types and the bounds of the checks.
//!
//! It says what can be said of one field at a time; what fields say together is checked when a file is opened.

use super::Journey;
use super::fields::{FIGURES, FieldDef, LISTS, Part};
use serde_json::{Map, Value, json};

const IDS: [&str; 5] = ["LinkId", "PhaseId", "PersonaId", "ChannelId", "OwnerId"];
const ID: &str = "^[a-z0-9_-]{1,64}$";

/// The JSON Schema (draft 2020-12) of a journey file.
pub fn journey_schema() -> Value {
    let mut schema = schemars::schema_for!(Journey).to_value();
    for row in FIGURES {
        let bounds = if row.is_above_least {
            json!({"exclusiveMinimum": whole(row.least), "maximum": whole(row.most)})
        } else {
            json!({"minimum": whole(row.least), "maximum": whole(row.most)})
        };
        if let Some((definition, place)) = place_of(row) {
            set(&mut schema, &definition, &place, bounds);
        }
    }
    let versions = json!({"minimum": Journey::VERSION, "maximum": Journey::VERSION});
    set(&mut schema, "Journey", "/properties/version", versions);
    for list in LISTS {
        let lengths = json!({"minItems": list.least, "maxItems": list.most});
        set(&mut schema, &format!("{:?}", list.part), &format!("/properties/{}", list.field.name()), lengths);
    }
    for id in IDS {
        set(&mut schema, id, "", json!({"pattern": ID}));
    }
    set(&mut schema, "Journey", "/properties/id", json!({"pattern": ID}));
    set(&mut schema, "Text", "", json!({"propertyNames": {"pattern": "^[a-z]{2}$"}}));
    tidy(&mut schema);
    schema
}

/// The definition in the schema in which a number stands, and where; `None` for one of no journey.
fn place_of(row: &FieldDef) -> Option<(String, String)> {
    if matches!(row.part(), Part::Scenario | Part::Improvement) {
        return None;
    }
    Some(match (row.part(), row.field.path().split_once('.')) {
        // Values of a map: each channel's.
        (Part::Leaning, _) => ("Persona".to_owned(), "/properties/leaning/additionalProperties".to_owned()),
        // A number of a part of its own.
        (_, Some((part, field))) => {
            let (first, rest) = part.split_at(1);
            (format!("{}{rest}", first.to_uppercase()), format!("/properties/{field}"))
        }
        (part, None) => (format!("{part:?}"), format!("/properties/{}", row.field.path())),
    })
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
