//! Events of the browser: heard for as long as somebody cares, and read in one place.

use crate::app::Command;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

/// How an event is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hears {
    /// As any other.
    Plainly,
    /// And it may be kept from what the browser would do.
    AndPrevents,
    /// Before those hear of it to whom it happened.
    First,
    /// The same, and they may be kept from hearing of it at all.
    FirstAndPrevents,
}

/// Hears an event of something that the page has not drawn itself, or in a way that a view cannot say. It is heard for
/// as long as whoever asks stands on the page: a component, or one run of an effect.
pub fn listen(target: &EventTarget, name: &'static str, how: Hears, heard: impl FnMut(&Event) + 'static) {
    let options = match how {
        Hears::Plainly => EventListenerOptions::default(),
        Hears::AndPrevents => EventListenerOptions::enable_prevent_default(),
        Hears::First => EventListenerOptions::run_in_capture_phase(),
        Hears::FirstAndPrevents => EventListenerOptions {
            phase: EventListenerPhase::Capture,
            ..EventListenerOptions::enable_prevent_default()
        },
    };
    StoredValue::new_local(EventListener::new_with_options(target, name, options, heard));
}

/// The text field or slider that an event comes from; `None` if it comes from something else.
pub fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// Undo or redo by the keys that every program has; `None` for every other key.
pub fn undo_of(event: &KeyboardEvent) -> Option<Command> {
    if !(event.ctrl_key() || event.meta_key()) {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Command::Undo),
        ("z", true) | ("y", false) => Some(Command::Redo),
        _ => None,
    }
}

/// What is typed or chosen in; letters mean nothing to a slider and a box to tick.
const TYPED_INTO: &str = "input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [role=dialog]";

/// Whether somebody types or chooses in what an event comes from.
pub fn is_typed_into(target: Option<web_sys::EventTarget>) -> bool {
    let element = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| element.closest(TYPED_INTO).ok().flatten().is_some())
}

/// The slider that an event comes from, with its value; `None` if it comes from something else.
pub fn range_of(event: &Event) -> Option<(HtmlInputElement, f64)> {
    let input = input_of(event)?;
    let value = input.value_as_number();
    (!value.is_nan()).then_some((input, value))
}

/// What has been chosen in the list that an event comes from; `None` if it comes from something else.
pub fn choice_of(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlSelectElement>().ok()?.value())
}
