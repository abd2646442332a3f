//! The address of the page, from `#` on.

use crate::app::Step;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// The part of the address from `#` on; empty if there is none.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The address of the page without it, nor what asks a server.
pub fn page() -> String {
    let location = window().location();
    location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default()
}

/// The same, where others can come there: a page from a file has no address but on its own device.
pub fn shared() -> Option<String> {
    window().location().protocol().is_ok_and(|protocol| protocol.starts_with("http")).then(page)
}

/// Writes it. A page that may not (as inside another) keeps the address that it has.
pub fn write(step: Step, hash: &str) {
    let Ok(history) = window().history() else { return };
    let _ = match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(hash)),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(hash)),
    };
}
