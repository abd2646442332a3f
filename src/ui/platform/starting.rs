//! How often the page has broken down while it started: what it starts with is then not to be blamed for ever.

use crate::app::BROKE_DOWN;
use leptos::prelude::window;
use std::cell::Cell;

thread_local! {
    static HAS_STARTED: Cell<bool> = const { Cell::new(false) };
}

fn store() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// Counts that the page has broken down, where it has not started yet.
pub fn broke_down() {
    if HAS_STARTED.get() {
        return;
    }
    if let Some(store) = store() {
        let times = store.get_item(BROKE_DOWN).ok().flatten().and_then(|times| times.parse().ok()).unwrap_or(0_u32);
        // Where it cannot be counted, nothing is kept that it could start with.
        let _ = store.set_item(BROKE_DOWN, &times.saturating_add(1).to_string());
    }
}

/// This page is a guest in somebody else's, and counts nothing here.
pub fn is_a_guest() {
    HAS_STARTED.set(true);
}

/// The page stands, with its first figures.
pub fn has_started() {
    if HAS_STARTED.replace(true) {
        return;
    }
    if let Some(store) = store().filter(|store| store.get_item(BROKE_DOWN).ok().flatten().is_some()) {
        let _ = store.remove_item(BROKE_DOWN);
    }
}
