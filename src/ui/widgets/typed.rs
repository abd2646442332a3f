//! A value to type.

use crate::ui::platform::events::input_of;
use leptos::prelude::*;

/// A value to type: `set` answers whether the typed words were understood, and `is_wrong` is true from when they were
/// not until the value changes. The old value stays meanwhile.
#[component]
pub fn TypedInput(
    label: Signal<String>,
    value: Signal<String>,
    /// How wide it is [characters].
    #[prop(into)]
    size: Signal<String>,
    set: Callback<String, bool>,
    is_wrong: RwSignal<bool>,
    /// Id of what says more about it.
    #[prop(optional, into)]
    described_by: Option<String>,
) -> impl IntoView {
    let typed = move |event: web_sys::Event| {
        if let Some(input) = input_of(&event) {
            let understood = set.run(input.value());
            is_wrong.set(!understood);
            if understood {
                input.set_value(&value.get_untracked());
            }
        }
    };
    Effect::new(move |_| {
        value.track();
        is_wrong.set(false);
    });
    view! {
        <input
            class="typed" type="text" inputmode="decimal" size=size autocomplete="off" aria-label=label
            aria-invalid=move || is_wrong.get().to_string() aria-describedby=described_by
            prop:value=value on:change=typed
        />
    }
}
