//! Files that lie beside the page.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The bytes of a file, by its path from the top of the page's folder; `None` if it is not to be had now.
pub async fn bytes_of(path: &str) -> Option<Vec<u8>> {
    let response: web_sys::Response = JsFuture::from(window().fetch_with_str(path)).await.ok()?.dyn_into().ok()?;
    let bytes = response.ok().then(|| response.array_buffer().ok()).flatten()?;
    let bytes = JsFuture::from(bytes).await.ok()?;
    Some(js_sys::Uint8Array::new(&bytes).to_vec())
}
