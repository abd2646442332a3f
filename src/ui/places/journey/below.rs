//! What stands below the first view, is folded in it, or shows lives that are told after the first figures: a module of
//! its own, which is fetched once those figures stand there, so that they need not wait for it.

use super::changes::Changes;
use super::crowd::{Stage, crowd_on, player_of};
use super::dashboards::DashboardsPanel;
use super::inspector::levers::lever_row;
use super::lanes::Lanes;
use super::personas::Personas;
use super::retention::RetentionPanel;
use super::strained::Strained;
use super::way::Way;
use super::why::WhyOutcomes;
use super::world::World;
use crate::charts::crowd::CrowdCounts;
use crate::model::Field;
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{Coming, Fetched, NotFetched, fetch, missing};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::time::Duration;

/// Where no figures come, nothing waits for them longer than this.
const LONGEST: Duration = Duration::from_secs(5);

/// How each part is made.
#[derive(Clone, Copy)]
pub struct Parts {
    pub crowd: fn(Stage) -> AnyView,
    pub player: fn(RwSignal<CrowdCounts>) -> AnyView,
    pub lanes: fn() -> AnyView,
    pub world: fn() -> AnyView,
    pub results: fn() -> AnyView,
    pub changes: fn() -> AnyView,
    pub personas: fn() -> AnyView,
    pub lever: fn(Field) -> AnyView,
}

#[wasm_split(below, fallible, wasm_split_path = ::leptos::wasm_split)]
fn parts() -> Result<Parts, NotFetched> {
    Ok(Parts {
        crowd: crowd_on,
        player: player_of,
        lanes: || view! { <Lanes/> }.into_any(),
        world,
        results,
        changes: || view! { <Changes/> }.into_any(),
        personas: || view! { <Personas/> }.into_any(),
        lever: lever_row,
    })
}

fn world() -> AnyView {
    view! { <World/><Strained/> }.into_any()
}

fn results() -> AnyView {
    view! {
        <div class="results">
            <WhyOutcomes/>
            <RetentionPanel/>
        </div>
        <Way/>
        <DashboardsPanel/>
    }
    .into_any()
}

/// How far the parts have come.
#[derive(Clone, Copy)]
pub struct Below(RwSignal<Fetched<Parts>>);

impl Below {
    /// They are fetched once there are figures.
    pub fn once_figures_stand(store: Store) -> Self {
        let below = Self(RwSignal::new(Fetched::NotYet));
        Effect::new(move |_| {
            if store.answers.everybody.with(Option::is_some) {
                below.fetch();
            }
        });
        set_timeout(move || below.fetch(), LONGEST);
        below
    }

    /// Those of the place that asks.
    pub fn of_the_place() -> Self {
        use_context().unwrap_or_else(|| Self::once_figures_stand(use_store()))
    }

    fn fetch(self) {
        fetch(|| -> Coming<Parts> { Box::pin(parts()) }, self.0);
    }

    /// What a part is made with; `None` until it is here.
    pub fn get<T>(self, which: fn(&Parts) -> T) -> Option<T> {
        match self.0.get() {
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
            let is_missing = matches!(self.0.get(), Fetched::Missing);
            is_missing.then(|| missing(store, |store| say!(store, later.part), move || self.fetch()))
        }
    }
}
