//! The ranking: what the same effort does on each link, and how strong each is.

use super::question::Question;
use crate::analysis::Estimate;
use crate::analysis::studies::{Goal, RankedLink, Ranking};
use crate::app::{Command, Panel};
use crate::charts::ranking::{Bar, Bars, bars};
use crate::model::order;
use crate::model::{LinkId, PersonaId};
use crate::say;
use crate::ui::places::landmarks;
use crate::ui::platform::events::choice_of;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::bar::{WIDTH, bar, strength_ring};
use crate::words::{self, gain, number};
use leptos::prelude::*;
use std::sync::Arc;

/// Links that are shown until somebody wants all.
const FIRST: usize = 8;

/// The newest ranking.
pub fn ranking_of(store: Store) -> Memo<Option<Arc<Ranking>>> {
    Memo::new(move |_| store.answers.findings.with(|findings| findings.ranking.clone()))
}

/// The panel.
#[component]
pub fn RankingPanel() -> impl IntoView {
    let store = use_store();
    let ranking = ranking_of(store);
    let all = RwSignal::new(false);
    let title = move || match (ranking.get(), store.persona.get()) {
        (None, _) => say!(store, ranking.title).to_owned(),
        (Some(found), None) => words::ranking::title(&store.teller(), &found),
        (Some(found), Some(persona)) => {
            words::ranking::for_persona(&store.teller(), &persona, best_for(&found, &persona).as_ref())
        }
    };
    let under = move || ranking.get().map(|found| words::ranking::under(&store.teller(), &found));
    let table = move || match ranking.get() {
        None => view! { <p class="hint">{say!(store, ranking.awaited)}</p> }.into_any(),
        Some(found) => {
            let most = if all.get() { found.links.len() } else { FIRST };
            table(store, &found, store.persona.get().as_ref(), most)
        }
    };
    let more = move || {
        let links = ranking.get().map_or(0, |found| found.links.len());
        (links > FIRST).then(|| {
            let n = |n: usize| number::count(store.language.get(), n as u64);
            if all.get() { say!(store, ranking.fewer, n = n(FIRST)) } else { say!(store, ranking.all, n = n(links)) }
        })
    };
    let see = move |_| landmarks::go_to_inspector(store);
    let words = move || ranking.get().map(|found| notes(store, &found));
    view! {
        <Question panel=Panel::Ranking class="ranking" title=Signal::derive(title)
            awaited=Signal::derive(move || ranking.with(Option::is_none))
        >
            <p class="hint">{under}</p>
            <Whose/>
            {table}
            <div class="ranking-tools">
                {move || more().map(|words| view! {
                    <button class="plain" aria-expanded=move || all.get().to_string()
                        on:click=move |_| all.update(|all| *all = !*all)
                    >
                        {words}
                    </button>
                })}
                <p class="hint">
                    {move || say!(store, ranking.selected, link = store.link_name(&store.selected.get()))}" "
                    <button class="plain" on:click=see>
                        {move || say!(store, ranking.see)}
                    </button>
                </p>
            </div>
            {words}
        </Question>
    }
}

/// The finding and the first links, without what is asked of them in the place.
pub fn ranking_alone(store: Store) -> AnyView {
    let ranking = ranking_of(store);
    let title = move || match ranking.get() {
        None => say!(store, ranking.title).to_owned(),
        Some(found) => words::ranking::title(&store.teller(), &found),
    };
    let under = move || ranking.get().map(|found| words::ranking::under(&store.teller(), &found));
    let rows = move || match ranking.get() {
        None => view! { <p class="hint">{say!(store, ranking.awaited)}</p> }.into_any(),
        Some(found) => table(store, &found, None, FIRST),
    };
    view! {
        <section class="ranking">
            <h1>{title}</h1>
            <p class="hint">{under}</p>
            {rows}
        </section>
    }
    .into_any()
}

/// What stands under the table: warnings, the weakest, how sure, why.
fn notes(store: Store, ranking: &Ranking) -> impl IntoView + use<> {
    let teller = store.teller();
    let losses =
        words::ranking::losses(&teller, ranking).into_iter().map(|words| view! { <p class="loses">{words}</p> });
    view! {
        {losses.collect_view()}
        <p class="note">{words::ranking::weakest(&teller, ranking)}</p>
        {words::ranking::mix(&teller, ranking).map(|words| view! { <p class="note mix">{words}</p> })}
        <p class="hint">{words::ranking::sure(&teller, ranking)}</p>
        <details class="help">
            <summary>{say!(store, why.ask)}</summary>
            <p>{say!(store, ranking.why_effort)}</p>
            <p>{say!(store, ranking.why_strength)}</p>
            <p>{say!(store, ranking.faint)}</p>
        </details>
    }
}

/// Everybody, or one persona.
#[component]
fn Whose() -> impl IntoView {
    let store = use_store();
    let choose = move |event: web_sys::Event| {
        let Some(value) = choice_of(&event) else { return };
        let chosen =
            store.journey.with_untracked(|j| j.personas.iter().map(|p| p.id.clone()).find(|p| p.as_str() == value));
        store.run(Command::Only(chosen));
    };
    let options = move || {
        let ids = store.journey.with(|j| j.personas.iter().map(|p| p.id.clone()).collect::<Vec<_>>());
        let option = |id: crate::model::PersonaId| {
            let (value, chosen) = (id.to_string(), id.clone());
            view! {
                <option value=value selected=move || store.persona.get().as_ref() == Some(&chosen)>
                    {store.teller().first_name(&id)}
                </option>
            }
        };
        ids.into_iter().map(option).collect_view()
    };
    view! {
        <label class="choice">
            <span>{move || say!(store, ranking.whose)}</span>
            <select on:change=choose>
                <option value="" selected=move || store.persona.get().is_none()>{move || say!(store, ranking.everybody)}</option>
                {options}
            </select>
        </label>
    }
}

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
        None => link.gives(goal),
        Some(persona) => link.gives_to(goal, persona),
    };
    let row = |link: &RankedLink| Row {
        id: link.id.clone(),
        strength: link.strength,
        gain: gain(link),
        // How much a perfect link would give is known for all together.
        ceiling: link.could_give(goal).filter(|_| persona.is_none()).map(|gain| gain.value),
        binds: ranking.binding.as_ref().is_some_and(|binding| binding.link == link.id),
        weakest: ranking.weakest.first() == Some(&link.id),
    };
    let mut rows: Vec<Row> = ranking.links.iter().map(row).collect();
    if persona.is_some() {
        let value = |row: &Row| row.gain.map_or(f64::NEG_INFINITY, |gain| gain.value);
        order::sort(&mut rows, |a, b| value(b).total_cmp(&value(a)));
    }
    rows
}

/// The link that gives one persona's customers most; `None` where chance may explain all that any gives.
fn best_for(ranking: &Ranking, persona: &PersonaId) -> Option<LinkId> {
    let is_good = |row: &Row| row.gain.is_some_and(|gain| gain.is_above_zero());
    rows(ranking, Some(persona)).into_iter().next().filter(is_good).map(|row| row.id)
}

/// The rows of the first so many links, on the scale of all.
fn table(store: Store, ranking: &Ranking, persona: Option<&PersonaId>, most: usize) -> AnyView {
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
