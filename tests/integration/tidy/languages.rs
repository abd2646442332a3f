//! Every language of the page is complete: the same keys, the same places for figures and names in each text.

use super::tree::files;
use serde_json::Value;
use std::collections::BTreeMap;

/// Key path → text.
fn texts(value: &Value) -> BTreeMap<String, String> {
    fn walk(at: &str, value: &Value, found: &mut BTreeMap<String, String>) {
        match value {
            Value::Object(parts) => parts.iter().for_each(|(key, part)| walk(&format!("{at}.{key}"), part, found)),
            Value::String(text) => _ = found.insert(at.to_owned(), text.clone()),
            // A plural form may be a list or hold figures; as JSON it is compared like a text.
            other => _ = found.insert(at.to_owned(), other.to_string()),
        }
    }
    let mut found = BTreeMap::new();
    walk("", value, &mut found);
    found
}

/// What is filled in: the names in `{{ … }}`, and the tags around parts of a text; sorted.
fn places(text: &str) -> Vec<String> {
    let mut places: Vec<String> = text
        .split("{{")
        .skip(1)
        .filter_map(|rest| rest.split("}}").next())
        .map(|place| place.split(',').next().unwrap_or_default().trim().to_owned())
        .chain(text.split('<').skip(1).filter_map(|rest| rest.split('>').next()).map(|tag| format!("<{tag}>")))
        .collect();
    places.sort();
    places
}

/// What differs between two languages, in words.
fn differences(first: (&str, &str), second: (&str, &str)) -> Vec<String> {
    let read = |(name, json): (&str, &str)| match serde_json::from_str::<Value>(json) {
        Ok(value) => Ok(texts(&value)),
        Err(error) => Err(vec![format!("{name}:{}: not JSON: {error}. Mend it there", error.line())]),
    };
    let (one, two) = match (read(first), read(second)) {
        (Ok(one), Ok(two)) => (one, two),
        (Err(broken), _) | (_, Err(broken)) => return broken,
    };
    let mut found = Vec::new();
    let line = |(name, json): (&str, &str), key: &str| {
        let last = format!("\"{}\"", key.rsplit('.').next().unwrap_or_default());
        format!("{name}:{}", json.lines().position(|l| l.contains(&last)).map_or(1, |at| at + 1))
    };
    for (here, there, its, other) in [(first, second, &one, &two), (second, first, &two, &one)] {
        for (key, text) in its {
            if !other.contains_key(key) {
                found.push(format!("{}: {key} is missing in {}. Write it there too", line(here, key), there.0));
            }
            if text.trim().is_empty() {
                found.push(format!("{}: {key} has no text. Write it", line(here, key)));
            }
        }
    }
    for (key, text) in &one {
        let other = two.get(key).map(|other| places(other)).unwrap_or_else(|| places(text));
        if places(text) != other {
            let (its, place) = (places(text), line(first, key));
            found.push(format!(
                "{place}: {key} is filled in with {its:?} here and {other:?} in {}. Make them one",
                second.0
            ));
        }
    }
    found
}

#[test]
fn swedish_and_english_have_the_same_texts_with_the_same_places() {
    let locales: Vec<_> = files().into_iter().filter(|f| f.is_in("locales") && f.kind() == "json").collect();
    let [first, others @ ..] = locales.as_slice() else { panic!("locales/ holds no language") };
    assert!(!others.is_empty(), "locales/ holds only {}", first.path);
    let found: Vec<String> =
        others.iter().flat_map(|other| differences((&first.path, &first.text), (&other.path, &other.text))).collect();
    assert!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
}

/// What `make language` puts before a text that is still in English. Written in two halves, so that this is none.
const LEFT: [&str; 2] = ["TO", "DO "];

/// The texts that `make language` has put there in English.
fn untranslated(name: &str, json: &str) -> Vec<String> {
    let all = serde_json::from_str(json).map(|value| texts(&value)).unwrap_or_default();
    let left = all.into_iter().filter(|(_, text)| text.starts_with(&LEFT.concat()));
    left.map(|(key, text)| format!("{name}: {key} is left to translate: {text}")).collect()
}

#[test]
fn no_text_is_left_to_translate() {
    let locales = files().into_iter().filter(|f| f.is_in("locales") && f.kind() == "json");
    let left: Vec<String> = locales.flat_map(|f| untranslated(&f.path, &f.text)).collect();
    assert!(left.is_empty(), "{} found:\n{}", left.len(), left.join("\n"));
}

#[test]
fn a_text_that_is_left_to_translate_is_found() {
    let (left, begun) =
        (LEFT.concat(), |text: &str| format!("{{ \"a\": {{ \"b\": \"{text}\", \"c\": \"Se den\" }} }}"));
    let found = untranslated("da.json", &begun(&format!("{left}See it")));
    assert_eq!(found, [format!("da.json: .a.b is left to translate: {left}See it")]);
}

#[test]
fn a_missing_text_and_a_missing_place_are_found() {
    let en = "{\n\"a\": {\n\"b\": \"{{ n }} of {{ all, number }}\",\n\"c\": \"See <b>it</b>\"\n}\n}";
    let sv = "{ \"a\": { \"b\": \"{{n}} av alla\", \"d\": \"\" } }";
    let found = differences(("en.json", en), ("sv.json", sv));
    let begins: Vec<&str> = found.iter().filter_map(|line| line.split(" is ").next()).collect();
    assert_eq!(
        begins,
        ["en.json:4: .a.c", "sv.json:1: .a.d", "sv.json:1: .a.d has no text. Write it", "en.json:3: .a.b"],
        "{found:#?}"
    );
    assert_eq!(differences(("en.json", en), ("sv.json", en)), [""; 0]);
}
