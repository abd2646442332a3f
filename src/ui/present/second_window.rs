//! A second window of the page, in its look: for what only whoever leads sees.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, Url, Window};

/// How large it is.
const FEATURES: &str = "popup,width=820,height=620";

/// The window, while it is open.
#[derive(Clone, Copy)]
pub struct SecondWindow {
    window: StoredValue<Option<(Window, Option<EventListener>)>, LocalStorage>,
    /// How often it has been opened.
    pub opened: RwSignal<u32>,
    /// Whether the browser has refused to open it.
    pub is_blocked: RwSignal<bool>,
}

impl SecondWindow {
    /// Not open.
    pub fn none() -> Self {
        Self { window: StoredValue::new_local(None), opened: RwSignal::new(0), is_blocked: RwSignal::new(false) }
    }

    /// Opens it, or closes it.
    pub fn toggle(self) {
        if self.is_open() {
            return self.close();
        }
        let opened = window().open_with_url_and_target_and_features("", "kedja-notes", FEATURES).ok().flatten();
        self.is_blocked.set(opened.is_none());
        let Some(opened) = opened else { return };
        if let Some(document) = opened.document() {
            dress(&document);
        }
        self.window.set_value(Some((opened, None)));
        self.opened.update(|times| *times += 1);
    }

    fn is_open(self) -> bool {
        self.window.with_value(|open| open.as_ref().is_some_and(|(window, _)| !window.closed().unwrap_or(true)))
    }

    /// Hears its keys from now on, before anybody else.
    pub fn hear_keys(self, heard: impl Fn(&Event) + 'static) {
        self.window.update_value(|open| {
            if let Some((window, listener)) = open {
                let options = EventListenerOptions {
                    phase: EventListenerPhase::Capture,
                    ..EventListenerOptions::enable_prevent_default()
                };
                *listener = Some(EventListener::new_with_options(window, "keydown", options, heard));
            }
        });
    }

    /// What stands in it, while it is open.
    pub fn document(self) -> Option<Document> {
        self.window.with_value(|open| open.as_ref().and_then(|(window, _)| window.document()))
    }

    /// Closes it, where it is open.
    pub fn close(self) {
        if let Some((window, heard)) = self.window.try_update_value(Option::take).flatten() {
            drop(heard);
            // One that is closed already stays so.
            let _ = window.close();
        }
        self.is_blocked.set(false);
    }
}

/// Gives a new window the look of the page.
fn dress(to: &Document) {
    let Some(head) = to.query_selector("head").ok().flatten() else { return };
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let sheets = document().query_selector_all("link[rel=stylesheet], style").ok();
    let all = sheets.iter().flat_map(|sheets| (0..sheets.length()).filter_map(|at| sheets.get(at)));
    for sheet in all.filter_map(|sheet| sheet.dyn_into::<Element>().ok()) {
        let address = sheet.get_attribute("href").and_then(|address| Url::new_with_base(&address, &base).ok());
        let Ok(own) = to.create_element(if address.is_some() { "link" } else { "style" }) else { continue };
        match address {
            Some(address) => {
                let _ = own.set_attribute("rel", "stylesheet");
                let _ = own.set_attribute("href", &address.href());
            }
            // Where the page is one file, its look is within.
            None => own.set_text_content(sheet.text_content().as_deref()),
        }
        let _ = head.append_child(&own);
    }
    let theme = document().document_element().and_then(|root| root.get_attribute("data-theme"));
    if let (Some(theme), Some(root)) = (theme, to.document_element()) {
        let _ = root.set_attribute("data-theme", &theme);
    }
}
