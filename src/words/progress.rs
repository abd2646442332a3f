//! How many customers the figures rest on.

use super::number;
use crate::app::Language;
use crate::say;

/// How many customers have been lived [customers], of how many that were asked for; `None` once they are done.
pub fn lived(language: Language, lived: u64, of: Option<u64>) -> String {
    let n = number::count(language, lived);
    match of {
        None => say!(language, progress.done, n = n),
        Some(of) => say!(language, progress.going, n = n, of = number::count(language, of)),
    }
}
