//! Who gets what, in each way of spending.

use super::{by, ends_at, way_name};
use crate::analysis::Estimate;
use crate::analysis::studies::{Budget, Goal, Way};
use crate::app::{Gets, race_levels, who_gets};
use crate::ui::places::prioritise::goal_words;
use crate::ui::state::{Store, use_store};
use crate::ui::{format, say};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn Spending(budget: Arc<Budget>) -> impl IntoView {
    let store = use_store();
    let rows = move || {
        let levels = race_levels(&budget, store.stands_at());
        let row = |way: &Way| {
            let end = ends_at(&levels, way.way).map(|v| goal_words::level(store, budget.outcome, v));
            view! {
                <tr>
                    <th scope="row">{way_name(store, way.way)}</th>
                    <td class="figure">{end}</td>
                    <td class="short">{way.behind.map(|e| behind(store, budget.outcome, &e))}</td>
                    <td>{gets(store, way)}</td>
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

/// How far it is behind the best effect, where noise does not explain it.
fn behind(store: Store, goal: Goal, estimate: &Estimate) -> String {
    match estimate {
        e if e.low > 0.0 => by(store, goal, e),
        // The best effect is greedy, and can be beaten.
        e if e.high < 0.0 => format!("\u{2212}{}", by(store, goal, e)),
        _ => say!(store, outcomes.too_close).to_owned(),
    }
}

fn gets(store: Store, way: &Way) -> String {
    let number = |effort: f64| format::decimal(store.language.get(), effort, u8::from(effort.fract() != 0.0));
    let one = |gets: Gets| match gets {
        Gets::Link(link, effort) => say!(store, race.one_gets, name = store.link_name(&link), n = number(effort)),
        Gets::Owner(owner, effort) => {
            say!(store, race.one_gets, name = super::super::owner_name(store, &owner), n = number(effort))
        }
        Gets::Each(links, effort) => {
            say!(store, race.each, n = format::decimal(store.language.get(), effort, 2), links = links)
        }
        Gets::Taken(links, effort) => say!(store, race.taken, links = links, n = number(effort)),
    };
    let all = store.journey.with(|j| who_gets(j, way));
    if all.is_empty() {
        return say!(store, race.nobody).to_owned();
    }
    all.into_iter().map(one).collect::<Vec<_>>().join(", ")
}
