//! Strategy switch: how long it is right to mend the weakest link first.

use super::ways::{Plan, WayOfSpending, best_of, each_link};
use crate::analysis::report::Estimate;
use crate::analysis::studies::terms::{other_draws, with_effort};
use crate::analysis::studies::{LivedRounds, NeedsTrials, StudyTerms};
use crate::model::LinkId;
use serde::{Deserialize, Serialize};

/// Until when the weakest link first is as good a rule as any.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Switch {
    /// Units spent on the weakest first, after which its next unit gives less than the best one by more than the noise
    /// (0: from the start). `None` if it is still right with all units spent.
    pub after: Option<u32>,
    /// The links of the next unit there: the weakest, and the one where it does most.
    pub weakest: Option<LinkId>,
    pub best: Option<LinkId>,
    /// How much more the best one gives: paired, over customers other than those that chose it [the outcome's unit].
    pub more: Option<Estimate>,
}

/// Follows the weakest-first plan until another unit does better.
pub(super) fn switch(
    terms: &StudyTerms,
    units: u32,
    plans: &[Plan],
    rounds: &mut LivedRounds,
) -> Result<Switch, NeedsTrials> {
    let links = terms.links();
    let plan = plans.iter().find(|plan| plan.way == WayOfSpending::WeakestFirst);
    for (unit, weakest) in (0..units).zip(plan.into_iter().flat_map(|plan| plan.order())) {
        let base = plan.map_or_else(|| terms.base.clone(), |plan| plan.after(unit).on(&terms.base, &links));
        let [each] = rounds.live_these([each_link(terms, base.clone(), &links)])?;
        let best = best_of(terms, each);
        if best == weakest {
            continue;
        }
        let [on_best, on_weakest] = [best, weakest].map(|at| with_effort(&base, &links[at], terms.effort));
        let seed = other_draws(terms.seed, "strategy switch");
        let (_, twins) = rounds.live_twins(terms.trial(on_best, vec![on_weakest], seed))?;
        let more = terms.effect(twins).map(|fewer| terms.goal.gain(fewer).reversed());
        if more.is_some_and(|more| more.is_above_zero()) {
            let [best, weakest] = [best, weakest].map(|at| Some(links[at].clone()));
            return Ok(Switch { after: Some(unit), weakest, best, more });
        }
    }
    Ok(Switch { after: None, weakest: None, best: None, more: None })
}
