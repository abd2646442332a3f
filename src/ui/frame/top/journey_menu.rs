//! The journey's name, and behind it the ready journeys with their pictures, opening and downloading.

use crate::app::{Command, Origin, weakest};
use crate::charts::small::picture;
use crate::exchange::{READY, Ready};
use crate::say;
use crate::ui::frame::files::{download_journey, pick_file};
use crate::ui::state::{Store, use_store};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

const MENU: &str = "journey-menu";

#[component]
pub fn JourneyMenu() -> impl IntoView {
    let store = use_store();
    let name = move || store.journey.with(|j| j.name.get(store.code()).to_owned());
    // Seven chains are laid out for it: not before somebody wants to see them.
    let opened = RwSignal::new(false);
    let ready = move || opened.get().then(|| READY.iter().map(|ready| item(store, ready)).collect_view());
    view! {
        <button class="journey-name" popovertarget=MENU aria-label=move || say!(store, top.journey, name = name())
            on:click=move |_| opened.set(true)
        >
            {name}<span class="caret" aria-hidden="true">"▾"</span>
        </button>
        <div id=MENU class="menu" popover="auto">
            {move || store.changed.get().then(|| view! { <p class="menu-note">{say!(store, top.leaves)}</p> })}
            <p class="menu-head">{move || say!(store, top.own)}</p>
            <ul class="own">
                <li>
                    <button class="menu-item" on:click=move |_| { close(); pick_file() }>
                        {move || say!(store, top.open)}
                    </button>
                </li>
                <li>
                    <button class="menu-item" on:click=move |_| { close(); download_journey(store) }>
                        {move || say!(store, top.download)}
                    </button>
                </li>
            </ul>
            <p class="menu-head">{move || say!(store, top.ready)}</p>
            <ul class="ready">{ready}</ul>
        </div>
    }
}

/// A ready journey: its picture, its name, and what its company believes.
fn item(store: Store, ready: &'static Ready) -> impl IntoView {
    let id = ready.id;
    let journey = ready.journey();
    let weakest = weakest(&journey).map(|w| w.link);
    let picture = picture(&journey, weakest.as_ref());
    let view_box = format!("{} {} {} {}", picture.size.x, picture.size.y, picture.size.width, picture.size.height);
    let rings = picture.rings.into_iter().map(|ring| {
        view! { <path class:weakest=ring.weakest d=ring.path stroke-width=ring.thickness/> }
    });
    let rings = rings.collect_view();
    let (name, story) = (journey.name, journey.summary);
    let current = move || store.work.with(|w| w.origin == Origin::Ready(id.to_owned()));
    let choose = move |_| {
        close();
        store.run(Command::ChooseReady(id.to_owned()));
    };
    view! {
        <li>
            <button class="menu-item" aria-current=move || current().then_some("true") on:click=choose>
                <svg class="picture" viewBox=view_box aria-hidden="true" focusable="false">{rings}</svg>
                <span class="ready-name">{move || name.get(store.code()).to_owned()}</span>
                <span class="hint">{move || story.get(store.code()).to_owned()}</span>
            </button>
        </li>
    }
}

fn close() {
    let menu = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(MENU));
    if let Some(menu) = menu.and_then(|m| m.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = menu.hide_popover();
    }
}
