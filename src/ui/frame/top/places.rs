//! The places of the page, to go from one to the other.

use crate::app::{Command, Place};
use crate::say;
use crate::ui::state::use_store;
use leptos::prelude::*;

#[component]
pub fn Places() -> impl IntoView {
    let store = use_store();
    let name = move |place: Place| match place {
        Place::Journey => say!(store, places.journey),
        Place::Prioritise => say!(store, places.prioritise),
    };
    let one = move |place: Place| {
        let is_here = move || store.place.get() == place;
        view! {
            <button class="quiet place" aria-current=move || is_here().then_some("page")
                on:click=move |_| store.run(Command::GoTo(place))
            >
                {move || name(place)}
            </button>
        }
    };
    view! { <nav class="places" aria-label=move || say!(store, places.title)>{Place::ALL.map(one)}</nav> }
}
