//! The notes, for whoever leads: the scene, what was written for it, what comes next, and how long it has taken. They stay
//! readable while the wall is black.

use super::keys;
use super::state::Wall;
use crate::app::ports::Clock;
use crate::say;
use crate::ui::platform::ports::BrowserClock;
use crate::words::number;
use leptos::prelude::*;

/// Writes what belongs to the scene that is shown. What it reads is tracked.
pub fn write(wall: Wall) {
    let store = wall.store;
    let scene = wall.scene();
    let next = wall.next();
    let is_black = wall.is_black.get();
    let left = wall.left.get();
    let Some(document) = wall.notes.document() else { return };
    let caption = scene.as_ref().map(|scene| scene.caption.clone()).unwrap_or_default();
    let note = scene.map(|scene| scene.note).filter(|note| !note.trim().is_empty());
    let minutes = ((BrowserClock.now() - wall.began.get_value()) / 60_000.0).floor();
    let since = say!(store, wall.notes_since, minutes = number::whole(store.language.get_untracked(), minutes));
    let place = if wall.is_unkept() {
        String::new()
    } else {
        say!(store, wall.scene_of, n = wall.at() + 1, of = wall.scenes().len())
    };
    let next = next.map_or_else(
        || say!(store, wall.notes_last).to_owned(),
        |next| say!(store, wall.notes_next, scene = next.caption),
    );
    let clock = left.map(|left| say!(store, wall.seconds_left, n = left)).unwrap_or_default();
    let lines: [(&str, &str, String); 6] = [
        (
            "p",
            "notes-place",
            [place, since, clock].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        ),
        ("h1", "notes-caption", caption.clone()),
        ("p", "notes-black", if is_black { say!(store, wall.notes_black).to_owned() } else { String::new() }),
        ("div", "notes-text", note.unwrap_or_else(|| say!(store, wall.notes_none).to_owned())),
        ("p", "notes-next", next),
        ("ul", "notes-keys", String::new()),
    ];
    document.set_title(&say!(store, wall.notes_title, scene = caption));
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", store.code());
    }
    let Some(body) = document.body() else { return };
    body.set_class_name("notes-window");
    body.set_text_content(None);
    for (tag, class, text) in lines {
        let Ok(element) = document.create_element(tag) else { continue };
        element.set_class_name(class);
        if tag == "ul" {
            for words in keys::in_words(wall) {
                if let Ok(item) = document.create_element("li") {
                    item.set_text_content(Some(words));
                    let _ = element.append_child(&item);
                }
            }
        } else {
            element.set_text_content(Some(&text));
        }
        let _ = body.append_child(&element);
    }
}
