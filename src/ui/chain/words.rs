//! The words on the chain: names, strengths, and how many drop out.

use crate::app::link_facts;
use crate::charts::chain::{Anchor, Chain, Kind, Label, Shape};
use crate::model::LinkId;
use crate::ui::store::{Store, use_store};
use crate::ui::{format, say};
use leptos::prelude::*;
use std::sync::Arc;

/// From baseline to baseline of a name.
const LINE: f64 = 16.0;

#[component]
pub fn Words(chain: Arc<Chain>) -> impl IntoView {
    let store = use_store();
    let all = chain.shapes.iter().map(|shape| words(store, shape)).collect_view();
    view! { <g class="words" aria-hidden="true">{all}</g> }
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

fn words(store: Store, shape: &Shape) -> impl IntoView + use<> {
    let label = shape.label.clone()?;
    let link = shape.link.clone();
    let weakest = {
        let link = link.clone();
        move || store.weakest.with(|w| w.as_ref() == Some(&link))
    };
    let strength = {
        let link = link.clone();
        move || {
            let now = store.changed_journey.with(|j| j.strength(&link)).unwrap_or(0.0);
            format::percent(store.language.get(), now, 0)
        }
    };
    let changed = {
        let link = link.clone();
        move || store.changed_journey.with(|j| j.strength(&link)) != store.journey.with(|j| j.strength(&link))
    };
    let end = anchor(&label);
    let lines = label.lines.iter().enumerate().map(|(i, line)| {
        view! { <text class="name" x=label.name_at.x y=label.name_at.y + LINE * i as f64 text-anchor=end>{line.clone()}</text> }
    });
    let lines = lines.collect_view();
    let drops = label.drops_at.map(|at| {
        let count =
            move || gone(store, &link).map(|n| say!(store, chain.drop_out, n = format::count(store.language.get(), n)));
        view! { <text class="drops" x=at.x y=at.y text-anchor=end>{count}</text> }
    });
    let small = shape.kind == Kind::Handover;
    Some(view! {
        <g class="label" class:weakest=weakest class:changed=changed class:small=small>
            {lines}
            <text class="value" x=label.value_at.x y=label.value_at.y text-anchor=end>{strength}</text>
            {drops}
        </g>
    })
}
