//! The budget race in words.

use super::{Teller, gain, goal, number, unit};
use crate::analysis::Estimate;
use crate::analysis::studies::{Budget, Goal, KeptByAll, Way, WayOfSpending};
use crate::app::{Allocation, FACTS_OF, Harm, Language, who_gets};
use crate::model::LinkId;
use crate::say;

/// A part of a change that is smaller than this is not told apart [0..1 of the change].
const TELLING: f64 = 0.1;

/// The outcome after 0, 1, 2 … units, by way of spending [the outcome's unit].
type Levels = [(WayOfSpending, Vec<f64>)];

/// A number of units: "10 units".
fn units(teller: &Teller, n: u32) -> String {
    match n {
        1 => say!(teller, race.units_one).to_owned(),
        _ => say!(teller, race.units_many, n = teller.count(n)),
    }
}

/// What a way of spending is called.
pub fn way_name(language: Language, way: WayOfSpending) -> &'static str {
    match way {
        WayOfSpending::Evenly => say!(language, race.evenly),
        WayOfSpending::BySilo => say!(language, race.by_silo),
        WayOfSpending::ByComplaints => say!(language, race.by_complaints),
        WayOfSpending::WeakestFirst => say!(language, race.weakest_first),
        WayOfSpending::BestEffect => say!(language, race.best_effect),
        WayOfSpending::Moved => say!(language, race.moved),
    }
}

/// The outcome when all is spent in a way [the outcome's unit].
pub fn ends_at(levels: &Levels, way: WayOfSpending) -> Option<f64> {
    levels.iter().find(|(of, _)| *of == way).and_then(|(_, values)| values.last().copied())
}

/// The finding.
pub fn finding(teller: &Teller, budget: &Budget, levels: &Levels) -> String {
    let level = |value| goal::level(teller, budget.outcome, value);
    let (best, evenly) = (ends_at(levels, WayOfSpending::BestEffect), ends_at(levels, WayOfSpending::Evenly));
    let today = best.and(levels.first()).and_then(|(_, curve)| curve.first().copied());
    match (today, best, evenly) {
        (Some(today), Some(best), Some(evenly)) => say!(
            teller,
            race.title,
            units = units(teller, budget.units),
            outcome = goal::the(teller, budget.outcome),
            best = level(best),
            today = level(today),
            evenly = level(evenly)
        ),
        _ => say!(teller, race.nothing).to_owned(),
    }
}

/// How sure it is.
pub fn sure(teller: &Teller, budget: &Budget) -> String {
    let behind = budget.ways.iter().find(|w| w.way == WayOfSpending::WeakestFirst).and_then(|w| w.behind);
    let ahead = match behind {
        None => String::new(),
        Some(e) if e.low > 0.0 => say!(teller, race.ahead, by = by(teller, budget.outcome, &e)),
        Some(_) => say!(teller, race.too_close).to_owned(),
    };
    let name = |link: &Option<LinkId>| link.as_ref().map_or_else(String::new, |l| teller.link_name(l));
    let (best, weakest) = (name(&budget.switch.best), name(&budget.switch.weakest));
    let turn = match budget.switch.after {
        None => say!(teller, race.switch_never).to_owned(),
        Some(0) => say!(teller, race.switch_start, best = best, weakest = weakest),
        Some(n) => say!(teller, race.switch_after, units = units(teller, n), best = best, weakest = weakest),
    };
    format!("{ahead} {turn}").trim().to_owned()
}

/// What it costs where the units are taken from all other links instead of added. `None` where nothing could be counted.
pub fn taken(teller: &Teller, budget: &Budget) -> Option<String> {
    let behind = budget.ways.iter().find(|way| way.way == WayOfSpending::Moved)?.behind?;
    Some(match behind {
        e if e.low > 0.0 => say!(teller, race.taken_hurts, by = by(teller, budget.outcome, &e)),
        _ => say!(teller, race.taken_free).to_owned(),
    })
}

/// How many customers the best effect saves beside an even spread, and as much of the change as saves nobody. `None` where
/// the outcome is not about staying, or nothing could be counted.
pub fn kept(teller: &Teller, budget: &Budget) -> Option<String> {
    let of = |which: WayOfSpending| budget.ways.iter().find(|way| way.way == which)?.kept;
    let (best, evenly) = (of(WayOfSpending::BestEffect)?, of(WayOfSpending::Evenly)?);
    let said = say!(
        teller,
        race.kept,
        of = teller.count(FACTS_OF),
        time = gain::stay_for(teller, budget.outcome),
        best = saved(teller, budget.outcome, &best)?,
        evenly = saved(teller, budget.outcome, &evenly)?
    );
    let best_effect = budget.ways.iter().find(|way| way.way == WayOfSpending::BestEffect)?;
    let mix = mix(teller, budget.outcome, best_effect)
        .map(|by| say!(teller, race.mix, outcome = goal::the(teller, budget.outcome), by = by));
    Some([Some(said), mix].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// Customers that a way of spending saves, of those who buy in any case [people of [`FACTS_OF`]], with the noise.
pub fn saved(teller: &Teller, goal: Goal, kept: &KeptByAll) -> Option<String> {
    let told = gain::as_told(teller, goal, kept.more?);
    Some(format!("{} ({})", gain::figure(teller, goal, &told), gain::noise(teller, goal, &told)))
}

/// As much of what a way of spending changes as comes of who buys alone. `None` where that is hardly any of it.
pub fn mix(teller: &Teller, goal: Goal, way: &Way) -> Option<String> {
    let (mix, change) = (way.kept?.mix?, way.curve.last().copied().flatten()?.value);
    (mix.abs() >= TELLING * change.abs() && mix != 0.0).then(|| goal::change(teller, goal, mix))
}

/// What it costs to take the effort from the link where that costs most, and on how many others it would be in vain.
pub fn harm(teller: &Teller, goal: Goal, effort: f64, found: &Harm) -> String {
    let told = gain::as_told(teller, goal, found.costs);
    let (n, of) = (gain::figure(teller, goal, &told), teller.count(FACTS_OF));
    let cost = match goal {
        Goal::Churn | Goal::Retention12 => say!(teller, race.cost_customers, n = n, of = of),
        Goal::Conversion | Goal::CustomersAtEnd => say!(teller, race.cost_visitors, n = n, of = of),
        Goal::RevenuePerArrival => say!(teller, race.cost_money, n = n, currency = teller.currency()),
        Goal::Recommendation => say!(teller, race.cost_points, n = n),
    };
    let (effort, link) = (unit::effort(teller, effort), teller.link_name(&found.link));
    let (noise, of) = (gain::noise(teller, goal, &told), teller.count(found.of));
    if found.in_vain == found.of {
        return say!(teller, race.harm_all, effort = effort, link = link, cost = cost, noise = noise, of = of);
    }
    let n = teller.count(found.in_vain);
    say!(teller, race.harm, effort = effort, link = link, cost = cost, noise = noise, n = n, of = of)
}

/// A size with its noise: "0.42 points (±0.05)".
fn by(teller: &Teller, goal: Goal, estimate: &Estimate) -> String {
    goal::with_noise(teller, goal, goal::size(teller, goal, estimate.value), estimate)
}

/// How far it is behind the best effect, where noise does not explain it.
pub fn behind(teller: &Teller, goal: Goal, estimate: &Estimate) -> String {
    match estimate {
        e if e.low > 0.0 => by(teller, goal, e),
        // The best effect is greedy, and can be beaten.
        e if e.high < 0.0 => format!("\u{2212}{}", by(teller, goal, e)),
        _ => say!(teller, outcomes.too_close).to_owned(),
    }
}

/// Who gets what in a way of spending.
pub fn gets(teller: &Teller, way: &Way) -> String {
    let number = |effort: f64| number::decimal(teller.language, effort, u8::from(effort.fract() != 0.0));
    let one = |gets: Allocation| match gets {
        Allocation::Link(link, effort) => {
            say!(teller, race.one_gets, name = teller.link_name(&link), n = number(effort))
        }
        Allocation::Owner(owner, effort) => {
            say!(teller, race.one_gets, name = teller.owner_name(&owner), n = number(effort))
        }
        Allocation::Each(links, effort) => {
            say!(teller, race.each, n = number::decimal(teller.language, effort, 2), links = links)
        }
        Allocation::Taken(links, effort) => say!(teller, race.taken, links = links, n = number(effort)),
    };
    let all = who_gets(&teller.journey, way);
    if all.is_empty() {
        return say!(teller, race.nobody).to_owned();
    }
    all.into_iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The picture in one sentence.
pub fn spoken(teller: &Teller, budget: &Budget, levels: &Levels) -> String {
    let end = |(way, _): &(WayOfSpending, Vec<f64>)| {
        let value = ends_at(levels, *way).map_or_else(String::new, |v| goal::level(teller, budget.outcome, v));
        say!(teller, race.label_one, way = way_name(teller.language, *way), value = value)
    };
    let ends = levels.iter().map(end).collect::<Vec<_>>().join(", ");
    say!(teller, race.label, outcome = goal::capital(teller, budget.outcome), ends = ends)
}
