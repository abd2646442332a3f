//! A page that is shown to a room: the whole screen, a screen that does not go to sleep, and the keys of clickers. A browser
//! may refuse the first two.

use super::device;
use super::keeping::Wish;
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, KeyboardEvent};

/// Calls a method that this browser may not have.
fn call(of: &JsValue, method: &str, with: &[&str]) -> Option<JsValue> {
    let method: Function = Reflect::get(of, &method.into()).ok()?.dyn_into().ok()?;
    match with {
        [one] => method.call1(of, &(*one).into()).ok(),
        _ => method.call0(of).ok(),
    }
}

/// Waits for what was asked, so that a refusal is no error of the page.
fn let_be(asked: Option<JsValue>) {
    if let Some(asked) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) {
        spawn_local(async move {
            // Where it is refused the page is shown as it is.
            let _ = JsFuture::from(asked).await;
        });
    }
}

thread_local! {
    /// What keeps the screen awake, while something does.
    static AWAKE: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Keeps the screen awake, where the browser lets it, as long as `still` is so.
fn keep_awake(still: impl Fn() -> bool + 'static) {
    let navigator: JsValue = window().navigator().into();
    let lock = Reflect::get(&navigator, &"wakeLock".into()).unwrap_or_default();
    if lock.is_undefined() {
        return;
    }
    let Some(asked) = call(&lock, "request", &["screen"]).and_then(|asked| asked.dyn_into::<Promise>().ok()) else {
        return;
    };
    spawn_local(async move {
        let Ok(held) = JsFuture::from(asked).await else { return };
        let_sleep();
        if still() {
            AWAKE.with_borrow_mut(|awake| *awake = Some(held));
        } else {
            let_be(call(&held, "release", &[]));
        }
    });
}

fn let_sleep() {
    if let Some(held) = AWAKE.with_borrow_mut(Option::take) {
        let_be(call(&held, "release", &[]));
    }
}

/// As long as the page is shown to a room it says so to the style sheet, by a class, and keeps the screen awake; the browser
/// lets go of that whenever the tab is hidden, so it is asked again.
pub fn present_while(on: Signal<bool>, class: &'static str) {
    let mark = move |on: bool| {
        if let Some(root) = document().document_element() {
            let _ = root.class_list().toggle_with_force(class, on);
        }
        // What is drawn grows with the type, which is another now.
        if let Ok(resized) = Event::new("resize") {
            let _ = window().dispatch_event(&resized);
        }
    };
    let tab = device::tab_is_seen();
    Effect::new(move |before: Option<bool>| {
        let now = on.get();
        if before.unwrap_or(false) != now {
            mark(now);
        }
        now
    });
    Effect::new(move |_| {
        if on.get() && tab.get() {
            keep_awake(move || on.try_get_untracked().unwrap_or(false));
        } else {
            let_sleep();
        }
    });
    on_cleanup(move || {
        mark(false);
        let_sleep();
    });
}

/// True if the page has the whole screen.
pub fn is_full() -> bool {
    let element = Reflect::get(&document().into(), &"fullscreenElement".into()).unwrap_or_default();
    !element.is_undefined() && !element.is_null()
}

/// Takes the whole screen, or gives it back.
pub fn toggle_full() {
    let asked = if is_full() {
        call(&document().into(), "exitFullscreen", &[])
    } else {
        document().document_element().and_then(|root| call(&root.into(), "requestFullscreen", &[]))
    };
    let_be(asked);
}

/// What a key does where something is shown to a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WallKey {
    Next,
    Back,
    First,
    Last,
    Black,
    PutBack,
    Clock,
    Notes,
    Full,
    Keys,
    Leave,
}

/// The keys of the usual clickers, and those of a keyboard.
fn key_of(key: &str) -> Option<WallKey> {
    Some(match key {
        "PageDown" | "ArrowRight" | "ArrowDown" | " " | "n" | "N" => WallKey::Next,
        "PageUp" | "ArrowLeft" | "ArrowUp" | "p" | "P" => WallKey::Back,
        "Home" => WallKey::First,
        "End" => WallKey::Last,
        "b" | "B" | "." | "," | "v" | "V" | ";" | ":" | "/" => WallKey::Black,
        "r" | "R" => WallKey::PutBack,
        "t" | "T" => WallKey::Clock,
        "s" | "S" => WallKey::Notes,
        "f" | "F" | "F5" => WallKey::Full,
        "?" => WallKey::Keys,
        "Escape" => WallKey::Leave,
        _ => return None,
    })
}

/// What is typed in keeps all keys but Escape.
const TYPED_IN: &str = "input:not([type=range], [type=checkbox], [type=radio]), textarea, select, dialog";
/// What is moved by arrows keeps those; a clicker sends others.
const MOVED: &str = "input[type=range], input[type=radio], [role=option], [role=slider]";
/// What is pressed keeps what presses it.
const PRESSED: &str = "button, summary, a, input[type=checkbox], [role=option]";

/// A press of a key alone.
fn plain(event: &Event) -> Option<&KeyboardEvent> {
    // One of another window, as that of the notes, is no instance of what this window calls so.
    let event: &KeyboardEvent = (event.type_() == "keydown").then(|| event.unchecked_ref())?;
    (!event.ctrl_key() && !event.meta_key() && !event.alt_key()).then_some(event)
}

/// Whether what has the focus is such a thing, or is within one.
fn is_within(event: &KeyboardEvent, what: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|it| it.closest(what).ok().flatten().is_some())
}

/// The digit that a key is, unless it is typed into something.
pub fn digit_key(event: &Event) -> Option<u8> {
    let event = plain(event)?;
    let digit = event.key().parse().ok()?;
    (!event.repeat() && !is_within(event, TYPED_IN) && !is_switched_off(&event.key())).then_some(digit)
}

/// Whether a key is a single letter, and the reader has switched those off.
fn is_switched_off(key: &str) -> bool {
    key != " " && key.chars().count() == 1 && Wish::NoLetters.is_kept()
}

/// Whether it is Enter that is pressed.
pub fn is_enter(event: &Event) -> bool {
    plain(event).is_some_and(|event| event.key() == "Enter")
}

/// What a press of a key does, unless it belongs to what has the focus.
pub fn wall_key(event: &Event) -> Option<WallKey> {
    let event = plain(event)?;
    let name = event.key();
    let key = key_of(&name).filter(|_| !is_switched_off(&name))?;
    let is_within = |what: &str| is_within(event, what);
    let is_arrow = matches!(&*name, "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End");
    let belongs = (key != WallKey::Leave && is_within(TYPED_IN))
        || (is_arrow && is_within(MOVED))
        || (name == " " && is_within(PRESSED));
    // A key that is held down is pressed once.
    (!belongs && !(event.repeat() && !matches!(key, WallKey::Next | WallKey::Back))).then_some(key)
}
