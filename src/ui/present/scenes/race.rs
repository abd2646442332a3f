//! What a budget comes to, spent in several ways.

use crate::analysis::studies::Way;
use crate::app::race_levels;
use crate::say;
use crate::ui::state::use_store;
use crate::words::{self, goal, race};
use leptos::prelude::*;

#[component]
pub fn BudgetOnWall() -> impl IntoView {
    let store = use_store();
    let budget = Memo::new(move |_| store.answers.findings.with(|found| found.budget.clone()));
    let finding = move || match budget.get() {
        Some(budget) => race::finding(&store.teller(), &budget, &race_levels(&budget, store.stands_at())),
        None => say!(store, wall.waiting).to_owned(),
    };
    let money = move || {
        let budget = budget.get()?;
        words::money::money(&store.teller(), &budget, store.agenda.with(|agenda| agenda.unit_cost))
    };
    let rows = move || {
        let budget = budget.get()?;
        let levels = race_levels(&budget, store.stands_at());
        let teller = store.teller();
        let row = |way: &Way| {
            let end = race::ends_at(&levels, way.way).map(|level| goal::level(&teller, budget.outcome, level));
            view! {
                <tr>
                    <th scope="row">{race::way_name(teller.language, way.way)}</th>
                    <td class="figure">{end}</td>
                    <td>{race::gets(&teller, way)}</td>
                </tr>
            }
        };
        Some(budget.ways.iter().map(row).collect_view())
    };
    view! {
        <p class="wall-sentence">{finding}</p>
        <table class="wall-race">
            <thead>
                <tr>
                    <th scope="col">{move || say!(store, wall.way)}</th>
                    <th scope="col">{move || say!(store, wall.gives)}</th>
                    <th scope="col">{move || say!(store, wall.gets)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <p class="wall-under">{money}</p>
    }
}
