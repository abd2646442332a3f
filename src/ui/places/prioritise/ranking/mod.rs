//! The ranking: what the same effort does on each link, and how strong each is.

mod rows;

use crate::analysis::studies::Ranking;
use crate::app::{Command, Panel};
use crate::say;
use crate::ui::places::landmarks;
use crate::ui::platform::events::choice_of;
use crate::ui::state::{Store, use_store};
use crate::words::{self, number};
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
        (Some(found), Some(persona)) => rows::best_for(&found, &persona).map_or_else(
            || words::ranking::title(&store.teller(), &found),
            |link| words::ranking::for_persona(&store.teller(), &persona, &link),
        ),
    };
    let under = move || ranking.get().map(|found| words::ranking::under(&store.teller(), &found));
    let table = move || match ranking.get() {
        None => view! { <p class="awaited hint">{say!(store, ranking.awaited)}</p> }.into_any(),
        Some(found) => {
            let most = if all.get() { found.links.len() } else { FIRST };
            rows::table(store, &found, store.persona.get().as_ref(), most)
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
        <section class="ranking">
            <div class="panel-title">
                <h2 id=landmarks::heading(Panel::Ranking) tabindex="-1">{title}</h2>
                <p class="hint">{under}</p>
            </div>
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
        </section>
    }
}

/// What stands under the table: warnings, the weakest, how sure, why.
fn notes(store: Store, ranking: &Ranking) -> impl IntoView + use<> {
    let teller = store.teller();
    let losses =
        words::ranking::losses(&teller, ranking).into_iter().map(|words| view! { <p class="loses">{words}</p> });
    view! {
        {losses.collect_view()}
        <p class="note">{words::ranking::weakest(&teller, ranking)}</p>
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
