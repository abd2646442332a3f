//! Why so many met, held, failed, left and complained at the selected link.

use super::{Reason, folded, grounds};
use crate::app::{Basis, FACTS_OF, Stand, WhyLink, link_facts, why_link};
use crate::ui::places::journey::inspector::how_often;
use crate::ui::state::{Store, use_store};
use crate::ui::{format, say, unit};
use leptos::prelude::*;

#[component]
pub fn WhyFacts() -> impl IntoView {
    let store = use_store();
    let reasons = move || {
        let (report, link, persona) = (store.report.get()?, store.selected.get(), store.persona.get());
        let why = store.work.with(|w| {
            let facts = link_facts(w, &report, &link);
            why_link(w, &report, &facts, &link, persona.as_ref())
        })?;
        Some(reasons(store, &why))
    };
    folded(store, reasons)
}

fn reasons(store: Store, why: &WhyLink) -> Vec<Reason> {
    let before = before(&why.place);
    let reason = |name: &str, words: Vec<String>| Reason { name: name.to_owned(), words };
    let mut all = vec![reason(say!(store, facts.met), met(store, why))];
    if why.facts.met > 0 {
        all.push(reason(say!(store, facts.held), held(store, why)));
        let (failed, of) = (count(store, why.facts.failed), count(store, why.facts.met));
        all.push(reason(say!(store, facts.failed), vec![say!(store, why.failed, failed = failed, met = of)]));
        let name = if before { say!(store, facts.dropped) } else { say!(store, facts.gone) };
        all.push(reason(name, gone(store, why)));
    }
    if why.facts.failed > 0 && !before {
        let words = say!(
            store,
            why.heard_text,
            share = share(store, why.complaint_rate),
            failed = count(store, why.facts.failed),
            heard = count(store, why.facts.heard),
            silent = count(store, why.facts.silent)
        );
        all.push(reason(say!(store, why.heard), vec![words]));
    }
    all.push(reason(say!(store, why.stands_on), grounds(store, &why.grounds)));
    all
}

fn before(place: &Stand) -> bool {
    matches!(place, Stand::BeforePurchase | Stand::Handover { before: true, .. })
}

fn count(store: Store, n: u64) -> String {
    format::count(store.language.get(), n)
}

fn share(store: Store, part: f64) -> String {
    format::short_percent(store.language.get(), part)
}

fn met(store: Store, why: &WhyLink) -> Vec<String> {
    let (met, of) = (count(store, why.facts.met), count(store, FACTS_OF));
    match &why.place {
        Stand::BeforePurchase => {
            let patience = match why.patience {
                (low, high) if low < high => {
                    format!("{}–{}", format::points(store.language.get(), low, 0), share(store, high))
                }
                (_, one) => share(store, one),
            };
            vec![say!(store, why.met_before, met = met, of = of, patience = patience)]
        }
        Stand::Handover { from, share: part, .. } => {
            let from = store.link_name(from);
            vec![say!(store, why.met_handover, share = share(store, *part), from = from, met = met, of = of)]
        }
        Stand::Living { often, .. } if *often == 0.0 => vec![say!(store, why.met_led, met = met, of = of)],
        Stand::Living { often, customers, periods, led_to } => {
            let words = say!(
                store,
                why.met_living,
                of = of,
                customers = count(store, *customers),
                time = unit::mean_periods(store, *periods),
                often = how_often(store, *often, false),
                met = met
            );
            let too = led_to.then(|| say!(store, why.led_too).to_owned());
            [Some(words), too].into_iter().flatten().collect()
        }
    }
}

fn held(store: Store, why: &WhyLink) -> Vec<String> {
    let (met, held) = (count(store, why.facts.met), count(store, why.facts.held));
    let part = format::percent(store.language.get(), why.held_share, 1);
    let strength = share(store, why.strength);
    let because = match why.basis {
        Basis::Strength => say!(store, why.held_strength, strength = strength),
        Basis::Strain(strained) => {
            say!(store, why.held_strain, strength = strength, strained = share(store, strained))
        }
        Basis::TooEarly => say!(store, why.held_early, strength = strength),
        Basis::Price => say!(store, why.held_price, strength = strength),
    };
    vec![say!(store, why.held, met = met, share = part, held = held), because]
}

fn gone(store: Store, why: &WhyLink) -> Vec<String> {
    let n = count(store, why.facts.gone);
    if before(&why.place) {
        return vec![match why.dead_ends {
            0 => say!(store, why.dropped, n = n),
            lost => say!(store, why.dropped_lost, n = n, lost = count(store, lost)),
        }];
    }
    let pain = format::free(store.language.get(), why.pain);
    vec![
        say!(store, why.gone, pain = pain, n = n),
        say!(store, why.walks, share = format::percent(store.language.get(), why.walks_out, 1)),
    ]
}
