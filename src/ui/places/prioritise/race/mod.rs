//! The budget race: the same units spent in six ways, as curves that can be played unit by unit.

mod drawing;
mod money;
mod player;
mod spending;

use super::goal_words;
use crate::analysis::studies::{Budget, Goal, WayOfSpending};
use crate::app::{Command, UNITS, parse_amount, parse_whole, race_levels};
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::Field;
use crate::ui::widgets::Sheet;
use crate::ui::{format, say, unit};
use drawing::Drawing;
use leptos::prelude::*;
use money::money_words;
use player::Player;
use spending::Spending;
use std::sync::Arc;

#[component]
pub fn Race() -> impl IntoView {
    let store = use_store();
    let budget = Memo::new(move |_| store.findings.with(|f| f.budget.clone()));
    // Units that the race has come to; nothing while it stands at its end.
    let come = RwSignal::new(None::<usize>);
    Effect::new(move |_| {
        let _ = budget.get();
        come.set(None);
    });
    let finding = move || budget.get().map(|b| finding(store, &b));
    let sure = move || budget.get().map_or_else(String::new, |b| sure(store, &b));
    let why = move || {
        let customers = budget.get().map_or_else(String::new, |b| format::count(store.language.get(), b.customers));
        vec![
            say!(store, race.why_ways).to_owned(),
            say!(store, race.why_judged, customers = customers),
            say!(store, race.why_turn).to_owned(),
        ]
    };
    view! {
        <Sheet class="race" name=Signal::derive(move || say!(store, race.name).to_owned())
            finding=Signal::derive(finding) sure=Signal::derive(sure) why=Signal::derive(why)
        >
            <div class="race-fields"><Units/><UnitCost/></div>
            {move || budget.get().map(|b| view! { <Drawing budget=b come=come/> })}
            {move || budget.get().filter(|b| !race_levels(b, None).is_empty()).map(|b| view! { <Player units=b.units as usize come=come/> })}
            {move || budget.get().map(|b| money_words(store, &b).into_iter().map(|words| view! { <p>{words}</p> }).collect_view())}
            {move || budget.get().map(|b| view! { <Spending budget=b/> })}
        </Sheet>
    }
}

#[component]
fn Units() -> impl IntoView {
    let store = use_store();
    let (least, most) = UNITS;
    let set = Callback::new(move |typed: String| {
        let units = parse_whole(&typed).and_then(|n| u32::try_from(n).ok()).filter(|n| (least..=most).contains(n));
        if let Some(units) = units {
            store.run(Command::SetUnits(units));
        }
        units.is_some()
    });
    view! {
        <Field
            label=Signal::derive(move || say!(store, race.units).to_owned())
            after=Signal::derive(String::new)
            hint=Signal::derive(move || say!(store, race.units_hint, least = least, most = most))
            wrong=Signal::derive(move || say!(store, race.units_wrong, least = least, most = most))
            value=Signal::derive(move || store.agenda.with(|a| a.units.to_string())) set=set
        />
    }
}

#[component]
fn UnitCost() -> impl IntoView {
    let store = use_store();
    let set = Callback::new(move |typed: String| {
        if typed.trim().is_empty() {
            store.run(Command::SetUnitCost(None));
            return true;
        }
        let cost = parse_amount(&typed, &unit::currency(store));
        if cost.is_some() {
            store.run(Command::SetUnitCost(cost));
        }
        cost.is_some()
    });
    let value = move || {
        let cost = store.agenda.with(|a| a.unit_cost);
        cost.map_or_else(String::new, |cost| format::amount(store.language.get(), cost))
    };
    view! {
        <Field
            label=Signal::derive(move || say!(store, race.unit_cost).to_owned())
            after=Signal::derive(move || unit::currency(store))
            hint=Signal::derive(move || say!(store, race.unit_cost_hint).to_owned())
            wrong=Signal::derive(move || say!(store, race.unit_cost_wrong).to_owned())
            value=Signal::derive(value) set=set
        />
    }
}

/// "10 units"
fn units(store: Store, n: u32) -> String {
    match n {
        1 => say!(store, race.units_one).to_owned(),
        _ => say!(store, race.units_many, n = format::count(store.language.get(), n.into())),
    }
}

/// What a way of spending is called.
fn way_name(store: Store, way: WayOfSpending) -> &'static str {
    match way {
        WayOfSpending::Evenly => say!(store, race.evenly),
        WayOfSpending::BySilo => say!(store, race.by_silo),
        WayOfSpending::ByComplaints => say!(store, race.by_complaints),
        WayOfSpending::WeakestFirst => say!(store, race.weakest_first),
        WayOfSpending::BestEffect => say!(store, race.best_effect),
        WayOfSpending::Moved => say!(store, race.moved),
    }
}

/// The outcome when all is spent in a way.
fn ends_at(levels: &[(WayOfSpending, Vec<f64>)], way: WayOfSpending) -> Option<f64> {
    levels.iter().find(|(of, _)| *of == way).and_then(|(_, values)| values.last().copied())
}

fn finding(store: Store, budget: &Budget) -> String {
    let levels = race_levels(budget, store.stands_at());
    let level = |value| goal_words::level(store, budget.outcome, value);
    let (best, evenly) = (ends_at(&levels, WayOfSpending::BestEffect), ends_at(&levels, WayOfSpending::Evenly));
    let today = best.and(levels.first()).and_then(|(_, curve)| curve.first().copied());
    match (today, best, evenly) {
        (Some(today), Some(best), Some(evenly)) => say!(
            store,
            race.title,
            units = units(store, budget.units),
            outcome = super::goal::goal_name(store, budget.outcome),
            best = level(best),
            today = level(today),
            evenly = level(evenly)
        ),
        _ => say!(store, race.nothing).to_owned(),
    }
}

fn sure(store: Store, budget: &Arc<Budget>) -> String {
    let behind = budget.ways.iter().find(|w| w.way == WayOfSpending::WeakestFirst).and_then(|w| w.behind);
    let ahead = match behind {
        None => String::new(),
        Some(e) if e.low > 0.0 => say!(store, race.ahead, by = by(store, budget.outcome, &e)),
        Some(_) => say!(store, race.too_close).to_owned(),
    };
    let name = |link: &Option<crate::model::LinkId>| link.as_ref().map_or_else(String::new, |l| store.link_name(l));
    let (best, weakest) = (name(&budget.switch.best), name(&budget.switch.weakest));
    let turn = match budget.switch.after {
        None => say!(store, race.switch_never).to_owned(),
        Some(0) => say!(store, race.switch_start, best = best, weakest = weakest),
        Some(n) => say!(store, race.switch_after, units = units(store, n), best = best, weakest = weakest),
    };
    format!("{ahead} {turn}").trim().to_owned()
}

/// "0.42 points (±0.05)"
fn by(store: Store, goal: Goal, estimate: &crate::analysis::Estimate) -> String {
    let (n, noise) = (goal_words::size(store, goal, estimate.value), goal_words::spread(store, goal, estimate));
    say!(store, outcomes.difference, n = n, noise = noise)
}
