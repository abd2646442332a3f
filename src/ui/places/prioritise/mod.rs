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
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::ThinLine;
pub use advice::{ADVICE, spoken};

use crate::app::{Command, Place};
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

/// Headings that other places lead to.
pub const PROPOSALS: &str = "proposals-title";
pub const HOW_SURE: &str = "sure-title";

/// Goes there, to a heading; to the advice where the panels are covered.
pub fn go_to(store: Store, heading: &'static str) {
    store.run(Command::GoTo(Place::Prioritise));
    let is_covered = store.agenda.with_untracked(|agenda| agenda.is_covered);
    device::focus_soon(if is_covered { ADVICE } else { heading });
}

/// The place, once somebody has come here; it stays as it was while the other place is looked at.
#[component]
pub fn Prioritise() -> impl IntoView {
    let store = use_store();
    // Of the question that is being answered.
    let part = move || store.trying.get().map_or(0.0, |(_, lived, of)| lived as f64 / of.max(1) as f64);
    let stop = move |_| {
        store.stop_finding();
        device::focus(ADVICE);
    };
    view! {
        <AdvicePanel/>
        <div class="prioritise-head">
            <GoalChoice/>
            <div class="hint" class:gone=move || store.trying.get().is_none()>
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
