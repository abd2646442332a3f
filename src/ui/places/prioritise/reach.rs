//! What would it take: a target to type, and the least effort found that reaches it.

use super::question::Question;
use crate::analysis::studies::TargetPlan;
use crate::app::{Command, Panel};
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::TypedField;
use crate::words;
use crate::words::typed::Misread;
use leptos::prelude::*;

#[component]
pub fn WhatItTakes() -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| store.answers.findings.with(|f| f.reach.clone()));
    let is_asked = move || store.agenda.with(|agenda| agenda.target.is_some());
    // An answer to what was asked before is none to words that were not understood.
    let misread = RwSignal::new(None::<Misread>);
    let is_meant = move || misread.with(Option::is_none);
    let title = move || {
        let found = found.get().filter(|_| is_asked() && is_meant());
        found.map_or_else(|| say!(store, reach.name).to_owned(), |r| words::reach::finding(&store.teller(), &r))
    };
    let awaited = move || is_asked() && found.with(Option::is_none);
    let reasons = move || {
        [say!(store, reach.why), say!(store, reach.why_checked), say!(store, reach.why_best)]
            .map(|words| view! { <p>{words}</p> })
            .collect_view()
    };
    // The finding takes the place of the question in the title, which then heads what is asked.
    view! {
        <Question panel=Panel::Reach class="sheet reach" title=Signal::derive(title) awaited=Signal::derive(awaited)>
            {move || found.with(Option::is_some).then(|| view! { <h3>{say!(store, reach.name)}</h3> })}
            <Target misread=misread/>
            {move || found.get().filter(|_| is_asked() && is_meant()).map(|r| answer(store, &r))}
            <details class="help because">
                <summary>{move || say!(store, why.ask)}</summary>
                {reasons}
            </details>
        </Question>
    }
}

#[component]
fn Target(misread: RwSignal<Option<Misread>>) -> impl IntoView {
    let store = use_store();
    let goal = move || store.agenda.with(|agenda| agenda.goal);
    let kind = move || words::reach::kind(&store.teller(), goal());
    let read = Callback::new(move |typed: String| {
        if typed.trim().is_empty() {
            return Ok(Command::SetTarget(None));
        }
        let read = untrack(kind).read(&typed);
        read.map(|typed| {
            Command::SetTarget(Some(untrack(|| words::reach::in_own_unit(&store.teller(), goal(), typed))))
        })
    });
    let value = move || {
        let target = store.agenda.with(|agenda| agenda.target);
        target.map_or_else(String::new, |target| kind().write(words::reach::as_typed(&store.teller(), goal(), target)))
    };
    let hint = move || {
        let stands = store.stands_at().map(|at| words::goal::level(&store.teller(), goal(), at));
        stands.map_or_else(String::new, |level| say!(store, reach.hint, level = level))
    };
    view! {
        <TypedField
            label=Signal::derive(move || say!(store, reach.target, outcome = words::goal::the(&store.teller(), goal())))
            after=Signal::derive(String::new) hint=Signal::derive(hint)
            told=Callback::new(move |why: Misread| kind().told(&why)) value=Signal::derive(value) read=read
            misread=misread
        />
    }
}

fn answer(store: Store, reach: &TargetPlan) -> impl IntoView + use<> {
    let teller = store.teller();
    let stands = words::reach::stands(&teller, reach);
    let most = reach.spent.first().map_or(1.0, |spent| spent.effort);
    let row = |(name, effort): (String, String), part: f64| {
        view! {
            <li class="fate saved">
                <span class="whom">{name}</span>
                <span class="length" style=("--part", part.to_string()) aria-hidden="true"></span>
                <span class="people">{effort}</span>
            </li>
        }
    };
    let links: Vec<_> =
        reach.spent.iter().map(|spent| row(words::reach::link(&teller, spent), spent.effort / most)).collect();
    let owner = |share| {
        let (name, effort) = words::reach::owner(&teller, share);
        view! { <li><span>{name}</span>" "<strong>{effort}</strong></li> }
    };
    let owners = reach.owners.iter().map(owner).collect_view();
    let sure = words::reach::sure(&teller, reach);
    let has_plan = !links.is_empty();
    view! {
        {stands.map(|words| view! { <p class="stands">{words}</p> })}
        {has_plan.then(|| view! {
            <p class="hint">{say!(store, reach.by_link)}</p>
            <ul class="fates">{links}</ul>
            <p class="hint">{say!(store, reach.by_owner)}</p>
            <ul class="owners">{owners}</ul>
        })}
        <p class="how-sure">{sure}</p>
    }
}
