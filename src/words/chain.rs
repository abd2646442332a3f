//! What stands on the chain and around it, and what it says to those who do not see it.

use super::{Teller, goal, number, strength, unit};
use crate::analysis::studies::{Binding, Goal};
use crate::app::{Held, Language, NamedRange};
use crate::charts::chain::{HandMark, LinkShape, Word};
use crate::model::LinkId;
use crate::say;

/// What a link is, beside its name and its strength.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SpokenLink {
    pub held: Held,
    pub is_weakest: bool,
    /// The bottleneck, where that may be told.
    pub is_binding: bool,
}

/// A link as it is spoken: its strength, what strain makes of it, and what else it is.
pub fn spoken(teller: &Teller, link: &LinkId, kind: LinkShape, what: SpokenLink) -> String {
    let Held { calm, strained } = what.held;
    let percent = |share| number::percent(teller.language, share, 0);
    let (name, strength) = (teller.link_name(link), percent(calm));
    let range = strength::range_name(teller.language, NamedRange::of(strained));
    let words = match kind {
        LinkShape::Touchpoint => say!(teller, chain.spoken_touchpoint, name = name, strength = strength, range = range),
        LinkShape::Handover => say!(teller, chain.spoken_handover, name = name, strength = strength, range = range),
    };
    let under = (strained < calm).then(|| say!(teller, strained.spoken, strength = percent(strained)));
    let touchpoint = teller.journey.touchpoint(link);
    let marks = [
        (what.held.gives_way(), say!(teller, strained.gives_way)),
        (touchpoint.is_some_and(|t| t.moment_of_truth), mark(teller.language, HandMark::MomentOfTruth)),
        (touchpoint.is_some_and(|t| t.micro_decision), mark(teller.language, HandMark::MicroDecision)),
        (what.is_weakest, say!(teller, chain.weakest)),
        (what.is_binding, say!(teller, binding.spoken)),
    ];
    let said = marks.into_iter().filter(|(is_so, _)| *is_so).map(|(_, mark)| mark.to_owned());
    under.into_iter().chain(said).fold(words, |words, mark| format!("{words}, {mark}"))
}

/// What a touchpoint is marked as.
pub fn mark(language: Language, mark: HandMark) -> &'static str {
    match mark {
        HandMark::MomentOfTruth => say!(language, marks.moment),
        HandMark::MicroDecision => say!(language, marks.micro),
    }
}

/// A strength as it stands at its link; under strain after what it is on a calm day, where there is room for both.
pub fn strength_of(language: Language, held: Held, both: bool) -> String {
    let now = number::percent(language, held.strained, 0);
    let calm = number::percent(language, held.calm, 0);
    if !both || now == calm { now } else { format!("{}→{now}", number::whole(language, (held.calm * 100.0).round())) }
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
