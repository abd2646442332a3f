//! Words of a journey, in each language that its makers wrote.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A language, by its two-letter code ("sv", "en", …).
pub type Lang = str;

/// The language that is read when the asked one is missing.
const FALLBACK: &Lang = "en";

/// A text per language: `{"sv": "Faktura", "en": "Invoice"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text(pub BTreeMap<String, String>);

impl Text {
    /// The same words in every language; what a person types into the page.
    pub fn same(words: &str) -> Self {
        Self(BTreeMap::from([(FALLBACK.to_owned(), words.to_owned())]))
    }

    /// The words in the asked language, else in English, else in any; empty when there are none.
    pub fn get(&self, lang: &Lang) -> &str {
        [self.0.get(lang), self.0.get(FALLBACK)]
            .into_iter()
            .flatten()
            .chain(self.0.values())
            .find(|words| !words.is_empty())
            .map_or("", String::as_str)
    }

    /// Whether there is something to be seen in any language: letters or signs, and not only spaces and marks of no width.
    pub fn can_be_seen(&self) -> bool {
        self.0.values().any(|words| words.chars().any(|sign| !is_unseen(sign)))
    }

    /// Whether there are no words in any language.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(String::is_empty)
    }
}

/// Spaces, and signs that take no room.
fn is_unseen(sign: char) -> bool {
    let has_no_width = matches!(sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}');
    has_no_width || sign.is_whitespace() || sign.is_control()
}
