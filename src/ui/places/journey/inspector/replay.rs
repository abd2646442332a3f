//! The last move once more, slowly, so that a room can look elsewhere meanwhile.

use crate::app::Move;
use crate::say;
use crate::ui::platform::device::wants_less_motion;
use crate::ui::platform::events::{Hears, input_of, listen};
use crate::ui::state::{Store, use_store};
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
            let wait = if wants_less_motion() { STILL } else { BEFORE };
            timer.set_value(Some(Timeout::new(wait, move || step(store, timer, moved, 1))));
        }
    };
    end_where_edited(store);
    let words = move || if is_on() { say!(store, replay.stop) } else { say!(store, replay.again) };
    view! {
        <button class="plain" disabled=move || !can.get() aria-pressed=move || is_on().to_string() on:click=press>
            {words}
        </button>
    }
}

/// A value that somebody is about to change must not move under their hand.
fn end_where_edited(store: Store) {
    let Some(window) = web_sys::window() else { return };
    let focused = move |event: &web_sys::Event| {
        if input_of(event).is_some() && store.replayed.with_untracked(Option::is_some) {
            end(store);
        }
    };
    listen(&window, "focusin", Hears::Plainly, focused);
}

/// One step on; the last ends where it began. Nothing goes on once the reader does something else.
fn step(store: Store, timer: Timer, moved: Move, n: u32) {
    if store.replayed.with_untracked(Option::is_none) {
        store.held.set(false);
    } else if n >= STEPS || wants_less_motion() {
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
