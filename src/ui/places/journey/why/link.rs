//! Why so many met, held, failed, left and complained at the selected link.

use super::folded;
use crate::app::{link_facts, why_link};
use crate::ui::state::use_store;
use crate::words;
use leptos::prelude::*;

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
