//! What is said, in both languages: literally for the forms that matter, and soundly for every ready journey.

mod lever;
mod number;
mod phrase;
mod problem;
mod teller;
mod unit;

use kedja::app::{Language, READY};
use kedja::words::Teller;
use std::sync::Arc;

pub const BOTH: [Language; 2] = [Language::En, Language::Sv];

/// A teller of a ready journey.
pub fn teller(id: &str, language: Language) -> Teller {
    Teller { language, journey: Arc::new(crate::analysis::studies::ready(id)) }
}

/// The tellers of every ready journey in both languages.
pub fn tellers() -> impl Iterator<Item = Teller> {
    READY.iter().flat_map(|ready| BOTH.map(|language| teller(ready.id, language)))
}

/// In English and in Swedish.
pub fn both(say: impl Fn(Language) -> String) -> [String; 2] {
    BOTH.map(say)
}

/// Whole words: nothing empty, no place or mark left open, no space or full stop twice.
#[track_caller]
pub fn assert_sound(words: &str) {
    let faults = ["  ", "{{", "}}", " .", " ,", "..", ". .", ",,", "NaN", "()", "(, "];
    assert!(!words.trim().is_empty(), "nothing is said");
    assert_eq!(words.trim(), words, "{words:?} begins or ends with a space");
    assert!(!words.chars().any(char::is_control), "{words:?} has an open place");
    for fault in faults {
        assert!(!words.contains(fault), "{words:?} has {fault:?}");
    }
    assert_eq!(words.matches('*').count() % 2, 0, "{words:?} has an open mark");
    assert_eq!(words.matches('[').count(), words.matches(']').count(), "{words:?} has an open mark");
}
