//! The form: everything of the part that is chosen. Tabs lead to what stands in no row of the table.

mod evidence;
mod handover;
mod journey;
mod lists;
mod persona;
mod touchpoint;
mod ways;
mod words;

use super::desk::{Desk, use_desk};
use super::marks::FORM;
use crate::model::PartId;
use crate::say;
use crate::words::building;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// What the form is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tab {
    Links,
    People,
    Journey,
    Lists,
}

fn tab_of(part: &PartId) -> Tab {
    match part {
        PartId::Touchpoint(_) | PartId::Handover(_) => Tab::Links,
        PartId::Persona(_) | PartId::Entry { .. } | PartId::Leaning { .. } => Tab::People,
        PartId::Phase(_) | PartId::Channel(_) | PartId::Owner(_) => Tab::Lists,
        _ => Tab::Journey,
    }
}

/// Everything of the part that is chosen.
#[component]
pub fn Form() -> impl IntoView {
    let desk = use_desk();
    let part = RwSignal::new(desk.chosen.get_untracked());
    let timer = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |_| {
        let chosen = desk.chosen.get();
        let follow = move || {
            if part.with_untracked(|part| *part != chosen) {
                part.set(chosen);
            }
        };
        // Whoever types goes on typing in the next row: the form follows in a turn of its own.
        if desk.is_by_focus() {
            timer.set_value(Some(Timeout::new(0, follow)));
        } else {
            timer.set_value(None);
            follow();
        }
    });
    let now = Memo::new(move |_| part.with(tab_of));
    let heading = move || match now.get() {
        Tab::Links | Tab::People => building::part_name(&desk.teller(), &part.get()),
        Tab::Journey => say!(desk, build.form.journey).to_owned(),
        Tab::Lists => say!(desk, build.form.lists).to_owned(),
    };
    let content = move || match (now.get(), part.get()) {
        (_, PartId::Touchpoint(id)) => view! { <touchpoint::TouchpointForm link=id/> }.into_any(),
        (_, PartId::Handover(id)) => view! { <handover::HandoverForm link=id/> }.into_any(),
        (Tab::People, part) => match of_persona(&part) {
            Some(id) => view! { <persona::PersonaForm id=id/> }.into_any(),
            None => ().into_any(),
        },
        (Tab::Lists, _) => view! { <lists::Lists/> }.into_any(),
        _ => view! { <journey::JourneyForm/> }.into_any(),
    };
    view! {
        <aside class="build-form" aria-labelledby=FORM>
            <Tabs now=now/>
            <h2 id=FORM tabindex="-1">{heading}</h2>
            {content}
        </aside>
    }
}

fn of_persona(part: &PartId) -> Option<crate::model::PersonaId> {
    match part {
        PartId::Persona(id) | PartId::Entry { persona: id, .. } | PartId::Leaning { persona: id, .. } => {
            Some(id.clone())
        }
        _ => None,
    }
}

#[component]
fn Tabs(now: Memo<Tab>) -> impl IntoView {
    let desk = use_desk();
    let one = move |tab: Tab, words: fn(Desk) -> &'static str| {
        let press = move |_| {
            if now.get_untracked() != tab
                && let Some(first) = first_of(desk, tab)
            {
                desk.choose(first);
            }
        };
        view! {
            <button class="quiet" aria-pressed=move || (now.get() == tab).to_string() on:click=press>
                {move || words(desk)}
            </button>
        }
    };
    view! {
        <div class="build-tabs" role="group" aria-label=move || say!(desk, build.form.tabs)>
            {one(Tab::Links, |d| say!(d, build.form.links))}
            {one(Tab::People, |d| say!(d, build.form.people))}
            {one(Tab::Journey, |d| say!(d, build.form.journey))}
            {one(Tab::Lists, |d| say!(d, build.form.lists))}
        </div>
    }
}

/// The first part that a tab shows.
fn first_of(desk: Desk, tab: Tab) -> Option<PartId> {
    desk.whole.with_untracked(|journey| match tab {
        Tab::Links => desk.last_link(),
        Tab::People => journey.personas.first().map(|p| PartId::Persona(p.id.clone())),
        Tab::Journey => Some(PartId::Journey),
        Tab::Lists => journey.phases.first().map(|p| PartId::Phase(p.id.clone())),
    })
}
