//! What stands on the chain and around it, and what it says to those who do not see it.

use super::{Teller, goal, number, strength, unit};
use crate::analysis::studies::{Binding, Goal};
use crate::app::{Language, NamedRange};
use crate::charts::chain::{LinkShape, Word};
use crate::model::LinkId;
use crate::say;

/// A link as it is spoken, with its strength [0..1]; `marks` are what else it is: the weakest, or the one that binds.
pub fn spoken(teller: &Teller, link: &LinkId, kind: LinkShape, now: f64, is_weakest: bool, is_binding: bool) -> String {
    let (name, percent) = (teller.link_name(link), number::percent(teller.language, now, 0));
    let range = strength::range_name(teller.language, NamedRange::of(now));
    let words = match kind {
        LinkShape::Touchpoint => say!(teller, chain.spoken_touchpoint, name = name, strength = percent, range = range),
        LinkShape::Handover => say!(teller, chain.spoken_handover, name = name, strength = percent, range = range),
    };
    let marks = [(is_weakest, say!(teller, chain.weakest)), (is_binding, say!(teller, binding.spoken))];
    let said = marks.into_iter().filter(|(is_so, _)| *is_so);
    said.fold(words, |words, (_, mark)| format!("{words}, {mark}"))
}

/// How many drop out at a link, in lines.
pub fn drop_out(language: Language, people: u64, word: Word) -> Vec<String> {
    let n = number::count(language, people);
    match word {
        Word::Beside if people == 1 => vec![say!(language, chain.drop_out_one).to_owned()],
        Word::Beside => vec![say!(language, chain.drop_out, n = n)],
        Word::Under if people == 1 => vec![n, say!(language, chain.drop_out_word_one).to_owned()],
        Word::Under => vec![n, say!(language, chain.drop_out_word).to_owned()],
        Word::Elsewhere => vec![n],
    }
}

/// What the numbers under the links count, and how many drop out between them.
pub fn in_handovers(language: Language, people: u64) -> String {
    match people {
        1 => say!(language, chain.in_handovers_one).to_owned(),
        n => say!(language, chain.in_handovers, n = number::count(language, n)),
    }
}

/// After how many periods the customers in the middle of the chain are left.
pub fn left_after(teller: &Teller, periods: u64) -> String {
    say!(teller, chain.left_after, time = unit::periods(teller, periods))
}

/// Which link binds, for the outcome that counts.
pub fn binding(teller: &Teller, binding: &Binding, goal: Goal) -> String {
    let (name, goal) = (teller.link_name(&binding.link), goal::name(teller, goal));
    match binding.second.as_ref().filter(|_| binding.too_close) {
        Some(second) => {
            say!(teller, binding.too_close, first = name, second = teller.link_name(second), goal = goal)
        }
        None => say!(teller, binding.is, link = name, goal = goal),
    }
}
