//! On the wall: a lesson in large type and nothing else, stepped by keys and by any clicker. The guess is still asked for: it
//! is the room's. Escape leaves, and does nothing else.

use super::beats::step;
use super::state::{Learn, use_learn};
use crate::say;
use crate::ui::platform::events::{Hears, listen};
use crate::ui::platform::wall::{self, WallKey};
use leptos::prelude::*;
use web_sys::Event;

/// The way onto the wall, and what stands over the lesson there.
#[component]
pub fn OnTheWall() -> impl IntoView {
    let learn = use_learn();
    let store = learn.store;
    let is_black = RwSignal::new(false);
    let shows_keys = RwSignal::new(false);
    wall::present_while(Signal::derive(move || learn.on_wall.get()), "on-wall");
    Effect::new(move |_| {
        if !learn.on_wall.get() {
            is_black.set(false);
            shows_keys.set(false);
        }
    });
    on_cleanup(move || learn.on_wall.set(false));
    let heard = move |event: &Event| {
        if !learn.on_wall.get_untracked() {
            return;
        }
        let Some(key) = wall::wall_key(event) else { return };
        // While it is black only what makes it light again works.
        if is_black.get_untracked() && !matches!(key, WallKey::Black | WallKey::Leave) {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        press(learn, key, is_black, shows_keys);
    };
    listen(&window(), "keydown", Hears::FirstAndPrevents, heard);
    let list = move || {
        let keys = [
            say!(store, learn.keys_next),
            say!(store, learn.keys_back),
            say!(store, learn.keys_black),
            say!(store, learn.keys_full),
            say!(store, learn.keys_leave),
        ];
        keys.map(|words| view! { <li>{words}</li> }).collect_view()
    };
    view! {
        <p class="to-wall">
            <button class="plain" aria-pressed=move || learn.on_wall.get().to_string()
                on:click=move |_| learn.on_wall.update(|on| *on = !*on)
            >
                {move || if learn.on_wall.get() { say!(store, learn.leave_wall) } else { say!(store, learn.to_wall) }}
            </button>
            <Show when=move || learn.on_wall.get()>
                " "
                <button class="plain" aria-expanded=move || shows_keys.get().to_string()
                    on:click=move |_| shows_keys.update(|on| *on = !*on)
                >
                    {move || say!(store, learn.keys)}
                </button>
            </Show>
        </p>
        <ul class="wall-keys" hidden=move || !shows_keys.get()>{list}</ul>
        <div class="black" hidden=move || !is_black.get()></div>
    }
}

fn press(learn: Learn, key: WallKey, is_black: RwSignal<bool>, shows_keys: RwSignal<bool>) {
    match key {
        WallKey::Next => step(learn, 1),
        WallKey::Back => step(learn, -1),
        WallKey::Black => is_black.update(|on| *on = !*on),
        WallKey::Full => wall::toggle_full(),
        WallKey::Keys => shows_keys.update(|on| *on = !*on),
        // One press, one thing: what is open first.
        WallKey::Leave if is_black.get_untracked() => is_black.set(false),
        WallKey::Leave if shows_keys.get_untracked() => shows_keys.set(false),
        WallKey::Leave if wall::is_full() => wall::toggle_full(),
        WallKey::Leave => learn.on_wall.set(false),
        // Those of the scenes of a meeting.
        WallKey::First | WallKey::Last | WallKey::PutBack | WallKey::Clock | WallKey::Notes => {}
    }
}
