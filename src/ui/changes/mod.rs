//! Everything changed, as one list, against this journey's today: each can be switched off and reset.

use super::store::{Store, use_store};
use super::{format, say, unit};
use crate::app::{Command, Entry, changes};
use crate::model::LinkId;
use leptos::prelude::*;

#[component]
pub fn Changes() -> impl IntoView {
    let store = use_store();
    let entries = Memo::new(move |_| store.work.with(changes));
    let list = move || entries.get().into_iter().map(|e| entry(store, e)).collect_view();
    let empty = move || entries.with(Vec::is_empty);
    view! {
        <section class="changes">
            <h3>{move || say!(store, changes.title)}</h3>
            <ul>{list}</ul>
            {move || if empty() {
                view! { <p class="hint">{say!(store, changes.none)}</p> }.into_any()
            } else {
                view! {
                    <button class="plain" on:click=move |_| store.run(Command::ResetAll)>
                        {say!(store, changes.reset_all)}
                    </button>
                }.into_any()
            }}
        </section>
    }
}

fn entry(store: Store, entry: Entry) -> AnyView {
    match entry {
        Entry::Strength { link, today, value, off } => strength(store, link, today, value, off).into_any(),
        Entry::Strain(strain) => plain(
            store,
            say!(store, world.strain).to_owned(),
            format::decimal(store.language.get(), strain, 1),
            Command::SetStrain(0.0),
        )
        .into_any(),
        Entry::Price { today, value } => {
            let amount = |a| format::amount(store.language.get(), a);
            let words = format!("{} → {} {}", amount(today), amount(value), unit::currency(store));
            plain(store, say!(store, changes.price).to_owned(), words, Command::SetPrice(None)).into_any()
        }
    }
}

fn strength(store: Store, link: LinkId, today: f64, value: f64, off: bool) -> impl IntoView {
    let percent = |s| format::short_percent(store.language.get(), s);
    let name = store.link_name(&link);
    let (shown, switched, reset) = (link.clone(), link.clone(), link);
    let on_label = say!(store, changes.on, name = name.clone());
    let reset_label = say!(store, changes.reset_one, name = name.clone());
    view! {
        <li class:off=off>
            <button
                class="switch" role="switch" aria-checked=(!off).to_string() aria-label=on_label
                on:click=move |_| store.run(Command::Switch { link: switched.clone(), off: !off })
            ><span></span></button>
            <button class="plain what" on:click=move |_| store.run(Command::Select(shown.clone()))>{name}</button>
            <span class="amount">{percent(today)}" → "{percent(value)}</span>
            <button class="plain reset" aria-label=reset_label on:click=move |_| store.run(Command::ResetLink(reset.clone()))>
                {say!(store, changes.reset)}
            </button>
        </li>
    }
}

fn plain(store: Store, name: String, words: String, reset: Command) -> impl IntoView {
    let reset_label = say!(store, changes.reset_one, name = name.clone());
    view! {
        <li>
            <span class="switch-space"></span>
            <span class="what">{name}</span>
            <span class="amount">{words}</span>
            <button class="plain reset" aria-label=reset_label on:click=move |_| store.run(reset.clone())>
                {say!(store, changes.reset)}
            </button>
        </li>
    }
}
