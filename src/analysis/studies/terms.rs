//! What every study is asked about, and the worlds, trials and draws that are made of it.

use super::goal::Goal;
use super::trial::Trial;
use crate::analysis::report::Estimate;
use crate::engine::{Address, Luck, TrialTally, Twins, Variable};
use crate::model::order;
use crate::model::{Change, Field, Improvement, ImprovementId, Journey, LinkId, Scenario};
use serde::{Deserialize, Serialize};

/// What every question is asked about, and with how many customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StudyTerms {
    pub journey: Journey,
    /// The world in which the question is asked; an empty one asks about today's.
    pub base: Scenario,
    pub goal: Goal,
    /// One unit of effort, the same wherever it is spent [effort].
    pub effort: f64,
    pub seed: u64,
    /// Customers of each trial [customers].
    pub customers: u64,
}

/// A scenario with these changes on top.
pub(super) fn with(base: &Scenario, changes: Vec<Change>) -> Scenario {
    let mut scenario = base.clone();
    let is_free = |id: &ImprovementId| base.improvements.iter().all(|improvement| improvement.id != *id);
    let numbered = |n: usize| ImprovementId(format!("question-{n}"));
    // One more than there are improvements: one of these is free.
    let id = (0..=base.improvements.len()).map(numbered).find(is_free).unwrap_or_default();
    scenario.improvements.push(Improvement { id, changes, ..Improvement::default() });
    scenario
}

/// A scenario with effort on one link on top.
pub(super) fn with_effort(base: &Scenario, link: &LinkId, effort: f64) -> Scenario {
    with(base, vec![Change::Strengthen { link: link.clone(), effort }])
}

/// A link's strength set to a value [0..1].
pub(super) fn strength_to(link: &LinkId, value: f64) -> Change {
    Change::Set { link: link.clone(), lever: Field::Strength, value }
}

/// A seed for draws that have nothing to do with those of the terms' own seed; each purpose has others.
pub(super) fn other_draws(seed: u64, purpose: &str) -> u64 {
    Luck::of(seed, u64::MAX).word(Address::of_name(purpose))
}

impl StudyTerms {
    /// A trial on these terms.
    pub(super) fn trial(&self, base: Scenario, others: Vec<Scenario>, seed: u64) -> Trial {
        Trial { base, others, chain_feel: None, seed, customers: self.customers }
    }

    /// All links by index.
    pub(super) fn links(&self) -> Vec<LinkId> {
        self.journey.links().cloned().collect()
    }

    /// How far buyers are followed [periods].
    pub(super) fn horizon(&self) -> u32 {
        u32::from(self.journey.horizon)
    }

    /// The paired difference that another world of a trial makes, for everybody.
    pub(super) fn effect(&self, twins: &Twins) -> Option<Estimate> {
        self.goal.effect(twins, self.horizon())
    }

    /// What another world of a trial gives everybody, as [`Goal::gives`] tells it.
    pub(super) fn gives(&self, twins: &Twins) -> Option<Estimate> {
        self.goal.gives(twins, None, self.horizon())
    }

    /// What all other worlds of a trial give, in their order.
    pub(super) fn all_give(&self, lived: &TrialTally) -> Vec<Option<Estimate>> {
        lived.twins.iter().map(|twins| self.gives(twins)).collect()
    }

    /// What another world of a trial changes in what an arrival brings in, whichever outcome counts [prices per arrival].
    pub(super) fn revenue(&self, twins: &Twins) -> Option<Estimate> {
        Goal::RevenuePerArrival.effect(twins, self.horizon())
    }

    /// The outcome in the base world of a trial.
    pub(super) fn level(&self, lived: &TrialTally) -> Option<Estimate> {
        self.goal.level(&lived.noise, self.horizon())
    }

    /// The paired differences that all other worlds of a trial make, in their order.
    pub(super) fn effects(&self, lived: &TrialTally) -> Vec<Option<Estimate>> {
        lived.twins.iter().map(|twins| self.effect(twins)).collect()
    }

    /// How much better an effect is than none [in the outcome's unit]; nothing to count is no effect.
    pub(super) fn worth(&self, effect: Option<Estimate>) -> f64 {
        effect.map_or(0.0, |effect| self.goal.gain(effect).value)
    }
}

/// How many customers a trial's figures stand on [customers].
pub(super) fn behind(lived: &TrialTally) -> u64 {
    lived.noise.everybody.sum(false, Variable::Arrived).unsigned_abs()
}

/// The places of values from the largest to the smallest; of equals the earlier first.
pub(super) fn largest_first(values: &[f64]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..values.len()).collect();
    order::sort(&mut places, |a, b| values[*b].total_cmp(&values[*a]));
    places
}
