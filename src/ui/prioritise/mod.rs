//! Prioritise: which link, how sure, and what a budget should buy. Each panel reads alone.

mod goal;

use super::say;
use super::store::use_store;
pub use goal::goal_name;

use goal::GoalChoice;
use leptos::prelude::*;

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
        <div class="panels"></div>
    }
}
