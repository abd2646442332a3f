//! Today and what could be: the named scenarios of the journey that is open, beside today and each other.

mod now;
mod row;
mod work;

use super::shelf::use_library;
use crate::app::{OutcomeKind, TRIED_ON};
use crate::model::NamedScenario;
use crate::say;
use crate::words::{number, outcome};
use leptos::prelude::*;
use now::Now;
use row::today_teller;
use work::SHOWN;

/// Which outcomes stand side by side: the first of [`crate::app::outcomes`].
const KINDS: [OutcomeKind; SHOWN] = [OutcomeKind::Conversion, OutcomeKind::Churn, OutcomeKind::Revenue];

#[component]
pub fn Scenarios() -> impl IntoView {
    let store = use_library().store;
    let work = Memo::new(move |_| store.session.with(|session| session.work.clone()));
    let tried = store.tried_for_library(work);
    let name = move || {
        let teller = today_teller(store, work);
        teller.named(&teller.journey.name)
    };
    let title = move || say!(store, library.scenario.title, name = name());
    let named = Memo::new(move |_| work.with(|work| work.named.clone()));
    let has_some = move || named.with(|named| !named.is_empty());
    let row = move |named: NamedScenario| row::row(store, work, tried, named);
    let head = move || {
        let teller = today_teller(store, work);
        KINDS.map(|kind| view! { <th scope="col">{outcome::name(&teller, kind)}</th> }).collect_view()
    };
    let base = move || say!(store, library.scenario.base, n = number::count(store.language.get(), TRIED_ON));
    view! {
        <section class="library-scenarios" aria-labelledby="library-scenarios-title">
            <h2 id="library-scenarios-title" tabindex="-1">{title}</h2>
            <p class="hint">{move || say!(store, library.scenario.lead)}</p>
            <Now work=work/>
            <div class="scenario-scroll" hidden=move || !has_some() tabindex="0" role="group" aria-label=title>
                <table class="scenario-table">
                    <thead><tr><th scope="col">{move || say!(store, library.scenario.name)}</th>{head}<td></td></tr></thead>
                    <tbody>
                        {row::today(store, work, tried)}
                        <For each=move || named.get().to_vec() key=|named| format!("{named:?}") children=row/>
                    </tbody>
                </table>
            </div>
            <p class="hint" hidden=move || !has_some()>{base}</p>
        </section>
    }
}
