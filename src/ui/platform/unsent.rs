//! What a reader is writing and has not sent yet. The tab keeps it over a reload; it is gone with the tab, and where the
//! browser forbids keeping anything it is simply not kept.

use leptos::prelude::*;
use std::time::Duration;

/// Longer texts are in the file or the chat that they were taken from [bytes].
const LONGEST: usize = 500_000;

/// A text that outlives a reload, from the first letter to when it is emptied. `name` is its own among all of the page.
pub fn unsent_text(name: &'static str) -> RwSignal<String> {
    let text = RwSignal::new(kept(name).unwrap_or_default());
    Effect::new(move |_| text.with(|text| keep(name, text)));
    text
}

/// Forgets a text that has been sent; it stands in its field as long as the page is there.
pub fn sent(name: &'static str) {
    // What was put there in the same breath is kept first.
    set_timeout(move || keep(name, ""), Duration::ZERO);
}

/// What the tab has kept under a name.
pub fn kept(name: &str) -> Option<String> {
    store()?.get_item(&key(name)).ok().flatten()
}

/// Keeps a text under a name; an empty one is forgotten.
pub fn keep(name: &str, text: &str) {
    let Some(store) = store() else { return };
    // A store that is full or forbidden changes nothing for the reader: what is written stands in its field.
    let _ = if text.is_empty() || text.len() > LONGEST {
        store.remove_item(&key(name))
    } else {
        store.set_item(&key(name), text)
    };
}

fn key(name: &str) -> String {
    format!("kedja-unsent-{name}")
}

fn store() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}
