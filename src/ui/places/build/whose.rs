//! Whether what is changed here is today's journey or a scenario, and the way from the one to the other.

use super::desk::use_desk;
use crate::app::library::{build_on, take_named};
use crate::app::{Built, Command, Place, Project};
use crate::say;
use crate::ui::platform::device;
use leptos::html;
use leptos::prelude::*;

/// Where whoever has changed sides goes on reading.
const WHOSE: &str = "build-whose";

#[component]
pub fn Whose() -> impl IntoView {
    let desk = use_desk();
    let store = desk.store;
    let scenario = Memo::new(move |_| {
        store.session.with(|session| {
            let work = &session.work;
            work.as_is.as_ref()?;
            let its = work.named.iter().find(|named| Some(&named.id) == work.taken.as_ref());
            Some(its.map_or_else(String::new, |named| named.name.clone()))
        })
    });
    let put = move |work: Project| {
        store.run(Command::Build(Box::new(Built { work, typed: None, is_copy: false })));
        device::focus_then(WHOSE, drop);
    };
    let work = move || store.session.with_untracked(|session| session.work.clone());
    let is_refused = RwSignal::new(false);
    let field: NodeRef<html::Input> = NodeRef::new();
    let begin = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(input) = field.get_untracked() else { return };
        let begun = build_on(&work(), &input.value());
        is_refused.set(begun.is_none() && !input.value().trim().is_empty());
        begun.into_iter().for_each(put);
    };
    let back = move |_| put(take_named(&work(), None));
    let said = move || match scenario.get() {
        None => say!(desk, build.whose.today).to_owned(),
        Some(name) => say!(desk, build.whose.scenario, name = name),
    };
    let acts = move || match scenario.get() {
        None => view! {
            <details class="help">
                <summary>{say!(desk, build.whose.instead)}</summary>
                <form class="library-keep" on:submit=begin>
                    <label>
                        <span class="form-name">{say!(desk, library.scenario.label)}</span>
                        <input class="words-input" type="text" maxlength="80" autocomplete="off" node_ref=field/>
                    </label>
                    <button class="firm">{say!(desk, build.whose.go)}</button>
                </form>
                <p class="wrong" role="alert">{move || is_refused.get().then(|| say!(desk, library.scenario.full))}</p>
            </details>
        }
        .into_any(),
        Some(_) => view! {
            <p class="build-two">
                <button class="firm" on:click=back>{say!(desk, build.whose.back)}</button>
                <button class="plain" on:click=move |_| store.run(Command::GoTo(Place::Library))>
                    {say!(desk, build.whose.beside)}
                </button>
            </p>
        }
        .into_any(),
    };
    view! {
        <div class="build-whose" class:elsewhere=move || scenario.get().is_some()>
            <p id=WHOSE tabindex="-1">{said}</p>
            {acts}
        </div>
    }
}
