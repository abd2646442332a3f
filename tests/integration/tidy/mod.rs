//! The rules of the code itself, as tests: which layer may read which, which words are used, where texts and colours
//! live. A failure names the place, what is wrong there and how to mend it.

mod circles;
mod colours;
mod documented;
mod languages;
mod layers;
mod look;
mod modules;
mod names;
mod plain;
mod promises;
mod rust;
mod screen;
mod sizes;
mod tree;
mod unfinished;
mod vocabulary;

use std::fmt;

/// A breach of a rule, at a place.
#[derive(Clone, Debug, PartialEq)]
struct Breach {
    file: String,
    line: usize,
    what: String,
    mend: &'static str,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}. {}", self.file, self.line, self.what, self.mend)
    }
}

/// Fails with every breach on a line of its own.
fn expect_none(breaches: Vec<Breach>) {
    let lines: Vec<String> = breaches.iter().map(Breach::to_string).collect();
    assert!(lines.is_empty(), "{} found:\n{}", lines.len(), lines.join("\n"));
}
