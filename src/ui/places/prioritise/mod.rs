//! Prioritise: which link, how sure, and what a budget should buy, as questions in the order in which a meeting asks them.
//! Each reads alone.

mod advice;
mod bets;
pub mod books;
mod calibrate;
mod checks;
mod logic;
mod proposals;
mod question;
mod race;
mod ranking;
mod reach;
mod rescue;
mod strain_test;
mod sure;
mod today;

use crate::analysis::studies::Goal;
use crate::app::{Command, Panel, Place, StudyFindings};
use crate::ui::places::def::{Arrives, PlaceDef, PlaceView, Skip};
use crate::ui::places::landmarks::{self, ADVICE};
use crate::ui::platform::device;
use crate::ui::platform::events::choice_of;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{Coming, NotFetched, ThinLine};
use crate::{say, words};
use advice::{AdvicePanel, spoken};
use bets::BetsPanel;
pub use checks::keep as keep_check;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use logic::LogicPanel;
use proposals::Proposals;
pub use proposals::{effect_class, others_on, proposal_worth, whole_worth};
use question::{Printing, open};
use race::Race;
pub use ranking::ranking_of;
use ranking::{RankingPanel, ranking_alone};
use reach::WhatItTakes;
use rescue::SavedHere;
use strain_test::Strains;
use sure::HowSure;
pub use sure::worlds_drawn;
use today::DoesTodayMatch;
pub use today::{is_todays, judged_today};

/// What the page knows of this place.
pub const PLACE: PlaceDef = PlaceDef {
    place: Place::Prioritise,
    class: "page prioritise",
    name: |store| say!(store, places.prioritise),
    view: Arrives::WhenWanted(|| Box::pin(fetched())),
    skips: |store| vec![Skip { words: say!(store, page.skip_to_advice), target: ADVICE, go: || device::focus(ADVICE) }],
    arrive: |store| {
        if let Some(panel) = store.panel.get_untracked() {
            landmarks::show(store, panel);
        }
    },
};

/// The place, once its file has come: all that only it uses is there (`build/split.mjs`).
#[wasm_split(prioritise, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<PlaceView, NotFetched> {
    Ok(PlaceView { view: || view! { <Prioritise/> }.into_any(), spoken })
}

/// How the ranking is shown alone, once the file of the place has come.
pub fn the_ranking() -> Coming<fn(Store) -> AnyView> {
    Box::pin(alone())
}

#[wasm_split(prioritise, fallible, wasm_split_path = ::leptos::wasm_split)]
fn alone() -> Result<fn(Store) -> AnyView, NotFetched> {
    Ok(ranking_alone)
}

/// The panels of the place.
#[component]
pub fn Prioritise() -> impl IntoView {
    let store = use_store();
    // Of the question that is being answered.
    let part = move || store.answers.trying.get().map_or(0.0, |(_, lived, of)| lived as f64 / of.max(1) as f64);
    let come = move || {
        let (n, of) = store.answers.findings.with(StudyFindings::come);
        if n < of { say!(store, prioritise.going, n = n, of = of) } else { say!(store, prioritise.refining).to_owned() }
    };
    let printing = Printing::follow();
    provide_context(printing);
    // What is open is worked out before all else.
    Effect::new(move |before: Option<Panel>| {
        let now = open(store);
        if before.is_some_and(|before| before != now) {
            store.inquire_first();
        }
        now
    });
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
                    {come}" "
                    <button class="plain" on:click=stop>{move || say!(store, prioritise.stop)}</button>
                </p>
                <ThinLine name=move || say!(store, prioritise.progress) part=part/>
            </div>
        </div>
        <div class=move || printing.class() class:covered=move || store.agenda.with(|agenda| agenda.is_covered)>
            <BetsPanel/>
            <DoesTodayMatch/>
            <RankingPanel/>
            <HowSure/>
            <Strains/>
            <LogicPanel/>
            <Race/>
            <WhatItTakes/>
            <Proposals/>
            <SavedHere/>
        </div>
    }
}

#[component]
fn GoalChoice() -> impl IntoView {
    let store = use_store();
    let choose = move |event: web_sys::Event| {
        let chosen = choice_of(&event).and_then(|name| Goal::ALL.into_iter().find(|goal| goal.name() == name));
        if let Some(goal) = chosen {
            store.run(Command::SetGoal(goal));
        }
    };
    let option = move |goal: Goal| {
        let is_chosen = move || store.agenda.with(|agenda| agenda.goal == goal);
        view! { <option value=goal.name() selected=is_chosen>{move || words::goal::name(&store.teller(), goal)}</option> }
    };
    view! {
        <label class="choice">
            <span>{move || say!(store, goal.title)}</span>
            <select on:change=choose>{Goal::ALL.map(option)}</select>
        </label>
    }
}
