//! The outcomes: each figure large, today small beside it, and the difference with its interval. Conversion and churn
//! stand first and largest, and stay in sight.

use crate::app::{OutcomeKind, OutcomeRow, Verdict, outcomes};
use crate::say;
use crate::ui::state::use_store;
use crate::words;
use leptos::prelude::*;

#[component]
pub fn Outcomes() -> impl IntoView {
    let store = use_store();
    let rows = Memo::new(move |_| store.report.get().map(|r| store.work.with(|w| outcomes(w, &r))));
    let each = |i: usize| {
        let row = Memo::new(move |_| rows.get().and_then(|r| r.get(i).copied()));
        // Conversion and churn have the first two places, before there are figures as well.
        view! { <Outcome row=row is_large={i < 2}/> }
    };
    view! {
        <section class="outcomes" aria-label=move || say!(store, outcomes.title)>
            {(0..4).map(each).collect_view()}
        </section>
    }
}

/// One outcome; empty as long as there is none, and then as large as it is to be.
#[component]
pub fn Outcome(row: Memo<Option<OutcomeRow>>, #[prop(default = true)] is_large: bool) -> impl IntoView {
    let store = use_store();
    let tone = move || {
        let verdict = row.with(|row| row.as_ref().map(|r| r.verdict));
        let tone = match verdict {
            Some(Verdict::Better) => "better",
            Some(Verdict::Worse) => "worse",
            _ => "",
        };
        let is_first = row.with(|row| {
            row.as_ref().map_or(is_large, |r| matches!(r.kind, OutcomeKind::Conversion | OutcomeKind::Churn))
        });
        format!("outcome {tone} {}", if is_first { "first" } else { "" })
    };
    let name = move || row.get().map(|r| words::outcome::name(&store.teller(), r.kind));
    let figure = move || row.get().map(|r| words::outcome::figure(&store.teller(), &r));
    let today = move || row.get().and_then(|r| words::outcome::today(&store.teller(), &r));
    let said = move || row.get().map(|r| words::outcome::difference(&store.teller(), &r));
    let people = move || row.get().and_then(|r| words::outcome::people(&store.teller(), &r));
    view! {
        <div class=tone>
            <h2>{name}</h2>
            <p class="figure">{figure}</p>
            <p class="today">{today}</p>
            <p class="difference">{said}</p>
            <p class="people">{people}</p>
        </div>
    }
}
