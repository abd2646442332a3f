//! The advice in words, and the figures that it rests on.

use super::tell;
use crate::analysis::studies::Goal;
use crate::app::{Advice, Rests, Strategy, advice};
use crate::model::LinkId;
use crate::ui::places::journey::headline::{marked, plain};
use crate::ui::state::{Store, use_store};
use crate::ui::{format, say, unit};
use leptos::prelude::*;

/// Effort of one unit, as every question is asked.
const UNIT: f64 = 1.0;

/// Where whoever comes to this place begins to read.
pub const ADVICE: &str = "advice";

/// The advice with its marks of names, and the line under it; none while it is not known.
fn told(store: Store) -> Option<(String, String)> {
    let (covered, goal) = store.agenda.with(|agenda| (agenda.is_covered, agenda.goal));
    if covered {
        return Some((say!(store, advice.covered).to_owned(), say!(store, advice.covered_under).to_owned()));
    }
    let (advice, rests) = store.findings.with(advice)?;
    Some((headline(store, &advice, &rests), under(store, goal, &advice, &rests)))
}

/// The advice as it is announced.
pub fn spoken(store: Store) -> String {
    told(store).map_or_else(String::new, |(advice, under)| format!("{} {under}", plain(&advice)))
}

/// The advice as a headline, and what it rests on.
#[component]
pub fn AdvicePanel() -> impl IntoView {
    let store = use_store();
    let told = Memo::new(move |_| told(store));
    let headline = move || match told.get() {
        None => vec![view! { <span class="waiting">{say!(store, advice.waiting)}</span> }.into_any()],
        Some((advice, _)) => marked(&advice, "plain"),
    };
    view! {
        <section class="advice">
            <h1 id=ADVICE tabindex="-1">{headline}</h1>
            <p class="under">{move || told.get().map(|(_, under)| under)}</p>
        </section>
    }
}

fn count(store: Store, n: u32) -> String {
    format::count(store.language.get(), u64::from(n))
}

fn headline(store: Store, advice: &Advice, rests: &Rests) -> String {
    let name = |link| tell::marked_name(store, link);
    let said = match advice {
        Advice::NothingToCount => return say!(store, advice.nothing).to_owned(),
        Advice::NowhereTells => return say!(store, advice.nowhere).to_owned(),
        Advice::TooClose { first, second } => {
            return say!(store, advice.close, first = name(first), second = name(second));
        }
        Advice::Unsure { first, second, .. } => {
            return say!(store, advice.unsure, first = name(first), second = name(second));
        }
        Advice::AllStrong { best } => say!(store, advice.strong, link = name(best)),
        Advice::Mend { link, .. } => say!(store, advice.mend, link = name(link)),
    };
    let outspends = rests.outspends.map(|(few, many)| match few {
        1 => say!(store, advice.outspends_one, many = count(store, many)),
        _ => say!(store, advice.outspends, few = count(store, few), many = count(store, many)),
    });
    [Some(said), outspends].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// First what holds of the strategy, then the figures in one sentence.
fn under(store: Store, goal: Goal, advice: &Advice, rests: &Rests) -> String {
    let first_look = rests.is_first_look.then(|| say!(store, advice.first_look).to_owned());
    let (before, figures) = match advice {
        Advice::NothingToCount => (None, Some(say!(store, advice.nothing_under).to_owned())),
        Advice::NowhereTells => (None, None),
        Advice::TooClose { .. } => (None, close(store, goal, rests)),
        Advice::Unsure { first, second, best_in, worlds, measure } => {
            let said = say!(
                store,
                advice.rests_unsure,
                worlds = count(store, *worlds),
                first = store.link_name(first),
                n = count(store, best_in.0),
                second = store.link_name(second),
                m = count(store, best_in.1)
            );
            (measure.as_ref().map(|link| say!(store, advice.measure, link = store.link_name(link))), Some(said))
        }
        Advice::AllStrong { best } => {
            (Some(say!(store, advice.all_strong).to_owned()), rest_on(store, goal, best, rests))
        }
        Advice::Mend { link, strategy: followed } => {
            let said = match followed {
                Strategy::WeakestFirst { weakest, .. } if weakest != link => {
                    Some(say!(store, advice.weakest_equal, weakest = store.link_name(weakest)))
                }
                _ => strategy(store, followed),
            };
            (said, rest_on(store, goal, link, rests))
        }
    };
    [before, figures, first_look].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn strategy(store: Store, strategy: &Strategy) -> Option<String> {
    match strategy {
        Strategy::Awaited | Strategy::Open => None,
        Strategy::WeakestFirst { units, .. } => Some(say!(store, advice.weakest_right, n = count(store, *units))),
        Strategy::WeakestUntil { units: 1, then } => {
            Some(say!(store, advice.weakest_until_one, then = store.link_name(then)))
        }
        Strategy::WeakestUntil { units, then } => {
            Some(say!(store, advice.weakest_until, n = count(store, *units), then = store.link_name(then)))
        }
        Strategy::NotTheWeakest { weakest } => {
            Some(say!(store, advice.not_weakest, weakest = store.link_name(weakest)))
        }
    }
}

/// What the first gives and what the second.
fn figures(store: Store, goal: Goal, rests: &Rests) -> Option<(String, Option<(String, String)>)> {
    let gives = tell::gives(store, goal, rests.gains.0?);
    let second = rests
        .second
        .as_ref()
        .zip(rests.gains.1)
        .map(|(link, gain)| (store.link_name(link), tell::number(store, goal, &tell::as_told(store, goal, gain))));
    Some((gives, second))
}

fn close(store: Store, goal: Goal, rests: &Rests) -> Option<String> {
    let (gives, second) = figures(store, goal, rests)?;
    let (_, n) = second?;
    Some(say!(store, advice.rests_close, effort = unit::effort(store, UNIT), gives = gives, n = n))
}

fn rest_on(store: Store, goal: Goal, first: &LinkId, rests: &Rests) -> Option<String> {
    let (gives, second) = figures(store, goal, rests)?;
    let (effort, first) = (unit::effort(store, UNIT), store.link_name(first));
    Some(match (second, rests.best_in) {
        (None, _) => say!(store, advice.rests_alone, effort = effort, first = first, gives = gives),
        (Some((second, n)), None) => {
            say!(store, advice.rests, effort = effort, first = first, gives = gives, second = second, n = n)
        }
        (Some((second, n)), Some((best, worlds))) => say!(
            store,
            advice.rests_sure,
            effort = effort,
            first = first,
            gives = gives,
            second = second,
            n = n,
            best = count(store, best),
            worlds = count(store, worlds)
        ),
    })
}
