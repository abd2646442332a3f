//! The order to build in: all touchpoints first, then who meets them, then what these do and what it gives and takes, then what to
//! do about it. Each is one press away, at any time, and whoever knows it hides it for good.

use super::desk::{Desk, use_desk};
use super::marks::{FORM, field_id};
use crate::app::{Command, Place};
use crate::model::{Grounds, LinkId, PartId};
use crate::say;
use crate::ui::platform::device;
use crate::ui::platform::keeping::Wish;
use crate::words::number::count;
use crate::words::sheet::{Column, grounds_of};
use leptos::prelude::*;

#[component]
pub fn Guide() -> impl IntoView {
    let desk = use_desk();
    let is_hidden = RwSignal::new(Wish::NoGuide.is_kept());
    let switch = move |_| {
        is_hidden.update(|hidden| *hidden = !*hidden);
        Wish::NoGuide.keep(is_hidden.get_untracked());
    };
    let steps = move || {
        (!is_hidden.get()).then(|| {
            view! {
                <ol>
                    {step(|d| say!(d, build.guide.touchpoints), touchpoints, to_touchpoints)}
                    {step(|d| say!(d, build.guide.personas), personas, to_personas)}
                    {step(|d| say!(d, build.guide.behaviour), guesses, to_gain)}
                    {step(|d| say!(d, build.guide.plans), |d| say!(d, build.guide.plans_hint).to_owned(), to_plans)}
                </ol>
            }
        })
    };
    view! {
        <nav class="build-guide" aria-label=move || say!(desk, build.guide.title)>
            {steps}
            <button class="plain" aria-expanded=move || (!is_hidden.get()).to_string() on:click=switch>
                {move || if is_hidden.get() { say!(desk, build.guide.show) } else { say!(desk, build.guide.hide) }}
            </button>
        </nav>
    }
}

fn step(words: fn(Desk) -> &'static str, stands: fn(Desk) -> String, go: fn(Desk)) -> impl IntoView {
    let desk = use_desk();
    view! {
        <li>
            <button class="plain" on:click=move |_| go(desk)>{move || words(desk)}</button>
            <span class="hint">{move || stands(desk)}</span>
        </li>
    }
}

fn touchpoints(desk: Desk) -> String {
    let all = desk.whole.with(|j| j.touchpoints.len());
    say!(desk, build.guide.touchpoints_n, n = count(desk.store.language.get(), all as u64))
}

fn personas(desk: Desk) -> String {
    match desk.whole.with(|j| j.personas.len()) {
        1 => say!(desk, build.guide.personas_one).to_owned(),
        all => say!(desk, build.guide.personas_n, n = count(desk.store.language.get(), all as u64)),
    }
}

fn guesses(desk: Desk) -> String {
    let language = desk.store.language.get();
    let (guessed, all) = desk.whole.with(|j| {
        let guessed = j.touchpoints.iter().filter(|t| grounds_of(t) == Grounds::Assumption).count();
        (guessed, j.touchpoints.len())
    });
    say!(desk, build.guide.guesses, n = count(language, guessed as u64), all = count(language, all as u64))
}

fn to_touchpoints(desk: Desk) {
    focus_column(desk, Column::Name);
}

fn to_personas(desk: Desk) {
    if let Some(first) = desk.whole.with_untracked(|j| j.personas.first().map(|p| PartId::Persona(p.id.clone()))) {
        desk.choose(first);
        device::focus_soon(FORM);
    }
}

fn to_gain(desk: Desk) {
    focus_column(desk, Column::Gain);
}

fn to_plans(desk: Desk) {
    desk.store.run(Command::GoTo(Place::Prioritise));
}

/// To a column of the row that is chosen, or of the first.
fn focus_column(desk: Desk, column: Column) {
    let first = || desk.whole.with_untracked(|j| j.touchpoints.first().map(|t| t.id.clone()));
    let link: Option<LinkId> = untrack(|| desk.touchpoint()).or_else(first);
    if let Some(link) = link {
        device::focus(&field_id(&link, column));
    }
}
