//! Prioritise: which link, how sure, and what a budget should buy. Each panel reads alone.

mod advice;
mod bets;
mod goal;
mod logic;
mod proposals;
mod race;
mod ranking;
mod rescue;
mod strain_test;
mod sure;

use crate::say;
use crate::ui::platform::device;
use crate::ui::state::use_store;
use crate::ui::widgets::ThinLine;
use advice::spoken;

use crate::app::Place;
use crate::ui::places::def::{PlaceDef, Skip};
use crate::ui::places::landmarks::{self, ADVICE};
use advice::AdvicePanel;
use bets::BetsPanel;
use goal::GoalChoice;
use leptos::prelude::*;
use logic::LogicPanel;
use proposals::Proposals;
use race::Race;
use ranking::RankingPanel;
use rescue::SavedHere;
use strain_test::Strains;
use sure::HowSure;

/// What the page knows of this place.
pub const PLACE: PlaceDef = PlaceDef {
    place: Place::Prioritise,
    class: "page prioritise",
    name: |store| say!(store, places.prioritise),
    view: || view! { <Prioritise/> }.into_any(),
    spoken,
    skips: |store| vec![Skip { words: say!(store, page.skip_to_advice), target: ADVICE, go: || device::focus(ADVICE) }],
    arrive: |store| {
        if let Some(panel) = store.panel.get_untracked() {
            landmarks::show(store, panel);
        }
    },
};

/// The panels of the place.
#[component]
pub fn Prioritise() -> impl IntoView {
    let store = use_store();
    // Of the question that is being answered.
    let part = move || store.answers.trying.get().map_or(0.0, |(_, lived, of)| lived as f64 / of.max(1) as f64);
    let stop = move |_| {
        store.stop_finding();
        device::focus(ADVICE);
    };
    view! {
        <AdvicePanel/>
        <div class="prioritise-head">
            <GoalChoice/>
            <div class="hint" class:gone=move || store.answers.trying.get().is_none()>
                <p>
                    {move || say!(store, prioritise.going)}" "
                    <button class="plain" on:click=stop>{move || say!(store, prioritise.stop)}</button>
                </p>
                <ThinLine name=move || say!(store, prioritise.progress) part=part/>
            </div>
        </div>
        <div class="panels" class:covered=move || store.agenda.with(|agenda| agenda.is_covered)>
            <div class="column">
                <RankingPanel/>
                <BetsPanel/>
                <LogicPanel/>
                <Strains/>
            </div>
            <div class="column">
                <HowSure/>
                <Race/>
                <Proposals/>
                <SavedHere/>
            </div>
        </div>
    }
}
