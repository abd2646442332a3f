//! The advice in words, and the figures that it rests on.

use super::phrase::plain;
use super::{Teller, gain, sure, unit};
use crate::analysis::studies::Goal;
use crate::app::{Advice, AdviceEvidence, Strategy};
use crate::model::LinkId;
use crate::say;

/// Effort of one unit, as every study is asked for.
const UNIT: f64 = 1.0;

/// A link with the marks of a name: *Invoice*, or the handover from *Order* to *Delivery*.
fn marked_name(teller: &Teller, link: &LinkId) -> String {
    match teller.ends(link) {
        Some((from, to)) => say!(teller, advice.handover, from = plain(&from), to = plain(&to)),
        None => format!("*{}*", plain(&teller.link_name(link))),
    }
}

/// The advice with its marks and the line under it; covered while the room bets. `None` while it is not known.
pub fn told(
    teller: &Teller,
    goal: Goal,
    is_covered: bool,
    known: impl FnOnce() -> Option<(Advice, AdviceEvidence)>,
) -> Option<(String, String)> {
    if is_covered {
        return Some((say!(teller, advice.covered).to_owned(), say!(teller, advice.covered_under).to_owned()));
    }
    let (advice, rests) = known()?;
    Some((headline(teller, &advice, &rests), under(teller, goal, &advice, &rests)))
}

/// The advice as it is announced, with the line under it.
pub fn spoken((headline, under): &(String, String)) -> String {
    format!("{} {under}", plain(headline)).trim_end().to_owned()
}

/// The advice, with its marks.
pub fn headline(teller: &Teller, advice: &Advice, rests: &AdviceEvidence) -> String {
    let name = |link| marked_name(teller, link);
    let said = match advice {
        Advice::NothingToCount => return say!(teller, advice.nothing).to_owned(),
        Advice::NowhereTells => return say!(teller, advice.nowhere).to_owned(),
        Advice::TooClose { first, second } => {
            return say!(teller, advice.close, first = name(first), second = name(second));
        }
        Advice::Unsure { first, second, .. } => {
            return say!(teller, advice.unsure, first = name(first), second = name(second));
        }
        Advice::AllStrong { best } => say!(teller, advice.strong, link = name(best)),
        Advice::Mend { link, .. } => say!(teller, advice.mend, link = name(link)),
    };
    let outspends = rests.outspends.map(|(few, many)| match few {
        1 => say!(teller, advice.outspends_one, many = teller.count(many)),
        _ => say!(teller, advice.outspends, few = teller.count(few), many = teller.count(many)),
    });
    [Some(said), outspends].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The line under it: first what holds of the strategy, then the figures in one sentence.
pub fn under(teller: &Teller, goal: Goal, advice: &Advice, rests: &AdviceEvidence) -> String {
    let first_look = rests.is_first_look.then(|| say!(teller, advice.first_look).to_owned());
    let (before, figures) = match advice {
        Advice::NothingToCount => (None, Some(say!(teller, advice.nothing_under).to_owned())),
        Advice::NowhereTells => (None, None),
        Advice::TooClose { .. } => (None, close(teller, goal, rests)),
        Advice::Unsure { first, second, best_in, worlds, measure } => {
            let said = say!(
                teller,
                advice.rests_unsure,
                worlds = teller.count(*worlds),
                first = teller.link_name(first),
                n = teller.count(best_in.0),
                second = teller.link_name(second),
                m = teller.count(best_in.1)
            );
            (measure.as_ref().map(|found| say!(teller, advice.measure, link = sure::figure(teller, found))), Some(said))
        }
        Advice::AllStrong { best } => {
            (Some(say!(teller, advice.all_strong).to_owned()), rest_on(teller, goal, best, rests))
        }
        Advice::Mend { link, strategy: followed } => {
            let said = match followed {
                Strategy::WeakestFirst { weakest, .. } if weakest != link => {
                    Some(say!(teller, advice.weakest_equal, weakest = teller.link_name(weakest)))
                }
                _ => strategy(teller, followed),
            };
            (said, rest_on(teller, goal, link, rests))
        }
    };
    [before, figures, first_look].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn strategy(teller: &Teller, strategy: &Strategy) -> Option<String> {
    match strategy {
        Strategy::Awaited | Strategy::Open => None,
        Strategy::WeakestFirst { units: 1, .. } => Some(say!(teller, advice.weakest_right_one).to_owned()),
        Strategy::WeakestFirst { units, .. } => Some(say!(teller, advice.weakest_right, n = teller.count(*units))),
        Strategy::WeakestUntil { units: 1, then } => {
            Some(say!(teller, advice.weakest_until_one, then = teller.link_name(then)))
        }
        Strategy::WeakestUntil { units, then } => {
            Some(say!(teller, advice.weakest_until, n = teller.count(*units), then = teller.link_name(then)))
        }
        Strategy::NotTheWeakest { weakest } => {
            Some(say!(teller, advice.not_weakest, weakest = teller.link_name(weakest)))
        }
    }
}

/// What the first gives and what the second.
fn figures(teller: &Teller, goal: Goal, rests: &AdviceEvidence) -> Option<(String, Option<(String, String)>)> {
    let gives = gain::gives(teller, goal, rests.gains.0?);
    let second =
        rests.second.as_ref().zip(rests.gains.1).map(|(link, gain)| {
            (teller.link_name(link), gain::figure(teller, goal, &gain::as_told(teller, goal, gain)))
        });
    Some((gives, second))
}

fn close(teller: &Teller, goal: Goal, rests: &AdviceEvidence) -> Option<String> {
    let (gives, second) = figures(teller, goal, rests)?;
    let (_, n) = second?;
    Some(say!(teller, advice.rests_close, effort = unit::effort(teller, UNIT), gives = gives, n = n))
}

fn rest_on(teller: &Teller, goal: Goal, first: &LinkId, rests: &AdviceEvidence) -> Option<String> {
    let (gives, second) = figures(teller, goal, rests)?;
    let (effort, first) = (unit::effort(teller, UNIT), teller.link_name(first));
    Some(match (second, rests.best_in) {
        (None, _) => say!(teller, advice.rests_alone, effort = effort, first = first, gives = gives),
        (Some((second, n)), None) => {
            say!(teller, advice.rests, effort = effort, first = first, gives = gives, second = second, n = n)
        }
        (Some((second, n)), Some((best, worlds))) => say!(
            teller,
            advice.rests_sure,
            effort = effort,
            first = first,
            gives = gives,
            second = second,
            n = n,
            best = teller.count(best),
            worlds = teller.count(worlds)
        ),
    })
}
