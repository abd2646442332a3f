//! The ready journeys as they come, for whoever offers them.

use crate::app::ports::ReadyJourneys;
use crate::exchange::READY;
use crate::model::Journey;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// The ready journeys, each fetched once, when the menu is opened first.
#[derive(Clone, Copy)]
pub struct FetchedJourneys {
    source: StoredValue<Rc<dyn ReadyJourneys>, LocalStorage>,
    /// In the order of the menu; `None` until it has come.
    journeys: [RwSignal<Option<Arc<Journey>>>; READY.len()],
    /// True if one did not come when it was asked for last.
    missing: RwSignal<bool>,
}

impl FetchedJourneys {
    /// None of them, to be fetched from there.
    pub fn new(source: Rc<dyn ReadyJourneys>) -> Self {
        let journeys = std::array::from_fn(|_| RwSignal::new(None));
        Self { source: StoredValue::new_local(source), journeys, missing: RwSignal::new(false) }
    }

    /// Where they come from.
    pub fn source(self) -> Rc<dyn ReadyJourneys> {
        self.source.get_value()
    }

    /// All of them, each with its id; `None` until it has come.
    pub fn each(self) -> [(&'static str, RwSignal<Option<Arc<Journey>>>); READY.len()] {
        std::array::from_fn(|at| (READY[at].id, self.journeys[at]))
    }

    /// Those that have come, each with its id, in the order of the menu.
    pub fn here(self) -> Vec<(&'static str, Arc<Journey>)> {
        READY.iter().zip(self.journeys).filter_map(|(ready, journey)| Some((ready.id, journey.get()?))).collect()
    }

    /// True if one did not come when it was asked for last.
    pub fn is_missing(self) -> bool {
        self.missing.get()
    }

    /// Fetches those that have not come yet.
    pub fn fetch(self) {
        self.missing.set(false);
        for (ready, to) in READY.iter().zip(self.journeys).filter(|(_, to)| to.with_untracked(Option::is_none)) {
            let asked = self.source.with_value(|source| source.get(ready.id));
            spawn_local(async move {
                match asked.await {
                    Some(journey) => to.set(Some(Arc::new(journey))),
                    None => self.missing.set(true),
                }
            });
        }
    }

    /// Does something with one of them, once it has come.
    pub fn with(self, id: &'static str, then: impl FnOnce(Journey) + 'static) {
        let mut all = READY.iter().zip(self.journeys);
        let held = all.find(|(ready, _)| ready.id == id).and_then(|(_, journey)| journey.get_untracked());
        if let Some(journey) = held {
            then((*journey).clone());
            return;
        }
        self.missing.set(false);
        let asked = self.source.with_value(|source| source.get(id));
        spawn_local(async move {
            match asked.await {
                Some(journey) => then(journey),
                None => self.missing.set(true),
            }
        });
    }
}
