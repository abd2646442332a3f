//! What is changed now, to be kept under a name, kept in the scenario that was taken up, or taken back.

use super::super::shelf::use_library;
use super::work::{put, work_of};
use crate::app::Project;
use crate::app::library::{back_to_parent, has_moved, hold, keep_as};
use crate::say;
use leptos::html;
use leptos::prelude::*;

#[component]
pub fn Now(work: Memo<Project>) -> impl IntoView {
    let store = use_library().store;
    let field: NodeRef<html::Input> = NodeRef::new();
    let is_refused = RwSignal::new(false);
    let moved = Memo::new(move |_| work.with(has_moved));
    let taken = Memo::new(move |_| {
        work.with(|work| {
            work.named.iter().find(|named| Some(&named.id) == work.taken.as_ref()).map(|named| named.name.clone())
        })
    });
    let parent = move || {
        let today = || say!(store, library.scenario.today).to_owned();
        work.with(|work| {
            let taken = work.named.iter().find(|named| Some(&named.id) == work.taken.as_ref())?;
            if has_moved(work) {
                return Some(taken.name.clone());
            }
            let parent = work.named.iter().find(|named| Some(&named.id) == taken.parent.as_ref());
            Some(parent.map_or_else(today, |parent| parent.name.clone()))
        })
    };
    let keep = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(input) = field.get_untracked() else { return };
        let kept = keep_as(&work_of(store), &input.value());
        is_refused.set(kept.is_none() && !input.value().trim().is_empty());
        if let Some(work) = kept {
            input.set_value("");
            put(store, work);
        }
    };
    let told = move || match (moved.get(), taken.get()) {
        (true, Some(name)) => say!(store, library.scenario.moved, name = name),
        (true, None) => say!(store, library.scenario.moved_today).to_owned(),
        (false, Some(_)) => String::new(),
        (false, None) => say!(store, library.scenario.none).to_owned(),
    };
    let hold_button = move || {
        taken.get().filter(|_| moved.get()).map(|name| {
            let press = move |_| put(store, hold(&work_of(store)));
            view! { <button class="firm" on:click=press>{say!(store, library.scenario.hold, name = name)}</button> }
        })
    };
    let back_button = move || {
        parent().map(|name| {
            let press = move |_| put(store, back_to_parent(&work_of(store)));
            view! { <button class="plain" on:click=press>{say!(store, library.scenario.back, name = name)}</button> }
        })
    };
    view! {
        <p>{told}</p>
        <p class="library-tools">{hold_button} {back_button}</p>
        <form class="library-keep" on:submit=keep hidden=move || !moved.get()>
            <label>
                <span class="form-name">{move || say!(store, library.scenario.label)}</span>
                <input class="words-input" type="text" maxlength="80" autocomplete="off" node_ref=field/>
            </label>
            <button class="firm">{move || say!(store, library.scenario.keep)}</button>
        </form>
        <p class="wrong" role="alert">{move || is_refused.get().then(|| say!(store, library.scenario.full))}</p>
    }
}
