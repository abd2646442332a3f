//! Whether this page can still be served: by the browser, which has to start workers, and by the server, which may have
//! another version by now.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// True if the browser can start workers.
pub fn has_workers() -> bool {
    js_sys::Reflect::get(&window(), &"Worker".into()).is_ok_and(|worker| worker.is_function())
}

/// True if the server has another version of the page. One that cannot be asked has the same.
pub async fn is_replaced() -> bool {
    let own = document().query_selector("script[data-wasm]").ok().flatten();
    let own = own.and_then(|script| script.get_attribute("data-wasm"));
    match (own, page_of_server().await) {
        (Some(own), Some(page)) => !page.contains(&own),
        _ => false,
    }
}

async fn page_of_server() -> Option<String> {
    let response: web_sys::Response = JsFuture::from(window().fetch_with_str("./")).await.ok()?.dyn_into().ok()?;
    let text = response.ok().then(|| response.text().ok()).flatten()?;
    JsFuture::from(text).await.ok()?.as_string()
}
