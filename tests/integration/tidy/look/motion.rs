//! Movements last at most 300 ms, and those who ask for less motion get none.

use super::super::tree::File;
use super::{Declaration, Tokens, declarations, style_sheets, tokens, tokens_in};

const LONGEST: f64 = 300.0;

/// The times in a value [ms].
fn times(value: &str) -> Vec<f64> {
    let words = value.split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-'));
    let time = |word: &str| {
        let (number, unit) = word.split_at(word.find(|c: char| c.is_alphabetic())?);
        let number: f64 = number.parse().ok()?;
        match unit {
            "ms" => Some(number),
            "s" => Some(number * 1_000.0),
            _ => None,
        }
    };
    words.filter_map(time).collect()
}

/// What is wrong with the movements of a style sheet.
fn movements(file: &File, tokens: &Tokens) -> Vec<String> {
    let mut found = Vec::new();
    let all = declarations(file);
    let less_motion = file.text.split_once("(prefers-reduced-motion: reduce)").map_or("", |(_, rest)| rest);
    for Declaration { line, property, value, .. } in &all {
        let moves = property.starts_with("transition") || property.starts_with("animation");
        if !moves {
            continue;
        }
        let mut say = |what: String| found.push(format!("{}:{line}: {what}", file.path));
        if !times(value).is_empty() {
            say(format!(
                "\"{value}\" has a time of its own. Take one of style/tokens.css, which knows who wants less motion"
            ));
        }
        // What goes on while there is nothing else to see lasts as long as that, and stops for who wants less motion.
        if value.contains("infinite") {
            if !less_motion.contains("animation: none") {
                say(format!("\"{value}\" goes on for those who want less motion. Stop it for them"));
            }
            continue;
        }
        let named: Vec<f64> = tokens_in(value).flat_map(|token| times(tokens.get(token))).collect();
        for time in named.into_iter().filter(|time| *time > LONGEST) {
            say(format!("{time} ms is too long for a movement; {LONGEST} is the most"));
        }
    }
    found
}

#[test]
fn no_movement_lasts_longer_than_300_ms() {
    let tokens = tokens();
    let found: Vec<String> = style_sheets().iter().flat_map(|file| movements(file, &tokens)).collect();
    assert!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
}

#[test]
fn those_who_want_less_motion_get_none() {
    let sheets = style_sheets();
    let file = sheets.iter().find(|file| file.path == "style/tokens.css").expect("the tokens are there");
    let (_, less) = file.text.split_once("(prefers-reduced-motion: reduce)").expect("less motion is thought of");
    assert_eq!(Tokens::of(&File { path: String::new(), text: less.into() }).get("quick"), "0ms");
}

#[test]
fn a_planted_slow_movement_is_found() {
    let tokens = Tokens::of(&File { path: String::new(), text: ":root { --quick: 140ms; --slow: 0.4s; }".into() });
    let planted = |text: &str| movements(&File { path: "style/x.css".into(), text: text.into() }, &tokens).len();
    assert_eq!(planted("p { transition: opacity var(--quick); }"), 0);
    assert_eq!(planted("p { transition: opacity var(--slow); }"), 1);
    assert_eq!(planted("p { transition: opacity 100ms; }"), 1);
    assert_eq!(planted("p { animation: pulse var(--slow) infinite; }"), 1);
    assert_eq!(
        planted(
            "p { animation: pulse var(--slow) infinite; }\n@media (prefers-reduced-motion: reduce) { p { animation: none; } }"
        ),
        0
    );
    assert_eq!(times("opacity 1.5s ease-in-out 20ms, cubic-bezier(0.1, 2)"), [1_500.0, 20.0]);
}
