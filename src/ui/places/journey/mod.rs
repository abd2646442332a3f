//! The journey itself: the chain, what it comes to, and what can be changed. One module for each panel.

pub mod below;
pub mod chain;
pub mod changes;
pub mod crowd;
pub mod dashboards;
pub mod headline;
pub mod inspector;
pub mod lanes;
pub mod life;
pub mod outcomes;
pub mod parts;
pub mod personas;
pub mod progress;
pub mod retention;
pub mod sayings;
pub mod strained;
pub mod turned_out;
mod unfolded;
pub mod usual;
pub mod way;
pub mod why;
pub mod world;

use crate::app::Place;
use crate::say;
use crate::ui::places::def::{Arrives, PlaceDef, PlaceView, Skip};
use crate::ui::places::landmarks::{CHOSEN, INSPECTOR, LINKS};
use crate::ui::platform::device;
use crate::ui::state::use_store;
use chain::ChainPanel;
use headline::Headline;
use inspector::Inspector;
use leptos::prelude::*;
use outcomes::Outcomes;
use progress::ProgressLine;
pub use unfolded::unfolded;
pub use why::fetch_details;

/// What the page knows of this place.
pub const PLACE: PlaceDef = PlaceDef {
    place: Place::Journey,
    class: "page",
    name: |store| say!(store, places.journey),
    view: Arrives::WithThePage(PlaceView { view: || view! { <JourneyPlace/> }.into_any(), spoken: headline::spoken }),
    skips: |store| {
        vec![
            Skip { words: say!(store, page.skip_to_chain), target: LINKS, go: || device::focus_first(CHOSEN) },
            Skip { words: say!(store, page.skip), target: INSPECTOR, go: || device::focus(INSPECTOR) },
        ]
    },
    // The link that the address names is selected already.
    arrive: |_| {},
};

/// The panels of the place.
#[component]
fn JourneyPlace() -> impl IntoView {
    let below = below::once_figures_stand(use_store());
    provide_context(below);
    view! {
        <section class="story">
            <Headline/>
            <div class="map">
                <ChainPanel/>
                {below.part(|parts| parts.lanes)}
            </div>
            {below.part(|parts| parts.world)}
            {below.part(|parts| parts.results)}
            {below.missing()}
        </section>
        <aside class="side">
            <Outcomes/>
            <Inspector/>
            {below.part(|parts| parts.changes)}
            <ProgressLine/>
        </aside>
        {below.part(|parts| parts.personas)}
    }
}
