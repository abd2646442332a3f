//! A slider with the ghost of today: by hand, by keys, and as a value to type. A drag is one step of undo.

use crate::app::{Command, settle};
use crate::ui::store::use_store;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// One step of an arrow key, and of a page key [parts of the range].
const STEP: f64 = 0.01;
const PAGE: f64 = 0.1;
/// Nearer than this, a key stops at today.
const NEAR: f64 = 0.004;

/// A range from 0 to 1. `settles` is for strengths, which come to rest on whole per cents and on today's value.
#[component]
pub fn Slider(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<f64>,
    #[prop(into)] today: Signal<f64>,
    #[prop(into)] words: Signal<String>,
    set: Callback<f64>,
) -> impl IntoView {
    let store = use_store();
    let key_down = StoredValue::new(false);
    let let_go = move || {
        store.held.set(false);
        store.run(Command::LetGo);
    };
    let by_hand = move |event: Event| {
        let input = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(raw) = input.and_then(|i| i.value().parse::<f64>().ok()) {
            set.run(settle(raw, today.get_untracked()));
        }
    };
    let by_key = move |event: KeyboardEvent| {
        let now = value.get_untracked();
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => now + STEP,
            "ArrowLeft" | "ArrowDown" => now - STEP,
            "PageUp" => now + PAGE,
            "PageDown" => now - PAGE,
            "Home" => 0.0,
            "End" => 1.0,
            _ => return,
        };
        event.prevent_default();
        key_down.set_value(true);
        store.held.set(true);
        let today = today.get_untracked();
        set.run(if (to - today).abs() < NEAR { today } else { to.clamp(0.0, 1.0) });
    };
    let key_up = move || {
        if key_down.get_value() {
            key_down.set_value(false);
            let_go();
        }
    };
    let low = move || value.get().min(today.get());
    let high = move || value.get().max(today.get());
    view! {
        <span
            class="slider" class:up=move || { value.get() > today.get() } class:down=move || { value.get() < today.get() }
            style=("--low", move || low().to_string())
            style=("--high", move || high().to_string())
            style=("--was", move || today.get().to_string())
        >
            <input
                type="range" min="0" max="1" step="any" aria-label=label
                prop:value=move || value.get().to_string()
                aria-valuetext=words
                on:input=by_hand on:keydown=by_key on:keyup=move |_| key_up()
                on:pointerdown=move |_| store.held.set(true)
                on:pointerup=move |_| let_go() on:pointercancel=move |_| let_go()
                on:change=move |_| let_go() on:blur=move |_| key_up()
            />
        </span>
    }
}
