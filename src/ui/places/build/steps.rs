//! The way back and forth by the names of the steps, and a list of them to go back to.

use super::desk::{Desk, use_desk};
use crate::app::{Command, Project, step_between};
use crate::say;
use crate::ui::state::Store;
use crate::words::{Speaks, Teller, building};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// More steps than this are not listed: nobody reads further back.
const LISTED: usize = 60;

/// One step back, one forth, and all of them.
#[component]
pub fn Steps() -> impl IntoView {
    let desk = use_desk();
    let store = desk.store;
    let back = Memo::new(move |_| {
        store.session.with(|s| {
            let before = s.history().0.last()?;
            Some(say!(store, build.undo_step, step = named(store, before, &s.work)))
        })
    });
    let forth = Memo::new(move |_| {
        store.session.with(|s| {
            let after = s.history().1.last()?;
            Some(say!(store, build.redo_step, step = named(store, &s.work, after)))
        })
    });
    let one = move |words: Memo<Option<String>>, none: fn(Store) -> &'static str, command: Command| {
        let press = move |_| store.run(command.clone());
        view! {
            <button class="plain" aria-disabled=move || words.with(Option::is_none).to_string() on:click=press>
                {move || words.get().unwrap_or_else(|| none(store).to_owned())}
            </button>
        }
    };
    view! {
        <div class="build-steps">
            {one(back, |store| say!(store, top.undo), Command::Undo)}
            {one(forth, |store| say!(store, top.redo), Command::Redo)}
            <AllSteps/>
        </div>
    }
}

/// What a step did.
fn named(store: Store, before: &Project, after: &Project) -> String {
    let tell = |work: &Project| Teller { language: store.language(), journey: work.whole().clone() };
    building::step(&tell(before), &tell(after), &step_between(before, after))
}

/// Every step, from the first, with the one that the page stands at.
#[component]
fn AllSteps() -> impl IntoView {
    let desk = use_desk();
    let is_open = RwSignal::new(false);
    let toggled = move |event: web_sys::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        is_open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    // Nothing is compared while nobody looks.
    let list = move || is_open.get().then(|| listed(desk));
    view! {
        <details class="build-history" on:toggle=toggled>
            <summary>{move || say!(desk, build.history.title)}</summary>
            {list}
        </details>
    }
}

fn listed(desk: Desk) -> AnyView {
    let store = desk.store;
    let (steps, at, is_cut) = store.session.with(|s| {
        let (past, future) = s.history();
        let all: Vec<&Project> = past.iter().chain(std::iter::once(&s.work)).chain(future.iter().rev()).collect();
        let first = past.len().saturating_sub(LISTED);
        let shown = all.get(first..).unwrap_or_default();
        let names = shown.windows(2).filter_map(|pair| match pair {
            [before, after] => Some(named(store, before, after)),
            _ => None,
        });
        (names.collect::<Vec<_>>(), past.len() - first, first > 0)
    });
    let start = if is_cut { say!(desk, build.history.further) } else { say!(desk, build.history.start) };
    let one = |(n, name): (usize, String)| {
        let go = move |_| go_to(store, at, n);
        let (is_here, is_undone) = (n == at, n > at);
        view! {
            <li>
                <button class="plain" class:undone=is_undone aria-current=is_here.then_some("step") on:click=go>{name}</button>
            </li>
        }
    };
    let all = std::iter::once(start.to_owned()).chain(steps).enumerate();
    view! { <ol>{all.map(one).collect_view()}</ol> }.into_any()
}

/// From the step that the page stands at to another.
fn go_to(store: Store, at: usize, to: usize) {
    let command = if to < at { Command::Undo } else { Command::Redo };
    for _ in 0..at.abs_diff(to) {
        store.run(command.clone());
    }
}
