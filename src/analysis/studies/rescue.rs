//! Saved here, lost there: of the customers whom a mended link no longer loses, how many fall at another one.

use super::rank::best_first;
use super::terms::{behind, with_effort};
use super::{Goal, LivedRounds, NeedsTrials, StudyTerms};
use crate::analysis::figures;
use crate::analysis::report::{Estimate, Fates, PRICE};
use crate::engine::{Counts, GroupCounts, MODEL_VERSION};
use crate::model::order;
use crate::model::{LinkId, Scenario};
use serde::{Deserialize, Serialize};

/// What changes at one link, or at "price".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fall {
    pub id: LinkId,
    /// More who drop out here than without the effort; below 0 fewer [customers].
    pub dropped: i64,
    /// More who leave because of it [customers].
    pub left: i64,
}

/// Who is let in by a better conversion, and how they keep beside the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LetIn {
    /// Customers who buy only with the effort.
    pub newcomers: u64,
    /// Of those, still there at the end [0..1]. `None` if there are no newcomers.
    pub newcomers_stay: Option<f64>,
    /// Of those who buy in any case, still there at the end, with the effort [0..1].
    pub others_stay: Option<f64>,
    /// True if conversion rises and retention at 12 falls (within a shorter horizon: churn rises), both by more than the
    /// noise: who is let in leaves sooner, and the figure falls without anybody being worse off.
    pub lowers_retention: bool,
}

/// What comes of mending one link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rescue {
    /// Version of the model.
    pub model: u32,
    /// Id of the journey.
    pub journey: String,
    /// The outcome by which the link was chosen, where none was named.
    pub outcome: Goal,
    /// The mended link.
    pub link: LinkId,
    /// [effort]
    pub effort: f64,
    pub seed: u64,
    /// [customers]
    pub customers: u64,
    /// Fewer who drop out at the link or leave because of it [customers].
    pub rescued_here: i64,
    /// More who are customers at the end: the net rescue [customers].
    pub net: i64,
    /// The same of all arrivals, with its noise [0..1].
    pub net_share: Option<Estimate>,
    /// All other links where more or fewer fall, the most first.
    pub falls: Vec<Fall>,
    /// Fates without × with the effort [customers].
    pub fates: Fates,
    pub let_in: LetIn,
    /// Paired differences of conversion and of retention at 12.
    pub conversion: Option<Estimate>,
    pub retention_12: Option<Estimate>,
}

/// Follows what comes of effort on a link; without one on that where it does most.
///
/// # Errors
/// The trials it needs: all links, where none is named; then the world with the effort beside the one without.
pub fn rescue(terms: &StudyTerms, link: Option<&LinkId>, rounds: &mut LivedRounds) -> Result<Rescue, NeedsTrials> {
    let link = match link {
        Some(link) => link.clone(),
        None => binding(terms, rounds)?,
    };
    let mended = with_effort(&terms.base, &link, terms.effort);
    let alone = |base: Scenario| terms.trial(base, Vec::new(), terms.seed);
    let twins = terms.trial(terms.base.clone(), vec![mended.clone()], terms.seed);
    let (without, twins) = rounds.live_twins(twins)?;
    let [with] = rounds.live_these([alone(mended)])?;
    let mut falls = falls(terms, &without.base, &with.base);
    let here = falls.iter().position(|fall| fall.id == link).map(|at| falls.remove(at));
    falls.retain(|fall| fall.dropped != 0 || fall.left != 0);
    order::sort_by_key(&mut falls, |fall| -(fall.dropped + fall.left));
    let fates = Fates::sum(&twins.fates);
    let differences = figures::differences(&twins.noise.everybody, terms.horizon());
    Ok(Rescue {
        model: MODEL_VERSION,
        journey: terms.journey.id.clone(),
        outcome: terms.goal,
        link,
        effort: terms.effort,
        seed: terms.seed,
        customers: behind(without),
        rescued_here: here.map_or(0, |fall| -(fall.dropped + fall.left)),
        net: stays(&fates.0, true) as i64 - stays(&fates.0, false) as i64,
        net_share: Goal::CustomersAtEnd.effect(twins, terms.horizon()),
        falls,
        let_in: let_in(&fates.0, differences.conversion, differences.retention_12.or(differences.churn.map(worse))),
        fates,
        conversion: differences.conversion,
        retention_12: differences.retention_12,
    })
}

/// The link where the effort does most for the outcome.
fn binding(terms: &StudyTerms, rounds: &mut LivedRounds) -> Result<LinkId, NeedsTrials> {
    let links = terms.links();
    let each = links.iter().map(|link| with_effort(&terms.base, link, terms.effort)).collect();
    let [lived] = rounds.live_these([terms.trial(terms.base.clone(), each, terms.seed)])?;
    Ok(best_first(&terms.all_give(lived)).first().map(|at| links[*at].clone()).unwrap_or_default())
}

/// What changes at each link, and at the price.
fn falls(terms: &StudyTerms, without: &Counts, with: &Counts) -> Vec<Fall> {
    let [without, with] = [without, with].map(|counts| counts.group(None));
    let more = |of: fn(&GroupCounts) -> &Vec<u64>, at: usize| {
        let count = |part| of(part).get(at).copied().unwrap_or(0) as i64;
        count(&with) - count(&without)
    };
    let ids = terms.links().into_iter().chain([PRICE.into()]);
    let fall = |(at, id)| Fall { id, dropped: more(|part| &part.dropped, at), left: more(|part| &part.left, at) };
    (0..).zip(ids).map(fall).collect()
}

/// Still customers at the end, with or without the effort.
fn stays(fates: &[[u64; 3]; 3], with: bool) -> u64 {
    if with { fates.iter().map(|row| row[2]).sum() } else { fates[2].iter().sum() }
}

/// A difference of churn as one of which more is better.
fn worse(churn: Estimate) -> Estimate {
    Goal::Churn.gain(churn)
}

fn let_in(fates: &[[u64; 3]; 3], conversion: Option<Estimate>, kept: Option<Estimate>) -> LetIn {
    let [dropped, left, stays] = fates;
    let share = |stay: u64, of: u64| (of > 0).then(|| stay as f64 / of as f64);
    let newcomers = dropped[1] + dropped[2];
    let (in_any_case, of_those_stay) = (left[1] + left[2] + stays[1] + stays[2], left[2] + stays[2]);
    LetIn {
        newcomers,
        newcomers_stay: share(dropped[2], newcomers),
        others_stay: share(of_those_stay, in_any_case),
        lowers_retention: conversion.is_some_and(|more| more.low > 0.0) && kept.is_some_and(|kept| kept.high < 0.0),
    }
}
