//! Help for the strength, on the fixed skeleton: what it means, in the customer's words, what to look for, where the
//! number comes from, what is often objected.

use crate::model::{Figure, Grounds};
use crate::ui::say;
use crate::ui::store::{Store, use_store};
use leptos::prelude::*;

#[component]
pub fn StrengthHelp() -> impl IntoView {
    let store = use_store();
    view! {
        <details class="help">
            <summary>{move || say!(store, help.title)}</summary>
            <dl>
                <dt>{move || say!(store, help.means)}</dt>
                <dd>{move || say!(store, help.means_text)}</dd>
                <dt>{move || say!(store, help.customer)}</dt>
                <dd>{move || say!(store, help.customer_text)}</dd>
                <dt>{move || say!(store, help.look)}</dt>
                <dd>{move || say!(store, help.look_text)}</dd>
                <dt>{move || say!(store, help.source)}</dt>
                <dd>{move || source(store)}</dd>
                <dt>{move || say!(store, help.objection)}</dt>
                <dd>{move || say!(store, help.objection_text)}</dd>
            </dl>
        </details>
    }
}

/// Where the selected link's strength comes from.
fn source(store: Store) -> String {
    let link = store.selected.get();
    let evidence = store.journey.with(|j| {
        let of = j.touchpoint(&link).map(|t| &t.evidence).or_else(|| j.handover(&link).map(|h| &h.evidence))?;
        of.get(&Figure::Strength).cloned()
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
