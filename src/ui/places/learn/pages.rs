//! The pages of the place, by the address.

use crate::ui::state::Store;
use leptos::prelude::*;

/// The heading of whatever stands in the place.
pub const TITLE: &str = "learn-title";
/// The heading of the beat, where whoever goes on begins to read.
pub const BEAT: &str = "beat-title";
/// The pages beside the lessons, by their names in the address.
pub const PAGES: [&str; 2] = ["class", "teachers"];

/// What the address names in the place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Page {
    List,
    Lesson,
    Class,
    Teachers,
}

/// The page that the address names now.
pub fn page_of(store: Store) -> Page {
    store.lesson.with(|page| match page.as_deref() {
        None => Page::List,
        Some("class") => Page::Class,
        Some("teachers") => Page::Teachers,
        Some(_) => Page::Lesson,
    })
}

/// The address of a page of the lessons; the list without one.
pub fn address(page: &str) -> String {
    if page.is_empty() { "#/learn".to_owned() } else { format!("#/learn/{page}") }
}
