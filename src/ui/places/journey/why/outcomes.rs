//! Why the outcomes are what they are.

use super::folded;
use crate::app::why_outcomes;
use crate::ui::state::use_store;
use crate::words;
use leptos::prelude::*;

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
