//! The address that holds what is worked on.

use crate::app::{Origin, Place, Route, sent};
use crate::exchange::{link_of, ready};
use crate::ui::platform::address;
use crate::ui::state::{FetchedJourneys, Store};
use leptos::prelude::*;

/// What makes links of the page's work.
#[derive(Clone, Copy)]
pub struct Links {
    store: Store,
    /// The id of the ready journey that the reader's own copy is, untouched, to the last figure: it goes by its name.
    twin: RwSignal<Option<&'static str>>,
}

impl Links {
    /// For the place from which work is shared.
    pub fn new(store: Store) -> Self {
        let twin = RwSignal::new(None);
        let journeys = expect_context::<FetchedJourneys>();
        let own = Memo::new(move |_| {
            let is_here = store.place.get() == Place::Share;
            let of = |session: &crate::app::Session| {
                let is_own = !matches!(session.work.origin, Origin::Ready(_)) && session.work.draft.is_none();
                is_own.then(|| session.work.journey.clone())
            };
            is_here.then(|| store.session.with(of)).flatten()
        });
        Effect::new(move |_| {
            twin.set(None);
            let Some(journey) = own.get() else { return };
            if let Some(ready) = ready(&journey.id) {
                journeys.with(ready.id, move |its| {
                    let is_still = own.get_untracked().is_some_and(|now| *now == its) && its == *journey;
                    twin.set(is_still.then_some(ready.id));
                });
            }
        });
        Self { store, twin }
    }

    /// Hears of it when the journey turns out to be a ready one.
    pub fn track(self) {
        self.twin.track();
    }

    /// Whether the journey goes by a ready journey's name, although it is the reader's own.
    pub fn is_ready(self) -> bool {
        self.twin.with(Option::is_some)
    }

    /// The letters of a link that opens where a route leads, without texts where that is wanted; `None` if the journey is too
    /// large for any.
    pub fn letters(self, route: &Route, is_bare: bool) -> Option<String> {
        let twin = self.twin.get();
        self.store.session.with(|session| link_of(&sent(session, route, is_bare, twin)))
    }

    /// The whole address.
    pub fn address(self, route: &Route, is_bare: bool) -> Option<String> {
        Some(format!("{}#{}", address::page(), self.letters(route, is_bare)?))
    }
}

/// What makes links, for whatever stands in the place.
pub fn use_links() -> Links {
    expect_context()
}
