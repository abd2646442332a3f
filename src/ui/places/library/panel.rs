//! What can be done to one journey of the library: its name and note, a copy, a file, the bin, and its versions.

use super::shelf::use_library;
use super::shelf::{Library, LibraryNews, now, room};
use crate::app::library::{change_head, duplicate, keep_version, restore};
use crate::exchange::{RecordHead, VersionWhy};
use crate::say;
use crate::ui::platform::keeping::moment;
use crate::words::{library as words, number};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Longest name and note that can be typed [characters].
const NAME: &str = "80";
const NOTE: &str = "1000";

#[component]
pub fn Panel(head: Memo<RecordHead>) -> impl IntoView {
    let library = use_library();
    let store = library.store;
    let id = move || head.with_untracked(|head| head.id.clone());
    let name = move || head.with(|head| library.name(head));
    let copy = move |_| {
        let name = words::copy_of(&store, &untrack(name));
        spawn_local(async move {
            library.act(|records| async move { duplicate(room(&records), &id(), name, now()).await }).await;
        });
    };
    let bin = move |_| {
        let told = LibraryNews::Binned(id(), untrack(name));
        spawn_local(async move {
            let put = |records| async move { change_head(&records, &id(), |head| head.binned = Some(now())).await };
            if library.act(put).await == Some(true) {
                library.news.set(Some(told));
            }
        });
    };
    let act =
        move |words: fn(Library) -> &'static str| move || say!(store, library.act, act = words(library), name = name());
    let button = move |words: fn(Library) -> &'static str, press: Callback<()>| {
        view! {
            <li>
                <button class="plain" aria-label=act(words) on:click=move |_| press.run(())>{move || words(library)}</button>
            </li>
        }
    };
    view! {
        <Names head=head/>
        <ul class="library-acts">
            {button(|library| say!(library.store, library.duplicate), Callback::new(copy))}
            {button(|library| say!(library.store, library.file), Callback::new(move |()| library.export(id(), untrack(name))))}
            {button(|library| say!(library.store, library.bin_it), Callback::new(bin))}
        </ul>
        <Versions head=head/>
    }
}

/// The name and the note, to be changed.
#[component]
fn Names(head: Memo<RecordHead>) -> impl IntoView {
    let library = use_library();
    let store = library.store;
    let (name_field, note_field): (NodeRef<html::Input>, NodeRef<html::Textarea>) = (NodeRef::new(), NodeRef::new());
    let shown = Memo::new(move |_| head.with(|head| library.name(head)));
    let noted = Memo::new(move |_| head.with(|head| head.note.clone()));
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (Some(name), Some(note)) = (name_field.get_untracked(), note_field.get_untracked()) else { return };
        let (name, note, before) =
            (name.value().trim().to_owned(), note.value().trim().to_owned(), shown.get_untracked());
        let id = head.with_untracked(|head| head.id.clone());
        spawn_local(async move {
            let change = |records| async move {
                let change = |head: &mut RecordHead| {
                    if !name.is_empty() && name != before {
                        (head.name, head.apart) = (Some(name.clone()), None);
                    }
                    head.note.clone_from(&note);
                };
                change_head(&records, &id, change).await
            };
            library.act(change).await;
        });
    };
    view! {
        <form class="library-names" on:submit=save>
            <label>
                <span class="form-name">{move || say!(store, library.rename_label)}</span>
                <input class="words-input" type="text" maxlength=NAME autocomplete="off" node_ref=name_field prop:value=move || shown.get()/>
            </label>
            <label>
                <span class="form-name">{move || say!(store, library.note)}</span>
                <textarea rows="2" maxlength=NOTE node_ref=note_field prop:value=move || noted.get()></textarea>
            </label>
            <button class="firm">{move || say!(store, library.save)}</button>
        </form>
    }
}

/// The versions of a journey, the newest first.
#[component]
fn Versions(head: Memo<RecordHead>) -> impl IntoView {
    let library = use_library();
    let store = library.store;
    let id = move || head.with_untracked(|head| head.id.clone());
    let name = move || head.with(|head| library.name(head));
    let label: NodeRef<html::Input> = NodeRef::new();
    let all = Memo::new(move |_| {
        let mut all = library.all(|version| version.of.as_ref().is_some_and(|of| of.id == id()));
        all.sort_by_key(|version| std::cmp::Reverse(version.made));
        all
    });
    let keep = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(field) = label.get_untracked() else { return };
        let wanted = Some(field.value().trim().to_owned()).filter(|name| !name.is_empty());
        field.set_value("");
        let told = LibraryNews::Versioned(untrack(name));
        spawn_local(async move {
            library.shelve().await;
            let keep =
                |records| async move { keep_version(room(&records), &id(), (VersionWhy::Wanted, wanted), now()).await };
            if library.act(keep).await == Some(true) {
                library.news.set(Some(told));
            }
        });
    };
    let back = move |key: String| {
        let told = untrack(name);
        spawn_local(async move {
            // What is on the desk is part of what is kept before.
            library.shelve().await;
            let put = |records| async move { restore(room(&records), &key, now()).await };
            let Some(Some(id)) = library.act(put).await else { return };
            let is_on_desk = store.session.with_untracked(|session| session.work.record.as_ref() == Some(&id));
            // Told when all of it is done: what is opened takes away what was told before.
            if !is_on_desk || library.put_on_desk(id, told.clone()).await {
                library.news.set(Some(LibraryNews::Restored(told)));
            }
        });
    };
    // Two may be of the same minute, and are told apart by their number.
    let number = move |key: &str| {
        all.with(|all| all.iter().position(|version| version.id == key).map_or(0, |at| all.len() - at))
    };
    let row = move |version: RecordHead| {
        let (key, its_key) = (version.id.clone(), StoredValue::new(version.id.clone()));
        let (why, made) = (version.of.as_ref().map(|of| of.why), version.made);
        let its = version.name.clone();
        let time = move || {
            let n = number::count(store.language.get(), its_key.with_value(|key| number(key)) as u64);
            say!(store, library.version_n, n = n, time = moment(made, store.code(), false))
        };
        let words = move || why.map(|why| words::why(store.language.get(), why, its.as_deref()));
        let label = move || say!(store, library.act, act = say!(store, library.restore), name = time());
        view! {
            <li>
                <span>{time}": "{words}</span> " "
                <button class="plain" aria-label=label on:click=move |_| back(key.clone())>
                    {move || say!(store, library.restore)}
                </button>
            </li>
        }
    };
    view! {
        <div class="library-versions">
            <h3>{move || say!(store, library.versions)}</h3>
            <ul><For each=move || all.get() key=|version| version.id.clone() children=row/></ul>
            {move || all.with(Vec::is_empty).then(|| view! { <p class="hint">{say!(store, library.no_versions)}</p> })}
            <form class="library-keep" on:submit=keep>
                <label>
                    <span class="form-name">{move || say!(store, library.version_label)}</span>
                    <input class="words-input" type="text" maxlength=NAME autocomplete="off" node_ref=label/>
                </label>
                <button class="firm">{move || say!(store, library.keep_version)}</button>
            </form>
        </div>
    }
}
