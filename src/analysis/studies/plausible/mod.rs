//! How sure: whole plausible worlds drawn from what is not known for certain, and which link is best in each.
//!
//! Never mixed with simulation noise: in each world the best two are compared over customers of their own, and a world
//! in which noise may have decided is counted apart.

mod best_option;
mod guesses;
mod measure;
mod worlds;

pub use best_option::{BestOption, OptionFares, best_option};
pub use measure::Measure;
pub use worlds::plausible;
use worlds::plausible_on;

use super::rank::best_first;
use super::terms::{behind, other_draws, with_effort};
use super::{Goal, LivedRounds, NeedsTrials, StudyTerms, Trial};
use crate::analysis::Z95;
use crate::analysis::report::Estimate;
use crate::engine::{MODEL_VERSION, TrialTally};
use crate::model::order;
use crate::model::{Field, LinkId, Scenario};
use serde::{Deserialize, Serialize};

/// How one link fares over the plausible worlds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SureLink {
    pub id: LinkId,
    /// Worlds in which the effort does most here [worlds].
    pub best_in: u32,
    /// Of those, worlds in which noise does not explain the lead over the second [worlds].
    pub clearly_in: u32,
    /// The effect over the worlds: the mean, and between which values it lies in all but the 5 % lowest and highest
    /// [the outcome's unit]. No simulation noise, but what the ranges allow.
    pub effect: Option<Estimate>,
}

/// How sure the best place is, given what is not known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sure {
    /// Version of the model.
    pub model: u32,
    /// Id of the journey.
    pub journey: String,
    pub outcome: Goal,
    pub less_is_better: bool,
    /// [effort]
    pub effort: f64,
    pub seed: u64,
    /// In each world [customers].
    pub customers: u64,
    /// Worlds drawn.
    pub worlds: u32,
    /// Strengths that have a range.
    pub uncertain: u32,
    /// Other figures that are guesses.
    pub guesses: u32,
    /// Worlds in which noise may have decided which link is best.
    pub noisy: u32,
    /// By how many worlds they are best in, most first.
    pub links: Vec<SureLink>,
    /// True if chance alone in the draw of worlds explains that the first is best in more of them than the second.
    pub too_close: bool,
    /// What to measure first: figures by how much the outcome moves across their range.
    pub measure: Vec<Measure>,
}

impl Sure {
    /// True if all figures are known for certain: every world is the same.
    pub fn is_certain(&self) -> bool {
        self.uncertain + self.guesses == 0
    }
}

/// Says in how many plausible worlds each link is the best to strengthen.
///
/// # Errors
/// The trials it needs: all links in each world; then the best two of each world against each other; then each link at
/// both ends of its range.
pub fn sure(terms: &StudyTerms, worlds: u32, rounds: &mut LivedRounds) -> Result<Sure, NeedsTrials> {
    let links = terms.links();
    let drawn: Vec<_> = (0..worlds).map(|world| plausible(terms, world)).collect();
    let of_world = |(world, base): (u32, &Scenario)| {
        let others = links.iter().map(|link| with_effort(base, link, terms.effort)).collect();
        terms.trial(base.clone(), others, draws(terms, world, "plausible worlds"))
    };
    let lived = rounds.live((0..).zip(&drawn).map(of_world).collect())?;
    let effects: Vec<Vec<_>> = lived.iter().map(|lived| terms.effects(lived)).collect();
    let orders: Vec<Vec<usize>> = lived.iter().map(|lived| best_first(&terms.all_give(lived))).collect();
    let strengthened = |world: u32, at: usize| with_effort(&drawn[world as usize], &links[at], terms.effort);
    let pair = |world: u32, first: usize, second: usize| {
        let seed = draws(terms, world, "first against second");
        terms.trial(strengthened(world, second), vec![strengthened(world, first)], seed)
    };
    let clear = clear(terms, rounds, &orders, pair)?;
    let measure = measure::measure(terms, rounds)?;
    let link = |at: usize| {
        // Where there is nothing to count no link is the best.
        let is_best = |world: &usize| orders[*world].first() == Some(&at) && effects[*world][at].is_some();
        let of_link: Vec<f64> = effects.iter().filter_map(|effects| Some(effects[at]?.value)).collect();
        SureLink {
            id: links[at].clone(),
            best_in: count((0..drawn.len()).filter(is_best)),
            clearly_in: count((0..drawn.len()).filter(is_best).filter(|world| clear[*world])),
            effect: spread(of_link),
        }
    };
    let mut fares: Vec<SureLink> = (0..links.len()).map(link).collect();
    let worth = |link: &SureLink| terms.worth(link.effect);
    order::sort(&mut fares, |a, b| b.best_in.cmp(&a.best_in).then(worth(b).total_cmp(&worth(a))));
    let best = |at: usize| fares.get(at).map_or(0.0, |link| f64::from(link.best_in));
    let (first, second) = (best(0), best(1));
    Ok(Sure {
        model: MODEL_VERSION,
        journey: terms.journey.id.clone(),
        outcome: terms.goal,
        less_is_better: terms.goal.less_is_better(),
        effort: terms.effort,
        seed: terms.seed,
        customers: lived.first().map_or(0, behind),
        worlds,
        uncertain: count(measure.iter().filter(|measure| measure.figure == Field::Strength)),
        guesses: count(measure.iter().filter(|measure| measure.figure != Field::Strength)),
        noisy: count(clear.iter().filter(|clear| !**clear)),
        too_close: first - second <= Z95 * (first + second).sqrt(),
        links: fares,
        measure,
    })
}

fn count(those: impl Iterator) -> u32 {
    those.zip(0..).fold(0, |_, (_, at): (_, u32)| at + 1)
}

fn draws(terms: &StudyTerms, world: u32, purpose: &str) -> u64 {
    other_draws(terms.seed, &format!("{purpose} {world}"))
}

/// By world, whether its best is better than its second by more than the noise. `pair` puts a world's first beside its second.
fn clear(
    terms: &StudyTerms,
    rounds: &mut LivedRounds,
    orders: &[Vec<usize>],
    pair: impl Fn(u32, usize, usize) -> Trial,
) -> Result<Vec<bool>, NeedsTrials> {
    let first_two = |(world, order): (u32, &Vec<usize>)| Some(pair(world, *order.first()?, *order.get(1)?));
    let trials: Vec<Trial> = (0..).zip(orders).filter_map(first_two).collect();
    // Where there is just one it is the best in every world.
    if trials.is_empty() {
        return Ok(vec![true; orders.len()]);
    }
    let is_clear = |lived: &TrialTally| {
        let lead = lived.twins.first().and_then(|twins| terms.gives(twins));
        lead.is_some_and(|lead| lead.is_above_zero())
    };
    Ok(rounds.live(trials)?.iter().map(is_clear).collect())
}

/// The mean, and the values below and above which 5 % lie.
fn spread(mut values: Vec<f64>) -> Option<Estimate> {
    order::sort(&mut values, f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    let cut = values.len() / 20;
    let value = values.iter().sum::<f64>() / values.len() as f64;
    Some(Estimate { value, low: *values.get(cut)?, high: *values.get(last - cut)? })
}
