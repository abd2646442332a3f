//! The description of the format: kept current, and true of files that open.

use super::file_of;
use crate::arbitrary;
use crate::builder::small;
use jsonschema::Validator;
use kedja::app::Language;
use kedja::exchange::*;
use kedja::words::problem::line;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::Path;

fn validator() -> Validator {
    jsonschema::validator_for(&journey_schema()).expect("the schema is a schema")
}

fn faults(schema: &Validator, file: &Value) -> Vec<String> {
    schema.iter_errors(file).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_written_schema_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/journey.schema.json");
    let written = std::fs::read_to_string(path).unwrap_or_default();
    let written: Value = serde_json::from_str(&written).unwrap_or_default();
    assert!(
        written == journey_schema(),
        "docs/journey.schema.json is not what the types say. Renew it:\n\
         cargo run --no-default-features -- schema > docs/journey.schema.json"
    );
}

#[test]
fn the_schema_is_true_of_the_small_journey() {
    let text = serde_json::from_str(&journey_json(&small())).unwrap();
    assert_eq!(faults(&validator(), &text), Vec::<String>::new());
}

#[test]
fn the_schema_is_true_of_every_ready_journey() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/journeys");
    let schema = validator();
    let files = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    for file in files.filter(|f| f.extension().is_some_and(|e| e == "json")) {
        let text = std::fs::read_to_string(&file).unwrap();
        let value = serde_json::from_str(&text).unwrap();
        assert_eq!(faults(&schema, &value), Vec::<String>::new(), "{}", file.display());
        if let Err(problems) = open_journey(text.as_bytes()) {
            let said: Vec<String> = problems.iter().map(|p| line(Language::En, p)).collect();
            panic!("{} does not open:\n{}", file.display(), said.join("\n"));
        }
    }
}

#[test]
fn the_schema_refuses_what_one_field_alone_gets_wrong() {
    let schema = validator();
    let refused = |story: &str, change: &dyn Fn(&mut Value)| {
        let mut file = file_of(&small());
        change(&mut file);
        assert!(!schema.is_valid(&file), "{story}");
        assert!(open_journey(file.to_string().as_bytes()).is_err(), "{story}");
    };
    refused("strength over 1", &|f| f["touchpoints"][0]["strength"]["likely"] = json!(1.1));
    refused("frequency over 31", &|f| f["touchpoints"][3]["frequency"] = json!(32));
    refused("an unknown field", &|f| f["touchpoints"][0]["gian"] = json!(1));
    refused("an unknown field at the top", &|f| f["colour"] = json!("red"));
    refused("an unknown field of a change of tenure", &|f| f["touchpoints"][3]["tenure"] = json!({"from": 1, "to": 2}));
    refused("a bad id", &|f| f["touchpoints"][3]["id"] = json!("With Spaces"));
    refused("a bad id of the journey", &|f| f["id"] = json!("With Spaces"));
    refused("a language by its name", &|f| f["name"] = json!({"english": "Small"}));
    refused("free of charge", &|f| f["price"] = json!(0));
    refused("no memory", &|f| f["personas"][0]["memory"] = json!(0));
    refused("leaning away", &|f| f["personas"][0]["leaning"] = json!({"web": -1}));
    refused("no personas", &|f| f["personas"] = json!([]));
    refused("too many phases", &|f| f["phases"] = json!(vec![f["phases"][0].clone(); 51]));
    refused("another version", &|f| f["version"] = json!(2));
    refused("a missing price", &|f| drop(f.as_object_mut().unwrap().remove("price")));
    refused("rival pull times 4 over 1", &|f| f["rival_pull"] = json!(0.3));
}

#[test]
fn every_bound_of_the_schema_is_found_in_its_place() {
    // A renamed field would lose its bounds without a word.
    let schema = journey_schema();
    let unbounded: Vec<String> = schema["$defs"]
        .as_object()
        .unwrap()
        .iter()
        .chain([(&"Journey".to_owned(), &schema)])
        .flat_map(|(part, fields)| {
            fields["properties"].as_object().into_iter().flatten().map(move |(f, s)| (part, f, s))
        })
        .filter(|(_, _, field)| ["number", "integer"].iter().any(|kind| field["type"].to_string().contains(kind)))
        .filter(|(_, _, field)| field["maximum"].is_null())
        .map(|(part, field, _)| format!("{part}.{field}"))
        .collect();
    assert_eq!(unbounded, Vec::<String>::new());
}

proptest! {
    #[test]
    fn the_schema_is_true_of_every_random_journey(journey in arbitrary::journey()) {
        thread_local! { static SCHEMA: Validator = validator(); }
        let file = file_of(&journey);
        let faults = SCHEMA.with(|schema| faults(schema, &file));
        prop_assert_eq!(faults, Vec::<String>::new());
    }
}
