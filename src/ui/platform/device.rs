//! What the page asks of the browser: its languages, its colours, its size, its focus.

use crate::app::{Language, Theme};
use crate::model::number_of;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// The language that the browser asks for.
pub fn language() -> Language {
    let Some(window) = web_sys::window() else { return Language::default() };
    let wanted: Vec<String> = window.navigator().languages().iter().filter_map(|l| l.as_string()).collect();
    Language::preferred(wanted.iter().map(String::as_str))
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// Says in which language the page is.
pub fn set_language(code: &str, title: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", code);
    }
    if let Some(document) = web_sys::window().and_then(|w| w.document()) {
        document.set_title(title);
    }
}

/// Says which colours hold; without an answer the device decides.
pub fn set_theme(theme: Theme) {
    let Some(root) = root() else { return };
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
}

/// Width of the window [CSS pixels].
pub fn window_width() -> f64 {
    window_size().0
}

/// Width and height of the window [CSS pixels].
pub fn window_size() -> (f64, f64) {
    let window = web_sys::window();
    let pixels = |side: Option<JsValue>, unknown: f64| side.and_then(|s| s.as_f64()).unwrap_or(unknown);
    let width = window.as_ref().and_then(|w| w.inner_width().ok());
    let height = window.as_ref().and_then(|w| w.inner_height().ok());
    (pixels(width, 1_280.0), pixels(height, 800.0))
}

/// What begins nearer to the lower edge of the window than this is not in sight [CSS pixels].
const LEAST_SEEN: f64 = 24.0;

/// The usual size of type [CSS pixels].
pub const USUAL_TYPE: f64 = 16.0;

/// How much larger than usual the page's type is [times]: on large screens, or where the reader has set it so.
pub fn type_size() -> f64 {
    let style = root().and_then(|root| web_sys::window()?.get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| number_of(size.trim_end_matches("px"))).map_or(1.0, |size| size / USUAL_TYPE)
}

/// Whether the reader asks for less motion.
pub fn wants_less_motion() -> bool {
    let query = web_sys::window().and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Moves the focus to the element of an id.
pub fn focus(id: &str) {
    focus_first(&format!("#{id}"));
}

/// Moves the focus to the first element that a selector finds.
pub fn focus_first(selector: &str) {
    let document = web_sys::window().and_then(|w| w.document());
    if let Some(element) = document.and_then(|d| d.query_selector(selector).ok().flatten()) {
        // SVG elements have focus() too, by the same name.
        if let Ok(element) = element.clone().dyn_into::<web_sys::SvgElement>() {
            let _ = element.focus();
        } else if let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() {
            let _ = element.focus();
        }
    }
}

/// Whether the element of an id begins outside the window.
pub fn is_out_of_sight(id: &str) -> bool {
    let document = web_sys::window().and_then(|w| w.document());
    let top = document.and_then(|d| d.get_element_by_id(id)).map(|e| e.get_bounding_client_rect().top());
    top.is_some_and(|top| top < 0.0 || top > window_size().1 - LEAST_SEEN)
}

/// True if the page has an element of this id.
pub fn is_there(id: &str) -> bool {
    element(id).is_some()
}

/// Moves the focus to the element of an id once what follows from a change has been drawn.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    once_there(id.clone(), move || focus(&id));
}

/// The same, unless whoever works has gone elsewhere meanwhile: a busy page draws late. `then` is done with the element.
pub fn focus_then(id: impl Into<String>, then: impl FnOnce(Element) + 'static) {
    let id = id.into();
    let holder = || web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element());
    let before = holder();
    once_there(id.clone(), move || {
        let now = holder();
        // Where what held it is gone, the page itself does.
        if now == before || now.is_none_or(|now| now.tag_name() == "BODY") {
            focus(&id);
            if let Some(element) = element(&id) {
                then(element);
            }
        }
    });
}

/// Times that what follows from a change is let run. An element of the same id may be an old one until all of that has run.
const ROUNDS: usize = 12;

/// Does something once what follows from a change has run: as a rule before the page reads the next key, so that whoever types
/// on types there. Where the element of an id is not there by then it is done once more of the page has been drawn, whether
/// or not it has come.
fn once_there(id: String, act: impl FnOnce() + 'static) {
    leptos::task::spawn_local(async move {
        for _ in 0..ROUNDS {
            leptos::task::tick().await;
        }
        if element(&id).is_some() {
            act();
        } else {
            gloo::timers::callback::Timeout::new(0, act).forget();
        }
    });
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// True if the page comes from a host, with files beside it; false where it is one file.
pub fn is_served() -> bool {
    document().location().is_some_and(|location| location.protocol().is_ok_and(|protocol| protocol != "file:"))
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Where the browser does not, the reader has its own button for it.
        let _ = window.location().reload();
    }
}

/// Prints one part of the place alone: style sheets know it by the word on the first element.
pub fn print_only(part: &str) {
    let Some(root) = root() else { return };
    let _ = root.set_attribute("data-print", part);
    print();
    let _ = root.remove_attribute("data-print");
}

/// Asks the reader a question that can be answered with yes or no; no, where the browser does not ask.
pub fn confirm(question: &str) -> bool {
    web_sys::window().and_then(|window| window.confirm_with_message(question).ok()).unwrap_or(false)
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Where printing is not allowed there is nothing to do about it.
        let _ = window.print();
    }
}

/// True while the page's tab is the one that is looked at. It stays up to date as long as its owner lives.
pub fn tab_is_seen() -> ReadSignal<bool> {
    let is_seen = || !document().hidden();
    let (seen, set_seen) = signal(is_seen());
    let listener = window_event_listener_untyped("visibilitychange", move |_| set_seen.set(is_seen()));
    on_cleanup(move || listener.remove());
    seen
}

/// True if a graphics card paints the page; else the processor paints every frame. It takes the browser a moment.
pub fn has_graphics_card() -> bool {
    // What WebGL is drawn with where there is no card. Asking for none that is slow (failIfMajorPerformanceCaveat) does
    // not help: Chromium gives SwiftShader all the same.
    const BY_PROCESSOR: [&str; 4] = ["swiftshader", "llvmpipe", "softpipe", "basic render"];
    renderer().is_some_and(|name| !BY_PROCESSOR.iter().any(|by| name.to_lowercase().contains(by)))
}

/// What draws WebGL here, by the name that the browser gives it; `None` if it draws none.
fn renderer() -> Option<String> {
    /// WebGL's numbers of the two names: the true one has to be asked for, where the other is a stand-in.
    const RENDERER: u32 = 0x1f01;
    const UNMASKED_RENDERER: u32 = 0x9246;
    let canvas = document().create_element("canvas").ok()?.dyn_into::<web_sys::HtmlCanvasElement>().ok()?;
    let context = canvas.get_context("webgl").ok()??;
    let ask = |method: &str, what: JsValue| {
        let method = js_sys::Reflect::get(&context, &method.into()).ok()?;
        method.dyn_into::<js_sys::Function>().ok()?.call1(&context, &what).ok()
    };
    let is_open =
        ask("getExtension", "WEBGL_debug_renderer_info".into()).is_some_and(|extension| extension.is_object());
    ask("getParameter", if is_open { UNMASKED_RENDERER } else { RENDERER }.into())?.as_string()
}
