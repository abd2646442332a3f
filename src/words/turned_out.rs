//! What turned out, in words.

use super::{Teller, gain, goal, ranking, unit};
use crate::analysis::Estimate;
use crate::analysis::studies::{Goal, Ranking};
use crate::app::{Believed, Decisive, DecisiveFor, TurnedOut};
use crate::say;

/// What the same effort does on the bottleneck, beside all others and beside the weakest link.
pub fn finding(teller: &Teller, found: &Ranking) -> Vec<String> {
    let goal = found.outcome;
    let gives = found.links.first().and_then(|first| Some((first, first.gives(goal)?)));
    let there = gives.filter(|(_, gain)| gain.is_above_zero()).map(|(first, gain)| {
        let effort = unit::effort(teller, found.effort);
        let (gives, noise) = (gain::gives(teller, goal, gain), noise(teller, found, gain));
        say!(teller, turned.gives, effort = effort, link = teller.link_name(&first.id), gives = gives, noise = noise)
    });
    let title = format!("{}.", ranking::title(teller, found));
    [Some(title), there, ranking::weakest(teller, found)].into_iter().flatten().collect()
}

fn noise(teller: &Teller, found: &Ranking, gain: Estimate) -> String {
    gain::noise(teller, found.outcome, &gain::as_told(teller, found.outcome, gain))
}

/// A gain of an outcome as it is counted, with its noise.
fn counted(teller: &Teller, goal: Goal, gain: Estimate) -> String {
    let told = gain::as_told(teller, goal, gain);
    format!("{} {}", gain::figure(teller, goal, &told), gain::noise(teller, goal, &told))
}

/// What the effort gives where the company would put it; empty where its story names no link.
pub fn believed(teller: &Teller, found: &Ranking, all: &[Believed]) -> Vec<String> {
    let one = |one: &Believed| {
        say!(
            teller,
            turned.believed,
            link = teller.link_name(&one.link),
            gain = counted(teller, found.outcome, one.gives),
            place = teller.count(one.place),
            of = teller.count(one.of)
        )
    };
    all.iter().map(one).collect()
}

/// What a list of links is about on which most depends: buying, staying, or the outcome that counts.
pub fn list_of(teller: &Teller, list: &DecisiveFor) -> String {
    match list.goal {
        Goal::Conversion => say!(teller, turned.to_buy).to_owned(),
        Goal::Churn => say!(teller, turned.to_stay).to_owned(),
        goal => say!(teller, turned.to_goal, outcome = goal::the(teller, goal)),
    }
}

/// What such a list counts.
pub fn counted_in(teller: &Teller, list: &DecisiveFor) -> String {
    say!(teller, turned.head, unit = gain::counted_in(teller, list.goal))
}

/// A link of such a list: what would be gained, and whether it was marked.
pub fn decisive(teller: &Teller, list: &DecisiveFor, one: &Decisive) -> [String; 2] {
    let marked = if one.is_marked { say!(teller, turned.marked) } else { say!(teller, turned.unmarked) };
    [counted(teller, list.goal, one.could_give), marked.to_owned()]
}

/// What was marked and is not among them. `None` where all that was marked is.
pub fn besides(teller: &Teller, out: &TurnedOut) -> Option<String> {
    let names: Vec<String> = out.marked_besides.iter().map(|link| teller.link_name(link)).collect();
    let links = super::number::list(names.clone(), say!(teller, personas.and));
    (!names.is_empty()).then(|| say!(teller, turned.besides, links = links))
}
