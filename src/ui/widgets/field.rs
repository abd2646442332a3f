//! A labelled value to type, with its unit. What cannot be is said at once, and the old value stays.

use super::typed::TypedInput;
use crate::app::Command;
use crate::words::typed::Misread;
use leptos::prelude::*;

/// `read` answers with what is to be done, or why nothing is, and `told` says that in words.
#[component]
pub fn TypedField(
    label: Signal<String>,
    after: Signal<String>,
    hint: Signal<String>,
    told: Callback<Misread, String>,
    value: Signal<String>,
    read: Callback<String, Result<Command, Misread>>,
    /// Why the last words were not taken, for whoever else has to know.
    #[prop(default = RwSignal::new(None))]
    misread: RwSignal<Option<Misread>>,
) -> impl IntoView {
    // Wide enough for all that is in it.
    let size = move || value.with(|value| value.chars().count().max(5) + 1).to_string();
    view! {
        <label class="field">
            <span class="field-name">{label}</span>
            <span class="field-value">
                <TypedInput label=label value=value size=Signal::derive(size) read=read misread=misread/>
                <span class="after">{after}</span>
            </span>
            <span class="hint" class:wrong=move || misread.with(Option::is_some) role="status">
                {move || misread.get().map_or_else(|| hint.get(), |why| told.run(why))}
            </span>
        </label>
    }
}
