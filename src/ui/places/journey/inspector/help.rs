//! Help for every lever, on the fixed skeleton: what it means, in the customer's words, what to look for, where the
//! number comes from, what is often objected.

use crate::app::figure_of;
use crate::model::{Grounds, Lever};
use crate::ui::state::{Store, use_store};
use crate::ui::{format, lever as words, say, unit};
use leptos::prelude::*;

/// The help of one lever, folded: behind its name, and for the strength behind a question.
#[component]
pub fn LeverHelp(lever: Lever) -> impl IntoView {
    let store = use_store();
    let summary = move || match lever {
        Lever::Strength => say!(store, help.title),
        _ => words::name(store, lever),
    };
    view! {
        <details class="help">
            <summary>{summary}</summary>
            <dl>
                <dt>{move || say!(store, help.means)}</dt>
                <dd>{move || means(store, lever)}</dd>
                <dt>{move || say!(store, help.customer)}</dt>
                <dd>{move || customer(store, lever)}</dd>
                <dt>{move || say!(store, help.look)}</dt>
                <dd>{move || look(store, lever)}</dd>
                <dt>{move || say!(store, help.source)}</dt>
                <dd>{move || source(store, lever)}</dd>
                <dt>{move || say!(store, help.objection)}</dt>
                <dd>{move || objection(store, lever)}</dd>
            </dl>
        </details>
    }
}

fn means(store: Store, lever: Lever) -> String {
    let period = unit::period(store);
    let price = format::money(store.language.get(), store.journey.with(|j| j.price), &unit::currency(store));
    match lever {
        Lever::Strength => say!(store, help.means_text).to_owned(),
        Lever::Gain => say!(store, levers.gain.means, period = period, price = price),
        Lever::Pain => say!(store, levers.pain.means, period = period, price = price),
        Lever::Frequency => say!(store, levers.frequency.means, period = period),
        Lever::Days => say!(store, levers.days.means).to_owned(),
        Lever::Sensing => say!(store, levers.sensing.means).to_owned(),
        Lever::Share => say!(store, levers.share.means).to_owned(),
    }
}

fn customer(store: Store, lever: Lever) -> &'static str {
    match lever {
        Lever::Strength => say!(store, help.customer_text),
        Lever::Gain => say!(store, levers.gain.customer),
        Lever::Pain => say!(store, levers.pain.customer),
        Lever::Frequency => say!(store, levers.frequency.customer),
        Lever::Days => say!(store, levers.days.customer),
        Lever::Sensing => say!(store, levers.sensing.customer),
        Lever::Share => say!(store, levers.share.customer),
    }
}

fn look(store: Store, lever: Lever) -> &'static str {
    match lever {
        Lever::Strength => say!(store, help.look_text),
        Lever::Gain => say!(store, levers.gain.look),
        Lever::Pain => say!(store, levers.pain.look),
        Lever::Frequency => say!(store, levers.frequency.look),
        Lever::Days => say!(store, levers.days.look),
        Lever::Sensing => say!(store, levers.sensing.look),
        Lever::Share => say!(store, levers.share.look),
    }
}

fn objection(store: Store, lever: Lever) -> String {
    let period = unit::period(store);
    match lever {
        Lever::Strength => say!(store, help.objection_text).to_owned(),
        Lever::Gain => say!(store, levers.gain.objection, period = period),
        Lever::Pain => say!(store, levers.pain.objection).to_owned(),
        Lever::Frequency => say!(store, levers.frequency.objection, period = period),
        Lever::Days => say!(store, levers.days.objection).to_owned(),
        Lever::Sensing => say!(store, levers.sensing.objection).to_owned(),
        Lever::Share => say!(store, levers.share.objection).to_owned(),
    }
}

/// Where the selected link's figure comes from.
fn source(store: Store, lever: Lever) -> String {
    let link = store.selected.get();
    let evidence = store.journey.with(|j| {
        let of = j.touchpoint(&link).map(|t| &t.evidence).or_else(|| j.handover(&link).map(|h| &h.evidence))?;
        of.get(&figure_of(lever)).cloned()
    });
    let grounds = match evidence.as_ref().map(|e| e.grounds) {
        Some(Grounds::Measured) => say!(store, help.measured),
        Some(Grounds::Estimated) => say!(store, help.estimated),
        Some(Grounds::Assumption) => say!(store, help.assumption),
        None => say!(store, help.unknown),
    };
    let words = evidence.map(|e| e.source.get(store.code()).to_owned()).unwrap_or_default();
    if words.is_empty() { grounds.to_owned() } else { format!("{grounds} {words}") }
}
