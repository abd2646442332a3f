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

    /// Whether there are no words in any language.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(String::is_empty)
    }
}
