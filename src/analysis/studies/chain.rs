//! Chain logic: what strengthening one link gives alone, and after another has been mended; and the same strengths put
//! together in three ways, with what each would have us mend first.

use super::groups::{GROUPS, across, by_group, in_groups, least_noise};
use super::rank::best_first;
use super::terms::{largest_first, with, with_effort};
use super::trial::strengths;
use super::{Goal, LivedRounds, NeedsTrials, StudyTerms, Trial};
use crate::analysis::report::Estimate;
use crate::engine::{MODEL_VERSION, TrialTally, Twins};
use crate::model::order;
use crate::model::{Change, LinkId, PersonaId, Scenario, strengthened};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Links that are compared with each other.
const TOP: usize = 4;

/// What effort on a link gives alone and after another has been mended, told so that more is better: customers who stay
/// [0..1 of those who buy in any case], where the outcome is about that, else in the outcome's unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AloneAndAfter {
    pub alone: Option<Estimate>,
    /// The same once the first has been mended.
    pub after: Option<Estimate>,
    /// How much more it gives after than alone; below 0 less.
    pub more: Option<Estimate>,
}

/// One link after another, and alone.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Pair {
    /// Mended first.
    pub first: LinkId,
    /// Strengthened then, or alone.
    pub then: LinkId,
    pub gives: AloneAndAfter,
    /// The same for each persona's customers: what holds for all together need not hold for any of them.
    pub by_persona: BTreeMap<PersonaId, AloneAndAfter>,
}

/// The same comparisons for one chain feel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Feel {
    /// Chain feel of every persona [0..1]. `None` if each has their own.
    pub chain_feel: Option<f64>,
    /// Where the same effort does most.
    pub binding: Option<LinkId>,
    /// Each of the top links after each other one.
    pub pairs: Vec<Pair>,
}

/// How links depend on each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chain {
    /// Version of the model.
    pub model: u32,
    /// Id of the journey.
    pub journey: String,
    pub outcome: Goal,
    /// Spent on the second link [effort].
    pub effort: f64,
    /// Spent on the first before [effort].
    pub mended_by: f64,
    pub seed: u64,
    /// In each world [customers].
    pub customers: u64,
    /// The links where the effort does most, best first.
    pub top: Vec<LinkId>,
    /// With the personas' own chain feel, with none (0: a plain account), and with the fullest (1: a chain).
    pub feels: Vec<Feel>,
    /// The same strengths put together as an average, a product and the weakest alone.
    pub logics: Vec<Logic>,
}

/// The chain feels that are compared: the personas' own, none, the fullest.
const FEELS: [Option<f64>; 3] = [None, Some(0.0), Some(1.0)];

/// Says what links give alone and after each other, and what each logic would have us mend first. `mended_by` is the
/// effort on the first link of each pair.
///
/// # Errors
/// The trials it needs: all links with each chain feel; then the top links in pairs.
pub fn chain(terms: &StudyTerms, mended_by: f64, rounds: &mut LivedRounds) -> Result<Chain, NeedsTrials> {
    let links = terms.links();
    let each: Vec<Scenario> = links.iter().map(|link| with_effort(&terms.base, link, terms.effort)).collect();
    let ranked = |chain_feel| Trial { chain_feel, ..terms.trial(terms.base.clone(), each.clone(), terms.seed) };
    let ranked = rounds.live(FEELS.map(ranked).to_vec())?;
    let orders: Vec<Vec<usize>> = ranked.iter().map(|lived| best_first(&terms.all_give(lived))).collect();
    let top: Vec<LinkId> = orders.iter().take(1).flatten().take(TOP).map(|at| links[*at].clone()).collect();
    let places: Vec<usize> = orders.iter().take(1).flatten().take(TOP).copied().collect();
    let pairs = pairs(terms, mended_by, (&top, &places), ranked, rounds)?;
    let feel = |((chain_feel, order), pairs): ((Option<f64>, &Vec<usize>), Vec<Pair>)| Feel {
        chain_feel,
        binding: order.first().map(|at| links[*at].clone()),
        pairs,
    };
    Ok(Chain {
        model: MODEL_VERSION,
        journey: terms.journey.id.clone(),
        outcome: terms.goal,
        effort: terms.effort,
        mended_by,
        seed: terms.seed,
        customers: terms.customers,
        feels: FEELS.into_iter().zip(&orders).zip(pairs).map(feel).collect(),
        logics: logics(terms, &links),
        top,
    })
}

/// By chain feel, all pairs of the top links, which are given with their places among all. What a link gives alone is
/// what the ranking says of it, over the same customers; how much more it gives after is a difference within groups.
fn pairs(
    terms: &StudyTerms,
    mended_by: f64,
    (top, places): (&[LinkId], &[usize]),
    ranked: &[TrialTally],
    rounds: &mut LivedRounds,
) -> Result<Vec<Vec<Pair>>, NeedsTrials> {
    let strengthen = |link: &LinkId, effort| Change::Strengthen { link: link.clone(), effort };
    let ordered: Vec<(usize, usize)> = (0..top.len())
        .flat_map(|first| (0..top.len()).filter(move |then| *then != first).map(move |then| (first, then)))
        .collect();
    let alone = top.iter().map(|link| with_effort(&terms.base, link, terms.effort));
    let mended = top.iter().map(|link| with_effort(&terms.base, link, mended_by));
    let both = ordered.iter().map(|(first, then)| {
        with(&terms.base, vec![strengthen(&top[*first], mended_by), strengthen(&top[*then], terms.effort)])
    });
    let others: Vec<Scenario> = alone.chain(mended).chain(both).collect();
    let trials = |chain_feel: Option<f64>| in_groups(terms, &terms.base, &others, chain_feel, "chain");
    let lived = rounds.live(FEELS.into_iter().flat_map(trials).collect())?;
    let gives = |ranked: &TrialTally, lived: &[TrialTally], at: usize, persona: Option<usize>| {
        let (first, then) = ordered[at];
        let figure = |twins: &Twins| terms.goal.gives(twins, persona, terms.horizon());
        let groups = by_group(lived, figure);
        let alone = ranked.twins.get(places[then]).and_then(|t| terms.goal.gives(t, persona, terms.horizon()));
        let more = across(
            groups.iter().map(|group| Some(group[2 * top.len() + at]? - group[top.len() + first]? - group[then]?)),
            || least_noise(lived, |_| Some(2 * top.len() + at), figure),
        );
        AloneAndAfter { alone, after: alone.zip(more).map(|(alone, more)| alone.and(more)), more }
    };
    let of_feel = |(ranked, lived): (&TrialTally, &[TrialTally])| {
        let pair = |(at, (first, then)): (usize, &(usize, usize))| Pair {
            first: top[*first].clone(),
            then: top[*then].clone(),
            gives: gives(ranked, lived, at, None),
            by_persona: order::map(
                (0..)
                    .zip(&terms.journey.personas)
                    .map(|(persona, who)| (who.id.clone(), gives(ranked, lived, at, Some(persona)))),
            ),
        };
        (0..).zip(&ordered).map(pair).collect()
    };
    Ok(ranked.iter().zip(lived.chunks(GROUPS as usize)).map(of_feel).collect())
}

/// How strengths are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogicKind {
    /// As an average: what is weak here is made up for there.
    Average,
    /// As a product: everybody must get past every link.
    Product,
    /// As the weakest alone.
    Weakest,
}

/// What one logic says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Logic {
    pub logic: LogicKind,
    /// What it makes of the strengths [0..1].
    pub level: f64,
    /// The link on which the effort raises that most; of equals the weakest.
    pub first: LinkId,
    /// What it makes of them then [0..1].
    pub after: f64,
}

/// What the three logics say of the strengths of all links.
fn logics(terms: &StudyTerms, links: &[LinkId]) -> Vec<Logic> {
    let now = strengths(&terms.journey, &terms.base);
    let with_unit = |at: usize| -> Vec<f64> {
        let cost = links.get(at).and_then(|link| terms.journey.halving_cost(link)).unwrap_or(1.0);
        let mut then = now.clone();
        then[at] = strengthened(then[at], terms.effort, cost, terms.base.effort_curve);
        then
    };
    let says = |logic: LogicKind| {
        let after: Vec<f64> = (0..links.len()).map(|at| logic.level(&with_unit(at))).collect();
        let most = *largest_first(&after).first()?;
        let first =
            (0..links.len()).filter(|at| after[*at] == after[most]).min_by(|a, b| now[*a].total_cmp(&now[*b]))?;
        Some(Logic { logic, level: logic.level(&now), first: links[first].clone(), after: after[first] })
    };
    [LogicKind::Average, LogicKind::Product, LogicKind::Weakest].into_iter().filter_map(says).collect()
}

impl LogicKind {
    fn level(self, strengths: &[f64]) -> f64 {
        match self {
            Self::Average => strengths.iter().sum::<f64>() / strengths.len() as f64,
            Self::Product => strengths.iter().product(),
            Self::Weakest => strengths.iter().copied().fold(1.0, f64::min),
        }
    }
}
