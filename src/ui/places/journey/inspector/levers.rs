//! The levers of the selected link besides its strength: folded, one quiet row each.

use super::help::LeverHelp;
use crate::app::{Command, Project, doubt, levers, parse_measure, parse_percent, room, scale};
use crate::model::{Field, LinkId};
use crate::say;
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{Slider, TypedInput};
use crate::words::lever;
use leptos::prelude::*;

#[component]
pub fn Levers() -> impl IntoView {
    let store = use_store();
    let which = Memo::new(move |_| store.work.with(|w| levers(w, &store.selected.get())));
    let moved = move || {
        let link = store.selected.get();
        store.work.with(|w| which.with(|all| all.iter().filter(|l| w.edit(&link, **l).is_some()).count()))
    };
    let summary = move || which.with(|all| lever::summary(&store.teller(), all, moved()));
    let rows = move || which.get().into_iter().map(|lever| view! { <Row lever=lever/> }).collect_view();
    view! {
        <details class="levers" class:moved=move || { moved() > 0 } class:none=move || which.with(Vec::is_empty)>
            <summary>{summary}</summary>
            <p class="hint">{move || say!(store, levers.hint)}</p>
            <ul>{rows}</ul>
        </details>
    }
}

/// A lever: its name with the help behind it, its value, a slider, and the way back to today.
#[component]
fn Row(lever: Field) -> impl IntoView {
    let store = use_store();
    let read = move |of: fn(&Project, &LinkId, Field) -> Option<f64>| {
        Memo::new(move |_| store.work.with(|w| of(w, &store.selected.get(), lever)).unwrap_or(0.0))
    };
    let today = read(Project::today_of);
    let now = read(Project::now_of);
    let scale = Memo::new(move |_| store.work.with(|w| scale(w, &store.selected.get(), lever)));
    let set = Callback::new(move |value| {
        store.run(Command::SetLever { link: store.selected.get_untracked(), lever, value });
    });
    let changed = move || now.get() != today.get();
    let spoken = move || lever::spoken(&store.teller(), lever, today.get(), now.get());
    let before =
        move || changed().then(|| format!("{} → ", lever::bare_value(store.language.get(), lever, today.get())));
    let doubted = move || {
        let link = store.selected.get();
        let full = store.work.with(|w| room(w, &link, lever)).is_some_and(|(_, most)| most < 1.0 && now.get() >= most);
        if lever == Field::Share && full {
            return Some(wrong_words(store, lever));
        }
        store.work.with(|w| doubt(w, &link, lever)).map(|d| lever::doubt(&store.teller(), d))
    };
    let reset_label =
        move || say!(store, changes.reset_one, name = lever::of_link(&store.teller(), &store.selected.get(), lever));
    let row = format!("lever-{}", lever.name());
    let there = format!("#{row} input[type=range]");
    let reset = move |_| {
        store.run(Command::ResetLever { link: store.selected.get_untracked(), lever });
        device::focus_first(&there);
    };
    view! {
        <li id=row class="lever" class:changed=changed>
            <LeverHelp lever=lever/>
            <span class="lever-value">
                <span class="from">{before}</span>
                <Typed lever=lever now=now set=set/>
            </span>
            <span class="lever-way">
            <Slider label=Signal::derive(move || lever::name(store.language.get(), lever).to_owned())
                value=now today=today words=Signal::derive(spoken) set=set scale=Signal::derive(move || scale.get())/>
            <button class="plain" aria-disabled=move || (!changed()).to_string() aria-label=reset_label on:click=reset>
                {move || say!(store, changes.reset)}
            </button>
            </span>
            <p class="hint doubt" role="status">{doubted}</p>
        </li>
    }
}

/// The value as it is typed, with its unit. What cannot be is said at once, and the old value stays.
#[component]
fn Typed(lever: Field, now: Memo<f64>, set: Callback<f64>) -> impl IntoView {
    let store = use_store();
    let wrong = RwSignal::new(false);
    let shown = Signal::derive(move || lever::bare_value(store.language.get(), lever, now.get()));
    let typed = Callback::new(move |typed: String| {
        let value = if lever::is_share(lever) { parse_percent(&typed) } else { parse_measure(&typed) };
        let room = store.work.with_untracked(|w| room(w, &store.selected.get_untracked(), lever));
        let value = value.zip(room).filter(|(v, (least, most))| (*least..=*most).contains(v)).map(|(value, _)| value);
        if let Some(value) = value {
            set.run(value);
            store.run(Command::LetGo);
        }
        value.is_some()
    });
    // Another link: what was wrong is gone.
    Effect::new(move |_| {
        store.selected.track();
        wrong.set(false);
    });
    let label = Signal::derive(move || lever::typed(&store.teller(), lever));
    let id = format!("wrong-{}", lever.name());
    view! {
        <TypedInput label=label value=shown size="5" set=typed is_wrong=wrong described_by=id.clone()/>
        <span class="after">{move || lever::unit_after(&store.teller(), lever)}</span>
        <span id=id class="wrong" role="alert">{move || wrong.get().then(|| wrong_words(store, lever))}</span>
    }
}

fn wrong_words(store: Store, lever: Field) -> String {
    let link = store.selected.get();
    let room = store.work.with(|w| room(w, &link, lever)).unwrap_or((0.0, 1.0));
    lever::wrong(&store.teller(), &link, lever, room)
}
