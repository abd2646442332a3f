//! A question mark leads to the list of keys, from anywhere where nothing is typed.

use crate::app::Place;
use crate::ui::places::about;
use crate::ui::platform::events::{Hears, is_typed_into, listen};
use crate::ui::platform::keeping::Wish;
use crate::ui::state::Store;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// Hears the key as long as the page stands. Build has a list of its own.
pub fn hear(store: Store) {
    let heard = move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_elsewhere = store.place.get_untracked() == Place::Build
            || is_typed_into(event.target())
            || document().query_selector("dialog[open]").ok().flatten().is_some();
        if event.key() != "?" || event.default_prevented() || is_elsewhere || Wish::NoLetters.is_kept() {
            return;
        }
        event.prevent_default();
        about::show_keys(store);
    };
    listen(&window(), "keydown", Hears::AndPrevents, heard);
}
