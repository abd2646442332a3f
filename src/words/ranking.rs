//! What the ranking comes to, in words.

use super::{Teller, gain, goal, number, unit};
use crate::analysis::studies::{RankedLink, Ranking};
use crate::app::{is_first_look, times_as_much};
use crate::model::{LinkId, PersonaId};
use crate::say;

/// Times as much from which on one link is said to give more than any other; below it is just ahead.
const CLEARLY: f64 = 1.15;
/// Links that are named where many change only who buys.
const NAMED: usize = 3;

/// The finding for everybody.
pub fn title(teller: &Teller, ranking: &Ranking) -> String {
    let name = |link| teller.link_name(link);
    let Some(binding) = &ranking.binding else { return say!(teller, ranking.nothing).to_owned() };
    let gain = |at: usize| ranking.links.get(at)?.gives(ranking.outcome);
    let Some(first) = gain(0).filter(|gain| gain.is_above_zero()) else {
        return say!(teller, ranking.nowhere).to_owned();
    };
    let link = name(&binding.link);
    let Some(second) = &binding.second else { return say!(teller, ranking.binds_alone, link = link) };
    if binding.too_close {
        return say!(teller, ranking.close, first = link, second = name(second));
    }
    match gain(1).and_then(|gain| times_as_much(first, gain)) {
        None => say!(teller, ranking.binds_alone, link = link),
        Some(times) if times < CLEARLY => say!(teller, ranking.ahead, link = link, second = name(second)),
        Some(times) => say!(teller, ranking.binds, link = link, times = gain::times(teller.language, times)),
    }
}

/// How the weakest link by strength stands by effect.
pub fn weakest(teller: &Teller, ranking: &Ranking) -> Option<String> {
    // Where effort does nothing there is no place by effect.
    ranking.links.first()?.gives(ranking.outcome).filter(|gain| gain.is_above_zero())?;
    let weakest = ranking.weakest.first()?;
    let place = ranking.links.iter().position(|ranked| ranked.id == *weakest)? + 1;
    let count = |n: usize| teller.count(n);
    Some(match place {
        1 => say!(teller, ranking.same_link).to_owned(),
        _ => {
            let (place, of) = (count(place), count(ranking.links.len()));
            say!(teller, ranking.other_link, link = teller.link_name(weakest), place = place, of = of)
        }
    })
}

/// How sure it is.
pub fn sure(teller: &Teller, ranking: &Ranking) -> String {
    let n = teller.count(ranking.customers);
    let sure = say!(teller, ranking.sure, n = n);
    if is_first_look(ranking) { format!("{sure} {}", say!(teller, advice.first_look)) } else { sure }
}

/// Warnings: for each persona the links that are good for all together, and a loss for them.
pub fn losses(teller: &Teller, ranking: &Ranking) -> Vec<String> {
    let of = |persona: &PersonaId| {
        let links = ranking.links.iter().filter(|ranked| ranked.loses.contains(persona));
        let names: Vec<String> = links.map(|ranked| teller.link_name(&ranked.id)).collect();
        let links = number::list(names.clone(), say!(teller, personas.and));
        (!names.is_empty()).then(|| say!(teller, ranking.loses, who = teller.first_name(persona), links = links))
    };
    teller.journey.personas.iter().map(|p| &p.id).filter_map(of).collect()
}

/// The links that move an outcome of staying and yet save nobody: they change who buys. `None` where there are none.
pub fn mix(teller: &Teller, ranking: &Ranking) -> Option<String> {
    let those: Vec<&RankedLink> = ranking.links.iter().filter(|link| link.only_changes_who_buys()).collect();
    let name = |link: &&RankedLink| teller.link_name(&link.id);
    let most = those.iter().filter_map(|link| link.kept.as_ref()?.mix).max_by(|a, b| a.abs().total_cmp(&b.abs()))?;
    let by = goal::change(teller, ranking.outcome, most);
    let outcome = goal::the(teller, ranking.outcome);
    Some(match those.as_slice() {
        [one] => say!(teller, ranking.mix_one, link = name(one), outcome = outcome, by = by),
        many => {
            let mut names: Vec<String> = many.iter().take(NAMED).map(name).collect();
            if many.len() > NAMED {
                names.push(say!(teller, ranking.mix_others, n = many.len() - NAMED));
            }
            let links = number::list(names, say!(teller, personas.and));
            say!(teller, ranking.mix, links = links, outcome = outcome, by = by)
        }
    })
}

/// The finding for one persona, to whom `link` gives most, or none gives anything.
pub fn for_persona(teller: &Teller, persona: &PersonaId, link: Option<&LinkId>) -> String {
    let who = teller.first_name(persona);
    match link {
        Some(link) => say!(teller, ranking.for_persona, who = who, link = teller.link_name(link)),
        None => say!(teller, ranking.for_persona_none, who = who),
    }
}

/// What gains are counted in, and for how much effort.
pub fn under(teller: &Teller, ranking: &Ranking) -> String {
    let (counted, effort) = (gain::counted_in(teller, ranking.outcome), unit::effort(teller, ranking.effort));
    say!(teller, ranking.under, unit = counted, effort = effort)
}
