//! What Kedja is, and how it counts: to be read by whoever has to answer for its figures, or has never seen it.

use crate::analysis::MODEL_VERSION;
use crate::app::{Command, Place};
use crate::ui::places::def::{Arrives, PlaceDef, PlaceView, Skip};
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{NotFetched, marked};
use crate::words::about::{Body, Section, sections};
use crate::{say, words};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::cell::Cell;

/// The heading of the place, and that of the keys.
const TITLE: &str = "about-title";
const KEYS: &str = "about-keys";

thread_local! {
    /// True if the place is being made for somebody who asked for the keys.
    static ASKED_FOR_KEYS: Cell<bool> = const { Cell::new(false) };
}

/// Leads to the list of keys.
pub fn show_keys(store: Store) {
    // What is made once stays: nobody arrives there again.
    let is_made = device::is_there(KEYS);
    ASKED_FOR_KEYS.set(!is_made);
    store.run(Command::GoTo(Place::About));
    if is_made {
        device::focus_soon(KEYS);
    }
}

/// What the page knows of this place.
pub const PLACE: PlaceDef = PlaceDef {
    place: Place::About,
    class: "page about-place",
    name: |store| say!(store, places.about),
    view: Arrives::WhenWanted(|| Box::pin(fetched())),
    skips: |store| vec![Skip { words: say!(store, places.about), target: TITLE, go: || device::focus(TITLE) }],
    arrive: |_| device::focus_soon(if ASKED_FOR_KEYS.take() { KEYS } else { TITLE }),
};

#[wasm_split(about, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<PlaceView, NotFetched> {
    Ok(PlaceView { view: || view! { <About/> }.into_any(), spoken: |_| String::new() })
}

#[component]
fn About() -> impl IntoView {
    let store = use_store();
    let parts = move || sections(&store.teller()).into_iter().map(part).collect_view();
    view! {
        <article class="about-page">
            <h1 id=TITLE tabindex="-1">{move || say!(store, about.title)}</h1>
            <p class="lead">{move || say!(store, about.lead)}</p>
            {parts}
            <p class="hint">{move || words::about::version(store.language.get(), MODEL_VERSION)}</p>
            {device::is_served().then(|| view! {
                <p class="hint">
                    <a href="licences.txt" target="_blank" rel="noopener">{move || say!(store, about.licences)}</a>
                    ", "
                    <a href="sbom.cdx.json" target="_blank" rel="noopener">{move || say!(store, about.bill)}</a>
                </p>
            })}
        </article>
    }
}

fn part(section: Section) -> impl IntoView {
    let body = match section.body {
        Body::Text(text) => view! { <p>{marked(&text, "")}</p> }.into_any(),
        Body::Steps(steps) => {
            let steps = steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view();
            view! { <ol>{steps}</ol> }.into_any()
        }
        Body::Points(points) => {
            let points = points.into_iter().map(|point| view! { <li>{point}</li> }).collect_view();
            view! { <ul>{points}</ul> }.into_any()
        }
        Body::Formulas(lines, note) => {
            let lines = lines.into_iter().map(|line| view! { <li><code>{line}</code></li> }).collect_view();
            view! { <ul class="formulas">{lines}</ul><p>{note}</p> }.into_any()
        }
    };
    let keys = section.is_keys;
    view! { <section><h2 id=keys.then_some(KEYS) tabindex=keys.then_some("-1")>{section.title}</h2>{body}</section> }
}
