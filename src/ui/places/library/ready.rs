//! The journeys that come with Kedja: to be opened, or copied. They always stay as they are.

use super::shelf::use_library;
use crate::app::{Command, Origin, Place, begun};
use crate::model::Journey;
use crate::say;
use crate::ui::places::share::end_visit;
use crate::ui::state::FetchedJourneys;
use crate::words::building::copy_name;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn ReadyOnes() -> impl IntoView {
    let library = use_library();
    let store = library.store;
    let fetched = expect_context::<FetchedJourneys>();
    // Below one's own, which come first: a picture of each is laid out.
    Effect::new(move |_| {
        if library.entries.with(Option::is_some) {
            fetched.fetch();
        }
    });
    let missing =
        move || fetched.is_missing().then(|| view! { <p class="wrong" role="alert">{say!(store, top.missing)}</p> });
    let one = move |(id, journey): (&'static str, Arc<Journey>)| {
        let name = StoredValue::new(journey.name.clone());
        let name = move || name.with_value(|name| name.get(store.code()).to_owned());
        let picture = super::card::drawn(&super::shelf::small(&journey));
        let story = journey.summary.clone();
        let is_open = move || store.work.with(|work| work.origin == Origin::Ready(id.to_owned()));
        let chosen = journey.clone();
        let open = move |_| {
            let chosen = chosen.clone();
            // What lies on the desk is on the shelf first.
            wasm_bindgen_futures::spawn_local(async move {
                end_visit(store);
                library.shelve().await;
                store.run(Command::ChooseReady { id: id.to_owned(), journey: Box::new((*chosen).clone()) });
                store.run(Command::GoTo(Place::Journey));
            });
        };
        let copy = move |_| {
            let mut copy = (*journey).clone();
            copy.name = copy_name(&copy);
            wasm_bindgen_futures::spawn_local(async move {
                end_visit(store);
                library.shelve().await;
                let begun = store.session.with_untracked(|session| begun(session, copy));
                store.run(Command::Build(Box::new(begun)));
            });
        };
        view! {
            <li class="library-card" class:chosen=is_open>
                <button class="library-open" aria-label=move || say!(store, library.open, name = name())
                    aria-current=move || is_open().then_some("true") on:click=open
                >
                    {picture}
                    <span class="library-name">{name}</span>
                </button>
                <p class="hint">{move || story.get(store.code()).to_owned()}</p>
                <p>
                    <button class="plain" aria-label=move || say!(store, library.act, act = say!(store, library.copy), name = name())
                        on:click=copy
                    >
                        {move || say!(store, library.copy)}
                    </button>
                </p>
            </li>
        }
    };
    view! {
        <section class="library-ready" aria-labelledby="library-ready-title">
            <h2 id="library-ready-title">{move || say!(store, library.ready)}</h2>
            <p class="hint">{move || say!(store, library.ready_lead)}</p>
            {missing}
            <ul class="library-cards"><For each=move || fetched.here() key=|(id, _)| *id children=one/></ul>
        </section>
    }
}
