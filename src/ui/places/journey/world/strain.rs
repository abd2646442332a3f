//! Strain: a calm day at the left, a storm at the right.

use crate::app::{Command, STRAIN};
use crate::say;
use crate::ui::state::use_store;
use crate::words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

#[component]
pub fn Strain() -> impl IntoView {
    let store = use_store();
    let strain = Memo::new(move |_| store.work.with(|w| w.scenario.strain));
    let words = move || words::strength::strain(store.language.get(), strain.get());
    let moved = move |event: web_sys::Event| {
        let input = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(value) = input.and_then(|i| i.value().parse::<f64>().ok()) {
            store.run(Command::SetStrain(value));
        }
    };
    view! {
        <label class="field strain">
            <span class="field-name">{move || say!(store, world.strain)}</span>
            <span class="slider" class:down=move || { strain.get() > 0.0 }
                style=("--low", "0") style=("--was", "0")
                style=("--high", move || (strain.get() / STRAIN.1).to_string())
            >
                <input
                    type="range" min=STRAIN.0 max=STRAIN.1 step="0.1" prop:value=move || strain.get().to_string()
                    aria-label=move || say!(store, world.strain) aria-valuetext=words on:input=moved
                    on:pointerdown=move |_| store.take_hold() on:pointerup=move |_| store.let_go()
                    on:pointercancel=move |_| store.pass_over() on:change=move |_| store.let_go()
                />
            </span>
            <span class="hint">{words}</span>
        </label>
    }
}
