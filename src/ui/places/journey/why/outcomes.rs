//! Why the outcomes are what they are.

use super::{Reason, folded, grounds};
use crate::app::{FACTS_OF, Kind, WhyOutcomes as Why, Worst, why_outcomes};
use crate::model::Payment;
use crate::ui::places::journey::outcomes::{name, value};
use crate::ui::state::{Store, use_store};
use crate::ui::{format, say, unit};
use leptos::prelude::*;

#[component]
pub fn WhyOutcomes() -> impl IntoView {
    let store = use_store();
    let reasons = move || {
        let (report, persona) = (store.report.get()?, store.persona.get());
        let why = store.work.with(|w| why_outcomes(w, &report, persona.as_ref()));
        Some(reasons(store, &why))
    };
    folded(store, reasons)
}

fn reasons(store: Store, why: &Why) -> Vec<Reason> {
    let living = |words: Vec<String>| if why.bought > 0 { words } else { vec![say!(store, why.nobody).to_owned()] };
    let [measured, estimated, assumed] = why.strengths;
    let n = |n: usize| format::count(store.language.get(), n as u64);
    let strengths = say!(
        store,
        why.strengths,
        n = n(measured + estimated + assumed),
        measured = n(measured),
        estimated = n(estimated),
        assumed = n(assumed)
    );
    vec![
        Reason { name: name(store, Kind::Conversion), words: conversion(store, why) },
        Reason { name: name(store, Kind::Churn), words: living(churn(store, why)) },
        Reason { name: name(store, Kind::Revenue), words: living(revenue(store, why)) },
        Reason { name: name(store, Kind::Recommendation), words: living(recommendation(store, why)) },
        Reason {
            name: say!(store, why.stands_on).to_owned(),
            words: [vec![strengths], grounds(store, &why.grounds)].concat(),
        },
    ]
}

fn count(store: Store, n: u64) -> String {
    format::count(store.language.get(), n)
}

/// "the invoice (1 960), support (75) and the price alone (12)"
fn most(store: Store, worst: &[Worst]) -> Option<String> {
    let each = |w: &Worst| {
        let name =
            w.link.as_ref().map_or_else(|| say!(store, why.price_alone).to_owned(), |link| store.link_name(link));
        say!(store, why.counted, name = name, n = count(store, w.count))
    };
    (!worst.is_empty()).then(|| format::list(worst.iter().map(each).collect(), say!(store, levers.and)))
}

fn conversion(store: Store, why: &Why) -> Vec<String> {
    let (of, bought) = (count(store, FACTS_OF), count(store, why.bought));
    let figure = |v: f64| value(store, Kind::Conversion, v);
    let shown = why.conversion.map_or_else(String::new, figure);
    [
        Some(say!(store, why.conversion, of = of, bought = bought, value = shown)),
        most(store, &why.dropped).map(|list| say!(store, why.most_drop, list = list)),
        why.exact.map(|v| say!(store, why.exact, value = format::percent(store.language.get(), v, 2))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn churn(store: Store, why: &Why) -> Vec<String> {
    let figure = why.churn.map_or_else(String::new, |v| value(store, Kind::Churn, v));
    let words = say!(
        store,
        why.churn,
        bought = count(store, why.bought),
        lived = unit::periods(store, why.lived.round() as u64),
        left = count(store, why.left),
        value = figure,
        period = unit::period(store)
    );
    let gone = most(store, &why.gone).map(|list| say!(store, why.most_leave, list = list));
    [Some(words), gone].into_iter().flatten().collect()
}

fn revenue(store: Store, why: &Why) -> Vec<String> {
    let (of, bought) = (count(store, FACTS_OF), count(store, why.bought));
    let time = unit::mean_periods(store, why.lifetime.map_or(0.0, |e| e.value));
    let most = unit::periods(store, u64::from(why.horizon));
    let price = format!("{}\u{a0}{}", format::amount(store.language.get(), why.price), unit::currency(store));
    let figure = why.revenue.map_or_else(String::new, |v| value(store, Kind::Revenue, v));
    let words = match why.payment {
        Payment::EachPeriod => say!(
            store,
            why.revenue_each,
            of = of,
            bought = bought,
            time = time,
            most = most,
            price = price,
            period = unit::period(store),
            value = figure
        ),
        Payment::AtReckoning => say!(
            store,
            why.revenue_passed,
            of = of,
            bought = bought,
            time = time,
            most = most,
            price = price,
            value = figure
        ),
    };
    let offers = why.has_offers.then(|| say!(store, why.offers).to_owned());
    [Some(words), offers].into_iter().flatten().collect()
}

fn recommendation(store: Store, why: &Why) -> Vec<String> {
    let figure = why.recommendation.map_or_else(String::new, |v| value(store, Kind::Recommendation, v));
    vec![say!(store, why.recommendation, most = unit::periods(store, u64::from(why.horizon)), value = figure)]
}
