//! One customer followed: their life time by time, both twins side by side where there is a change.

mod account;
mod curve;
mod map;
mod table;
mod told;
mod walk;

use crate::app::{Wanted, next};
use crate::say;
use crate::ui::platform::sheet;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{NotFetched, later};
use crate::words::{self, number};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use told::Life;

#[component]
pub fn LifeDialog() -> impl IntoView {
    let store = use_store();
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (store.followed.get().is_some(), dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let is_open = Memo::new(move |_| store.followed.with(Option::is_some));
    let fetched = || {
        later(|| {
            Box::pin(async {
                sheet::later().await;
                lived().await
            })
        })
    };
    let content = move || is_open.get().then(fetched);
    view! {
        <dialog class="life" node_ref=dialog aria-labelledby="life-title" on:close=move |_| store.follow(None)>
            <div class="life-head">
                <h2 id="life-title">{move || store.followed.get().map(|c| title(store, c))}</h2>
                <Steps/>
            </div>
            {content}
            <p class="dialog-end">
                <button class="firm" on:click=move |_| store.follow(None)>{move || say!(store, life.close)}</button>
            </p>
        </dialog>
    }
}

#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn lived() -> Result<fn() -> AnyView, NotFetched> {
    Ok(newest)
}

/// The life that was asked for last.
fn newest() -> AnyView {
    let store = use_store();
    // The answer to the newest question; an older one may come before it.
    let shown = move || store.answers.life.get().filter(|told| store.followed.get() == Some(told.customer));
    (move || shown().map(|told| view! { <Life told=told/> })).into_any()
}

fn title(store: Store, customer: u64) -> String {
    say!(store, life.title, n = number::count(store.language.get(), customer + 1))
}

/// On to another customer.
#[component]
fn Steps() -> impl IntoView {
    let store = use_store();
    let go = move |wanted: Wanted, forth: bool| {
        let from = store.followed.get_untracked().unwrap_or(0) as usize;
        if let Some(trails) = store.answers.trails.get_untracked()
            && let Some(customer) = next(&trails, wanted, from, forth)
        {
            store.follow(Some(customer as u64));
        }
    };
    let wanted = Memo::new(move |_| store.answers.trails.get().map(|trails| Wanted::of(&trails)).unwrap_or_default());
    let one = move |wanted: Wanted| {
        view! { <button class="plain" on:click=move |_| go(wanted, true)>{move || words::life::wanted(store.language.get(), wanted)}</button> }
    };
    view! {
        <p class="life-steps">
            <button class="plain" on:click=move |_| go(Wanted::Anyone, false)>{move || say!(store, life.previous)}</button>
            <button class="plain" on:click=move |_| go(Wanted::Anyone, true)>{move || say!(store, life.next)}</button>
            {move || wanted.get().into_iter().map(one).collect_view()}
        </p>
    }
}
