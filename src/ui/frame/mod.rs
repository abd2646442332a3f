//! The frame of the page: what stands where, and what concerns the page as a whole.

mod live;
mod problems;
mod top;

use crate::app::{Command, Place};
use crate::say;
use crate::ui::places::journey::chain::{CHOSEN, ChainPanel, LINKS};
use crate::ui::places::journey::changes::Changes;
use crate::ui::places::journey::dashboards::DashboardsPanel;
use crate::ui::places::journey::headline::Headline;
use crate::ui::places::journey::inspector;
use crate::ui::places::journey::inspector::Inspector;
use crate::ui::places::journey::lanes::Lanes;
use crate::ui::places::journey::life::LifeDialog;
use crate::ui::places::journey::outcomes::Outcomes;
use crate::ui::places::journey::personas::Personas;
use crate::ui::places::journey::progress::ProgressLine;
use crate::ui::places::journey::retention::RetentionPanel;
use crate::ui::places::journey::why::WhyOutcomes;
use crate::ui::places::journey::world::World;
use crate::ui::places::prioritise;
use crate::ui::places::prioritise::Prioritise;
use crate::ui::platform::device;
use crate::ui::platform::files::DropZone;
use crate::ui::state::Store;
use gloo::events::EventListener;
use leptos::prelude::*;
use live::Live;
use problems::ProblemsDialog;
use top::TopBar;
use wasm_bindgen::JsCast;

#[component]
pub fn Frame() -> impl IntoView {
    let store = Store::new();
    provide_context(store);
    Effect::new(move |_| device::set_language(store.code(), say!(store, page.title)));
    Effect::new(move |_| device::set_theme(store.session.with(|s| s.theme)));
    keep_when_left(store);
    undo_by_key(store);
    let is_there = move |place: Place| store.place.get() == place;
    let has_been_there = Memo::new(move |before| before.copied().unwrap_or(false) || is_there(Place::Prioritise));
    view! {
        {move || skips(store)}
        <TopBar/>
        <main class="page prioritise" hidden=move || !is_there(Place::Prioritise)>
            {move || has_been_there.get().then(|| view! { <Prioritise/> })}
        </main>
        <main class="page" hidden=move || !is_there(Place::Journey)>
            <section class="story">
                <Headline/>
                <div class="map">
                    <ChainPanel/>
                    <Lanes/>
                </div>
                <World/>
                <div class="results">
                    <Outcomes/>
                    <WhyOutcomes/>
                    <RetentionPanel/>
                </div>
                <DashboardsPanel/>
            </section>
            <aside class="side">
                <Inspector/>
                <Changes/>
                <ProgressLine/>
            </aside>
            <Personas/>
            <DropZone/>
        </main>
        <ProblemsDialog/>
        <LifeDialog/>
        <Live/>
    }
}

/// Ways past what stands at the top, for whoever goes by keys.
fn skips(store: Store) -> impl IntoView {
    let skip = |words: &'static str, target: &str, to: fn()| {
        let go = move |event: web_sys::MouseEvent| {
            event.prevent_default();
            to();
        };
        view! { <a class="skip" href=format!("#{target}") on:click=go>{words}</a> }
    };
    match store.place.get() {
        Place::Journey => vec![
            skip(say!(store, page.skip_to_chain), LINKS, || device::focus_first(CHOSEN)),
            skip(say!(store, page.skip), inspector::NAME, || device::focus(inspector::NAME)),
        ],
        Place::Prioritise => {
            vec![skip(say!(store, page.skip_to_advice), prioritise::ADVICE, || device::focus(prioritise::ADVICE))]
        }
    }
}

/// A closed tab loses nothing.
fn keep_when_left(store: Store) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "pagehide", move |_| store.keep()).forget();
    }
}

/// Undo and redo by the keys that every program has.
fn undo_by_key(store: Store) {
    let Some(window) = web_sys::window() else { return };
    let heard = move |event: &web_sys::Event| {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let in_text = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
        if in_text.is_some_and(|input| input.type_() == "text") || !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        let command = match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Command::Undo,
            ("z", true) | ("y", false) => Command::Redo,
            _ => return,
        };
        event.prevent_default();
        store.run(command);
    };
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window, "keydown", options, heard).forget();
}
