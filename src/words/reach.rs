//! What it would take to reach a target, in words.

use super::typed::NumberKind;
use super::{Teller, goal, number, phrase};
use crate::analysis::Estimate;
use crate::analysis::studies::{Goal, OwnersShare, ReachVerdict, Spent, TargetPlan};
use crate::say;

/// How a target is typed: in per cent, in money per visitor, or as a score.
pub fn kind(teller: &Teller, outcome: Goal) -> NumberKind {
    match outcome {
        Goal::RevenuePerArrival => NumberKind::money(teller, (0.0, 1e9)),
        Goal::Recommendation => NumberKind::plain(teller.language, (-100.0, 100.0)),
        _ => NumberKind::share(teller.language, (0.0, 1.0)),
    }
}

/// A target as it is typed, in the outcome's own unit.
pub fn in_own_unit(teller: &Teller, outcome: Goal, typed: f64) -> f64 {
    match outcome {
        Goal::RevenuePerArrival => typed / teller.journey.price,
        _ => typed,
    }
}

/// A target of the outcome's own unit, as it is typed.
pub fn as_typed(teller: &Teller, outcome: Goal, target: f64) -> f64 {
    match outcome {
        Goal::RevenuePerArrival => target * teller.journey.price,
        _ => target,
    }
}

/// The finding.
pub fn finding(teller: &Teller, reach: &TargetPlan) -> String {
    let outcome = goal::the(teller, reach.outcome);
    let target = goal::level(teller, reach.outcome, reach.target);
    let best = reach.best.map_or_else(String::new, |best| goal::level(teller, reach.outcome, best.value));
    let n = units(teller, reach.effort);
    let first = reach.spent.first().map_or_else(String::new, |spent| teller.link_name(&spent.link));
    match reach.verdict {
        ReachVerdict::Nothing => say!(teller, reach.nothing).to_owned(),
        ReachVerdict::Already => phrase::capital(&say!(teller, reach.already, outcome = outcome, target = target)),
        ReachVerdict::OutOfReach => say!(teller, reach.out_of_reach, outcome = outcome, target = target, best = best),
        ReachVerdict::NotFound => say!(teller, reach.not_found, outcome = outcome, target = target),
        ReachVerdict::Reached if reach.spent.len() == 1 => {
            say!(teller, reach.reached_one, outcome = outcome, target = target, n = n, link = first)
        }
        ReachVerdict::Reached => {
            let links = reach.spent.len();
            say!(teller, reach.reached, outcome = outcome, target = target, n = n, links = links, link = first)
        }
        ReachVerdict::TooClose => say!(teller, reach.too_close, outcome = outcome, target = target, n = n),
    }
}

/// Where the outcome stands with the plan, and without it. `None` without a plan.
pub fn stands(teller: &Teller, reach: &TargetPlan) -> Option<String> {
    let level = |value: f64| goal::level(teller, reach.outcome, value);
    let Estimate { value, low, high } = reach.level?;
    let today = reach.today?;
    let outcome = goal::capital(teller, reach.outcome);
    Some(say!(
        teller,
        reach.stands,
        outcome = outcome,
        today = level(today.value),
        today_low = level(today.low),
        today_high = level(today.high),
        level = level(value),
        low = level(low),
        high = level(high)
    ))
}

/// On what it rests.
pub fn sure(teller: &Teller, reach: &TargetPlan) -> String {
    let customers = teller.count(reach.customers);
    match reach.level {
        Some(_) => say!(teller, reach.sure, customers = customers),
        // Nothing was searched, or nothing was found that could be checked.
        None => say!(teller, reach.sure_bare, customers = customers),
    }
}

/// A link of the plan with its effort.
pub fn link(teller: &Teller, spent: &Spent) -> (String, String) {
    (teller.link_name(&spent.link), effort(teller, spent.effort))
}

/// An owner with the effort on their links.
pub fn owner(teller: &Teller, share: &OwnersShare) -> (String, String) {
    let name = share.owner.as_ref().map_or_else(|| say!(teller, reach.nobody).to_owned(), |o| teller.owner_name(o));
    (name, effort(teller, share.effort))
}

/// Units of effort with their name: "2.25 units of effort".
fn units(teller: &Teller, units: f64) -> String {
    if units == 1.0 {
        return say!(teller, reach.effort_one).to_owned();
    }
    say!(teller, reach.effort, n = effort(teller, units))
}

/// Units of effort: "2.25".
fn effort(teller: &Teller, effort: f64) -> String {
    let digits = [0, 1].into_iter().find(|digits| {
        let scale = 10_f64.powi(i32::from(*digits));
        (effort * scale - (effort * scale).round()).abs() < 1e-9
    });
    number::decimal(teller.language, effort, digits.unwrap_or(2))
}
