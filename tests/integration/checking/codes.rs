//! Every code can be said, in both languages, with what it knows and nothing else.

use kedja::app::Language;
use kedja::model::fields::{FIGURES, LISTS};
use kedja::model::*;
use kedja::words::problem::line;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const LOCALES: [(Language, &str); 2] = [
    (Language::En, include_str!("../../../locales/en.json")),
    (Language::Sv, include_str!("../../../locales/sv.json")),
];
/// Tables of words that sentences draw on, beside the codes.
const TABLES: [&str; 7] = ["formats", "kinds", "levers", "lists", "quantities", "roles", "slips"];

/// One of each code, made by asking the reader of codes what it misses: no code can be forgotten here.
fn one_of_each() -> Vec<Code> {
    let unknown = serde_json::from_value::<Code>(json!("?")).unwrap_err().to_string();
    unknown.split('`').skip(3).step_by(2).map(example).collect()
}

fn read(name: &str, fields: &Map<String, Value>) -> Result<Code, String> {
    // A code that knows nothing is its name alone.
    let alone = serde_json::from_value(json!(name));
    alone.or_else(|_| serde_json::from_value(json!({ name: fields }))).map_err(|error| error.to_string())
}

fn example(name: &str) -> Code {
    let mut fields = Map::new();
    // A number, a word, and a word of each table; `Plain` is a role, and so on.
    let first = Location::InFile { path: "touchpoints[1]".to_owned(), id: "price".to_owned() };
    let words = ["number", "Strength", "Phases", "Plain", "Pdf", "Comment", "word"].map(|word| json!(word));
    let candidates: Vec<Value> = [json!(7), json!(first)].into_iter().chain(words).collect();
    loop {
        let error = match read(name, &fields) {
            Ok(code) => return code,
            Err(error) => error,
        };
        let field = error.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
        let field = field.unwrap_or_else(|| panic!("{error}")).to_owned();
        let fits = |candidate: &&Value| {
            let mut tried = fields.clone();
            tried.insert(field.clone(), (*candidate).clone());
            read(name, &tried).err().is_none_or(|error| error.contains("missing"))
        };
        let value = candidates.iter().find(fits).unwrap_or_else(|| panic!("nothing fits {field}")).clone();
        fields.insert(field, value);
    }
}

fn problems_in(locale: &str) -> Map<String, Value> {
    let locale: Value = serde_json::from_str(locale).unwrap();
    locale["problems"].as_object().expect("problems in words").clone()
}

fn fields_of(code: &Code) -> (String, BTreeSet<String>) {
    match serde_json::to_value(code).unwrap() {
        Value::String(name) => (name, BTreeSet::new()),
        named => {
            let (name, fields) = named.as_object().and_then(|named| named.iter().next()).expect("a code has a name");
            (name.clone(), fields.as_object().expect("a code knows fields").keys().cloned().collect())
        }
    }
}

fn placeholders(text: &str) -> BTreeSet<String> {
    text.split("{{").skip(1).map(|part| part.split("}}").next().unwrap().trim().to_owned()).collect()
}

#[test]
fn every_code_has_a_sentence_and_a_fix_in_both_languages_with_its_own_fields_only() {
    for (lang, locale) in LOCALES {
        let texts = problems_in(locale);
        for code in one_of_each() {
            let (name, fields) = fields_of(&code);
            let entry = texts.get(&name).unwrap_or_else(|| panic!("{lang:?}: no words for {name}"));
            for part in ["what", "fix"] {
                let text = entry[part].as_str().unwrap_or_else(|| panic!("{lang:?}: {name} has no {part}"));
                assert!(text.ends_with('.') && text.len() > 10, "{lang:?}: {name}.{part} is no sentence: {text}");
                let unknown: Vec<_> = placeholders(text).difference(&fields).cloned().collect();
                assert!(unknown.is_empty(), "{lang:?}: {name}.{part} speaks of {unknown:?}, which it does not know");
            }
        }
    }
}

#[test]
fn there_are_no_words_for_codes_that_are_no_more() {
    let names: BTreeSet<String> = one_of_each().iter().map(|code| fields_of(code).0).collect();
    for (lang, locale) in LOCALES {
        let known = |key: &&String| names.contains(*key) || TABLES.contains(&key.as_str());
        let texts = problems_in(locale);
        let stale: Vec<&String> = texts.keys().filter(|key| !known(key)).collect();
        assert!(stale.is_empty(), "{lang:?}: {stale:?}");
    }
}

#[test]
fn both_languages_say_the_same_things() {
    let [english, swedish] = LOCALES.map(|(_, locale)| problems_in(locale));
    for (key, words) in &english {
        let keys = |words: &Value| words.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(words), keys(&swedish[key]), "{key}");
        for (part, text) in words.as_object().unwrap() {
            let (text, swedish) = (text.as_str().unwrap(), swedish[key][part].as_str().unwrap());
            assert_eq!(placeholders(text), placeholders(swedish), "{key}.{part}");
        }
    }
}

fn each(words: Vec<String>, written: fn(&str) -> String) -> Vec<String> {
    words.iter().map(|word| written(word)).collect()
}

/// `old_office` for `OldOffice`.
fn with_lines(word: &str) -> String {
    let letters = word.chars().enumerate();
    let apart = letters.map(|(at, c)| if at > 0 && c.is_uppercase() { format!("_{c}") } else { c.to_string() });
    apart.collect::<String>().to_lowercase()
}

#[test]
fn every_word_of_the_tables_is_there() {
    let all = |name: &str| {
        // The reader of a table names all of its words when it meets an unknown one.
        let of = |code: &str, field: &str| {
            let known = one_of_each().into_iter().find(|c| fields_of(c).0 == code).unwrap();
            let mut named = serde_json::to_value(known).unwrap();
            named[code][field] = json!("?");
            let error = serde_json::from_value::<Code>(named).unwrap_err().to_string();
            error.split('`').skip(3).step_by(2).map(str::to_owned).collect::<Vec<_>>()
        };
        match name {
            "formats" => each(of("other_format", "format"), with_lines),
            "kinds" => each(of("wrong_kind", "actual"), str::to_lowercase),
            "levers" => Field::LEVERS.iter().map(|field| field.name().to_owned()).collect(),
            "lists" => LISTS.iter().map(|list| list.field.name().to_owned()).collect(),
            // What a sentence may name: every number, and the tenure as a whole.
            "quantities" => FIGURES.iter().map(|row| row.field.noun().name().to_owned()).collect(),
            "slips" => each(of("slip", "slip"), with_lines),
            _ => each(of("role_only_after", "role"), str::to_lowercase),
        }
    };
    for (lang, locale) in LOCALES {
        let texts = problems_in(locale);
        for table in TABLES {
            let words = all(table);
            assert!(words.len() >= 4, "{table}: {words:?}");
            for word in words {
                assert!(texts[table][&word].is_string(), "{lang:?}: {table} lacks {word}");
            }
        }
    }
}

/// The page's texts take a name that ends in one of these for a plural form.
#[test]
fn no_code_is_taken_for_a_plural() {
    for (name, _) in one_of_each().iter().map(fields_of) {
        for form in ["_zero", "_one", "_two", "_few", "_many", "_other"] {
            assert!(!name.ends_with(form), "{name}");
        }
    }
}

#[test]
fn told_problems_are_whole() {
    for (lang, _) in LOCALES {
        for what in one_of_each() {
            let place = Location::InFile { path: "touchpoints[3]".to_owned(), id: "invoice".to_owned() };
            let said = line(lang, &Problem { place, what: what.clone() });
            assert!(said.starts_with("touchpoints[3] (invoice): "), "{said}");
            assert!(!said.contains("{{") && !said.contains("null"), "{said}");
            assert!(!said.contains(&fields_of(&what).0), "{said}");
        }
    }
}

#[test]
fn a_problem_is_told_with_place_and_number_as_the_language_writes_them() {
    let place = Location::InFile { path: "touchpoints[3].strength.likely".to_owned(), id: "invoice".to_owned() };
    let what = Code::OutOfRange { quantity: Field::Strength, value: 1.4, least: 0.0, most: 1.0 };
    let problem = Problem { place, what };
    assert_eq!(
        line(Language::En, &problem),
        "touchpoints[3].strength.likely (invoice): Strength: 1.4 is out of range. Set it from 0 to 1."
    );
    assert_eq!(
        line(Language::Sv, &problem),
        "touchpoints[3].strength.likely (invoice): Styrka: 1,4 ligger utanför det som går. Välj ett värde från 0 till 1."
    );
    let rounded = Problem { place: Location::file(), what: Code::PersonaShares { sum: 0.1 + 0.2 + 0.4 + 0.2 } };
    assert_eq!(line(Language::En, &rounded).split(". ").next(), Some("The personas’ shares sum to 0.9"));
    let tiny = Problem { place: Location::file(), what: Code::PersonaShares { sum: 1e-9 } };
    assert!(line(Language::En, &tiny).contains("0.000000001"), "{}", line(Language::En, &tiny));
}
