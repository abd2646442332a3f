//! The journey's name, and behind it the ready journeys with their pictures, opening and downloading.

use crate::app::{Command, Origin, weakest};
use crate::charts::small::picture;
use crate::model::Journey;
use crate::say;
use crate::ui::frame::files::{download_journey, download_unread, download_work};
use crate::ui::places::share::end_visit;
use crate::ui::platform::files::pick_file;
use crate::ui::state::{FetchedJourneys, Store, use_store};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;

const MENU: &str = "journey-menu";

/// The journey's name, and the menu behind it.
#[component]
pub fn JourneyMenu() -> impl IntoView {
    let store = use_store();
    let name = move || {
        let teller = store.teller();
        teller.named(&teller.journey.name)
    };
    let fetched = expect_context::<FetchedJourneys>();
    let ready = fetched.each().map(|(id, journey)| move || journey.get().map(|journey| item(store, id, &journey)));
    let ready = ready.into_iter().collect_view();
    let missing = move || fetched.is_missing().then(|| view! { <p class="menu-note">{say!(store, top.missing)}</p> });
    view! {
        <button class="journey-name" popovertarget=MENU aria-label=move || say!(store, top.journey, name = name())
            on:click=move |_| fetched.fetch()
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
                <li>
                    <button class="menu-item" on:click=move |_| { close(); download_work(store) }>
                        {move || say!(store, top.download_work)}
                    </button>
                </li>
                {move || (!store.persistence.aside.with(Vec::is_empty)).then(|| unread(store))}
            </ul>
            <p class="menu-head">{move || say!(store, top.ready)}</p>
            {missing}
            <ul class="ready">{ready}</ul>
        </div>
    }
}

/// What could not be read of what was kept, to be fetched or thrown away.
fn unread(store: Store) -> impl IntoView {
    view! {
        <li>
            <button class="menu-item" on:click=move |_| { close(); download_unread(store) }>
                {move || say!(store, notice.download_unread)}
            </button>
        </li>
        <li>
            <button class="menu-item" on:click=move |_| { close(); store.persistence.forget_aside() }>
                {move || say!(store, notice.throw)}
            </button>
        </li>
    }
}

/// A ready journey: its picture, its name, and what its company believes.
fn item(store: Store, id: &'static str, journey: &Arc<Journey>) -> impl IntoView + use<> {
    let weakest = weakest(journey).map(|w| w.link);
    let picture = picture(journey, weakest.as_ref());
    let view_box = format!("{} {} {} {}", picture.size.x, picture.size.y, picture.size.width, picture.size.height);
    let rings = picture.rings.into_iter().map(|ring| {
        view! { <path class:weakest=ring.weakest d=ring.path stroke-width=ring.thickness/> }
    });
    let rings = rings.collect_view();
    let (name, story) = (journey.name.clone(), journey.summary.clone());
    let chosen = journey.clone();
    let current = move || store.work.with(|w| w.origin == Origin::Ready(id.to_owned()));
    let choose = move |_| {
        close();
        end_visit(store);
        store.run(Command::ChooseReady { id: id.to_owned(), journey: Box::new((*chosen).clone()) });
    };
    view! {
        <li>
            <button class="menu-item" aria-current=move || current().then_some("true") on:click=choose>
                <svg class="picture" viewBox=view_box aria-hidden="true" focusable="false">{rings}</svg>
                <span class="ready-name">{move || store.teller().named(&name)}</span>
                <span class="hint">{move || store.teller().named(&story)}</span>
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
