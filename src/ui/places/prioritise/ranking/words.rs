//! What the ranking comes to, in words.

use crate::analysis::studies::Ranking;
use crate::app::{is_first_look, times_as_much};
use crate::model::PersonaId;
use crate::ui::places::prioritise::tell;
use crate::ui::state::Store;
use crate::ui::{format, say};
use leptos::prelude::*;

/// Times as much from which on one link is said to give more than any other; below it is just ahead.
const CLEARLY: f64 = 1.15;

/// The finding.
pub fn title(store: Store, ranking: &Ranking) -> String {
    let name = |link| store.link_name(link);
    let Some(binding) = &ranking.binding else { return say!(store, ranking.nothing).to_owned() };
    let gain = |at: usize| ranking.links.get(at)?.effect.map(|effect| ranking.outcome.gain(effect));
    let Some(first) = gain(0).filter(|gain| gain.is_above_zero()) else {
        return say!(store, ranking.nowhere).to_owned();
    };
    let link = name(&binding.link);
    let Some(second) = &binding.second else { return say!(store, ranking.binds_alone, link = link) };
    if binding.too_close {
        return say!(store, ranking.close, first = link, second = name(second));
    }
    match gain(1).and_then(|gain| times_as_much(first, gain)) {
        None => say!(store, ranking.binds_alone, link = link),
        Some(times) if times < CLEARLY => say!(store, ranking.ahead, link = link, second = name(second)),
        Some(times) => say!(store, ranking.binds, link = link, times = tell::times(store, times)),
    }
}

/// How the weakest link by strength stands by effect.
pub fn weakest(store: Store, ranking: &Ranking) -> Option<String> {
    let weakest = ranking.weakest.first()?;
    let place = ranking.links.iter().position(|ranked| ranked.id == *weakest)? + 1;
    let count = |n: usize| format::count(store.language.get(), n as u64);
    Some(match place {
        1 => say!(store, ranking.same_link).to_owned(),
        _ => {
            let (place, of) = (count(place), count(ranking.links.len()));
            say!(store, ranking.other_link, link = store.link_name(weakest), place = place, of = of)
        }
    })
}

/// How sure it is.
pub fn sure(store: Store, ranking: &Ranking) -> String {
    let n = format::count(store.language.get(), ranking.customers);
    let sure = say!(store, ranking.sure, n = n);
    if is_first_look(ranking) { format!("{sure} {}", say!(store, advice.first_look)) } else { sure }
}

/// Warnings: for each persona the links that are good for all together, and a loss for them.
pub fn losses(store: Store, ranking: &Ranking) -> Vec<String> {
    let personas = store.journey.with(|j| j.personas.iter().map(|p| p.id.clone()).collect::<Vec<PersonaId>>());
    let of = |persona: &PersonaId| {
        let links = ranking.links.iter().filter(|ranked| ranked.loses.contains(persona));
        let names: Vec<String> = links.map(|ranked| store.link_name(&ranked.id)).collect();
        let links = format::list(names.clone(), say!(store, personas.and));
        (!names.is_empty()).then(|| say!(store, ranking.loses, who = tell::short_name(store, persona), links = links))
    };
    personas.iter().filter_map(of).collect()
}
