//! Where one stands in a life, and the value account just then: what each experience gave or took, what is left of it,
//! and how the customer weighs the sum.

use super::walk::Walk;
use crate::app::{AccountEntry, ValueAccount, Weighing, balance};
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::words::{self, Teller, value_account};
use leptos::prelude::*;

/// Entries that are listed one by one; the smallest of more are added up.
const LISTED: usize = 5;

#[component]
pub fn Account(walk: Walk, has_twin: bool) -> impl IntoView {
    let store = use_store();
    let whose = has_twin.then(|| view! { <Whose walk=walk/> });
    let place = move || {
        let (n, of) = walk.number();
        let teller = store.teller();
        say!(store, value_account.place, n = teller.count(n as u64 + 1), of = teller.count(of as u64))
    };
    let at_start = move || walk.number().0 == 0;
    let at_end = move || walk.number().0 + 1 >= walk.number().1;
    view! {
        {whose}
        <div class="life-stop">
            <button class="firm" disabled=at_start on:click=move |_| walk.step(-1)>{say!(store, value_account.back)}</button>
            <span class="hint">{place}</span>
            <button class="firm" disabled=at_end on:click=move |_| walk.step(1)>{say!(store, value_account.on)}</button>
        </div>
        <p class="life-here" role="status">{move || happened(store, walk)}</p>
        {move || account(store, walk)}
        <p class="hint">{say!(store, value_account.keys)}</p>
    }
}

/// Which of the twins is followed.
#[component]
fn Whose(walk: Walk) -> impl IntoView {
    let store = use_store();
    let one = move |with_change: bool, words: &'static str| {
        let pressed = move || (walk.with_change.get() == with_change).to_string();
        view! { <button class="plain" aria-pressed=pressed on:click=move |_| walk.follow(with_change)>{words}</button> }
    };
    view! {
        <p class="life-whose" role="group" aria-label=say!(store, value_account.whose)>
            {one(false, say!(store, life.today))} {one(true, say!(store, life.what_if))}
        </p>
    }
}

/// When it was and what happened, with what that added or took.
fn happened(store: Store, walk: Walk) -> Option<impl IntoView + use<>> {
    let (when, told) = walk.here()?;
    let teller = store.teller();
    let (_, what) = words::life::event(&teller, &told.event)?;
    let what = match judged(store, walk, told.at) {
        Some((is_worth_it, words)) => {
            view! { <span class="life-judged" class:doubts=!is_worth_it>{words}</span> }.into_any()
        }
        None => words::phrase::capital(&what).into_any(),
    };
    let change = value_account::change(&teller, told.change).map(|words| {
        let class = if told.change < 0.0 { "takes" } else { "gives" };
        view! { ": " <b class=class>{words}</b> }
    });
    Some(view! { <span class="hint">{words::life::when(&teller, when)}</span> " " {what} {change} })
}

/// The journey that the life was lived in.
fn lived_in(store: Store, walk: Walk) -> Teller {
    if walk.with_change.get() { store.changed_teller() } else { store.teller() }
}

/// What came of a value check, and whether it was worth the price; `None` of every other event.
fn judged(store: Store, walk: Walk, at: usize) -> Option<(bool, String)> {
    let life = walk.life();
    let judged = balance(&life.story, at).judgement?;
    let teller = lived_in(store, walk);
    Some((judged.is_worth_it, value_account::judgement(&teller, judged)))
}

fn account(store: Store, walk: Walk) -> Option<impl IntoView + use<>> {
    let life = walk.life();
    let (_, here) = walk.here()?;
    let found = balance(&life.story, here.at);
    let teller = lived_in(store, walk);
    let persona = teller.journey.personas.get(life.story.life.persona)?;
    let unit = value_account::unit(&teller, &persona.id);
    Some(view! {
        <section class="life-account">
            <h3>{say!(store, value_account.title)}</h3>
            {sheet(store, &teller, &found)}
            <p class="hint">{unit}</p>
        </section>
    })
}

fn sheet(store: Store, teller: &Teller, found: &ValueAccount) -> AnyView {
    if found.entries.is_empty() && found.weighing.is_none() {
        return view! { <p>{say!(store, value_account.nothing)}</p> }.into_any();
    }
    let (listed, others) = by_weight(&found.entries);
    let most = listed.iter().map(|entry| entry.left.abs().max(entry.fresh.abs())).fold(0.0, f64::max);
    let rows = listed.iter().map(|entry| {
        let bar = |value: f64| format!("{:.1}%", 100.0 * value.abs() / most);
        let class = if entry.fresh < 0.0 { "takes" } else { "gives" };
        view! {
            <tr class=class>
                <th scope="row">{value_account::entry(teller, entry.of)}</th>
                <td>{words::life::when(teller, entry.when)}</td>
                <td class="number">{value_account::amount(teller, entry.fresh)}</td>
                <td class="number">{value_account::amount(teller, entry.left)}</td>
                <td class="bar" aria-hidden="true">
                    <span class="fresh" style:width=bar(entry.fresh)></span><span class="left" style:width=bar(entry.left)></span>
                </td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let small = (!others.is_empty()).then(|| {
        let left: f64 = others.iter().map(|entry| entry.left).sum();
        sum_row("", value_account::others(teller, others.len()), value_account::amount(teller, left))
    });
    let foot = match &found.weighing {
        None => sum_row("sum", say!(store, value_account.sum).to_owned(), value_account::amount(teller, found.sum))
            .into_any(),
        Some(weighing) => weighed(store, teller, weighing).into_any(),
    };
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{say!(store, value_account.what)}</th>
                    <th scope="col">{say!(store, value_account.when)}</th>
                    <th scope="col" class="number">{say!(store, value_account.then)}</th>
                    <th scope="col" class="number">{say!(store, value_account.now)}</th>
                    <td class="bar"></td>
                </tr>
            </thead>
            <tbody>{rows}{small}</tbody>
            <tfoot>{foot}</tfoot>
        </table>
    }
    .into_any()
}

/// The entries that weigh most, in the order in which they came, and the others.
fn by_weight(entries: &[AccountEntry]) -> (Vec<AccountEntry>, Vec<AccountEntry>) {
    let mut weights: Vec<f64> = entries.iter().map(|entry| entry.left.abs()).collect();
    crate::model::order::sort(&mut weights, |a, b| b.total_cmp(a));
    let least = weights.get(LISTED - 1).copied().unwrap_or(0.0).max(0.005);
    let (mut listed, others): (Vec<AccountEntry>, Vec<AccountEntry>) =
        entries.iter().partition(|entry| entry.left.abs() >= least);
    listed.reverse();
    (listed, others)
}

fn weighed(store: Store, teller: &Teller, weighing: &Weighing) -> impl IntoView + use<> {
    let amount = |value: f64| value_account::amount(teller, value);
    let plain = |value: f64| words::number::decimal(teller.language, value, 2);
    let overshadowed = weighing.by.filter(|_| weighing.overshadowed >= 0.005).map(|link| {
        let words = say!(store, value_account.overshadowed, link = value_account::link(teller, link));
        sum_row("takes", words, amount(-weighing.overshadowed))
    });
    view! {
        {sum_row("", say!(store, value_account.useful).to_owned(), amount(weighing.usefulness))}
        {overshadowed}
        {sum_row("sum", say!(store, value_account.worth).to_owned(), plain(weighing.worth))}
        {sum_row("", say!(store, value_account.price).to_owned(), plain(weighing.felt_price))}
    }
}

fn sum_row(class: &'static str, words: String, number: String) -> impl IntoView {
    view! { <tr class=class><th scope="row" colspan="3">{words}</th><td class="number">{number}</td><td class="bar"></td></tr> }
}
