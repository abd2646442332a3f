//! The ranking as a table: a bar, its number and the strength for each link.

use crate::analysis::Estimate;
use crate::analysis::studies::{Goal, RankedLink, Ranking};
use crate::app::Command;
use crate::charts::ranking::{Bar, Bars, bars};
use crate::model::{LinkId, PersonaId};
use crate::say;
use crate::ui::state::Store;
use crate::ui::widgets::bar::{WIDTH, bar, strength_ring};
use crate::words::{gain, number};
use leptos::prelude::*;

/// A row of the table.
struct Row {
    id: LinkId,
    strength: f64,
    gain: Option<Estimate>,
    ceiling: Option<f64>,
    binds: bool,
    weakest: bool,
}

fn rows(ranking: &Ranking, persona: Option<&PersonaId>) -> Vec<Row> {
    let goal = ranking.outcome;
    let gain = |link: &RankedLink| match persona {
        None => link.effect,
        Some(persona) => link.by_persona.get(persona).copied().flatten(),
    };
    let row = |link: &RankedLink| Row {
        id: link.id.clone(),
        strength: link.strength,
        gain: gain(link).map(|effect| goal.gain(effect)),
        // How much a perfect link would give is known for all together.
        ceiling: link.ceiling.filter(|_| persona.is_none()).map(|effect| goal.gain(effect).value),
        binds: ranking.binding.as_ref().is_some_and(|binding| binding.link == link.id),
        weakest: ranking.weakest.first() == Some(&link.id),
    };
    let mut rows: Vec<Row> = ranking.links.iter().map(row).collect();
    if persona.is_some() {
        let value = |row: &Row| row.gain.map_or(f64::NEG_INFINITY, |gain| gain.value);
        rows.sort_by(|a, b| value(b).total_cmp(&value(a)));
    }
    rows
}

/// The link that gives one persona's customers most.
pub fn best_for(ranking: &Ranking, persona: &PersonaId) -> Option<LinkId> {
    rows(ranking, Some(persona)).into_iter().next().filter(|row| row.gain.is_some()).map(|row| row.id)
}

/// The rows of the first so many links, on the scale of all.
pub fn table(store: Store, ranking: &Ranking, persona: Option<&PersonaId>, most: usize) -> AnyView {
    let rows = rows(ranking, persona);
    let drawn = bars(&rows.iter().map(|row| Bar { gain: row.gain, ceiling: row.ceiling }).collect::<Vec<_>>(), WIDTH);
    let goal = ranking.outcome;
    let each = rows.iter().enumerate().take(most).map(|(at, row)| one(store, goal, row, &drawn, at));
    let each = each.collect_view();
    view! {
        <table class="bars">
            <caption class="unseen">{say!(store, ranking.all_of)}</caption>
            <colgroup>
                <col class="name"/>
                <col/>
                <col class="gives"/>
                <col class="strength"/>
            </colgroup>
            <thead>
                <tr>
                    <th scope="col"><span class="unseen">{say!(store, ranking.link)}</span></th>
                    <th scope="col" colspan="2"><span class="unseen">{say!(store, ranking.gives)}</span></th>
                    <th scope="col" class="strength">{say!(store, ranking.strength)}</th>
                </tr>
            </thead>
            <tbody>{each}</tbody>
        </table>
    }
    .into_any()
}

fn one(store: Store, goal: Goal, row: &Row, drawn: &Bars, at: usize) -> impl IntoView + use<> {
    let (picked, marked, select) = (row.id.clone(), row.id.clone(), row.id.clone());
    let name = store.link_name(&row.id);
    let teller = store.teller();
    let told = row.gain.map(|gain| gain::as_told(&teller, goal, gain));
    let figure = told.map(|told| (gain::figure(&teller, goal, &told), gain::noise(&teller, goal, &told)));
    let (value, noise) = figure.unwrap_or_else(|| (say!(store, outcomes.none).to_owned(), String::new()));
    let strength = number::percent(store.language.get(), row.strength, 0);
    let picture = drawn.bars.get(at).map(|one| bar(one, drawn.zero));
    view! {
        <tr class:binds=row.binds class:selected=move || store.selected.get() == marked>
            <th scope="row">
                <button aria-pressed=move || (store.selected.get() == picked).to_string()
                    on:click=move |_| store.run(Command::Select(select.clone()))
                >
                    {name}
                </button>
            </th>
            <td class="picture">{picture}</td>
            <td class="gives"><b>{value}</b>" "<span class="noise">{noise}</span></td>
            <td class="strength" class:weakest=row.weakest>
                {strength_ring(row.strength)}
                <span>{strength}{row.weakest.then(|| view! { " "<i>{say!(store, ranking.weakest)}</i> })}</span>
            </td>
        </tr>
    }
}
