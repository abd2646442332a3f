//! Why a figure is what it is, in words, from this journey's own numbers: one quiet disclosure for each group.

use crate::app::{link_facts, why_link, why_outcomes};
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{FetchView, NotFetched, later};
use crate::words::why::Reason;
use crate::{say, words};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

/// The disclosure, whose reasons are fetched when somebody asks.
fn folded(store: Store, reasons: FetchView) -> impl IntoView {
    let opened = RwSignal::new(false);
    view! {
        <details class="help why" on:toggle=move |_| opened.update(|o| *o = !*o)>
            <summary>{move || say!(store, why.ask)}</summary>
            {move || opened.get().then(|| later(reasons))}
        </details>
    }
}

fn list(reasons: impl Fn() -> Option<Vec<Reason>> + Send + Sync + 'static) -> AnyView {
    let each = |reason: Reason| {
        view! {
            <div>
                <dt>{reason.name}</dt>
                <dd>{reason.words.join(" ")}</dd>
            </div>
        }
    };
    let all = move || reasons().map(|all| all.into_iter().map(each).collect_view());
    view! { <dl>{all}</dl> }.into_any()
}

/// Why the figures of the selected link are what they are, folded.
#[component]
pub fn WhyFacts() -> impl IntoView {
    folded(use_store(), || Box::pin(facts()))
}

/// The reasons of a link's figures, fetched when somebody asks for them.
#[wasm_split(
    details,
    fallible,
    wasm_split_path = ::leptos::wasm_split,
    preload(/// Fetches what is folded or behind a button, before somebody asks for it.
    fetch_details)
)]
pub fn facts() -> Result<fn() -> AnyView, NotFetched> {
    Ok(reasons_of_facts)
}

fn reasons_of_facts() -> AnyView {
    let store = use_store();
    let reasons = move || {
        let (report, link, persona) = (store.report.get()?, store.selected.get(), store.persona.get());
        let why = store.work.with(|w| {
            let facts = link_facts(w, &report, &link);
            why_link(w, &report, &facts, &link, persona.as_ref())
        })?;
        Some(words::why::of_link(&store.teller(), &why))
    };
    list(reasons)
}

/// Why the outcomes are what they are, folded.
#[component]
pub fn WhyOutcomes() -> impl IntoView {
    folded(use_store(), || Box::pin(outcomes()))
}

#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn outcomes() -> Result<fn() -> AnyView, NotFetched> {
    Ok(reasons_of_outcomes)
}

fn reasons_of_outcomes() -> AnyView {
    let store = use_store();
    let reasons = move || {
        let (report, persona) = (store.report.get()?, store.persona.get());
        let why = store.work.with(|w| why_outcomes(w, &report, persona.as_ref()));
        Some(words::why::of_outcomes(&store.teller(), &why))
    };
    list(reasons)
}
