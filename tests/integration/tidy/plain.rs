//! Plain words (README, "The words"): one thing has one word in each language, no turn that readers have stumbled on
//! comes back, and quotation marks, dashes and per cents are written as each language writes them. It holds for the texts
//! of the page, for the ready journeys, and for the documents as far as they are English.

use super::tree::{File, files};
use super::{Breach, expect_none};
use serde_json::Value;
use std::collections::BTreeMap;

/// What English says, and what Swedish says then. `*` stands for any ending; of several words one is enough.
const PAIRS: [(&str, &[&str]); 30] = [
    ("visitor*", &["besökare*", "besökarna"]),
    ("customer*", &["kund*"]),
    ("drop* out", &["hopp*", "avhopp"]),
    ("bottleneck", &["flaskhals*"]),
    ("touchpoint*", &["kontaktpunkt*"]),
    ("handover*", &["övergång*"]),
    ("contact", &["kontakt*"]),
    ("contacts", &["kontakt*"]),
    ("owner*", &["ansvarig*"]),
    ("persona*", &["persona*"]),
    ("strength", &["styrka*", "styrkan"]),
    ("strengthen*", &["stärk*"]),
    ("weakest", &["svagast*"]),
    ("strain", &["påfrestning*"]),
    ("failure*", &["fel*", "brast"]),
    ("complaint*", &["klagomål*"]),
    ("emotion", &["känsl*"]),
    ("value check*", &["värdeprövning*"]),
    ("phase out ladder", &["utfasningstrappa*"]),
    ("unit* of effort", &["insatsenhet*", "enhet*"]),
    ("churn", &["kundbortfall*"]),
    ("conversion", &["konvertering*"]),
    ("sensing", &["lyhördhet"]),
    ("chip", &["spelmark*"]),
    ("chips", &["spelmark*"]),
    ("simulation noise", &["simuleringsbrus*"]),
    ("percentage point*", &["procentenhet*"]),
    ("no clear difference", &["ingen säker skillnad"]),
    ("word of mouth", &["mun till mun"]),
    ("vary your estimates", &["era uppskattningar varieras"]),
];

/// Turns that readers have misread or smiled at.
const BANNED_EN: [&str; 34] = [
    "anew",
    "otherwise than",
    "stands in",
    "is so",
    "can be told",
    "told from",
    "lets one",
    "greedy",
    "found out",
    "who come",
    "who comes",
    "arrival*",
    "meeting*",
    "plausible world*",
    "binding link",
    "binds",
    "reckoning*",
    "chain feel",
    "void*",
    "twin*",
    "worn",
    "mend*",
    "mood",
    "fate",
    "the room",
    "by silo",
    "in silence",
    "customers at the end",
    "of it than",
    "so much more",
    "more seldom",
    "all right",
    "they part",
    "would have left",
];
const BANNED_SV: [&str; 36] = [
    "ta* reda på",
    "lämnar på grund",
    "har lämnat",
    "hade lämnat",
    "ingen lämnar",
    "den som lämnar",
    "annars hade",
    "ankomst*",
    "avstämning*",
    "kedjekänsla",
    "rimliga värld*",
    "tvilling*",
    "sliten",
    "laga",
    "lagad",
    "lagas",
    "binder",
    "bindande",
    "misslyckande*",
    "rummet",
    "ägare*",
    "humör*",
    "du",
    "din",
    "ditt",
    "dina",
    "dig",
    "pröva",
    "fall* bort",
    "föll bort",
    "möts",
    "enhet* insats",
    "girig*",
    "personor*",
    "resan",
    "resa",
];

/// In the ready journeys customers speak as they like; what is said of the figures does not.
const BANNED_IN_JOURNEYS: [&str; 8] = [
    "how much is a guess",
    "how little is a guess",
    "how many is a guess",
    "is well described",
    "är gissat",
    "är gissad",
    "är väl beskrivet",
    "ansatt så",
];

const BANNED_IN_DOCUMENTS: [&str; 6] =
    ["anew", "otherwise than", "can be told", "lets one", "greedy", "lives a population"];

/// The words of a text in lower case, without the places that are filled in.
fn words(text: &str) -> Vec<String> {
    let mut parts = text.split("{{");
    let mut plain = parts.next().unwrap_or_default().to_lowercase();
    parts.for_each(|part| plain.push_str(&part.split_once("}}").map_or("", |(_, rest)| rest).to_lowercase()));
    let letter = |c: char| c.is_alphabetic() || c == '’';
    plain.split(|c| !letter(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn says(text: &[String], phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    let same = |said: &String, word: &str| match word.strip_suffix('*') {
        Some(begin) => said.starts_with(begin),
        None => said.trim_end_matches("’s") == word,
    };
    text.windows(phrase.len()).any(|said| said.iter().zip(&phrase).all(|(said, word)| same(said, word)))
}

/// Key path → text, of a locale or a part of it.
fn texts(json: &str) -> BTreeMap<String, String> {
    fn walk(at: &str, value: &Value, found: &mut BTreeMap<String, String>) {
        match value {
            Value::Object(parts) => parts.iter().for_each(|(key, part)| walk(&format!("{at}.{key}"), part, found)),
            Value::Array(parts) => {
                parts.iter().enumerate().for_each(|(n, part)| walk(&format!("{at}.{n}"), part, found));
            }
            Value::String(text) => _ = found.insert(at.trim_start_matches('.').to_owned(), text.clone()),
            _ => {}
        }
    }
    let mut found = BTreeMap::new();
    walk("", &serde_json::from_str(json).expect("it is JSON"), &mut found);
    found
}

fn breach(file: &str, key: &str, what: String) -> Breach {
    let mend = "Say it in the words of README, \"The words\", or change them there and everywhere";
    Breach { file: format!("{file} at {key}"), line: 1, what, mend }
}

fn unpaired(english: &BTreeMap<String, String>, swedish: &BTreeMap<String, String>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (key, text) in english {
        let (en, sv) = (words(text), words(swedish.get(key).map_or("", String::as_str)));
        for (word, theirs) in PAIRS {
            if says(&en, word) && !theirs.iter().any(|word| says(&sv, word)) {
                breaches.push(breach(
                    "locales/sv.json",
                    key,
                    format!("English says \"{word}\", Swedish none of {theirs:?}"),
                ));
            }
        }
    }
    breaches
}

fn banned(file: &str, texts: &BTreeMap<String, String>, turns: &[&str]) -> Vec<Breach> {
    let said = |(key, text): (&String, &String)| {
        let said = words(text);
        let found = turns.iter().filter(|turn| says(&said, turn));
        found.map(|turn| breach(file, key, format!("it says \"{turn}\": {text}"))).collect::<Vec<_>>()
    };
    texts.iter().flat_map(said).collect()
}

/// What is wrong with the marks of a text.
fn marks(text: &str, is_english: bool) -> Option<&'static str> {
    let letters: Vec<char> = text.chars().collect();
    let near = |is: fn(&[char]) -> bool, n: usize| letters.windows(n).any(is);
    if text.contains(['\'', '"']) {
        Some("a straight quotation mark or apostrophe: write ’, “ ” or ”")
    } else if is_english && near(|c| matches!(c[0], ' ' | '\u{a0}') && c[1] == '%', 2) {
        Some("a space before %")
    } else if !is_english && near(|c| (c[0].is_numeric() || c[0] == '}') && c[1] == '%', 2) {
        Some("no space before %")
    } else if !is_english && text.contains(['“', '‘']) {
        Some("an English quotation mark")
    } else if is_english && text.matches('”').count() != text.matches('“').count() {
        Some("quotation marks that do not go in pairs")
    } else if near(|c| c[0].is_numeric() && c[1] == '-' && c[2].is_numeric(), 3) {
        Some("a hyphen between numbers: write –")
    } else if text.contains(" - ") || text.contains(" – ") || text.contains("-{{") {
        Some("a hyphen for a dash or a minus: write : or −")
    } else if text.contains("...") {
        Some("three dots: write …")
    } else {
        None
    }
}

fn wrong_marks(file: &str, texts: &BTreeMap<String, String>, is_english: impl Fn(&str) -> bool) -> Vec<Breach> {
    let wrong = |(key, text): (&String, &String)| {
        marks(text, is_english(key)).map(|what| breach(file, key, format!("{what}: {text}")))
    };
    texts.iter().filter_map(wrong).collect()
}

fn file(path: &str) -> File {
    files().into_iter().find(|file| file.path == path).expect("the file is there")
}

fn locale(path: &str) -> BTreeMap<String, String> {
    texts(&file(path).text)
}

#[test]
fn one_thing_has_one_word_in_both_languages() {
    expect_none(unpaired(&locale("locales/en.json"), &locale("locales/sv.json")));
}

#[test]
fn no_turn_that_was_misread_comes_back() {
    let page = [("locales/en.json", &BANNED_EN[..]), ("locales/sv.json", &BANNED_SV[..])];
    expect_none(page.iter().flat_map(|(path, turns)| banned(path, &locale(path), turns)).collect());
    let journeys = files().into_iter().filter(|f| f.is_in("public/journeys"));
    expect_none(journeys.flat_map(|f| banned(&f.path, &texts(&f.text), &BANNED_IN_JOURNEYS)).collect());
}

/// What learners and teachers read of a lesson, by language: the same words hold there as on the page.
fn said_in_lessons(language: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let ending = format!(".{language}");
    let lessons = files().into_iter().filter(|f| f.is_in("public/lessons"));
    let said = |f: File| {
        let own = texts(&f.text).into_iter().filter(|(key, _)| key.ends_with(&ending));
        (f.path, own.map(|(key, text)| (key.trim_end_matches(&ending).to_owned(), text)).collect())
    };
    lessons.map(said).collect()
}

#[test]
fn lessons_say_things_as_the_page_does() {
    let (english, swedish) = (said_in_lessons("en"), said_in_lessons("sv"));
    for ((path, en), (_, sv)) in english.iter().zip(&swedish) {
        expect_none(unpaired(en, sv));
        expect_none(banned(path, en, &BANNED_EN));
        expect_none(banned(path, sv, &BANNED_SV));
        expect_none(wrong_marks(path, en, |_| true));
        expect_none(wrong_marks(path, sv, |_| false));
    }
}

#[test]
fn the_documents_are_in_plain_english() {
    let documents = files().into_iter().filter(|f| f.path == "README.md" || (f.is_in("docs") && f.kind() == "md"));
    let of = |f: &File| {
        let line = |(n, text): (usize, &str)| (format!("line {n}"), text.to_owned());
        banned(&f.path, &f.lines().map(line).collect(), &BANNED_IN_DOCUMENTS)
    };
    expect_none(documents.flat_map(|f| of(&f)).collect());
}

#[test]
fn marks_are_those_of_the_language() {
    expect_none(wrong_marks("locales/en.json", &locale("locales/en.json"), |_| true));
    expect_none(wrong_marks("locales/sv.json", &locale("locales/sv.json"), |_| false));
    for journey in files().into_iter().filter(|f| f.is_in("public/journeys")) {
        let all = texts(&journey.text);
        let said = all.into_iter().filter(|(key, _)| key.ends_with(".en") || key.ends_with(".sv")).collect();
        expect_none(wrong_marks(&journey.path, &said, |key| key.ends_with(".en")));
    }
}

#[test]
fn planted_faults_are_found() {
    let one = |text: &str| BTreeMap::from([("a.b".to_owned(), text.to_owned())]);
    assert_eq!(unpaired(&one("{{ n }} visitors"), &one("{{ n }} gäster")).len(), 1);
    assert_eq!(unpaired(&one("{{ visitors }} buy"), &one("{{ visitors }} köper")), []);
    assert_eq!(banned("f", &one("Mending it first"), &BANNED_EN).len(), 1);
    assert_eq!(banned("f", &one("Den som vill ta snabbt reda på"), &["ta* reda på"]), []);
    for (text, is_english) in [
        ("It isn't", true),
        ("42 %", true),
        ("42%", false),
        ("{{ n }}%", false),
        ("“ja”", false),
        ("“yes", true),
        ("60-70%", true),
        ("so - no", true),
        ("-{{ n }}", true),
        ("wait ...", true),
    ] {
        assert!(marks(text, is_english).is_some(), "{text}");
    }
    for (text, is_english) in [("It isn’t “so”: 60–70%", true), ("”Ja”, 42 % av 12-pack", false)] {
        assert_eq!(marks(text, is_english), None, "{text}");
    }
}
