//! What a hand can do in an embedded page.

use crate::app::{Command, EmbedControl};
use crate::say;
use crate::ui::places::journey::inspector::StrengthControl;
use crate::ui::places::journey::world::Strain;
use crate::ui::platform::events::choice_of;
use crate::ui::state::use_store;
use leptos::prelude::*;

/// The chosen controls.
#[component]
pub fn Controls(controls: Vec<EmbedControl>) -> impl IntoView {
    let store = use_store();
    let has = |control| controls.contains(&control);
    let strength = has(EmbedControl::Strength).then(|| view! { <ChosenLink/><StrengthControl/> });
    let strain = has(EmbedControl::Strain).then(|| view! { <Strain/> });
    let is_empty = strength.is_none() && strain.is_none();
    let heading = (!is_empty).then(|| view! { <h2 class="unseen">{move || say!(store, embed.in_hand)}</h2> });
    view! { {heading}<div class="embed-controls" class:gone=is_empty>{strength}{strain}</div> }
}

/// Which link is in the hand.
#[component]
fn ChosenLink() -> impl IntoView {
    let store = use_store();
    let choose = move |event: web_sys::Event| {
        if let Some(link) = choice_of(&event) {
            store.run(Command::Select(link.as_str().into()));
        }
    };
    let options = move || {
        let journey = store.journey.get();
        let one = |link: &crate::model::LinkId| {
            let (id, name) = (link.to_string(), store.link_name(link));
            let chosen = link.clone();
            view! { <option value=id selected=move || store.selected.get() == chosen>{name}</option> }
        };
        journey.links().map(one).collect_view()
    };
    view! {
        <label class="choice">
            <span>{move || say!(store, embed.link)}</span>
            <select on:change=choose>{options}</select>
        </label>
    }
}
