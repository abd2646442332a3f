//! Links in words: why one cannot be opened, what to do then, and what is to be known of one that was.

use super::isolate::isolated;
use super::number;
use crate::app::{Language, LinkNotes, LinkTrouble, Visit};
use crate::say;

/// Why a link cannot be opened, and the way on.
pub fn fault(language: Language, fault: LinkTrouble) -> String {
    let count = |n: usize| number::count(language, n as u64);
    let (what, way_on) = match fault {
        LinkTrouble::NotALink => (say!(language, link.not_a_link).to_owned(), say!(language, link.copy_again)),
        LinkTrouble::Incomplete { found, of: Some(of) } => {
            (say!(language, link.incomplete, found = count(found), of = count(of)), say!(language, link.copy_all))
        }
        LinkTrouble::Incomplete { found, of: None } => {
            (say!(language, link.cut_short, found = count(found)), say!(language, link.copy_all))
        }
        LinkTrouble::Altered => (say!(language, link.altered).to_owned(), say!(language, link.copy_again)),
        LinkTrouble::Newer => (say!(language, link.newer).to_owned(), say!(language, link.get_newer)),
        LinkTrouble::Unfit => (say!(language, link.unfit).to_owned(), say!(language, link.ask_again)),
    };
    format!("{what} {way_on}")
}

/// Why what came by a link is not shown; empty where it is.
pub fn why_not(language: Language, visit: &Visit) -> String {
    match visit {
        Visit::Shown { .. } => String::new(),
        Visit::Broken(trouble) => fault(language, *trouble),
        Visit::Unknown(id) => unknown_journey(language, id),
        Visit::NotFetched => say!(language, share.not_fetched).to_owned(),
    }
}

/// A link points to a ready journey that is not there.
pub fn unknown_journey(language: Language, id: &str) -> String {
    say!(language, link.unknown_journey, id = isolated(id))
}

/// What is to be known of the figures of a link: its ready journey has changed since, or another model made them.
pub fn notes(language: Language, has_changed: bool, model: u32, now: u32) -> Vec<String> {
    let journey = has_changed.then(|| say!(language, link.changed_since).to_owned());
    let model = (model != now).then(|| say!(language, link.other_model, made = model, now = now));
    journey.into_iter().chain(model).collect()
}

/// What is to be known of a link that is shown.
pub fn shown_notes(language: Language, notes: LinkNotes, now: u32) -> Vec<String> {
    let left_out = match notes.left_out {
        0 => None,
        1 => Some(say!(language, link.left_out_one).to_owned()),
        n => Some(say!(language, link.left_out, n = number::count(language, n as u64))),
    };
    self::notes(language, notes.has_changed, notes.model, now).into_iter().chain(left_out).collect()
}
