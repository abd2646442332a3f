//! Problems in words, for the shell. The page says the same sentences from the same files.

use super::{Lang, Problem};
use serde_json::Value;
use std::sync::LazyLock;

static ENGLISH: LazyLock<Value> = LazyLock::new(|| problems_of(include_str!("../../locales/en.json")));
static SWEDISH: LazyLock<Value> = LazyLock::new(|| problems_of(include_str!("../../locales/sv.json")));

fn problems_of(locale: &str) -> Value {
    let texts: Value = serde_json::from_str(locale).unwrap_or_default();
    texts.get("problems").cloned().unwrap_or_default()
}

/// A problem as one line: where, what, and what can be done. Swedish for "sv", else English.
///
/// `touchpoints[3].strength.likely (invoice): Strength: 1.4 is out of range. Set it from 0 to 1.`
pub fn tell(problem: &Problem, lang: &Lang) -> String {
    let place = match (problem.place.path.as_str(), problem.place.id.as_str()) {
        ("", _) => String::new(),
        (path, "") => format!("{path}: "),
        (path, id) => format!("{path} ({id}): "),
    };
    let code = serde_json::to_value(&problem.what).unwrap_or_default();
    let name = code.get("code").and_then(Value::as_str).unwrap_or_default();
    let texts = texts(lang);
    let sentence = |which: &str| match texts.get(name).and_then(|t| t.get(which)).and_then(Value::as_str) {
        Some(text) => filled(text, &code, lang),
        None => name.to_owned(),
    };
    format!("{place}{} {}", sentence("what"), sentence("fix"))
}

fn texts(lang: &Lang) -> &'static Value {
    if lang == "sv" { &SWEDISH } else { &ENGLISH }
}

/// The text with each `{{ field }}` replaced by that field of the code.
fn filled(text: &str, code: &Value, lang: &Lang) -> String {
    let mut parts = text.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (field, rest) = part.split_once("}}").unwrap_or((part, ""));
        let field = field.trim();
        filled.push_str(&word(field, code.get(field).unwrap_or(&Value::Null), lang));
        filled.push_str(rest);
    }
    filled
}

fn word(field: &str, value: &Value, lang: &Lang) -> String {
    let table = match field {
        "quantity" => "quantities",
        "expected" | "actual" => "kinds",
        "list" => "lists",
        "role" => "roles",
        "lever" => "levers",
        _ => "",
    };
    match value {
        Value::String(text) => {
            let known = texts(lang).get(table).and_then(|words| words.get(text)).and_then(Value::as_str);
            known.unwrap_or(text).to_owned()
        }
        Value::Number(number) => number_in_words(number.as_f64().unwrap_or_default(), lang),
        other => other.to_string(),
    }
}

/// At most six decimals, which hides what rounding in binary adds.
fn number_in_words(number: f64, lang: &Lang) -> String {
    let text = format!("{number:.6}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    // A number too small for that is said in full.
    let short =
        if short.trim_start_matches('-') == "0" && number != 0.0 { number.to_string() } else { short.to_owned() };
    if lang == "sv" { short.replace('.', ",") } else { short }
}
