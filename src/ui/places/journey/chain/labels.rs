//! The words on the chain: names, strengths, how many drop out; and in the middle of the loop who is left at the end.

use crate::app::{Held, link_facts, remaining};
use crate::charts::chain::{Anchor, ChainDrawing, Drops, Label, Lettering, LinkShape, Middle, Shape};
use crate::model::LinkId;
use crate::say;
use crate::ui::places::landmarks;
use crate::ui::state::{Store, use_store};
use crate::words::{self, number};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn Words(chain: Arc<ChainDrawing>) -> impl IntoView {
    let store = use_store();
    let all = chain.shapes.iter().map(|shape| label(store, shape, chain.lettering)).collect_view();
    // Neither the crowd nor a line is seen under words.
    let cards = chain.words.iter().map(|room| {
        view! { <rect class="card" x=room.x y=room.y width=room.width height=room.height rx="4"/> }
    });
    let phases = chain.headings.iter().map(|h| {
        view! { <text class="phase" x=h.at.x y=h.at.y>{h.words.clone()}</text> }
    });
    view! { <g class="words" aria-hidden="true">{cards.collect_view()} {phases.collect_view()} {all}</g> }
}

/// Customers who drop out or leave because of a link, of 10 000 arrivals.
pub fn gone(store: Store, link: &LinkId) -> Option<u64> {
    let report = store.report.get()?;
    Some(store.work.with(|w| link_facts(w, &report, link)).now().gone)
}

fn anchor(label: &Label) -> &'static str {
    match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

fn label(store: Store, shape: &Shape, lettering: Lettering) -> impl IntoView + use<> {
    let label = shape.label.clone()?;
    let link = shape.link.clone();
    let weakest = {
        let link = link.clone();
        move || store.weakest.with(|w| w.as_ref() == Some(&link))
    };
    let small = shape.kind == LinkShape::Handover;
    let held = {
        let link = link.clone();
        Memo::new(move |_| {
            let strain = store.strain.get();
            store.changed_journey.with(|j| Held::of(j, &link, strain)).unwrap_or_default()
        })
    };
    let strength = move || words::chain::strength_of(store.language.get(), held.get(), !small);
    let gives_way = move || held.with(Held::gives_way);
    let changed = {
        let link = link.clone();
        move || store.changed_journey.with(|j| j.strength(&link)) != store.journey.with(|j| j.strength(&link))
    };
    let choose = {
        let link = link.clone();
        move |_| landmarks::choose(store, link.clone())
    };
    let end = anchor(&label);
    // The whole name of one that is cut.
    let whole = label.lines.iter().any(|line| line.ends_with('…')).then(|| {
        let link = link.clone();
        view! { <title>{move || store.link_name(&link)}</title> }
    });
    let lines = label.lines.iter().enumerate().map(|(i, line)| {
        view! { <text class="name" x=label.name_at.x y=label.name_at.y + lettering.line() * i as f64 text-anchor=end>{line.clone()}</text> }
    });
    let lines = lines.collect_view();
    let drops = label.drops.map(|at| drops(store, link, (at, lettering.drops_line()), end));
    Some(view! {
        <g class="label" class:weakest=weakest class:changed=changed class:small=small class:gives-way=gives_way on:click=choose>
            {whole}
            {lines}
            <text class="value" x=label.value_at.x y=label.value_at.y text-anchor=end>{strength}</text>
            {drops}
        </g>
    })
}

/// How many drop out at a link.
fn drops(store: Store, link: LinkId, (place, next): (Drops, f64), end: &'static str) -> impl IntoView + use<> {
    let Drops { at, word, .. } = place;
    // Of the reports that follow one another few say something else of a link.
    let gone = Memo::new(move |_| gone(store, &link));
    move || {
        let lines = words::chain::drop_out(store.language.get(), gone.get()?, word);
        let line = |(i, words)| {
            view! { <text class="drops" x=at.x y=at.y + next * i as f64 text-anchor=end>{words}</text> }
        };
        Some(lines.into_iter().enumerate().map(line).collect_view())
    }
}

/// What stands in the middle of the loop.
#[component]
pub fn MiddleWords(chain: Arc<ChainDrawing>) -> impl IntoView {
    let store = use_store();
    let Middle { at, words, .. } = chain.middle?;
    let is_narrow = words != at;
    let left = move || store.report.get().map(|r| remaining(&r, store.changed.get()));
    let number = move || left().map(|l| number::count(store.language.get(), l.what_if.unwrap_or(l.today)));
    let today = move || {
        left()
            .filter(|l| l.what_if.is_some())
            .map(|l| say!(store, chain.today, n = number::count(store.language.get(), l.today)))
    };
    let after =
        move || left().filter(|l| l.periods > 0).map(|l| words::chain::left_after(&store.teller(), l.periods.into()));
    let customers = move || {
        if is_narrow { say!(store, chain.customers) } else { say!(store, chain.still_customers) }
    };
    let large = chain.lettering.values();
    let tone = move || match left() {
        Some(left) if left.what_if.is_some_and(|now| now > left.today) => "middle better",
        Some(left) if left.what_if.is_some_and(|now| now < left.today) => "middle worse",
        _ => "middle",
    };
    let first = if is_narrow { 0.0 } else { 2.0 + 35.0 * large };
    Some(view! {
        <g class=tone text-anchor="middle" aria-hidden="true">
            <text class="count" x=at.x y=at.y + 2.0>{number}</text>
            <text class="unit" x=at.x y=at.y + 2.0 + 19.0 * large>{customers}</text>
            <text class="unit" x=words.x y=words.y + first>{after}</text>
            <text class="unit" x=words.x y=words.y + first + 16.0 * large>{today}</text>
        </g>
    })
}
