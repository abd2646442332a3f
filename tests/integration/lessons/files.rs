//! What can be said of the files without running them.

use super::{lessons, list, text};
use jsonschema::Validator;
use kedja::app::Language;
use kedja::exchange::{lesson_schema, lessons_json, open_lesson};
use kedja::model::Text;
use kedja::model::lesson::{Ask, Lesson, names_in};
use kedja::words::problem::line;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// Words of a lesson at most, whatever is met on the way.
const MOST_WORDS: usize = 350;
/// Numbers that may stand in what is said of a result: what people are counted out of.
const BASES: [&str; 2] = ["10,000", "10 000"];

#[test]
fn the_list_says_what_the_lessons_say() {
    let written: Value = serde_json::from_str(&lessons_json(&lessons())).unwrap();
    let listed: Value = serde_json::from_str(&text("lessons.json")).unwrap();
    assert_eq!(listed, written);
    assert!(list().iter().filter(|entry| !entry.is_case).count() >= 12, "twelve lessons");
    assert_eq!(list().iter().filter(|entry| entry.is_case).count(), 3, "three cases");
}

#[test]
fn the_written_schema_is_current_and_true_of_every_lesson() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/lesson.schema.json");
    let written: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap_or_default()).unwrap_or_default();
    assert!(
        written == lesson_schema(),
        "docs/lesson.schema.json is not what the types say. Renew it:\n\
         cargo run --no-default-features -- schema --lesson > docs/lesson.schema.json"
    );
    let schema: Validator = jsonschema::validator_for(&lesson_schema()).unwrap();
    for entry in list() {
        let file: Value = serde_json::from_str(&text(&format!("{}.json", entry.id))).unwrap();
        let faults: Vec<String> = schema.iter_errors(&file).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert_eq!(faults, Vec::<String>::new(), "{}", entry.id);
    }
}

/// Everything that a learner meets, whichever way the lesson goes.
fn met(lesson: &Lesson) -> Vec<&Text> {
    let mut met = vec![
        &lesson.title,
        &lesson.aim,
        &lesson.guess.text,
        &lesson.run.text,
        &lesson.see.text,
        &lesson.explain.text,
        &lesson.attempt.text,
    ];
    if let Ask::Choice { options } = &lesson.guess.asks {
        met.extend(options.iter().map(|option| &option.text));
    }
    met.extend(lesson.see.options.iter().map(|option| &option.text));
    met.extend(lesson.run.show.iter().map(|name| &lesson.measures[name].name));
    met
}

#[test]
fn every_lesson_is_short_in_both_languages() {
    for lesson in lessons() {
        for lang in ["en", "sv"] {
            let words: usize = met(&lesson).iter().map(|text| text.get(lang).split_whitespace().count()).sum();
            assert!(words <= MOST_WORDS, "{} in {lang}: {words} words", lesson.id);
        }
        assert!(lesson.is_case || lesson.minutes <= 5, "{}: {} minutes", lesson.id, lesson.minutes);
    }
}

#[test]
fn both_languages_speak_of_the_same_figures_and_say_something() {
    for lesson in lessons() {
        let more =
            [&lesson.explain.otherwise, &lesson.teacher.question, &lesson.teacher.left_out, &lesson.teacher.debrief];
        let misconceptions = lesson.teacher.misconceptions.iter().flat_map(|one| [&one.thinks, &one.ask]);
        for text in met(&lesson).into_iter().chain(more).chain(misconceptions) {
            let languages: Vec<&str> = text.0.keys().map(String::as_str).collect();
            assert_eq!(languages, ["en", "sv"], "{}: {text:?}", lesson.id);
            assert!(text.0.values().all(|words| words.trim().len() > 2), "{}: {text:?}", lesson.id);
            let names = |lang: &str| names_in(text.get(lang)).into_iter().collect::<BTreeSet<_>>();
            assert_eq!(names("en"), names("sv"), "{}: {text:?}", lesson.id);
        }
        assert_eq!(lesson.teacher.misconceptions.len(), 3, "{}", lesson.id);
    }
}

#[test]
fn no_figure_stands_written_in_what_is_said_of_a_result() {
    for lesson in lessons() {
        let options = lesson.see.options.iter().map(|option| &option.text);
        let before = [&lesson.guess.text, &lesson.run.text, &lesson.see.text];
        for text in [&lesson.explain.text, &lesson.explain.otherwise].into_iter().chain(options).chain(before) {
            for (lang, words) in &text.0 {
                let mut words = words.clone();
                for name in names_in(&words).into_iter().map(str::to_owned).collect::<Vec<_>>() {
                    words = words.replace(&format!("{{{name}}}"), "");
                }
                BASES.iter().for_each(|base| words = words.replace(base, ""));
                assert!(!words.contains(|c: char| c.is_ascii_digit()), "{} in {lang}: {words}", lesson.id);
            }
        }
    }
}

#[test]
fn what_is_wrong_with_a_lesson_is_said_in_words_at_its_place() {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut file: Value = serde_json::from_str(&text("weakest-link.json")).unwrap();
        change(&mut file);
        let problems = open_lesson(file.to_string().as_bytes()).expect_err("something is wrong");
        problems.iter().map(|problem| line(Language::En, problem)).collect::<Vec<_>>().join("\n")
    };
    type Case<'a> = (&'a dyn Fn(&mut Value), &'a [&'a str]);
    let cases: [Case; 7] = [
        (&|f| f["point"][0]["measure"] = json!("nothing"), &["point[0].measure", "nothing", "invoice"]),
        (&|f| f["run"]["world"] = json!("mars"), &["run.world", "mars", "newsletter"]),
        (&|f| f["explain"]["text"]["en"] = json!("It keeps {many}."), &["explain.text.en", "many"]),
        (&|f| f["guess"]["text"]["sv"] = json!("Den ger {invoice}."), &["guess.text.sv", "invoice"]),
        (&|f| f["version"] = json!(2), &["version", "2"]),
        (&|f| f["measures"]["use"]["figure"] = json!("joy"), &["measures.use.figure", "joy", "conversion"]),
        (&|f| _ = f.as_object_mut().unwrap().remove("see"), &["see"]),
    ];
    for (change, expected) in cases {
        let said = with(change);
        for part in expected {
            assert!(said.contains(part), "{part} in: {said}");
        }
    }
    assert!(open_lesson(b"{").is_err() && open_lesson(b"").is_err() && open_lesson(b"[]").is_err());
}
