//! A press that is not over yet. What a field takes in because the hand goes elsewhere waits until it is known what was
//! pressed: a page that moved in between would lose the press.

use super::events::{Hears, listen};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What acts as soon as it is pressed, so that nothing may wait for the end of the press.
const AT_ONCE: &str = "input, select, textarea";

/// Whether something is pressed, and what waits for the end of it.
#[derive(Clone, Copy)]
pub struct Press {
    is_down: StoredValue<bool>,
    waiting: StoredValue<Vec<Callback<()>>>,
}

impl Press {
    /// The presses of this page. They are heard before anything that is pressed hears of them.
    pub fn watched() -> Self {
        let press = Self { is_down: StoredValue::new(false), waiting: StoredValue::new(Vec::new()) };
        let page = window();
        listen(&page, "mousedown", Hears::First, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let at_once = target.is_some_and(|element| element.closest(AT_ONCE).ok().flatten().is_some());
            press.is_down.set_value(!at_once);
        });
        listen(&page, "click", Hears::First, move |_| press.end());
        listen(&page, "mouseup", Hears::First, move |_| {
            // The click, if there is one, follows at once.
            Timeout::new(0, move || press.end()).forget();
        });
        listen(&page, "dragend", Hears::First, move |_| press.end());
        press
    }

    /// Does something now, or before what is pressed hears of it.
    pub fn after(&self, what: Callback<()>) {
        if self.is_down.get_value() {
            self.waiting.update_value(|waiting| waiting.push(what));
        } else {
            what.run(());
        }
    }

    fn end(&self) {
        self.is_down.set_value(false);
        let mut waiting = Vec::new();
        self.waiting.update_value(|all| waiting.append(all));
        waiting.into_iter().for_each(|what| what.run(()));
    }
}
