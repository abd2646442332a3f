//! Prioritise: which link, how sure, and what a budget should buy. Each panel reads alone.

mod goal;

mod goal_words;
mod proposals;
mod race;
mod rescue;
mod sheet;
mod strain_test;
mod sure;

use super::say;
use super::store::use_store;
pub use goal::goal_name;

use goal::GoalChoice;
use leptos::prelude::*;
use proposals::Proposals;
use race::Race;
use rescue::SavedHere;
use strain_test::Strains;
use sure::HowSure;

/// The place, once somebody has come here; it stays as it was while the other place is looked at.
#[component]
pub fn Prioritise() -> impl IntoView {
    let store = use_store();
    let finds = move || store.trying.get().map(|(_, lived, of)| lived as f64 / of.max(1) as f64);
    view! {
        <div class="prioritise-head">
            <GoalChoice/>
            <p class="hint" class:gone=move || finds().is_none()>
                {move || say!(store, prioritise.going)}" "
                <button class="plain" on:click=move |_| store.stop_finding()>{move || say!(store, prioritise.stop)}</button>
            </p>
        </div>
        <div class="panels">
            <HowSure/>
            <Race/>
            <Proposals/>
            <Strains/>
            <SavedHere/>
        </div>
    }
}

/// An owner's name in the language of the page.
fn owner_name(store: super::store::Store, owner: &crate::model::OwnerId) -> String {
    let code = store.code();
    store
        .journey
        .with(|j| j.owners.iter().find(|o| o.id == *owner).map(|o| o.name.get(code).to_owned()))
        .unwrap_or_else(|| owner.to_string())
}
