//! The formats of a journey file and of a lesson file as JSON Schemas, from the tables of its shape and the bounds of its numbers.
//!
//! It says what can be said of one field at a time; what fields say together is checked when a file is opened.

mod about;

use super::journey_file::JOURNEY;
use super::lesson::LESSON;
use super::shape::{Choice, FieldShape, IfAbsent, PartShape, ValueShape, Whole};
use crate::model::Journey;
use crate::model::fields::{FIGURES, FieldDef, LISTS, ListDef, PartKind};
use about::ABOUT;
use serde_json::{Map, Value, json};

const ID: &str = "^[a-z0-9_-]{1,64}$";

/// The JSON Schema (draft 2020-12) of a journey file.
pub fn journey_schema() -> Value {
    schema_of(&JOURNEY)
}

/// The JSON Schema (draft 2020-12) of a lesson file.
pub fn lesson_schema() -> Value {
    schema_of(&LESSON)
}

fn schema_of(file: &PartShape) -> Value {
    let mut definitions = Map::new();
    let mut schema = object(file, &mut definitions);
    let more = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema", "title": file.name, "$defs": definitions,
    });
    extend(&mut schema, more);
    schema
}

/// A part with its fields. What they refer to is added to the definitions.
fn object(part: &PartShape, definitions: &mut Map<String, Value>) -> Value {
    let properties: Map<String, Value> =
        part.fields.iter().map(|field| (field.name.to_owned(), property(part, field, definitions))).collect();
    let required = part.fields.iter().filter(|field| matches!(field.if_absent, IfAbsent::Missed));
    let required: Vec<&str> = required.map(|field| field.name).collect();
    let mut schema = json!({
        "type": "object", "properties": properties, "required": required, "additionalProperties": false,
    });
    describe(&mut schema, part.name, "");
    schema
}

fn property(part: &PartShape, field: &FieldShape, definitions: &mut Map<String, Value>) -> Value {
    let mut schema = value(&field.shape, definitions);
    let numbers = if matches!(field.shape, ValueShape::Map(..)) { "/additionalProperties" } else { "" };
    if let (Some(numbers), Some(bounds)) = (schema.pointer_mut(numbers), bounds(part.name, field.name)) {
        extend(numbers, bounds);
    }
    if (part.name, field.name) == ("Journey", "id") {
        extend(&mut schema, json!({"pattern": ID}));
    }
    match field.if_absent {
        IfAbsent::Missed | IfAbsent::PartKind => {}
        IfAbsent::Unset => schema = or_null(schema),
        IfAbsent::Empty => extend(&mut schema, json!({"default": {}})),
        IfAbsent::No => extend(&mut schema, json!({"default": false})),
        IfAbsent::Number(number) => extend(&mut schema, json!({"default": number})),
        IfAbsent::Whole(number) => extend(&mut schema, json!({"default": number})),
        IfAbsent::Word(word) => extend(&mut schema, json!({"default": word})),
    }
    describe(&mut schema, part.name, field.name);
    schema
}

fn value(shape: &ValueShape, definitions: &mut Map<String, Value>) -> Value {
    match shape {
        ValueShape::Number => json!({"type": "number", "format": "double"}),
        ValueShape::Whole(Whole { format, .. }) => json!({"type": "integer", "format": format}),
        ValueShape::YesNo => json!({"type": "boolean"}),
        ValueShape::Word("") => json!({"type": "string"}),
        ValueShape::Word(kind) => refer(kind, definitions, |_| json!({"type": "string", "pattern": ID})),
        ValueShape::Choice(choice) => refer(choice.name, definitions, |_| words(choice)),
        ValueShape::Texts => refer("Text", definitions, |_| {
            let language = json!({"pattern": "^[a-z]{2}$"});
            json!({"type": "object", "propertyNames": language, "additionalProperties": {"type": "string"}})
        }),
        ValueShape::Part(part) => refer(part.name, definitions, |definitions| object(part, definitions)),
        ValueShape::List(of) => json!({"type": "array", "items": value(of, definitions)}),
        ValueShape::Map(Some(names), of) => {
            let of = value(of, definitions);
            let properties: Map<String, Value> =
                names().into_iter().map(|name| (name.to_owned(), of.clone())).collect();
            json!({"type": "object", "properties": properties, "additionalProperties": false})
        }
        ValueShape::Map(None, of) => json!({"type": "object", "additionalProperties": value(of, definitions)}),
        ValueShape::OneOf(parts) => {
            let one = |part: &PartShape| {
                let field = Map::from_iter([(part.name.to_owned(), object(part, definitions))]);
                json!({"type": "object", "properties": field, "required": [part.name], "additionalProperties": false})
            };
            json!({"oneOf": parts.iter().map(one).collect::<Vec<_>>()})
        }
    }
}

/// A reference to a definition, which is made where there is none yet.
fn refer(
    name: &str,
    definitions: &mut Map<String, Value>,
    define: impl FnOnce(&mut Map<String, Value>) -> Value,
) -> Value {
    if !definitions.contains_key(name) {
        let mut definition = define(definitions);
        describe(&mut definition, name, "");
        definitions.insert(name.to_owned(), definition);
    }
    json!({"$ref": format!("#/$defs/{name}")})
}

/// One of a few words. Those of which something is said stand each for itself, after the others.
fn words(choice: &Choice) -> Value {
    let is_plain = |word: &&&str| about(choice.name, word).is_none();
    let plain: Vec<&str> = choice.words.iter().filter(is_plain).copied().collect();
    if plain.len() == choice.words.len() {
        return json!({"type": "string", "enum": plain});
    }
    let mut each = Vec::new();
    if !plain.is_empty() {
        each.push(json!({"type": "string", "enum": plain}));
    }
    for word in choice.words.iter().filter(|word| !is_plain(word)) {
        each.push(json!({"type": "string", "const": word, "description": about(choice.name, word)}));
    }
    json!({"oneOf": each})
}

fn or_null(schema: Value) -> Value {
    match schema.get("type") {
        Some(kind) => {
            let kinds = json!([kind, "null"]);
            let mut schema = schema;
            extend(&mut schema, json!({"type": kinds}));
            schema
        }
        None => json!({"anyOf": [schema, {"type": "null"}]}),
    }
}

/// The bounds of a number or of the length of a list; `None` if the field has none.
fn bounds(part: &str, field: &str) -> Option<Value> {
    if (part, field) == ("Journey", "version") {
        return Some(json!({"minimum": 1, "maximum": Journey::VERSION}));
    }
    let is_it = |list: &&ListDef| (format!("{:?}", list.part).as_str(), list.field.name()) == (part, field);
    if let Some(list) = LISTS.iter().find(is_it) {
        return Some(json!({"minItems": list.least, "maxItems": list.most}));
    }
    if part == "Evidence" && ["low", "high"].contains(&field) {
        // Whichever figure it is of: which bounds that has is checked when a file is opened.
        let rows = || FIGURES.iter().filter(|row| row.field.may_be_varied());
        let least = rows().map(|row| row.least).fold(f64::INFINITY, f64::min);
        let most = rows().map(|row| row.most).fold(f64::NEG_INFINITY, f64::max);
        return Some(json!({"minimum": whole(least), "maximum": whole(most)}));
    }
    let row = FIGURES.iter().find(|row| place_of(row) == (part.to_owned(), field.to_owned()))?;
    let least = if row.is_above_least { "exclusiveMinimum" } else { "minimum" };
    Some(json!({least: whole(row.least), "maximum": whole(row.most)}))
}

/// The part in whose schema a number stands, and its field there.
fn place_of(row: &FieldDef) -> (String, String) {
    match (row.part(), row.field.path().split_once('.')) {
        // The values of a map.
        (PartKind::Leaning, _) => ("Persona".to_owned(), "leaning".to_owned()),
        // A number of a part of its own: `strength.likely`.
        (_, Some((part, field))) => {
            let (first, rest) = part.split_at(1);
            (format!("{}{rest}", first.to_uppercase()), field.to_owned())
        }
        (part, None) => (format!("{part:?}"), row.field.path().to_owned()),
    }
}

/// Whole numbers without a point.
fn whole(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 { json!(number as i64) } else { json!(number) }
}

fn about(name: &str, of: &str) -> Option<&'static str> {
    ABOUT.iter().find(|row| (row.0, row.1) == (name, of)).map(|row| row.2)
}

fn describe(schema: &mut Value, name: &str, of: &str) {
    if let Some(description) = about(name, of) {
        extend(schema, json!({"description": description}));
    }
}

fn extend(schema: &mut Value, more: Value) {
    if let (Value::Object(schema), Value::Object(more)) = (schema, more) {
        schema.extend(more);
    }
}
