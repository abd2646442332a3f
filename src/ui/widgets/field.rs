//! A labelled value to type, with its unit. What cannot be is said at once, and the old value stays.

use super::typed::TypedInput;
use leptos::prelude::*;

/// `set` answers whether the typed words were understood.
#[component]
pub fn TypedField(
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
    view! {
        <label class="field">
            <span class="field-name">{label}</span>
            <span class="field-value">
                <TypedInput label=label value=value size=Signal::derive(size) set=set is_wrong=is_wrong/>
                <span class="after">{after}</span>
            </span>
            <span class="hint" class:wrong=is_wrong role="status">
                {move || if is_wrong.get() { wrong.get() } else { hint.get() }}
            </span>
        </label>
    }
}
