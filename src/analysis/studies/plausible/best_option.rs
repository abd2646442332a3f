//! Which of a room's options is the best, doing nothing among them: what each does as things are likely, and in how many
//! plausible worlds each is the best.

use super::guesses::guesses;
use super::{clear, count, draws, plausible_on};
use crate::analysis::report::Estimate;
use crate::analysis::studies::rank::best_first;
use crate::analysis::studies::{LivedRounds, NeedsTrials, StudyTerms};
use crate::model::Scenario;
use serde::{Deserialize, Serialize};

/// Each plausible world is lived by one in so many of the customers of the likely one: there are many worlds.
const PART: u64 = 5;

/// One of the options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionFares {
    /// What it changes as things are likely: the paired difference [the outcome's unit].
    pub effect: Option<Estimate>,
    /// The same, told so that more is better ([`Goal::given`](crate::analysis::studies::Goal::given)).
    pub gives: Option<Estimate>,
    /// What it changes in what an arrival brings in, whichever outcome counts [prices per arrival].
    pub revenue: Option<Estimate>,
    /// Worlds in which it is the best [worlds].
    pub best_in: u32,
}

/// How the options fare.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BestOption {
    /// Worlds drawn; none where nothing is uncertain, and so nothing can be said of chances [worlds].
    pub worlds: u32,
    /// Worlds in which doing nothing is the best [worlds].
    pub nothing_in: u32,
    /// In the order in which they were asked about.
    pub options: Vec<OptionFares>,
    /// Worlds in which noise may have decided which is the best [worlds].
    pub noisy: u32,
}

/// Says in how many plausible worlds each option is the best, beside doing nothing in the base of the terms.
///
/// # Errors
/// The trials it needs: all options as things are likely and in each world; then the best two of each world against each
/// other.
pub fn best_option(
    terms: &StudyTerms,
    options: &[Scenario],
    worlds: u32,
    rounds: &mut LivedRounds,
) -> Result<BestOption, NeedsTrials> {
    let worlds = if guesses(&terms.journey).is_empty() { 0 } else { worlds };
    let in_world = StudyTerms { customers: terms.customers.div_ceil(PART), ..terms.clone() };
    let drawn = |world: u32| options.iter().map(move |option| plausible_on(terms, option, world));
    let base = |world: u32| plausible_on(terms, &terms.base, world);
    let of_world = |world| in_world.trial(base(world), drawn(world).collect(), draws(terms, world, "options"));
    let likely = terms.trial(terms.base.clone(), options.to_vec(), terms.seed);
    let trials = std::iter::once(likely).chain((0..worlds).map(of_world)).collect();
    let Some((likely, lived)) = rounds.live(trials)?.split_first() else { return Err(NeedsTrials(Vec::new())) };
    // Doing nothing is the first, and gives nothing.
    let all: Vec<Vec<Option<Estimate>>> =
        lived.iter().map(|lived| [vec![Some(Estimate::NOTHING)], terms.all_give(lived)].concat()).collect();
    let orders: Vec<Vec<usize>> = all.iter().map(|gives| best_first(gives)).collect();
    let scenario = |world: u32, at: usize| match at.checked_sub(1).and_then(|at| options.get(at)) {
        Some(option) => plausible_on(terms, option, world),
        None => base(world),
    };
    let pair = |world: u32, first: usize, second: usize| {
        let seed = draws(terms, world, "first option against second");
        in_world.trial(scenario(world, second), vec![scenario(world, first)], seed)
    };
    let clear = clear(terms, rounds, &orders, pair)?;
    // Where there is nothing to count nothing is the best.
    let is_counted = |world: &usize| all[*world].iter().skip(1).any(Option::is_some);
    let best_in =
        |at: usize| count((0..orders.len()).filter(is_counted).filter(|world| orders[*world].first() == Some(&at)));
    let told = |(at, twins)| OptionFares {
        effect: terms.effect(twins),
        gives: terms.gives(twins),
        revenue: terms.revenue(twins),
        best_in: best_in(at),
    };
    Ok(BestOption {
        worlds,
        nothing_in: best_in(0),
        options: (1..).zip(&likely.twins).map(told).collect(),
        noisy: count(clear.iter().filter(|clear| !**clear)),
    })
}
