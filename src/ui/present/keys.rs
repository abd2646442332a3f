//! What the keys do on the wall, in its own window and in the one of the notes.

use super::state::Wall;
use crate::say;
use crate::ui::platform::events::{Hears, listen, undo_of};
use crate::ui::platform::wall::{WallKey, digit_key, is_enter, is_full, toggle_full, wall_key};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// Hears the keys as long as something is on the wall.
pub fn hear(wall: Wall) {
    listen(&window(), "keydown", Hears::FirstAndPrevents, move |event| heard(wall, event));
}

/// Does what a key does.
pub fn heard(wall: Wall, event: &Event) {
    if !wall.is_on.get_untracked() {
        return;
    }
    // Undo is that of the page, which nobody sees now.
    if event.dyn_ref::<KeyboardEvent>().and_then(undo_of).is_some() {
        event.prevent_default();
        event.stop_propagation();
        return;
    }
    let is_black = wall.is_black.get_untracked();
    let digit = digit_key(event).filter(|_| !is_black);
    // Once a number is typed Enter goes to its scene, whatever has the focus.
    let goes = !is_black && is_enter(event) && wall.typed.with_untracked(Option::is_some);
    let key = wall_key(event);
    if digit.is_none() && !goes && key.is_none() {
        return;
    }
    event.prevent_default();
    // While it is black only what makes it light again works, and what the notes are for.
    if is_black && !matches!(key, Some(WallKey::Black | WallKey::Leave | WallKey::Notes)) {
        return;
    }
    event.stop_propagation();
    match (digit, key) {
        (Some(digit), _) => wall.type_digit(digit),
        _ if goes => wall.go_to_typed(),
        (_, Some(key)) => press(wall, key),
        _ => {}
    }
}

/// What a key does, or the button that stands for it.
pub fn press(wall: Wall, key: WallKey) {
    wall.typed.set(None);
    match key {
        WallKey::Next => wall.step(1),
        WallKey::Back => wall.step(-1),
        WallKey::First => wall.go_to_end(false),
        WallKey::Last => wall.go_to_end(true),
        WallKey::Black => wall.is_black.update(|on| *on = !*on),
        WallKey::PutBack => wall.show(),
        WallKey::Clock => wall.clock(),
        WallKey::Notes => wall.notes.toggle(),
        WallKey::Full => toggle_full(),
        WallKey::Keys => wall.shows_keys.update(|on| *on = !*on),
        // One press, one thing: what is open first.
        WallKey::Leave if wall.is_black.get_untracked() => wall.is_black.set(false),
        WallKey::Leave if wall.shows_keys.get_untracked() => wall.shows_keys.set(false),
        WallKey::Leave if is_full() => toggle_full(),
        WallKey::Leave => wall.leave(),
    }
}

/// All keys in words.
pub fn in_words(wall: Wall) -> [&'static str; 10] {
    let store = wall.store;
    [
        say!(store, wall.keys_next),
        say!(store, wall.keys_back),
        say!(store, wall.keys_ends),
        say!(store, wall.keys_number),
        say!(store, wall.keys_put_back),
        say!(store, wall.keys_clock),
        say!(store, wall.keys_black),
        say!(store, wall.keys_notes),
        say!(store, wall.keys_full),
        say!(store, wall.keys_leave),
    ]
}
