//! Who gets what, in each way of spending.

use super::levels;
use crate::analysis::studies::{Budget, Way};
use crate::say;
use crate::ui::state::use_store;
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn Spending(budget: Arc<Budget>) -> impl IntoView {
    let store = use_store();
    let rows = move || {
        let (teller, goal) = (store.teller(), budget.outcome);
        let levels = levels(store, &budget);
        let row = |way: &Way| {
            let end = words::race::ends_at(&levels, way.way).map(|v| words::goal::level(&teller, goal, v));
            let behind = way.behind.map(|e| words::race::behind(&teller, goal, &e));
            view! {
                <tr>
                    <th scope="row">{words::race::way_name(teller.language, way.way)}</th>
                    <td class="figure">{end}</td>
                    <td class="short">{behind}</td>
                    <td>{words::race::gets(&teller, way)}</td>
                </tr>
            }
        };
        budget.ways.iter().map(row).collect_view()
    };
    view! {
        <details class="help who">
            <summary>{move || say!(store, race.who)}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{move || say!(store, race.way)}</th>
                        <th scope="col">{move || say!(store, race.ends_at)}</th>
                        <th scope="col">{move || say!(store, race.behind)}</th>
                        <th scope="col">{move || say!(store, race.gets)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}
