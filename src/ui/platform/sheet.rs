//! The style sheet of what nobody sees at first (`style/later.css`): fetched once, when the first of it is wanted.

use gloo::events::EventListener;
use js_sys::Promise;
use leptos::prelude::document;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// What the page says of the sheet.
const SAID: &str = "meta[name=later-style]";

thread_local! {
    /// The sheet on its way, or here, from when it is first wanted.
    static COMING: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Waits until the sheet is here. Where it does not come, what it is for is shown without it.
pub async fn later() {
    let coming = COMING.with_borrow_mut(|coming| {
        if coming.is_none() {
            *coming = fetched();
        }
        coming.clone()
    });
    if let Some(coming) = coming {
        // It has come or it has not; both are an answer.
        let _ = JsFuture::from(coming).await;
    }
}

fn fetched() -> Option<Promise> {
    let query = |what: &str| document().query_selector(what).ok().flatten();
    let address = query(SAID)?.get_attribute("content")?;
    let (head, link) = (query("head")?, document().create_element("link").ok()?);
    for (name, value) in [("rel", "stylesheet"), ("href", address.as_str())] {
        let _ = link.set_attribute(name, value);
    }
    let came = Promise::new(&mut |resolve, _| {
        for event in ["load", "error"] {
            let resolve = resolve.clone();
            let heard = EventListener::once(&link, event, move |came| {
                if came.type_() == "error" {
                    // Whoever wants it next asks once more.
                    COMING.with_borrow_mut(|coming| *coming = None);
                }
                let _ = resolve.call0(&JsValue::NULL);
            });
            heard.forget();
        }
    });
    let _ = head.append_child(&link);
    Some(came)
}
