//! The journey's name, and behind it the other journeys, opening and downloading.

use crate::app::{Command, Origin, READY};
use crate::ui::files::{download_journey, pick_file};
use crate::ui::say;
use crate::ui::store::use_store;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

const MENU: &str = "journey-menu";

#[component]
pub fn JourneyMenu() -> impl IntoView {
    let store = use_store();
    let name = move || store.journey.with(|j| j.name.get(store.code()).to_owned());
    let ready = READY.iter().map(|ready| {
        let id = ready.id;
        let label = move || ready.journey().name.get(store.code()).to_owned();
        let current = move || store.work.with(|w| w.origin == Origin::Ready(id.to_owned()));
        let choose = move |_| {
            close();
            store.run(Command::ChooseReady(id.to_owned()));
        };
        view! {
            <li>
                <button class="menu-item" aria-current=move || current().then_some("true") on:click=choose>{label}</button>
            </li>
        }
    });
    view! {
        <button class="journey-name" popovertarget=MENU aria-label=move || say!(store, top.journey, name = name())>
            {name}<span class="caret" aria-hidden="true">"▾"</span>
        </button>
        <div id=MENU class="menu" popover="auto">
            <p class="menu-head">{move || say!(store, top.ready)}</p>
            <ul>{ready.collect_view()}</ul>
            <p class="menu-head">{move || say!(store, top.own)}</p>
            <ul>
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
        </div>
    }
}

fn close() {
    let menu = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(MENU));
    if let Some(menu) = menu.and_then(|m| m.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = menu.hide_popover();
    }
}
