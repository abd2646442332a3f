//! The levers of the selected link besides its strength: folded, one quiet row each.

use super::help::LeverHelp;
use crate::app::{Command, Doubt, Work, doubt, levers, parse_measure, parse_percent, room, scale};
use crate::model::{Lever, LinkId};
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::Slider;
use crate::ui::{format, lever as words, say, unit};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

#[component]
pub fn Levers() -> impl IntoView {
    let store = use_store();
    let which = Memo::new(move |_| store.work.with(|w| levers(w, &store.selected.get())));
    let moved = move || {
        let link = store.selected.get();
        store.work.with(|w| which.with(|all| all.iter().filter(|l| w.edit(&link, **l).is_some()).count()))
    };
    let summary = move || {
        let names = which.get().into_iter().map(|l| words::lower_name(store, l)).collect();
        let names = capital(&format::list(names, say!(store, levers.and)));
        match moved() {
            0 => names,
            1 => say!(store, levers.changed_one, names = names),
            n => say!(store, levers.changed_many, names = names, n = format::count(store.language.get(), n as u64)),
        }
    };
    let rows = move || which.get().into_iter().map(|lever| view! { <Row lever=lever/> }).collect_view();
    view! {
        <details class="levers" class:moved=move || { moved() > 0 } class:none=move || which.with(Vec::is_empty)>
            <summary>{summary}</summary>
            <p class="hint">{move || say!(store, levers.hint)}</p>
            <ul>{rows}</ul>
        </details>
    }
}

/// With a capital at its beginning.
fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A lever: its name with the help behind it, its value, a slider, and the way back to today.
#[component]
fn Row(lever: Lever) -> impl IntoView {
    let store = use_store();
    let read = move |of: fn(&Work, &LinkId, Lever) -> Option<f64>| {
        Memo::new(move |_| store.work.with(|w| of(w, &store.selected.get(), lever)).unwrap_or(0.0))
    };
    let today = read(Work::today_of);
    let now = read(Work::now_of);
    let scale = Memo::new(move |_| store.work.with(|w| scale(w, &store.selected.get(), lever)));
    let set = Callback::new(move |value| {
        store.run(Command::SetLever { link: store.selected.get_untracked(), lever, value });
    });
    let changed = move || now.get() != today.get();
    let spoken = move || {
        let say_value = |v| words::value(store, lever, v);
        if changed() {
            say!(store, levers.spoken, now = say_value(now.get()), today = say_value(today.get()))
        } else {
            say!(store, levers.spoken_same, now = say_value(now.get()))
        }
    };
    let before = move || changed().then(|| format!("{} → ", words::bare_value(store, lever, today.get())));
    let doubted = move || {
        let link = store.selected.get();
        let full = store.work.with(|w| room(w, &link, lever)).is_some_and(|(_, most)| most < 1.0 && now.get() >= most);
        if lever == Lever::Share && full {
            return Some(wrong_words(store, lever));
        }
        store.work.with(|w| doubt(w, &link, lever)).map(|d| doubt_words(store, d))
    };
    let reset_label =
        move || say!(store, changes.reset_one, name = words::of_link(store, &store.selected.get(), lever));
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
            <Slider label=Signal::derive(move || words::name(store, lever).to_owned())
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
fn Typed(lever: Lever, now: Memo<f64>, set: Callback<f64>) -> impl IntoView {
    let store = use_store();
    let wrong = RwSignal::new(false);
    let shown = move || words::bare_value(store, lever, now.get());
    let typed = move |event: web_sys::Event| {
        let input = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let value = if words::is_share(lever) { parse_percent(&input.value()) } else { parse_measure(&input.value()) };
        let room = store.work.with_untracked(|w| room(w, &store.selected.get_untracked(), lever));
        match value.zip(room).filter(|(v, (least, most))| (*least..=*most).contains(v)) {
            Some((value, _)) => {
                wrong.set(false);
                set.run(value);
                store.run(Command::LetGo);
                input.set_value(&untrack(shown));
            }
            None => wrong.set(true),
        }
    };
    // Another link, another value: what was wrong is gone.
    Effect::new(move |_| {
        let _ = (store.selected.get(), now.get());
        wrong.set(false);
    });
    let label =
        move || say!(store, levers.typed, name = words::name(store, lever), unit = words::unit_word(store, lever));
    let id = format!("wrong-{}", lever.name());
    view! {
        <input
            class="typed" type="text" inputmode="decimal" size="5" autocomplete="off"
            aria-label=label aria-invalid=move || wrong.get().to_string() aria-describedby=id.clone()
            prop:value=shown on:change=typed
        />
        <span class="after">{move || words::unit_after(store, lever)}</span>
        <span id=id class="wrong" role="alert">{move || wrong.get().then(|| wrong_words(store, lever))}</span>
    }
}

fn wrong_words(store: Store, lever: Lever) -> String {
    let link = store.selected.get();
    let (least, most) = store.work.with(|w| room(w, &link, lever)).unwrap_or((0.0, 1.0));
    let from = store.journey.with(|j| j.handover(&link).map(|h| h.from.clone()));
    match (lever, from) {
        (Lever::Share, Some(from)) if most < 1.0 => {
            let most = words::bare_value(store, lever, most);
            say!(store, levers.wrong_share, most = most, from = store.link_name(&from))
        }
        _ if words::is_share(lever) => say!(store, strength.wrong).to_owned(),
        _ => {
            let bare = |v| words::bare_value(store, lever, v);
            say!(store, levers.wrong, least = bare(least), most = bare(most))
        }
    }
}

fn doubt_words(store: Store, doubt: Doubt) -> String {
    match doubt {
        Doubt::ManyPrices(n) => say!(store, levers.doubt_prices, time = unit::periods(store, n as u64)),
        Doubt::Often(n) => say!(store, levers.doubt_often, n = format::whole(store.language.get(), n)),
        Doubt::Never => say!(store, levers.doubt_never).to_owned(),
        Doubt::Slow => say!(store, levers.doubt_slow).to_owned(),
        Doubt::Quick => say!(store, levers.doubt_quick).to_owned(),
        Doubt::NoticesAll => say!(store, levers.doubt_notices).to_owned(),
        Doubt::Nobody => say!(store, levers.doubt_nobody).to_owned(),
    }
}
