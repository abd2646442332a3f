//! What happened at the selected link, how little of it is heard, and what it gives to the value account and takes.

use crate::app::{FACTS_OF, Facts, LinkFacts, link_facts};
use crate::charts::small::balance;
use crate::model::{Role, Stage};
use crate::say;
use crate::ui::places::journey::why::WhyFacts;
use crate::ui::state::{Store, use_store};
use crate::words::{self, number};
use leptos::prelude::*;

#[component]
pub fn WhatHappened() -> impl IntoView {
    let store = use_store();
    let facts = Memo::new(move |_| {
        let link = store.selected.get();
        store.report.get().map(|r| store.work.with(|w| link_facts(w, &r, &link)))
    });
    let rows = move || facts.get().map(|f| view! { <Rows facts=f/> });
    let heard = move || {
        facts.get().filter(|f| f.now().failed > 0 && !before_purchase(store)).map(|f| view! { <Heard facts=f.now()/> })
    };
    view! {
        <div class="happened">
            <h3>{move || say!(store, facts.title)}</h3>
            <p class="hint">{move || say!(store, facts.of, n = number::count(store.language.get(), FACTS_OF))}</p>
            {rows}
        </div>
        {heard}
        <WhyFacts/>
    }
}

#[component]
fn Rows(facts: LinkFacts) -> impl IntoView {
    let store = use_store();
    let row = move |name: &'static str, class: &'static str, read: fn(&Facts) -> u64| {
        let now = read(&facts.now());
        let today = facts.what_if.is_some().then(|| read(&facts.today)).filter(|t| *t != now);
        let count = move |n| number::count(store.language.get(), n);
        view! {
            <div class=class>
                <dt>{name}</dt>
                <dd>
                    <span class="was">{move || today.map(|t| say!(store, facts.today, n = count(t)))}</span>
                    <b>{move || count(now)}</b>
                </dd>
            </div>
        }
    };
    view! {
        <dl>
            {move || row(say!(store, facts.met), "", |f| f.met)}
            {move || row(if offers(store) { say!(store, facts.yes) } else { say!(store, facts.held) }, "", |f| f.held)}
            {move || row(if offers(store) { say!(store, facts.no) } else { say!(store, facts.failed) }, "", |f| f.failed)}
            {move || {
                let name = if before_purchase(store) { say!(store, facts.dropped) } else { say!(store, facts.gone) };
                row(name, "breaks", |f| f.gone)
            }}
            {move || {
                let any = facts.now().led_nowhere + facts.today.led_nowhere > 0;
                any.then(|| row(say!(store, facts.led_nowhere), "breaks", |f| f.led_nowhere))
            }}
        </dl>
    }
}

/// Dots in the picture: one complaint of 27 is the usual.
const DOTS: usize = 135;

#[component]
fn Heard(facts: Facts) -> impl IntoView {
    let store = use_store();
    let lit = heard_dots(&facts);
    let dots = (0..DOTS).map(|i| {
        let (x, y) = (i % 27, i / 27);
        view! { <circle class:heard={i < lit} cx=4 + 10 * x cy=4 + 10 * y r="3"/> }
    });
    let words = move || words::inspector::heard(store.language.get(), &facts);
    let silent = move || words::inspector::silent(store.language.get(), &facts);
    view! {
        <div class="heard-part">
            <h3>{words}</h3>
            <p class="breaks-words">{silent}</p>
            <svg class="dots" viewBox="0 0 268 48" aria-hidden="true">{dots.collect_view()}</svg>
        </div>
    }
}

fn heard_dots(facts: &Facts) -> usize {
    let share = facts.heard as f64 / facts.failed.max(1) as f64;
    ((share * DOTS as f64).round() as usize).max(usize::from(facts.heard > 0)).min(DOTS)
}

/// Whether the selected link is an offer, to which customers say yes or no.
fn offers(store: Store) -> bool {
    let link = store.selected.get();
    store.journey.with(|j| j.touchpoint(&link).is_some_and(|t| t.role == Role::Offer))
}

/// Whether the selected link stands before the purchase.
fn before_purchase(store: Store) -> bool {
    let link = store.selected.get();
    store.journey.with(|j| {
        let from = j.handover(&link).map_or(&link, |h| &h.from);
        let to = j.handover(&link).map_or(&link, |h| &h.to);
        let before = |id| j.touchpoint(id).and_then(|t| j.stage(&t.phase)) == Some(Stage::Before);
        before(from) && before(to)
    })
}

/// Width of the bar in its own units.
const WIDTH: f64 = 260.0;

/// What the selected link gives and takes, on one bar.
#[component]
pub fn GivesAndTakes() -> impl IntoView {
    let store = use_store();
    let account = move || {
        let link = store.selected.get();
        store.changed_journey.with(|j| {
            j.touchpoint(&link).map(|t| (t.gain, t.pain)).or_else(|| j.handover(&link).map(|h| (0.0, h.pain)))
        })
    };
    let shown = move || {
        let (gain, pain) = account().filter(|(gain, pain)| gain + pain > 0.0)?;
        let bar = balance(gain, pain, WIDTH);
        let language = store.language.get();
        let verdict = words::inspector::leaning(&store.teller(), bar.leaning);
        Some(view! {
            <div class="account">
                <h3>{say!(store, account.title)}</h3>
                <svg viewBox="0 0 260 18" aria-hidden="true">
                    <rect class="takes" x=bar.middle - bar.takes y="2" width=bar.takes height="14"/>
                    <rect class="gives" x=bar.middle y="2" width=bar.gives height="14"/>
                    <line class="zero" x1=bar.middle x2=bar.middle y1="0" y2="18"/>
                </svg>
                <p class="account-ends">
                    <span class="takes">{words::inspector::takes(language, pain)}</span>
                    <span class="gives">{words::inspector::gives(language, gain)}</span>
                </p>
                <p class="hint">{verdict}</p>
            </div>
        })
    };
    view! { {shown} }
}
