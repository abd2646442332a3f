//! Files of the reader: read, and offered for download.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Id of the hidden field by which files are chosen.
pub const PICKER: &str = "journey-file";

/// Opens the browser's file picker.
pub fn pick_file() {
    let input = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(PICKER));
    if let Some(input) = input.and_then(|i| i.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        // The same file again must be a change too.
        input.set_value("");
        input.click();
    }
}

/// The bytes of a file.
///
/// # Errors
/// What the browser says, where it can't read it: the file has gone since it was chosen, or it is a folder.
pub async fn read(file: &web_sys::File) -> Result<Vec<u8>, JsValue> {
    let bytes = JsFuture::from(file.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// Downloads a text as a file of this name.
///
/// # Errors
/// What the browser says, where there is no place to put the file.
pub fn offer(name: &str, json: &str) -> Result<(), JsValue> {
    offer_as(name, "application/json", json)
}

/// The same for a text of another kind (a media type).
///
/// # Errors
/// What the browser says, where there is no place to put the file.
pub fn offer_as(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    offer_bytes(name, kind, text.as_bytes())
}

/// The same for the bytes of a file.
///
/// # Errors
/// What the browser says, where there is no place to put the file.
pub fn offer_bytes(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let bytes = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&bytes, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let anchor: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    web_sys::Url::revoke_object_url(&address)
}
