//! Why a figure is what it is, in words, from this journey's own numbers: one quiet disclosure for each group.

use crate::app::{link_facts, why_link, why_outcomes};
use crate::ui::state::{Store, use_store};
use crate::words::why::Reason;
use crate::{say, words};
use leptos::prelude::*;

/// The disclosure with its reasons.
fn folded(store: Store, reasons: impl Fn() -> Option<Vec<Reason>> + Send + Sync + 'static) -> impl IntoView {
    let opened = RwSignal::new(false);
    let each = |reason: Reason| {
        view! {
            <div>
                <dt>{reason.name}</dt>
                <dd>{reason.words.join(" ")}</dd>
            </div>
        }
    };
    // Made when somebody asks, not at every preview.
    let list = move || opened.get().then(&reasons).flatten().map(|all| all.into_iter().map(each).collect_view());
    view! {
        <details class="help why" on:toggle=move |_| opened.update(|o| *o = !*o)>
            <summary>{move || say!(store, why.ask)}</summary>
            <dl>{list}</dl>
        </details>
    }
}

#[component]
pub fn WhyFacts() -> impl IntoView {
    let store = use_store();
    let reasons = move || {
        let (report, link, persona) = (store.report.get()?, store.selected.get(), store.persona.get());
        let why = store.work.with(|w| {
            let facts = link_facts(w, &report, &link);
            why_link(w, &report, &facts, &link, persona.as_ref())
        })?;
        Some(words::why::of_link(&store.teller(), &why))
    };
    folded(store, reasons)
}

/// Why the outcomes are what they are, folded.
#[component]
pub fn WhyOutcomes() -> impl IntoView {
    let store = use_store();
    let reasons = move || {
        let (report, persona) = (store.report.get()?, store.persona.get());
        let why = store.work.with(|w| why_outcomes(w, &report, persona.as_ref()));
        Some(words::why::of_outcomes(&store.teller(), &why))
    };
    folded(store, reasons)
}
