//! The parts of the place that come later (`below.rs`), as those know them in whose midst they stand.

use super::crowd::CrowdStage;
use crate::charts::crowd::CrowdCounts;
use crate::model::Field;
use crate::say;
use crate::ui::state::use_store;
use crate::ui::widgets::{Coming, Fetched, fetch, missing};
use leptos::prelude::*;

/// How each part is made.
#[derive(Clone, Copy)]
pub struct Parts {
    pub crowd: fn(CrowdStage) -> AnyView,
    pub player: fn(RwSignal<CrowdCounts>) -> AnyView,
    pub lanes: fn() -> AnyView,
    pub world: fn() -> AnyView,
    pub results: fn() -> AnyView,
    pub changes: fn() -> AnyView,
    pub personas: fn() -> AnyView,
    pub lever: fn(Field) -> AnyView,
}

/// How far the parts have come.
#[derive(Clone, Copy)]
pub struct Below {
    come: RwSignal<Fetched<Parts>>,
    by: fn() -> Coming<Parts>,
}

impl Below {
    /// None of them, to be fetched so.
    pub fn fetched_by(by: fn() -> Coming<Parts>) -> Self {
        Self { come: RwSignal::new(Fetched::NotYet), by }
    }

    /// Fetches them, unless they are here or on their way.
    pub fn fetch(self) {
        fetch(self.by, self.come);
    }

    /// What a part is made with; `None` until it is here.
    pub fn get<T>(self, which: fn(&Parts) -> T) -> Option<T> {
        match self.come.get() {
            Fetched::Here(parts) => Some(which(&parts)),
            _ => None,
        }
    }

    /// A part, from when it is here.
    pub fn part(self, which: fn(&Parts) -> fn() -> AnyView) -> impl Fn() -> Option<AnyView> {
        move || self.get(which).map(|view| view())
    }

    /// Says where they could not be fetched, and offers to try again.
    pub fn missing(self) -> impl Fn() -> Option<AnyView> {
        let store = use_store();
        move || {
            let is_missing = matches!(self.come.get(), Fetched::Missing);
            is_missing.then(|| missing(store, |store| say!(store, later.part), move || self.fetch()))
        }
    }
}
