//! Split of a package: each improvement's part in what all of them do together, so that nobody can claim the whole.
//!
//! Shapley's value (1953): the mean of what an improvement adds over all orders in which they could have come. Exact over
//! all orders up to 8 improvements; beyond that over orders drawn, each with its reverse.

use super::groups::{GROUPS, across, by_group, in_groups, least_noise};
use super::terms::{behind, other_draws};
use super::{Goal, LivedRounds, NeedsTrials, StudyTerms, Trial};
use crate::analysis::report::Estimate;
use crate::engine::{Address, Luck, MODEL_VERSION, Twins};
use crate::model::order::sort_by_key;
use crate::model::{Improvement, ImprovementId, Scenario};
use serde::{Deserialize, Serialize};

/// Improvements up to which all orders are looked at.
const EXACT: usize = 8;

/// Orders drawn for each group of customers beyond that; as many again are their reverses.
const ORDERS: u64 = 2;

/// One improvement's part. Effects are told so that more is better.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub id: ImprovementId,
    /// What it would do alone [the outcome's unit]. `None` beyond 8 improvements.
    pub alone: Option<Estimate>,
    /// Its part in what all do together [the outcome's unit]. The parts sum to the whole.
    pub part: Option<Estimate>,
    /// Its part in what they do to the same customers, and in who buys, where the outcome is about staying.
    pub apart: Option<Apart>,
    /// What it costs [effort].
    pub effort: f64,
}

/// An effect on staying in its two parts, which sum to it [the outcome's unit; more is better].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Apart {
    /// What becomes of those who buy in any case.
    pub same: Estimate,
    /// What comes of who buys alone, and saves nobody.
    pub mix: Estimate,
}

/// The split of a package.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Split {
    /// Version of the model.
    pub model: u32,
    /// Id of the journey.
    pub journey: String,
    pub outcome: Goal,
    pub seed: u64,
    /// In each world [customers].
    pub customers: u64,
    /// What all improvements do together.
    pub together: Option<Estimate>,
    /// That in two, where the outcome is about staying.
    pub apart: Option<Apart>,
    /// True if all orders were looked at.
    pub all_orders: bool,
    /// In the order of the package.
    pub parts: Vec<Part>,
}

/// Splits what a package does among its improvements, those of the terms' base; the world without it has the rest of
/// the base.
///
/// # Errors
/// The trials it needs: every set of improvements, or every order drawn and what it adds up to, in groups of customers.
pub fn split(terms: &StudyTerms, rounds: &mut LivedRounds) -> Result<Split, NeedsTrials> {
    let package: Vec<Improvement> = terms.base.improvements.iter().filter(|i| !i.off).cloned().collect();
    let count = package.len();
    let all_orders = count <= EXACT;
    let lots = if all_orders { vec![every_set(count); GROUPS as usize] } else { drawn(terms, count) };
    let trials =
        |lot: &Lot, trial: Trial| Trial { others: lot.sets.iter().map(|set| with(terms, set)).collect(), ..trial };
    let plain = in_groups(terms, &with(terms, &[]), &[], None, "split");
    let lived = rounds.live(lots.iter().zip(plain).map(|(lot, trial)| trials(lot, trial)).collect())?;
    let figure = |twins: &Twins| terms.effect(twins).map(|effect| terms.goal.gain(effect));
    let groups = by_group(lived, figure);
    // Neither part has noise of its own in a group: the spread over the groups tells it.
    let part_of = |value: f64| terms.goal.gain(Estimate { value, low: value, high: value });
    let mix = |twins: &Twins| terms.goal.mix(twins, terms.horizon()).map(part_of);
    let same = |twins: &Twins| Some(part_of(terms.effect(twins)?.value - terms.goal.mix(twins, terms.horizon())?));
    let (mixes, sames) = (by_group(lived, mix), by_group(lived, same));
    let told = |set: &[usize], of: &dyn Fn(usize) -> Option<f64>| {
        let world = |group: usize| lots[group].sets.iter().position(|lived| lived == set);
        across((0..lots.len()).map(of), || least_noise(lived, world, figure))
    };
    let whole: Vec<usize> = (0..count).collect();
    let part = |(at, improvement): (usize, &Improvement)| Part {
        id: improvement.id.clone(),
        alone: told(&[at], &|group| lots[group].effect(&groups[group], &[at])).filter(|_| all_orders),
        part: told(&[at], &|group| lots[group].part(&groups[group], at)),
        apart: apart(
            told(&[at], &|group| lots[group].part(&sames[group], at)),
            told(&[at], &|group| lots[group].part(&mixes[group], at)),
        ),
        effort: improvement.effort,
    };
    Ok(Split {
        model: MODEL_VERSION,
        journey: terms.journey.id.clone(),
        outcome: terms.goal,
        seed: terms.seed,
        customers: lived.iter().map(behind).sum(),
        together: told(&whole, &|group| lots[group].effect(&groups[group], &whole)),
        apart: apart(
            told(&whole, &|group| lots[group].effect(&sames[group], &whole)),
            told(&whole, &|group| lots[group].effect(&mixes[group], &whole)),
        ),
        all_orders,
        parts: (0..).zip(&package).map(part).collect(),
    })
}

fn apart(same: Option<Estimate>, mix: Option<Estimate>) -> Option<Apart> {
    Some(Apart { same: same?, mix: mix? })
}

/// The base with just these improvements of the package, in the package's order.
fn with(terms: &StudyTerms, set: &[usize]) -> Scenario {
    let in_force = terms.base.improvements.iter().filter(|i| !i.off);
    let improvements = (0..).zip(in_force).filter(|(at, _)| set.contains(at)).map(|(_, i)| i.clone()).collect();
    Scenario { improvements, ..terms.base.clone() }
}

/// What is lived in one group: sets of improvements, and how what each step adds counts.
#[derive(Clone, Debug)]
struct Lot {
    sets: Vec<Vec<usize>>,
    steps: Vec<Step>,
}

/// Adding one improvement to a set of others.
#[derive(Clone, Debug)]
struct Step {
    adds: usize,
    before: Vec<usize>,
    after: Vec<usize>,
    weight: f64,
}

impl Lot {
    /// What a set does, among what the group's sets do; the empty one does nothing.
    fn effect(&self, effects: &[Option<f64>], set: &[usize]) -> Option<f64> {
        if set.is_empty() {
            return Some(0.0);
        }
        *effects.get(self.sets.iter().position(|lived| lived == set)?)?
    }

    /// The mean of what an improvement adds.
    fn part(&self, effects: &[Option<f64>], at: usize) -> Option<f64> {
        let adds = |step: &Step| {
            Some(step.weight * (self.effect(effects, &step.after)? - self.effect(effects, &step.before)?))
        };
        self.steps.iter().filter(|step| step.adds == at).map(adds).sum()
    }
}

/// All sets of `count` improvements, each step weighted by the share of orders in which it is taken.
fn every_set(count: usize) -> Lot {
    let sets: Vec<Vec<usize>> =
        (1..1_usize << count).map(|bits| (0..count).filter(|at| bits >> at & 1 == 1).collect()).collect();
    let factorial = |n: usize| (1..=n).map(|i| i as f64).product::<f64>();
    let taken = |set: &Vec<usize>, adds: &usize| {
        let before: Vec<usize> = set.iter().copied().filter(|at| at != adds).collect();
        let weight = factorial(before.len()) * factorial(count - set.len()) / factorial(count);
        Step { adds: *adds, before, after: set.clone(), weight }
    };
    let steps = sets.iter().flat_map(|set| set.iter().map(move |adds| taken(set, adds))).collect();
    Lot { sets, steps }
}

/// For each group some orders, drawn, with their reverses.
fn drawn(terms: &StudyTerms, count: usize) -> Vec<Lot> {
    let luck = Luck::of(other_draws(terms.seed, "orders"), 0);
    let order = |group: u64, nth: u64| {
        let mut order: Vec<usize> = (0..count).collect();
        let word = |at: usize| luck.word(Address::steps((group * ORDERS + nth) * count as u64 + at as u64));
        sort_by_key(&mut order, |at| word(*at));
        order
    };
    let lot = |group| {
        let forth = (0..ORDERS).map(|nth| order(group, nth));
        let orders: Vec<Vec<usize>> =
            forth.flat_map(|order| [order.clone(), order.into_iter().rev().collect()]).collect();
        let mut lot = of_orders(&orders);
        // Each alone too, which tells whether it can do anything at all.
        let alone = (0..count).map(|at| vec![at]).filter(|set| !lot.sets.contains(set)).collect::<Vec<_>>();
        lot.sets.extend(alone);
        lot
    };
    (0..GROUPS).map(lot).collect()
}

fn of_orders(orders: &[Vec<usize>]) -> Lot {
    let mut lot = Lot { sets: Vec::new(), steps: Vec::new() };
    for order in orders {
        let mut before = Vec::new();
        for adds in order {
            let mut after: Vec<usize> = before.iter().copied().chain([*adds]).collect();
            sort_by_key(&mut after, |at| *at);
            if !lot.sets.contains(&after) {
                lot.sets.push(after.clone());
            }
            lot.steps.push(Step { adds: *adds, before, after: after.clone(), weight: 1.0 / orders.len() as f64 });
            before = after;
        }
    }
    lot
}
