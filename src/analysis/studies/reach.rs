//! What it would take: the least effort found with which an outcome reaches a target, and the word that none does.
//!
//! Effort is added unit by unit where it does most by then, until the target is met; then it is seen how much of each link's
//! can be taken away again. So another plan may do with less: no search looks at every one. What is found is checked on
//! draws that had no part in finding it, and where it falls short there, more is added.

use super::budget::{Efforts, Spent};
use super::terms::{behind, largest_first, other_draws, strength_to, with};
use super::trial::strengths;
use super::{Goal, LivedRounds, NeedsTrials, StudyTerms};
use crate::analysis::report::Estimate;
use crate::engine::MODEL_VERSION;
use crate::model::{Journey, LinkId, OwnerId, Scenario, defaults::STRENGTH_CAP};
use serde::{Deserialize, Serialize};

/// Most units that are tried. Assumption: a plan of more is none that anybody carries out.
const MOST_UNITS: u32 = 24;
/// Links that are looked at again after the first unit: those where it did most.
const LOOKED_AT: usize = 10;
/// Parts that a unit is divided into when it is seen how much is enough.
const PARTS: f64 = 4.0;
/// How often more is added where the plan falls short on fresh draws.
const MORE: u64 = 4;
/// How many times as many customers the check has as the search.
const CHECKED_BY: u64 = 4;

/// Whether a target can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReachVerdict {
    /// It is met without any effort.
    Already,
    /// The plan meets it, beyond what noise can explain.
    Reached,
    /// The plan meets it, and noise may be why.
    TooClose,
    /// It would be met with every link as strong as effort can make it; no plan within the units that are tried was found.
    NotFound,
    /// It is not met even with every link as strong as effort can make it.
    OutOfReach,
    /// There is nothing to count.
    Nothing,
}

/// What one owner would have to spend.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnersShare {
    /// `None` for links that nobody answers for.
    pub owner: Option<OwnerId>,
    /// [effort]
    pub effort: f64,
}

/// What it would take to reach a target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetPlan {
    /// Version of the model.
    pub model: u32,
    /// Id of the journey.
    pub journey: String,
    pub outcome: Goal,
    pub less_is_better: bool,
    /// Where the outcome should stand [its own unit].
    pub target: f64,
    pub verdict: ReachVerdict,
    /// Size of a unit [effort].
    pub unit: f64,
    /// The draws that searched, and those that checked.
    pub seed: u64,
    pub checked_by_seed: u64,
    /// Behind the figures of the plan [customers].
    pub customers: u64,
    /// The outcome without the plan.
    pub today: Option<Estimate>,
    /// The outcome with every link as strong as effort can make it.
    pub best: Option<Estimate>,
    /// The outcome with the plan, on fresh draws. `None` without one.
    pub level: Option<Estimate>,
    /// What the plan changes, on fresh draws [the outcome's unit].
    pub effect: Option<Estimate>,
    /// All effort of the plan [effort]; 0 without one.
    pub effort: f64,
    /// The plan, most effort first.
    pub spent: Vec<Spent>,
    /// The same by owner, most effort first.
    pub owners: Vec<OwnersShare>,
}

/// Looks for the least effort with which the outcome reaches a target [its own unit].
///
/// # Errors
/// The trials it needs: the world as it is and at its best; each unit in turn; what can be taken away; the check.
pub fn reach(terms: &StudyTerms, target: f64, rounds: &mut LivedRounds) -> Result<TargetPlan, NeedsTrials> {
    let search = Search { terms, target, links: terms.links() };
    let strongest = search.strongest();
    let [bare, at_best] = rounds.live_these([
        terms.trial(terms.base.clone(), Vec::new(), terms.seed),
        terms.trial(strongest, Vec::new(), terms.seed),
    ])?;
    let (today, best) = (terms.level(bare), terms.level(at_best));
    let without = |verdict| TargetPlan {
        model: MODEL_VERSION,
        journey: terms.journey.id.clone(),
        outcome: terms.goal,
        less_is_better: terms.goal.less_is_better(),
        target,
        verdict,
        unit: terms.effort,
        seed: terms.seed,
        checked_by_seed: search.fresh(0),
        customers: behind(bare),
        today,
        best,
        level: None,
        effect: None,
        effort: 0.0,
        spent: Vec::new(),
        owners: Vec::new(),
    };
    let (Some(now), Some(most)) = (today, best) else { return Ok(without(ReachVerdict::Nothing)) };
    if search.meets(now.value) {
        return Ok(without(ReachVerdict::Already));
    }
    if !search.may_meet(most) {
        return Ok(without(ReachVerdict::OutOfReach));
    }
    let Some(mut plan) = search.found(rounds)? else { return Ok(without(ReachVerdict::NotFound)) };
    for more in 0..=MORE {
        let seed = search.fresh(more);
        let with_plan = plan.on(&terms.base, &search.links);
        let mut trial = terms.trial(with_plan, vec![terms.base.clone()], seed);
        trial.customers = terms.customers.saturating_mul(CHECKED_BY);
        let (lived, twins) = rounds.live_twins(trial)?;
        let level = terms.level(lived);
        let falls_short = !level.is_some_and(|level| search.meets(level.value));
        if falls_short && more < MORE {
            search.add(&mut plan);
            continue;
        }
        let sure =
            level.is_some_and(|level| search.meets(if terms.goal.less_is_better() { level.high } else { level.low }));
        return Ok(TargetPlan {
            verdict: match (falls_short, sure) {
                (true, _) => ReachVerdict::NotFound,
                (false, true) => ReachVerdict::Reached,
                (false, false) => ReachVerdict::TooClose,
            },
            checked_by_seed: seed,
            customers: behind(lived),
            level,
            effect: terms.effect(twins).map(Estimate::reversed),
            effort: plan.0.iter().sum(),
            spent: most_first(plan.spent(&search.links), |spent| spent.effort),
            owners: owners(&terms.journey, &search.links, &plan),
            ..without(ReachVerdict::NotFound)
        });
    }
    Ok(without(ReachVerdict::NotFound))
}

struct Search<'a> {
    terms: &'a StudyTerms,
    target: f64,
    links: Vec<LinkId>,
}

impl Search<'_> {
    /// Whether a level is as good as the target.
    fn meets(&self, level: f64) -> bool {
        if self.terms.goal.less_is_better() { level <= self.target } else { level >= self.target }
    }

    /// Whether noise alone may keep a level from the target.
    fn may_meet(&self, level: Estimate) -> bool {
        self.meets(if self.terms.goal.less_is_better() { level.low } else { level.high })
    }

    /// Draws of their own for each check.
    fn fresh(&self, nth: u64) -> u64 {
        other_draws(self.terms.seed, &format!("reach {nth}"))
    }

    /// Every link as strong as effort can make it; one that is stronger stays.
    fn strongest(&self) -> Scenario {
        let strengths = strengths(&self.terms.journey, &self.terms.base);
        let weaker = self.links.iter().zip(&strengths).filter(|(_, strength)| **strength < STRENGTH_CAP);
        with(&self.terms.base, weaker.map(|(link, _)| strength_to(link, STRENGTH_CAP)).collect())
    }

    /// A plan that meets the target on the draws of the search; `None` if none was found.
    fn found(&self, rounds: &mut LivedRounds) -> Result<Option<Efforts>, NeedsTrials> {
        let mut plan = Efforts(vec![0.0; self.links.len()]);
        let mut looked_at: Vec<usize> = (0..self.links.len()).collect();
        for unit in 0..=MOST_UNITS {
            let others: Vec<Efforts> =
                looked_at.iter().map(|at| self.with_more(&plan, *at, self.terms.effort)).collect();
            let (level, gains) = self.look(&plan, &others, rounds)?;
            if level.is_some_and(|level| self.meets(level)) {
                return self.thinned(plan, rounds).map(Some);
            }
            let order = largest_first(&gains);
            let Some(first) = order.first().copied().filter(|first| gains[*first] > 0.0) else { break };
            plan = others[first].clone();
            if unit == 0 {
                looked_at = order.iter().take(LOOKED_AT).map(|at| looked_at[*at]).collect();
            }
        }
        Ok(None)
    }

    /// The plan with parts of units taken away for as long as it meets the target: each time the part that is missed least.
    fn thinned(&self, mut plan: Efforts, rounds: &mut LivedRounds) -> Result<Efforts, NeedsTrials> {
        let part = self.terms.effort / PARTS;
        for _ in 0..MOST_UNITS {
            let spent = (0..plan.0.len()).filter(|at| plan.0[*at] > 0.0);
            let less: Vec<Efforts> = spent.map(|at| self.with_more(&plan, at, -part)).collect();
            let (level, gains) = self.look(&plan, &less, rounds)?;
            let Some(level) = level else { break };
            // What is lost may not be more than what there is to spare.
            let to_spare = self.terms.goal.gain(Estimate { value: level - self.target, low: 0.0, high: 0.0 }).value;
            match largest_first(&gains).first() {
                Some(least) if gains[*least] + to_spare >= 0.0 => plan = less[*least].clone(),
                _ => break,
            }
        }
        Ok(plan)
    }

    /// A part of a unit more where the plan has most already: it is what the search found to do most.
    fn add(&self, plan: &mut Efforts) {
        if let Some(most) = largest_first(&plan.0).first() {
            *plan = self.with_more(plan, *most, self.terms.effort / PARTS);
        }
    }

    /// Where the outcome stands with a plan, and how much better each of some others is, on the draws of the search [the
    /// outcome's unit]; what cannot be counted is no gain.
    fn look(
        &self,
        plan: &Efforts,
        others: &[Efforts],
        rounds: &mut LivedRounds,
    ) -> Result<(Option<f64>, Vec<f64>), NeedsTrials> {
        let terms = self.terms;
        let on_top = |plan: &Efforts| plan.on(&terms.base, &self.links);
        let [lived] =
            rounds.live_these([terms.trial(on_top(plan), others.iter().map(on_top).collect(), terms.seed)])?;
        let gain = |effect: Option<Estimate>| effect.map_or(f64::NEG_INFINITY, |effect| terms.goal.gain(effect).value);
        Ok((terms.level(lived).map(|level| level.value), terms.effects(lived).into_iter().map(gain).collect()))
    }

    fn with_more(&self, plan: &Efforts, link: usize, effort: f64) -> Efforts {
        let mut more = plan.clone();
        if let Some(spent) = more.0.get_mut(link) {
            *spent = (*spent + effort).max(0.0);
        }
        more
    }
}

/// What each owner would have to spend.
fn owners(journey: &Journey, links: &[LinkId], plan: &Efforts) -> Vec<OwnersShare> {
    let owner = |link: &LinkId| {
        let of_touchpoint = journey.touchpoint(link).map(|touchpoint| touchpoint.owner.clone());
        of_touchpoint.or_else(|| journey.handover(link)?.owner.clone())
    };
    let mut shares: Vec<OwnersShare> = Vec::new();
    for (link, effort) in links.iter().zip(&plan.0).filter(|(_, effort)| **effort > 0.0) {
        let owner = owner(link);
        match shares.iter_mut().find(|share| share.owner == owner) {
            Some(share) => share.effort += effort,
            None => shares.push(OwnersShare { owner, effort: *effort }),
        }
    }
    most_first(shares, |share| share.effort)
}

/// In the order of an effort, the most first.
fn most_first<T: Clone>(all: Vec<T>, effort: impl Fn(&T) -> f64) -> Vec<T> {
    let efforts: Vec<f64> = all.iter().map(effort).collect();
    largest_first(&efforts).into_iter().filter_map(|at| all.get(at).cloned()).collect()
}
