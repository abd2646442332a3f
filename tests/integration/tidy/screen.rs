//! Every word on the screen lives in locales/. Looked for in the page's code: text between tags, attributes that are
//! read or seen, and sentences handed on as values.

use super::rust::{Kind, Piece, pieces};
use super::tree::{File, files, rust_in};
use super::{Breach, expect_none};

/// Attributes whose value is read aloud or seen.
const SEEN: [&str; 7] =
    ["title", "alt", "placeholder", "aria-label", "aria-description", "aria-valuetext", "aria-roledescription"];
/// Calls and attributes of Rust whose text no user of the page meets.
const UNSEEN: [&str; 8] =
    ["expect(", "reason = ", "log!(", "warn!(", "error!(", "panic!(", "assert!(", "unreachable!("];
/// Names of keys, which events carry, and of what a browser has.
const KEYS: [&str; 11] =
    ["Enter", "Escape", "Tab", "Home", "End", "Delete", "Backspace", "Space", "Shift", "Control", "Worker"];

fn is_words(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 2
}

/// A capital and then small letters, or several such words: what a person reads, not what a browser does.
fn is_sentence(text: &str) -> bool {
    let plain = |word: &str| word.chars().all(|c| c.is_alphabetic() || ",.!?:'’".contains(c));
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let mut letters = first.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().next().is_some()
        && letters.all(|c| c.is_lowercase() || ",.!?:".contains(c))
        && words.all(plain)
        && !KEYS.contains(&text)
}

fn words_of_the_screen(file: &File) -> Vec<Breach> {
    let parts: Vec<Piece> = pieces(&file.text).into_iter().filter(|piece| piece.kind != Kind::Comment).collect();
    let mut breaches = Vec::new();
    for (at, piece) in parts.iter().enumerate().filter(|(_, piece)| piece.kind == Kind::Text) {
        let code_before: String =
            parts[..at].iter().rev().take_while(|p| p.kind == Kind::Code).map(|p| p.text.as_str()).collect();
        let before = code_before.trim_end();
        let after = parts.get(at + 1).map_or("", |piece| piece.text.trim_start());
        // In `view!` nothing stands between an attribute, its `=` and its text.
        let attribute = code_before.strip_suffix('=').and_then(|head| head.rsplit(char::is_whitespace).next());
        let between_tags =
            before.ends_with('>') && !before.ends_with("=>") && !before.ends_with("->") || after.starts_with("</");
        let wrong = match attribute {
            Some(name) => SEEN.contains(&name) && is_words(&piece.text),
            None if UNSEEN.iter().any(|call| before.ends_with(call.trim_end())) => false,
            None => between_tags && is_words(&piece.text) || is_sentence(&piece.text),
        };
        if wrong {
            breaches.push(Breach {
                file: file.path.clone(),
                line: piece.line,
                what: format!("\"{}\" is a text of the screen", piece.text),
                mend: "Give it a key in locales/en.json and locales/sv.json and show that",
            });
        }
    }
    breaches
}

/// The page of the look. Only drafts have it, and those who work on them read English.
const OF_DRAFTS: &str = "src/ui/styleguide";

#[test]
fn every_word_on_the_screen_lives_in_locales() {
    let files = ["src/ui", "src/app", "src/charts"].into_iter().flat_map(rust_in).filter(|f| !f.is_in(OF_DRAFTS));
    expect_none(files.flat_map(|file| words_of_the_screen(&file)).collect());
}

#[test]
fn the_page_that_speaks_english_only_is_left_out_of_what_is_published() {
    let files = files();
    let text = |path: &str| files.iter().find(|f| f.path == path).map(|f| f.text.as_str()).expect(path);
    assert!(
        text("src/ui/mod.rs").contains("#[cfg(feature = \"style\")]\nmod styleguide;"),
        "it stands behind its feature"
    );
    let features = text("Cargo.toml").lines().filter(|line| line.contains("\"style\""));
    assert_eq!(features.count(), 0, "no other feature brings it along");
    let (_, recipe) = text("Makefile").split_once("\ndist/index.html:").expect("the page has its rule");
    let recipe = recipe.split("\n\n").next().unwrap_or_default();
    assert!(recipe.contains("trunk build") && !recipe.contains("style,") && !recipe.contains("features"), "{recipe}");
    let mut modules = text("index.html").lines().filter(|line| line.contains("data-bin=\"app\""));
    let page = modules.next().expect("index.html names the page's module");
    assert!(
        !page.contains("data-cargo-features") && modules.next().is_none(),
        "index.html asks for features of its own"
    );
}

#[test]
fn a_planted_text_is_found() {
    let texts = |text: &str| {
        let file = File { path: "src/ui/x.rs".into(), text: text.into() };
        words_of_the_screen(&file).into_iter().map(|b| b.what).collect::<Vec<_>>()
    };
    assert_eq!(texts(r#"view! { <p>"hello"</p> }"#).len(), 1);
    assert_eq!(texts(r#"view! { <p>{x} " per month"</p> }"#).len(), 1);
    assert_eq!(texts(r#"view! { <a title="Back" class="big red" href="x">{t!(i18n, back)}</a> }"#).len(), 1);
    assert_eq!(texts(r#"let said = "Nothing changed";"#).len(), 1);
    assert_eq!(texts(r#"match key { "Enter" | "ArrowUp" => a.expect("Never empty"), _ => "m0 0" }"#), [""; 0]);
    assert_eq!(texts("// \"Back\"\nview! { <svg viewBox=\"0 0 4 4\"><path d=\"M0 0\"/></svg> \" % \" }"), [""; 0]);
}
