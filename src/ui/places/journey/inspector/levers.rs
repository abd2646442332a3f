//! The levers of the selected link besides its strength: folded, one quiet row each.

use super::help::LeverHelp;
use crate::app::{Command, Project, doubt, levers, room, scale};
use crate::model::{Field, LinkId};
use crate::say;
use crate::ui::places::journey::below::Below;
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{Slider, TypedInput};
use crate::words::lever;
use crate::words::typed::{Misread, NumberKind};
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
    let below = Below::of_the_place();
    let opened = RwSignal::new(false);
    let rows = move || {
        let row = below.get(|parts| parts.lever).filter(|_| opened.get())?;
        Some(which.get().into_iter().map(row).collect_view())
    };
    view! {
        <details class="levers" class:moved=move || { moved() > 0 } class:none=move || which.with(Vec::is_empty)
            on:toggle=move |_| opened.update(|open| *open = !*open)
        >
            <summary>{summary}</summary>
            <p class="hint">{move || say!(store, levers.hint)}</p>
            <ul>{rows}</ul>
        </details>
    }
}

/// The row of a lever.
pub fn lever_row(lever: Field) -> AnyView {
    view! { <Row lever=lever/> }.into_any()
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
            return Some(lever::wrong(&store.teller(), &link, lever, room_of(store, lever), &Misread::Beyond));
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
                <Typed lever=lever now=now/>
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
fn Typed(lever: Field, now: Memo<f64>) -> impl IntoView {
    let store = use_store();
    let misread = RwSignal::new(None::<Misread>);
    let shown = Signal::derive(move || kind(store, lever).write(now.get()));
    let read = Callback::new(move |typed: String| {
        let link = store.selected.get_untracked();
        untrack(|| kind(store, lever)).read(&typed).map(|value| Command::SetLever { link, lever, value })
    });
    let label = Signal::derive(move || lever::typed(&store.teller(), lever));
    let wrong = move || {
        let why = misread.get()?;
        let (link, teller) = (store.selected.get(), store.teller());
        Some(lever::wrong(&teller, &link, lever, room_of(store, lever), &why))
    };
    let id = format!("wrong-{}", lever.name());
    view! {
        <TypedInput label=label value=shown size="5" read=read misread=misread described_by=id.clone()/>
        <span class="after">{move || lever::unit_after(&store.teller(), lever)}</span>
        <span id=id class="wrong" role="alert">{wrong}</span>
    }
}

/// The values that the lever of the selected link can take.
fn room_of(store: Store, lever: Field) -> (f64, f64) {
    store.work.with(|w| room(w, &store.selected.get(), lever)).unwrap_or((0.0, 1.0))
}

fn kind(store: Store, lever: Field) -> NumberKind {
    NumberKind::lever(&store.teller(), lever, room_of(store, lever))
}
