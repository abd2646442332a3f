//! The budget race: the same units spent in six ways, as curves that can be played unit by unit.

mod drawing;

use super::question::Sheet;
use crate::analysis::studies::{Budget, Way};
use crate::app::{Command, FACTS_OF, Panel, UNIT_COST, UNITS, harm, race_levels};
use crate::say;
use crate::ui::platform::device::wants_less_motion;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::TypedField;
use crate::words::typed::{Misread, NumberKind};
use crate::words::{self, number};
use drawing::Drawing;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn Race() -> impl IntoView {
    let store = use_store();
    let budget = Memo::new(move |_| store.answers.findings.with(|f| f.budget.clone()));
    // Units that the race has come to; nothing while it stands at its end.
    let come = RwSignal::new(None::<usize>);
    Effect::new(move |_| {
        let _ = budget.get();
        come.set(None);
    });
    let finding =
        move || budget.get().map(|b| words::race::finding(&store.teller(), &b, &race_levels(&b, store.stands_at())));
    let sure = move || budget.get().map_or_else(String::new, |b| words::race::sure(&store.teller(), &b));
    let why = move || {
        let customers = budget.get().map_or_else(String::new, |b| number::count(store.language.get(), b.customers));
        vec![
            say!(store, race.why_evenly).to_owned(),
            say!(store, race.why_first).to_owned(),
            say!(store, race.why_best).to_owned(),
            say!(store, race.why_judged, customers = customers),
            say!(store, race.why_turn).to_owned(),
        ]
    };
    view! {
        <Sheet panel=Panel::Race class="sheet race" name=Signal::derive(move || say!(store, race.name).to_owned())
            finding=Signal::derive(finding) sure=Signal::derive(sure) why=Signal::derive(why)
        >
            <div class="race-fields"><Units/><UnitCost/></div>
            {move || budget.get().map(|b| view! { <Drawing budget=b come=come/> })}
            {move || budget.get().filter(|b| !race_levels(b, None).is_empty()).map(|b| view! { <Player units=b.units as usize come=come/> })}
            {move || budget.get().and_then(|b| money(store, &b)).map(|words| view! { <p>{words}</p> })}
            {move || budget.get().and_then(|b| words::race::taken(&store.teller(), &b)).map(|words| view! { <p class="taken">{words}</p> })}
            {move || budget.get().and_then(|b| words::race::kept(&store.teller(), &b)).map(|words| view! { <p class="kept">{words}</p> })}
            {move || harmed(store).map(|words| view! { <p class="harm">{words}</p> })}
            {move || budget.get().map(|b| view! { <Spending budget=b/> })}
        </Sheet>
    }
}

/// Where moving effort does harm, once that is found out.
fn harmed(store: Store) -> Option<String> {
    let (ranking, taken) = store.answers.findings.with(|found| Some((found.ranking.clone()?, found.taken.clone()?)))?;
    let found = harm(&ranking, &taken)?;
    Some(words::race::harm(&store.teller(), taken.outcome, taken.effort, &found))
}

#[component]
fn Units() -> impl IntoView {
    let store = use_store();
    let (least, most) = UNITS;
    let kind = move || NumberKind::whole(store.language.get(), (least.into(), most.into()));
    let read =
        Callback::new(move |typed: String| untrack(kind).read(&typed).map(|units| Command::SetUnits(units as u32)));
    view! {
        <TypedField
            label=Signal::derive(move || say!(store, race.units).to_owned())
            after=Signal::derive(String::new)
            hint=Signal::derive(move || say!(store, race.units_hint, least = least, most = most))
            told=Callback::new(move |why: Misread| kind().told(&why))
            value=Signal::derive(move || kind().write(store.agenda.with(|a| a.units.into()))) read=read
        />
    }
}

#[component]
fn UnitCost() -> impl IntoView {
    let store = use_store();
    let kind = move || NumberKind::money(&store.teller(), UNIT_COST);
    let read = Callback::new(move |typed: String| {
        let is_empty = typed.trim().is_empty();
        if is_empty {
            Ok(Command::SetUnitCost(None))
        } else {
            untrack(kind).read(&typed).map(|c| Command::SetUnitCost(Some(c)))
        }
    });
    let value = move || store.agenda.with(|a| a.unit_cost).map_or_else(String::new, |cost| kind().write(cost));
    view! {
        <TypedField
            label=Signal::derive(move || say!(store, race.unit_cost).to_owned())
            after=Signal::derive(move || store.teller().currency().to_owned())
            hint=Signal::derive(move || say!(store, race.unit_cost_hint).to_owned())
            told=Callback::new(move |why: Misread| kind().told(&why))
            value=Signal::derive(value) read=read
        />
    }
}

fn money(store: Store, budget: &Budget) -> Option<String> {
    words::money::money(&store.teller(), budget, store.agenda.with(|a| a.unit_cost))
}

/// How long each unit is looked at [ms].
const UNIT: u32 = 700;

type Timer = StoredValue<Option<Timeout>, LocalStorage>;

#[component]
fn Player(units: usize, come: RwSignal<Option<usize>>) -> impl IntoView {
    let store = use_store();
    let timer: Timer = StoredValue::new_local(None);
    let runs = RwSignal::new(false);
    let stop = move || {
        timer.set_value(None);
        runs.set(false);
    };
    let press = move |_| {
        if runs.get_untracked() {
            stop();
        } else {
            come.set(Some(0));
            runs.set(true);
            timer.set_value(Some(Timeout::new(UNIT, move || run(timer, runs, come, units))));
        }
    };
    let now = move || come.get().unwrap_or(units);
    let is_at_end = move || now() >= units;
    let step = move |by: isize| {
        let to = now().saturating_add_signed(by).min(units);
        if to == now() {
            return;
        }
        stop();
        come.set((to < units).then_some(to));
    };
    let play = (!wants_less_motion()).then(|| {
        let words = move || if runs.get() { say!(store, race.pause) } else { say!(store, race.play) };
        view! { <button class="plain" on:click=press>{words}</button> }
    });
    view! {
        <p class="race-player">
            {play}
            <button class="plain" aria-disabled=move || (now() == 0).to_string() on:click=move |_| step(-1)>{move || say!(store, race.back)}</button>
            <button class="plain" aria-disabled=move || is_at_end().to_string() on:click=move |_| step(1)>{move || say!(store, race.on)}</button>
            <span class="hint" role="status">
                {move || (!runs.get()).then(|| say!(store, race.come, n = now(), of = units))}
            </span>
        </p>
    }
}

/// One unit on; at the last it stands.
fn run(timer: Timer, runs: RwSignal<bool>, come: RwSignal<Option<usize>>, units: usize) {
    let next = come.get_untracked().unwrap_or(units) + 1;
    if next < units {
        come.set(Some(next));
        timer.set_value(Some(Timeout::new(UNIT, move || run(timer, runs, come, units))));
    } else {
        come.set(None);
        runs.set(false);
    }
}

#[component]
fn Spending(budget: Arc<Budget>) -> impl IntoView {
    let store = use_store();
    let is_of_staying = budget.outcome.is_of_staying();
    let heads = move || {
        is_of_staying.then(|| {
            view! { <th scope="col">{say!(store, race.saved_head, of = store.teller().count(FACTS_OF))}</th> }
        })
    };
    let rows = move || {
        let (teller, goal) = (store.teller(), budget.outcome);
        let levels = race_levels(&budget, store.stands_at());
        let row = |way: &Way| {
            let end = words::race::ends_at(&levels, way.way).map(|v| words::goal::level(&teller, goal, v));
            // Where the outcome is about staying: who is saved, and what only comes of who buys.
            let apart = way.kept.map(|kept| {
                let mix = words::race::mix(&teller, budget.outcome, way);
                let mix = mix.map(|by| view! { <span class="hint">{say!(store, race.mix_of, by = by)}</span> });
                view! { <td class="short">{words::race::saved(&teller, goal, &kept)}" "{mix}</td> }
            });
            let behind = way.behind.map(|e| words::race::behind(&teller, goal, &e));
            view! {
                <tr>
                    <th scope="row">{words::race::way_name(teller.language, way.way)}</th>
                    <td class="figure">{end}</td>
                    <td class="short">{behind}</td>
                    {apart}
                    <td>{words::race::gets(&teller, way)}</td>
                </tr>
            }
        };
        budget.ways.iter().map(row).collect_view()
    };
    view! {
        <details class="help who">
            <summary>{move || say!(store, race.who)}</summary>
            <div class="scrolls"><table>
                <thead>
                    <tr>
                        <th scope="col">{move || say!(store, race.way)}</th>
                        <th scope="col">{move || say!(store, race.ends_at)}</th>
                        <th scope="col">{move || say!(store, race.behind)}</th>
                        {heads}
                        <th scope="col">{move || say!(store, race.gets)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table></div>
        </details>
    }
}
