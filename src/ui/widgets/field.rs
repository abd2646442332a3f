//! A labelled value to type. What cannot be is said at once, and the old value stays.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// `set` answers whether the typed words were understood.
#[component]
pub fn Field(
    label: Signal<String>,
    after: Signal<String>,
    hint: Signal<String>,
    wrong: Signal<String>,
    value: Signal<String>,
    set: Callback<String, bool>,
) -> impl IntoView {
    let is_wrong = RwSignal::new(false);
    // Wide enough for all that is in it.
    let size = move || value.with(|value| value.chars().count().max(5) + 1).to_string();
    let typed = move |event: web_sys::Event| {
        if let Some(input) = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok()) {
            let understood = set.run(input.value());
            is_wrong.set(!understood);
            if understood {
                input.set_value(&value.get_untracked());
            }
        }
    };
    Effect::new(move |_| {
        let _ = value.get();
        is_wrong.set(false);
    });
    view! {
        <label class="field">
            <span class="field-name">{label}</span>
            <span class="field-value">
                <input
                    class="typed" type="text" inputmode="decimal" size=size autocomplete="off" aria-label=label
                    aria-invalid=move || is_wrong.get().to_string() prop:value=value on:change=typed
                />
                <span class="after">{after}</span>
            </span>
            <span class="hint" class:wrong=is_wrong role="status">
                {move || if is_wrong.get() { wrong.get() } else { hint.get() }}
            </span>
        </label>
    }
}
