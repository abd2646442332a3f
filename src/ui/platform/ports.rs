//! What the page needs of its machine, as the browser gives it.

use crate::app::ports::{Clipboard, ClipboardFault, Clock, Pending, ReadyJourneys, Storage, StorageFault};
use crate::exchange::{open_journey, ready as ready_journey};
use crate::model::Journey;
use leptos::prelude::window;
use std::future::ready;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The browser's store of texts for this site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BrowserStorage;

impl BrowserStorage {
    fn store() -> Result<web_sys::Storage, StorageFault> {
        window().local_storage().ok().flatten().ok_or(StorageFault::Refused)
    }
}

impl Storage for BrowserStorage {
    fn get(&self, key: &str) -> Pending<Result<Option<String>, StorageFault>> {
        let text = Self::store().and_then(|store| store.get_item(key).map_err(|_| StorageFault::Refused));
        Box::pin(ready(text))
    }

    fn put(&self, key: &str, text: &str) -> Pending<Result<(), StorageFault>> {
        Box::pin(ready(Self::store().and_then(|store| store.set_item(key, text).map_err(|fault| fault_of(&fault)))))
    }

    fn remove(&self, key: &str) -> Pending<Result<(), StorageFault>> {
        Box::pin(ready(Self::store().and_then(|store| store.remove_item(key).map_err(|_| StorageFault::Refused))))
    }
}

fn fault_of(fault: &JsValue) -> StorageFault {
    let name = js_sys::Reflect::get(fault, &"name".into()).ok().and_then(|name| name.as_string());
    if name.as_deref() == Some("QuotaExceededError") { StorageFault::Full } else { StorageFault::Refused }
}

/// The files of the ready journeys, which lie beside the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BrowserJourneys;

impl ReadyJourneys for BrowserJourneys {
    fn get(&self, id: &str) -> Pending<Option<Journey>> {
        let asked = ready_journey(id).map(|ready| window().fetch_with_str(&ready.file()));
        Box::pin(async move {
            let response: web_sys::Response = JsFuture::from(asked?).await.ok()?.dyn_into().ok()?;
            let bytes = response.ok().then(|| response.array_buffer().ok()).flatten()?;
            let bytes = JsFuture::from(bytes).await.ok()?;
            open_journey(&js_sys::Uint8Array::new(&bytes).to_vec()).ok()
        })
    }
}

/// The browser's clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> f64 {
        js_sys::Date::now()
    }
}

/// The browser's clipboard. It is there only on a page that came over a safe line, and only while the reader presses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BrowserClipboard;

impl Clipboard for BrowserClipboard {
    fn write(&self, text: &str) -> Pending<Result<(), ClipboardFault>> {
        let navigator = window().navigator();
        let is_there = js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|found| !found.is_undefined());
        let asked = is_there.then(|| navigator.clipboard().write_text(text));
        Box::pin(async move {
            let asked = asked.ok_or(ClipboardFault)?;
            JsFuture::from(asked).await.map(drop).map_err(|_| ClipboardFault)
        })
    }
}
