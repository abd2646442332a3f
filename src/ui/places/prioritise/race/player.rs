//! The race unit by unit: played, or by steps, and by steps alone where less motion is asked for.

use crate::say;
use crate::ui::platform::device::wants_less_motion;
use crate::ui::state::use_store;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How long each unit is looked at [ms].
const UNIT: u32 = 700;

type Timer = StoredValue<Option<Timeout>, LocalStorage>;

#[component]
pub fn Player(units: usize, come: RwSignal<Option<usize>>) -> impl IntoView {
    let store = use_store();
    let timer: Timer = StoredValue::new_local(None);
    let runs = RwSignal::new(false);
    let stop = move || {
        timer.set_value(None);
        runs.set(false);
    };
    let press = move |_| {
        if runs.get_untracked() {
            stop();
        } else {
            come.set(Some(0));
            runs.set(true);
            timer.set_value(Some(Timeout::new(UNIT, move || run(timer, runs, come, units))));
        }
    };
    let now = move || come.get().unwrap_or(units);
    let is_at_end = move || now() >= units;
    let step = move |by: isize| {
        let to = now().saturating_add_signed(by).min(units);
        if to == now() {
            return;
        }
        stop();
        come.set((to < units).then_some(to));
    };
    let play = (!wants_less_motion()).then(|| {
        let words = move || if runs.get() { say!(store, race.pause) } else { say!(store, race.play) };
        view! { <button class="plain" on:click=press>{words}</button> }
    });
    view! {
        <p class="race-player">
            {play}
            <button class="plain" aria-disabled=move || (now() == 0).to_string() on:click=move |_| step(-1)>{move || say!(store, race.back)}</button>
            <button class="plain" aria-disabled=move || is_at_end().to_string() on:click=move |_| step(1)>{move || say!(store, race.on)}</button>
            <span class="hint" role="status">
                {move || (!runs.get()).then(|| say!(store, race.come, n = now(), of = units))}
            </span>
        </p>
    }
}

/// One unit on; at the last it stands.
fn run(timer: Timer, runs: RwSignal<bool>, come: RwSignal<Option<usize>>, units: usize) {
    let next = come.get_untracked().unwrap_or(units) + 1;
    if next < units {
        come.set(Some(next));
        timer.set_value(Some(Timeout::new(UNIT, move || run(timer, runs, come, units))));
    } else {
        come.set(None);
        runs.set(false);
    }
}
