//! On the wall: a lesson in large type and nothing else, stepped by keys and by any clicker. The guess is still asked for: it
//! is the room's. Escape leaves, and does nothing else.

use super::beats::step;
use super::state::{Learn, use_learn};
use crate::say;
use crate::ui::platform::events::{Hears, listen};
use crate::ui::platform::wall;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// What keeps its own keys: whoever types or moves a slider does not turn the page.
const OWN_KEYS: &str = "input, textarea, select, button, summary, a, [role=option], dialog";

/// What a key does on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Next,
    Back,
    Black,
    Full,
    Keys,
    Leave,
}

/// The keys of the usual clickers, and those of a keyboard.
fn key_of(key: &str) -> Option<Key> {
    Some(match key {
        "PageDown" | "ArrowRight" | "ArrowDown" | " " | "n" | "N" => Key::Next,
        "PageUp" | "ArrowLeft" | "ArrowUp" | "p" | "P" => Key::Back,
        "b" | "B" | "." | "," | "v" | "V" | ";" | ":" | "/" => Key::Black,
        "f" | "F" | "F5" => Key::Full,
        "?" => Key::Keys,
        "Escape" => Key::Leave,
        _ => return None,
    })
}

/// The way onto the wall, and what stands over the lesson there.
#[component]
pub fn OnTheWall() -> impl IntoView {
    let learn = use_learn();
    let store = learn.store;
    let is_black = RwSignal::new(false);
    let shows_keys = RwSignal::new(false);
    Effect::new(move |_| {
        wall::set_presenting(learn.on_wall.get());
        if !learn.on_wall.get() {
            is_black.set(false);
            shows_keys.set(false);
        }
    });
    on_cleanup(move || {
        wall::set_presenting(false);
        learn.on_wall.set(false);
    });
    let heard = move |event: &Event| {
        if !learn.on_wall.get_untracked() {
            return;
        }
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(key) = key_of(&event.key()) else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let has_own = target.is_some_and(|element| element.closest(OWN_KEYS).ok().flatten().is_some());
        // While it is black only what makes it light again works.
        let is_shut = is_black.get_untracked() && !matches!(key, Key::Black | Key::Leave);
        if is_shut || has_own && key != Key::Leave {
            return;
        }
        event.prevent_default();
        press(learn, key, is_black, shows_keys);
    };
    listen(&window(), "keydown", Hears::AndPrevents, heard);
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

fn press(learn: Learn, key: Key, is_black: RwSignal<bool>, shows_keys: RwSignal<bool>) {
    match key {
        Key::Next => step(learn, 1),
        Key::Back => step(learn, -1),
        Key::Black => is_black.update(|on| *on = !*on),
        Key::Full => wall::toggle_full(),
        Key::Keys => shows_keys.update(|on| *on = !*on),
        // One press, one thing: what is open first.
        Key::Leave if is_black.get_untracked() => is_black.set(false),
        Key::Leave if shows_keys.get_untracked() => shows_keys.set(false),
        Key::Leave if wall::is_full() => {}
        Key::Leave => learn.on_wall.set(false),
    }
}
