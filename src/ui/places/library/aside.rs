//! What lies in the bin, and what cannot be read: both stay apart, and cost the others nothing.

use super::shelf::LibraryNews;
use super::shelf::use_library;
use crate::app::library::{LibraryEntry, change_head, throw_away};
use crate::exchange::{RecordDamage, RecordHead};
use crate::say;
use crate::ui::platform::files::offer;
use crate::words::library as words;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What was put in the bin.
#[component]
pub fn Bin() -> impl IntoView {
    let library = use_library();
    let store = library.store;
    let all = Memo::new(move |_| library.all(|head| head.binned.is_some()));
    let back = move |id: String| {
        library.news.set(None);
        spawn_local(async move {
            library.act(|records| async move { change_head(&records, &id, |head| head.binned = None).await }).await;
        });
    };
    let throw = move |id: String, name: String| {
        let entries = library.entries.get_untracked().unwrap_or_default();
        let Some(entry) = entries.into_iter().find(|entry| entry.key == id) else { return };
        spawn_local(async move {
            if library.act(|records| async move { throw_away(&records, &entry).await }).await == Some(true) {
                library.news.set(Some(LibraryNews::Thrown(name)));
            }
        });
    };
    let row = move |head: RecordHead| {
        let head = StoredValue::new(head);
        let name = move || head.with_value(|head| library.name(head));
        let id = move || head.with_value(|head| head.id.clone());
        let label = move |act: &'static str| say!(store, library.act, act = act, name = name());
        view! {
            <li>
                <span>{name}</span> " "
                <button class="plain" aria-label=move || label(say!(store, library.take_back)) on:click=move |_| back(id())>
                    {move || say!(store, library.take_back)}
                </button> " "
                <button class="plain" aria-label=move || label(say!(store, library.throw))
                    on:click=move |_| throw(id(), untrack(name))
                >
                    {move || say!(store, library.throw)}
                </button>
            </li>
        }
    };
    view! {
        <details class="library-bin" hidden=move || all.with(Vec::is_empty)>
            <summary>{move || words::bin(store.language.get(), all.with(Vec::len))}</summary>
            <ul><For each=move || all.get() key=|head| (head.id.clone(), head.revision) children=row/></ul>
        </details>
    }
}

/// What cannot be read.
#[component]
pub fn Unread() -> impl IntoView {
    let library = use_library();
    let store = library.store;
    let all = Memo::new(move |_| {
        let entries = library.entries.with(|entries| entries.clone().unwrap_or_default());
        entries.into_iter().filter(|entry| entry.head.is_err()).collect::<Vec<_>>()
    });
    let row = move |entry: LibraryEntry| {
        let entry = StoredValue::new(entry);
        let key = move || entry.with_value(|entry| entry.key.clone());
        let why = move || match entry.with_value(|entry| entry.head.clone()) {
            Err(RecordDamage::Newer) => say!(store, library.unread_newer),
            _ => say!(store, library.unread_damaged),
        };
        let save = move |_| {
            spawn_local(async move {
                if let Some(text) = library.raw(&key()).await {
                    let _ = offer(&format!("kedja-{}.txt", key()), &text);
                }
            });
        };
        let throw = move |_| {
            let entry = entry.get_value();
            spawn_local(async move {
                library.act(|records| async move { throw_away(&records, &entry).await }).await;
            });
        };
        let label = move |act: &'static str| say!(store, library.act, act = act, name = key());
        view! {
            <li>
                <span>{why}" ("{key}")"</span> " "
                <button class="plain" aria-label=move || label(say!(store, library.unread_save)) on:click=save>
                    {move || say!(store, library.unread_save)}
                </button> " "
                <button class="plain" aria-label=move || label(say!(store, library.throw)) on:click=throw>
                    {move || say!(store, library.throw)}
                </button>
            </li>
        }
    };
    view! {
        <section class="library-unread" hidden=move || all.with(Vec::is_empty) aria-labelledby="library-unread-title">
            <h2 id="library-unread-title">{move || say!(store, library.unread)}</h2>
            <p class="hint">{move || say!(store, library.unread_lead)}</p>
            <ul><For each=move || all.get() key=|entry| (entry.key.clone(), entry.line.clone()) children=row/></ul>
        </section>
    }
}
