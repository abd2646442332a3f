//! The few controls of the wall: the way on and back, the clock, black, notes, the way out.

use super::keys::press;
use super::state::use_wall;
use crate::say;
use crate::ui::platform::wall::WallKey;
use crate::ui::state::Store;
use leptos::prelude::*;

#[component]
pub fn Bar() -> impl IntoView {
    let wall = use_wall();
    let store = wall.store;
    let button = move |key: WallKey, words: fn(Store) -> &'static str| {
        view! { <button class="quiet" on:click=move |_| press(wall, key)>{move || words(store)}</button> }
    };
    let step = move |by: isize, key: WallKey, sign: &'static str, words: fn(Store) -> &'static str| {
        view! {
            <button class="firm wall-step" aria-label=move || words(store)
                aria-disabled=move || (!wall.can_step(by)).to_string() on:click=move |_| press(wall, key)
            >
                {sign}
            </button>
        }
    };
    let place = move || {
        if let Some(number) = wall.typed.get() {
            say!(store, wall.typed, n = number)
        } else if wall.is_unkept() {
            say!(store, wall.unkept).to_owned()
        } else {
            say!(store, wall.scene_of, n = wall.at() + 1, of = wall.scenes().len())
        }
    };
    let moved = Memo::new(move |_| wall.has_moved());
    let clock = move || {
        wall.scene().and_then(|scene| scene.seconds).map(|_| {
            let words = move || {
                if wall.left.get().is_some() { say!(store, wall.stop_clock) } else { say!(store, wall.start_clock) }
            };
            view! { <button class="quiet" on:click=move |_| press(wall, WallKey::Clock)>{words}</button> }
        })
    };
    view! {
        <footer class="wall-bar">
            {step(-1, WallKey::Back, "←", |store| say!(store, wall.back))}
            <span class="wall-place" role="status">{place}</span>
            {step(1, WallKey::Next, "→", |store| say!(store, wall.next))}
            <span class="wall-tools">
                <button class="quiet wall-put-back" class:gone=move || !moved.get() disabled=move || !moved.get()
                    title=move || say!(store, wall.put_back_hint) on:click=move |_| press(wall, WallKey::PutBack)
                >
                    {move || say!(store, wall.put_back)}
                </button>
                {clock}
                {button(WallKey::Notes, |store| say!(store, wall.notes))}
                {button(WallKey::Black, |store| say!(store, wall.black))}
                {button(WallKey::Keys, |store| say!(store, wall.keys))}
                {button(WallKey::Leave, |store| say!(store, wall.leave))}
            </span>
        </footer>
    }
}
