//! The advice: what to do first, and how long, decided from what has been found out. It changes when that does.

use super::gain::times_as_much;
use super::which_studies::FIRM;
use crate::analysis::Estimate;
use crate::analysis::studies::{Budget, Measure, Ranking, Sure, Way, WayOfSpending};
use crate::app::{NamedRange, StudyFindings};
use crate::model::LinkId;

/// What to do first.
#[derive(Clone, Debug, PartialEq)]
pub enum Advice {
    /// The outcome counts what nobody does here.
    NothingToCount,
    /// On no link does the effort make a difference that noise does not explain.
    NowhereTells,
    /// Noise alone may explain which of two links is first.
    TooClose { first: LinkId, second: LinkId },
    /// What is not known of the strengths decides: none of these is clearly the best in more plausible worlds.
    Unsure { first: LinkId, second: LinkId, best_in: (u32, u32), worlds: u32, measure: Option<Measure> },
    /// Every link is strong: no weak one holds the others back, so effort goes where it gives most.
    AllStrong { best: LinkId },
    /// This link first.
    Mend { link: LinkId, strategy: Strategy },
}

/// Whether it is right to mend the weakest link first.
#[derive(Clone, Debug, PartialEq)]
pub enum Strategy {
    /// Not found out yet.
    Awaited,
    /// With all units spent [units], as far as can be told from noise.
    WeakestFirst { weakest: LinkId, units: u32 },
    /// For so many units; from there on another link gives more.
    WeakestUntil { units: u32, then: LinkId },
    /// Not even for the first unit: the weakest link is another one, and gives less.
    NotTheWeakest { weakest: LinkId },
    /// The link to mend is the weakest, but after the first unit nothing more can be said.
    Open,
}

/// The figures that the advice rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct AdviceEvidence {
    /// What the effort gives on the first link and on the second, as [`RankedLink::gives`] tells it.
    ///
    /// [`RankedLink::gives`]: crate::analysis::studies::RankedLink::gives
    pub gains: (Option<Estimate>, Option<Estimate>),
    pub second: Option<LinkId>,
    /// How many times as much the first gives; none where the second gives nothing that can be told from noise.
    pub times: Option<f64>,
    /// In each world [customers].
    pub customers: u64,
    /// Whether more customers are still to be lived for it.
    pub is_first_look: bool,
    /// Plausible worlds in which the first link is the best, of so many.
    pub best_in: Option<(u32, u32)>,
    /// So few units, each where it does most, give clearly more than so many spread evenly [units].
    pub outspends: Option<(u32, u32)>,
}

/// The advice with the figures it rests on; none before there is a ranking.
pub fn advice(findings: &StudyFindings) -> Option<(Advice, AdviceEvidence)> {
    let ranking = findings.ranking.as_deref()?;
    let rests = rests(ranking, findings);
    Some((decide(ranking, findings, &rests), rests))
}

fn decide(ranking: &Ranking, findings: &StudyFindings, rests: &AdviceEvidence) -> Advice {
    let Some(binding) = &ranking.binding else { return Advice::NothingToCount };
    let first = binding.link.clone();
    if !rests.gains.0.is_some_and(|gain| gain.is_above_zero()) {
        return Advice::NowhereTells;
    }
    if let Some(second) = binding.second.clone().filter(|_| binding.too_close) {
        return Advice::TooClose { first, second };
    }
    if let Some(unsure) = findings.sure.as_deref().and_then(unsure) {
        return unsure;
    }
    let weakest = ranking.weakest.first();
    let is_strong = |link: &LinkId| {
        let found = ranking.links.iter().find(|ranked| ranked.id == *link);
        found.is_some_and(|ranked| NamedRange::of(ranked.strength) == NamedRange::Strong)
    };
    if weakest.is_some_and(is_strong) {
        return Advice::AllStrong { best: first };
    }
    let strategy = strategy(weakest, &first, findings.budget.as_deref());
    Advice::Mend { link: first, strategy }
}

/// Whether the plausible worlds leave it open which link is the best.
fn unsure(sure: &Sure) -> Option<Advice> {
    let [first, second, ..] = sure.links.as_slice() else { return None };
    let measure = sure.measure.first().cloned();
    (sure.too_close && !sure.is_certain()).then(|| Advice::Unsure {
        first: first.id.clone(),
        second: second.id.clone(),
        best_in: (first.best_in, second.best_in),
        worlds: sure.worlds,
        measure,
    })
}

fn strategy(weakest: Option<&LinkId>, first: &LinkId, budget: Option<&Budget>) -> Strategy {
    let (Some(budget), Some(weakest)) = (budget, weakest) else { return Strategy::Awaited };
    match (budget.switch.after, &budget.switch.best) {
        (None, _) => Strategy::WeakestFirst { weakest: weakest.clone(), units: budget.units },
        (Some(0), _) if weakest != first => Strategy::NotTheWeakest { weakest: weakest.clone() },
        (Some(units), Some(then)) if units > 0 => Strategy::WeakestUntil { units, then: then.clone() },
        _ => Strategy::Open,
    }
}

fn rests(ranking: &Ranking, findings: &StudyFindings) -> AdviceEvidence {
    let gain = |at: usize| ranking.links.get(at)?.gives(ranking.outcome);
    let gains = (gain(0), gain(1));
    let first = ranking.links.first().map(|ranked| &ranked.id);
    let sure = findings.sure.as_deref();
    let best_in = sure.and_then(|sure| {
        let link = sure.links.iter().find(|link| Some(&link.id) == first)?;
        (!sure.is_certain()).then_some((link.best_in, sure.worlds))
    });
    AdviceEvidence {
        gains,
        second: ranking.links.get(1).map(|ranked| ranked.id.clone()),
        times: gains.0.zip(gains.1).and_then(|(first, second)| times_as_much(first, second)),
        customers: ranking.customers,
        is_first_look: is_first_look(ranking),
        best_in,
        outspends: findings.budget.as_deref().and_then(outspends),
    }
}

/// Whether this is the ranking that comes at once, from few customers.
pub fn is_first_look(ranking: &Ranking) -> bool {
    ranking.customers < FIRM
}

/// How few units, each where it does most, give more than all of them spread evenly, with both intervals between.
fn outspends(budget: &Budget) -> Option<(u32, u32)> {
    let way = |which| budget.ways.iter().find(|way: &&Way| way.way == which);
    let gain = |effect: &Option<Estimate>| effect.map(|effect| budget.outcome.gain(effect));
    let all = gain(way(WayOfSpending::Evenly)?.curve.last()?)?;
    let curve = &way(WayOfSpending::BestEffect)?.curve;
    let few = curve.iter().position(|after| gain(after).is_some_and(|gain| gain.low > all.high))?;
    let few = u32::try_from(few).ok()?;
    (few > 0 && few < budget.units).then_some((few, budget.units))
}
