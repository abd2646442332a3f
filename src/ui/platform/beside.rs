//! Files that lie beside the page.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The bytes of a file, by its path from the top of the page's folder; `None` if it is not to be had now. A host that answers
/// everything with its start page has no such file.
pub async fn bytes_of(path: &str) -> Option<Vec<u8>> {
    let response: web_sys::Response = JsFuture::from(window().fetch_with_str(path)).await.ok()?.dyn_into().ok()?;
    if is_page(&response) && !path.ends_with(".html") {
        return None;
    }
    let bytes = response.ok().then(|| response.array_buffer().ok()).flatten()?;
    let bytes = JsFuture::from(bytes).await.ok()?;
    Some(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// Whether an answer is a page.
fn is_page(response: &web_sys::Response) -> bool {
    let kind = || {
        let headers = Reflect::get(response, &"headers".into()).ok()?;
        let get: Function = Reflect::get(&headers, &"get".into()).ok()?.dyn_into().ok()?;
        get.call1(&headers, &"content-type".into()).ok()?.as_string()
    };
    kind().is_some_and(|kind| kind.starts_with("text/html"))
}
