//! Budget race: the same units of effort, spent in six ways.
//!
//! Ways that choose by what they see choose on the terms' own draws; all are judged on others, so that nobody wins by
//! luck that was looked at beforehand.

mod money;
mod switch;
mod ways;

pub use money::{Money, cost_of, paid_back};
pub use switch::Switch;
pub use ways::{Spent, WayOfSpending};

use super::terms::{behind, other_draws};
use super::{Goal, LivedRounds, NeedsTrials, StudyTerms};
use crate::analysis::report::Estimate;
use crate::engine::MODEL_VERSION;
use crate::model::{LinkId, Scenario};
use serde::{Deserialize, Serialize};
pub(super) use ways::Efforts;
use ways::Plan;

/// One way of spending, and what it came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Way {
    pub way: WayOfSpending,
    /// What it changes after 0, 1, 2 … units, with minus without [the outcome's unit].
    pub curve: Vec<Option<Estimate>>,
    /// Where each unit goes, one after the other; empty where each is spread over many links.
    pub order: Vec<LinkId>,
    /// Who has got what when all is spent.
    pub spent: Vec<Spent>,
    /// How much better the best-effect way does with all units, paired; more is better [the outcome's unit]. None for
    /// that way itself.
    pub behind: Option<Estimate>,
    /// What it does to the same customers when all is spent, where the outcome is about staying.
    pub kept: Option<KeptByAll>,
}

/// What all units do to those who buy in any case, apart from whom they bring in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptByAll {
    /// So many more of them stay, for 12 periods if the outcome is retention at 12, else within the horizon [0..1 of
    /// them]. `None` if nobody buys.
    pub more: Option<Estimate>,
    /// The part of the change of the outcome that comes of who buys alone, and saves nobody [the outcome's unit].
    pub mix: Option<f64>,
}

/// The race of six ways.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Budget {
    /// Version of the model.
    pub model: u32,
    /// Id of the journey.
    pub journey: String,
    pub outcome: Goal,
    pub less_is_better: bool,
    /// Size of a unit [effort].
    pub effort: f64,
    /// Units spent.
    pub units: u32,
    /// The draws that chose, and those that judged.
    pub seed: u64,
    pub judged_by_seed: u64,
    /// In each world [customers].
    pub customers: u64,
    /// The outcome before anything is spent.
    pub today: Option<Estimate>,
    /// In the order of [`WayOfSpending`].
    pub ways: Vec<Way>,
    pub switch: Switch,
    /// What the best-effect way brings in, in money.
    pub money: Option<Money>,
}

/// Spends units of effort in six ways. `unit_cost` is what one effort costs [money], where that is known.
///
/// # Errors
/// The trials it needs: unit by unit what the ways want to know; then all ways, judged; then the strategy switch.
pub fn budget(
    terms: &StudyTerms,
    units: u32,
    unit_cost: Option<f64>,
    rounds: &mut LivedRounds,
) -> Result<Budget, NeedsTrials> {
    let links = terms.links();
    let plans = ways::plans(terms, units, rounds)?;
    let judge = other_draws(terms.seed, "judge");
    let scenario = |efforts: &Efforts| efforts.on(&terms.base, &links);
    let after = |plan: &Plan| (1..=units).map(|unit| scenario(&plan.after(unit))).collect::<Vec<Scenario>>();
    let all_spent = |plan: &Plan| scenario(&plan.after(units));
    let best = plans.iter().find(|plan| plan.way == WayOfSpending::BestEffect);
    let [judged, against_best] = rounds.live_these([
        terms.trial(terms.base.clone(), plans.iter().flat_map(after).collect(), judge),
        terms.trial(best.map_or_else(|| terms.base.clone(), all_spent), plans.iter().map(all_spent).collect(), judge),
    ])?;
    let (curves, behind_best) = (terms.effects(judged), terms.effects(against_best));
    let kept = |at: usize| {
        let twins = judged.twins.get((at + 1) * units as usize - 1)?;
        let kept = || KeptByAll { more: terms.gives(twins), mix: terms.goal.mix(twins, terms.horizon()) };
        terms.goal.is_of_staying().then(kept)
    };
    let way = |(at, plan): (usize, &Plan)| Way {
        way: plan.way,
        curve: std::iter::once(Some(Estimate::NOTHING))
            .chain(curves.iter().skip(at * units as usize).take(units as usize).copied())
            .collect(),
        order: plan.order().map(|link| links[link].clone()).collect(),
        spent: plan.after(units).spent(&links),
        behind: behind_best
            .get(at)
            .copied()
            .flatten()
            .filter(|_| plan.way != WayOfSpending::BestEffect)
            .map(|more| terms.goal.gain(more).reversed()),
        kept: kept(at),
    };
    let place = plans.iter().position(|plan| plan.way == WayOfSpending::BestEffect);
    let all_judged = place.and_then(|at| judged.twins.get((at + 1) * units as usize - 1));
    let package = best.map(|plan| plan.after(units)).zip(all_judged);
    Ok(Budget {
        model: MODEL_VERSION,
        journey: terms.journey.id.clone(),
        outcome: terms.goal,
        less_is_better: terms.goal.less_is_better(),
        effort: terms.effort,
        units,
        seed: terms.seed,
        judged_by_seed: judge,
        customers: behind(judged),
        today: terms.level(judged),
        ways: (0..).zip(&plans).map(way).collect(),
        switch: switch::switch(terms, units, &plans, rounds)?,
        money: package.and_then(|(package, twins)| money::money(terms, unit_cost, &package, twins)),
    })
}
