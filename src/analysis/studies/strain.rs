//! Strain test: the outcome against strain, and the first link to give way.

use super::terms::{behind, largest_first, strength_to, with};
use super::trial::strengths;
use super::{Goal, LivedRounds, NeedsTrials, StudyTerms};
use crate::analysis::report::Estimate;
use crate::engine::{MODEL_VERSION, TrialTally, Twins};
use crate::model::order;
use crate::model::{LinkId, Scenario, under_strain};
use serde::{Deserialize, Serialize};

/// What strain costs at one link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Strained {
    pub id: LinkId,
    /// How often it still holds [0..1].
    pub holds: f64,
    /// How much better the outcome would be if this link alone were as strong as on a calm day: the paired difference;
    /// more is better [the outcome's unit].
    pub costs: Option<Estimate>,
}

/// The outcome under one strain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnderStrain {
    pub strain: f64,
    pub level: Option<Estimate>,
    /// What it changes, against a calm day [the outcome's unit].
    pub change: Option<Estimate>,
    /// By what it costs there, most first. Empty on a calm day.
    pub links: Vec<Strained>,
}

/// How a link takes strain by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HalfAt {
    pub id: LinkId,
    /// The strain at which it holds half as often as on a calm day.
    pub strain: f64,
}

/// What strain does to a journey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StrainTest {
    /// Version of the model.
    pub model: u32,
    /// Id of the journey.
    pub journey: String,
    pub outcome: Goal,
    pub less_is_better: bool,
    pub seed: u64,
    /// In each world [customers].
    pub customers: u64,
    /// By strain, a calm day first.
    pub points: Vec<UnderStrain>,
    /// The link that costs most under the least strain at which any costs more than the noise.
    pub gives_way: Option<LinkId>,
    /// The strain at which it does.
    pub gives_way_at: Option<f64>,
    /// Links that strain weakens, the one that halves first before the others.
    pub halves: Vec<HalfAt>,
}

/// Puts a journey under each of these strains in turn.
///
/// # Errors
/// The trials it needs: a calm day against every strain, and under each strain every link as on a calm day.
pub fn strain_test(terms: &StudyTerms, strains: &[f64], rounds: &mut LivedRounds) -> Result<StrainTest, NeedsTrials> {
    let links = terms.links();
    let calm = strengths(&terms.journey, &terms.base);
    let exposures = exposures(terms);
    let under = |strain: f64| Scenario { strain, ..terms.base.clone() };
    let relieved = |strain: f64| {
        let at_link = |at: usize| {
            // Under this strain it holds as on a calm day.
            let strength = libm::pow(calm[at], 1.0 / (1.0 + strain * exposures[at]));
            with(&under(strain), vec![strength_to(&links[at], strength.clamp(0.0, 1.0))])
        };
        terms.trial(under(strain), (0..links.len()).map(at_link).collect(), terms.seed)
    };
    let against_calm = terms.trial(under(0.0), strains.iter().map(|strain| under(*strain)).collect(), terms.seed);
    let [calm_day] = rounds.live_these([against_calm])?;
    let strained = rounds.live(strains.iter().map(|strain| relieved(*strain)).collect())?;
    let point = |((strain, lived), twins): ((&f64, &TrialTally), &Twins)| {
        let gain = |more: Option<Estimate>| more.map(|more| terms.goal.gain(more));
        let costs: Vec<_> = terms.effects(lived).into_iter().map(gain).collect();
        let by_cost: Vec<f64> = costs.iter().map(|costs| costs.map_or(0.0, |costs| costs.value)).collect();
        let at_link = |at: usize| Strained {
            id: links[at].clone(),
            holds: under_strain(calm[at], *strain, exposures[at]),
            costs: costs[at],
        };
        UnderStrain {
            strain: *strain,
            level: terms.level(lived),
            change: terms.effect(twins),
            links: largest_first(&by_cost).into_iter().map(at_link).collect(),
        }
    };
    let first =
        UnderStrain { strain: 0.0, level: terms.level(calm_day), change: Some(Estimate::NOTHING), links: Vec::new() };
    let points: Vec<UnderStrain> =
        std::iter::once(first).chain(strains.iter().zip(strained).zip(&calm_day.twins).map(point)).collect();
    let gives_way = points.iter().find_map(|point| {
        let first = point.links.first()?;
        first.costs?.is_above_zero().then(|| (first.id.clone(), point.strain))
    });
    Ok(StrainTest {
        model: MODEL_VERSION,
        journey: terms.journey.id.clone(),
        outcome: terms.goal,
        less_is_better: terms.goal.less_is_better(),
        seed: terms.seed,
        customers: behind(calm_day),
        gives_way_at: gives_way.as_ref().map(|(_, strain)| *strain),
        gives_way: gives_way.map(|(link, _)| link),
        halves: halves(&links, &calm, &exposures),
        points,
    })
}

/// How fully strain acts, by link index.
fn exposures(terms: &StudyTerms) -> Vec<f64> {
    let touchpoints = terms.journey.touchpoints.iter().map(|t| t.exposure);
    touchpoints.chain(terms.journey.handovers.iter().map(|h| h.exposure)).collect()
}

/// s^(x·e) = ½ at x = ln ½ / (e · ln s).
fn halves(links: &[LinkId], calm: &[f64], exposures: &[f64]) -> Vec<HalfAt> {
    let half = |((id, s), e): ((&LinkId, &f64), &f64)| {
        let strain = libm::log(0.5) / (e * libm::log(*s));
        (strain.is_finite() && *s > 0.0).then(|| HalfAt { id: id.clone(), strain })
    };
    let mut halves: Vec<HalfAt> = links.iter().zip(calm).zip(exposures).filter_map(half).collect();
    order::sort(&mut halves, |a, b| a.strain.total_cmp(&b.strain));
    halves
}
