//! Library: the journeys of one's own with their versions, those that come with Kedja, and the scenarios of the one that is
//! open. Whatever keeps them is here too, in a module of its own: the page itself keeps only what is on the desk.

mod aside;
mod card;
mod panel;
mod ready;
mod scenarios;
mod shelf;
mod tools;

use crate::app::Place;
use crate::say;
use crate::ui::places::def::{Arrives, PlaceDef, PlaceView, Skip};
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::NotFetched;
use crate::words::library as words;
use aside::{Bin, Unread};
use card::Own;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use ready::ReadyOnes;
use scenarios::Scenarios;
use shelf::Library;
use tools::{News, PlaceLine, Tools};

/// The heading of the place.
const TITLE: &str = "library-title";

/// What the page knows of this place.
pub const PLACE: PlaceDef = PlaceDef {
    place: Place::Library,
    class: "page library",
    name: |store| say!(store, places.library),
    view: Arrives::WhenWanted(|| Box::pin(fetched())),
    skips: |store| vec![Skip { words: say!(store, places.library), target: TITLE, go: || device::focus(TITLE) }],
    arrive: |_| device::focus_soon(TITLE),
};

/// The place, once its file has come.
#[wasm_split(library, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<PlaceView, NotFetched> {
    Ok(PlaceView { view: || view! { <LibraryPlace/> }.into_any(), spoken: |_| String::new() })
}

/// What keeps the journeys of one's own from now on, wherever somebody is on the page; once its file has come.
#[wasm_split(library, fallible, wasm_split_path = ::leptos::wasm_split)]
pub fn started() -> Result<fn(Store), NotFetched> {
    Ok(|store| {
        Library::of(store);
    })
}

#[component]
fn LibraryPlace() -> impl IntoView {
    let store = use_store();
    let library = Library::of(store);
    provide_context(library);
    // Whoever comes back finds what other pages have done meanwhile.
    Effect::new(move |_| {
        if store.place.get() == Place::Library {
            library.arrive();
        }
    });
    let own = Memo::new(move |_| library.count());
    let lead = move || if own.get() == 0 { say!(store, library.lead_none) } else { say!(store, library.lead) };
    let title = move || words::headline(store.language.get(), own.get());
    view! {
        <header class="library-top">
            <h1 id=TITLE tabindex="-1">{title}</h1>
            <p class="lead">{lead}</p>
            <PlaceLine/>
        </header>
        <News/>
        <Tools/>
        <Bin/>
        <Own/>
        <Scenarios/>
        <ReadyOnes/>
        <Unread/>
    }
}
