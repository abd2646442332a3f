//! A page that is shown to a room: the whole screen, and a screen that does not go to sleep. A browser may refuse both.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Calls a method that this browser may not have.
fn call(of: &JsValue, method: &str, with: &[&str]) -> Option<JsValue> {
    let method: Function = Reflect::get(of, &method.into()).ok()?.dyn_into().ok()?;
    match with {
        [one] => method.call1(of, &(*one).into()).ok(),
        _ => method.call0(of).ok(),
    }
}

/// Waits for what was asked, so that a refusal is no error of the page.
fn let_be(asked: Option<JsValue>) {
    if let Some(asked) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) {
        spawn_local(async move {
            // Where it is refused the page is shown as it is.
            let _ = JsFuture::from(asked).await;
        });
    }
}

/// Says that the page is shown to a room, or no longer; the screen stays awake meanwhile, where the browser lets it.
pub fn set_presenting(on: bool) {
    let Some(root) = document().document_element() else { return };
    let _ = root.class_list().toggle_with_force("on-wall", on);
    if on {
        let navigator: JsValue = leptos::prelude::window().navigator().into();
        let lock = Reflect::get(&navigator, &"wakeLock".into()).unwrap_or_default();
        if !lock.is_undefined() {
            let_be(call(&lock, "request", &["screen"]));
        }
    }
}

/// True if the page has the whole screen.
pub fn is_full() -> bool {
    let element = Reflect::get(&document().into(), &"fullscreenElement".into()).unwrap_or_default();
    !element.is_undefined() && !element.is_null()
}

/// Takes the whole screen, or gives it back.
pub fn toggle_full() {
    let asked = if is_full() {
        call(&document().into(), "exitFullscreen", &[])
    } else {
        document().document_element().and_then(|root| call(&root.into(), "requestFullscreen", &[]))
    };
    let_be(asked);
}
