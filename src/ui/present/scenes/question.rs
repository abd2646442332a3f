//! The question alone, over what the company believes.

use crate::ui::state::use_store;
use leptos::prelude::*;

#[component]
pub fn Question() -> impl IntoView {
    let store = use_store();
    let name = move || store.journey.with(|journey| journey.name.get(store.code()).to_owned());
    let story = move || store.journey.with(|journey| journey.summary.get(store.code()).to_owned());
    view! {
        <p class="wall-name">{name}</p>
        <p class="wall-story">{story}</p>
    }
}
