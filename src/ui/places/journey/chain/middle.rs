//! In the middle of the loop: who is left at the end.

use crate::app::remaining;
use crate::charts::chain::{ChainDrawing, Middle};
use crate::say;
use crate::ui::state::use_store;
use crate::words::{self, number};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn MiddleWords(chain: Arc<ChainDrawing>) -> impl IntoView {
    let store = use_store();
    let Middle { at, words, .. } = chain.middle?;
    let is_narrow = words != at;
    let left = move || store.report.get().map(|r| remaining(&r, store.changed.get()));
    let number = move || left().map(|l| number::count(store.language.get(), l.what_if.unwrap_or(l.today)));
    let today = move || {
        left()
            .filter(|l| l.what_if.is_some())
            .map(|l| say!(store, chain.today, n = number::count(store.language.get(), l.today)))
    };
    let after = move || left().map(|l| words::chain::left_after(&store.teller(), l.periods.into()));
    let customers = move || {
        if is_narrow { say!(store, chain.customers) } else { say!(store, chain.still_customers) }
    };
    let first = if is_narrow { 0.0 } else { 37.0 };
    Some(view! {
        <g class="middle" text-anchor="middle" aria-hidden="true" class:changed=move || store.changed.get()>
            <text class="count" x=at.x y=at.y + 2.0>{number}</text>
            <text class="unit" x=at.x y=at.y + 21.0>{customers}</text>
            <text class="unit" x=words.x y=words.y + first>{after}</text>
            <text class="unit" x=words.x y=words.y + first + 16.0>{today}</text>
        </g>
    })
}
