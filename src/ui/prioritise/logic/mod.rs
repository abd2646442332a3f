//! Chain logic: what a link gives alone, and after another has been mended; where that multiplies and where not.

mod matrix;
mod three;
mod words;

use super::bar::{WIDTH, bar};
use super::tell;
use crate::analysis::answers::{Chain, Feel};
use crate::app::pair_of;
use crate::charts::ranking::{Bar, Bars, bars};
use crate::ui::store::{Store, use_store};
use crate::ui::{format, say, unit};
use leptos::prelude::*;

#[component]
pub fn LogicPanel() -> impl IntoView {
    let store = use_store();
    let chain = Memo::new(move |_| store.findings.with(|findings| findings.chain.clone()));
    let title = move || match chain.get() {
        None => say!(store, logic.title).to_owned(),
        Some(found) => words::title(store, &found),
    };
    let under = move || {
        let found = chain.get()?;
        let then = store.link_name(found.top.get(1)?);
        let counted = tell::counted_in(store, found.outcome);
        Some(say!(store, logic.under, unit = counted, effort = unit::effort(store, found.effort), then = then))
    };
    let body = move || match chain.get() {
        None => view! { <p class="awaited hint">{say!(store, ranking.awaited)}</p> }.into_any(),
        Some(found) => body(store, &found),
    };
    view! {
        <section class="logic">
            <div class="panel-title">
                <h2>{title}</h2>
                <p class="hint">{under}</p>
            </div>
            {body}
        </section>
    }
}

fn body(store: Store, chain: &Chain) -> AnyView {
    let n = format::count(store.language.get(), chain.customers);
    view! {
        {pairs(store, chain)}
        <p class="note">{words::holds(store, chain)}</p>
        <p class="hint">{say!(store, logic.sure, n = n)}</p>
        <details class="help">
            <summary>{say!(store, why.ask)}</summary>
            <p>{say!(store, logic.why_where)}</p>
            <p>{say!(store, logic.why_not)}</p>
        </details>
        {matrix::matrix(store, chain)}
        {three::three(store, chain)}
    }
    .into_any()
}

/// Alone and after, for each chain feel, on one scale.
fn pairs(store: Store, chain: &Chain) -> impl IntoView + use<> {
    let gives = |feel: &Feel| {
        let gives = pair_of(chain, feel).map(|pair| pair.gives);
        [gives.and_then(|gives| gives.alone), gives.and_then(|gives| gives.after)]
    };
    let rows: Vec<Bar> = chain.feels.iter().flat_map(gives).map(|gain| Bar { gain, ceiling: None }).collect();
    let drawn = bars(&rows, WIDTH);
    let first = chain.top.first().map(|link| store.link_name(link)).unwrap_or_default();
    let feels = chain.feels.iter().enumerate().map(|(at, feel)| {
        let name = match feel.chain_feel {
            None => say!(store, logic.own).to_owned(),
            Some(kappa) if kappa <= 0.0 => say!(store, logic.feel_none).to_owned(),
            Some(_) => say!(store, logic.feel_full).to_owned(),
        };
        let alone = row(store, chain, say!(store, logic.alone).to_owned(), &rows, &drawn, 2 * at);
        let after = say!(store, logic.after, first = first.clone());
        let after = row(store, chain, after, &rows, &drawn, 2 * at + 1);
        view! {
            <tbody class:own=feel.chain_feel.is_none()>
                <tr class="feel"><th scope="rowgroup" colspan="3">{name}</th></tr>
                {alone}
                {after}
            </tbody>
        }
    });
    let feels = feels.collect_view();
    (chain.top.len() > 1).then(|| view! { <table class="bars"><colgroup><col class="name"/><col/><col class="gives"/></colgroup>{feels}</table> })
}

fn row(store: Store, chain: &Chain, name: String, rows: &[Bar], drawn: &Bars, at: usize) -> impl IntoView + use<> {
    let told = rows.get(at).and_then(|row| row.gain).map(|gain| tell::as_told(store, chain.outcome, gain));
    let value =
        told.map_or_else(|| say!(store, outcomes.none).to_owned(), |told| tell::number(store, chain.outcome, &told));
    let noise = told.map(|told| tell::noise(store, chain.outcome, &told));
    let picture = drawn.bars.get(at).map(|one| bar(one, drawn.zero));
    view! {
        <tr class:after=at % 2 == 1>
            <th scope="row">{name}</th>
            <td class="picture">{picture}</td>
            <td class="gives"><b>{value}</b>" "<span class="noise">{noise}</span></td>
        </tr>
    }
}
