//! The last move once more, slowly, so that a room can look elsewhere meanwhile.

use crate::app::Move;
use crate::ui::say;
use crate::ui::store::{Store, use_store};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How long the world before is shown, then how many steps of how long lead to the one after [ms].
const BEFORE: u32 = 600;
const STEPS: u32 = 16;
const STEP: u32 = 125;
/// How long the world before is shown where nothing is to move [ms].
const STILL: u32 = 1_500;

type Timer = StoredValue<Option<Timeout>, LocalStorage>;

#[component]
pub fn Replay() -> impl IntoView {
    let store = use_store();
    let timer: Timer = StoredValue::new_local(None);
    let can = Memo::new(move |_| store.session.with(|s| s.last_move().is_some()));
    let is_on = move || store.replayed.with(Option::is_some);
    let press = move |_| {
        timer.set_value(None);
        if store.replayed.with_untracked(Option::is_some) {
            end(store);
        } else if let Some(moved) = store.session.with_untracked(crate::app::Session::last_move) {
            store.held.set(true);
            store.replay(Some(moved.at(0.0)));
            let wait = if wants_stillness() { STILL } else { BEFORE };
            timer.set_value(Some(Timeout::new(wait, move || step(store, timer, moved, 1))));
        }
    };
    let words = move || if is_on() { say!(store, replay.stop) } else { say!(store, replay.again) };
    view! {
        <button class="plain" disabled=move || !can.get() aria-pressed=move || is_on().to_string() on:click=press>
            {words}
        </button>
    }
}

/// One step on; the last ends where it began. Nothing goes on once the reader does something else.
fn step(store: Store, timer: Timer, moved: Move, n: u32) {
    if store.replayed.with_untracked(Option::is_none) {
        store.held.set(false);
    } else if n >= STEPS || wants_stillness() {
        end(store);
    } else {
        store.replay(Some(moved.at(f64::from(n) / f64::from(STEPS))));
        timer.set_value(Some(Timeout::new(STEP, move || step(store, timer, moved, n + 1))));
    }
}

fn end(store: Store) {
    store.replay(None);
    store.held.set(false);
}

/// Whether the reader's device asks for no movement.
fn wants_stillness() -> bool {
    let query = web_sys::window().and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|q| q.matches())
}
