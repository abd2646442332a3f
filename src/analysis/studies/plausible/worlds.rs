//! Plausible worlds: what is not known for certain, drawn within its range.

use super::guesses::{Guess, guesses, highest, lowest};
use crate::analysis::studies::StudyTerms;
use crate::analysis::studies::terms::{other_draws, with};
use crate::engine::{Address, Luck};
use crate::model::{Scenario, Strength, limited};

/// The world of that number: every figure that is not known for certain drawn within its range, all together, the changes
/// that are asked about on top.
///
/// Each draw is keyed by seed, world and figure, so that a world stays the same when another one gets a range.
pub fn plausible(terms: &StudyTerms, world: u32) -> Scenario {
    plausible_on(terms, &terms.base, world)
}

/// The same world with other changes on top.
pub(super) fn plausible_on(terms: &StudyTerms, changes: &Scenario, world: u32) -> Scenario {
    let luck = Luck::of(other_draws(terms.seed, "strengths"), u64::from(world));
    let drawn = |guess: Guess| {
        let word = luck.word(Address::of_name(&guess.key()));
        let value = triangular(&guess.range, unit(word));
        (guess, value)
    };
    on_top_of(guesses(&terms.journey).into_iter().map(drawn), changes)
}

/// The world that is asked about, with these figures at these values.
pub(super) fn world_with(terms: &StudyTerms, values: impl Iterator<Item = (Guess, f64)>) -> Scenario {
    on_top_of(values, &terms.base)
}

fn on_top_of(values: impl Iterator<Item = (Guess, f64)>, changes: &Scenario) -> Scenario {
    let mut scenario = changes.clone();
    let changes = values.filter_map(|(guess, value)| guess.set(value, &mut scenario)).collect();
    let mut scenario = with(&scenario, changes);
    // What is changed in the world is changed from what is drawn.
    scenario.improvements.rotate_right(1);
    scenario
}

/// A word as a number in [0, 1).
fn unit(word: u64) -> f64 {
    (word >> 11) as f64 / (1_u64 << 53) as f64
}

/// The value below which a share of the triangular distribution lies: lowest and highest at the ends, likely at the
/// peak.
fn triangular(strength: &Strength, share: f64) -> f64 {
    let (low, peak, high) = (lowest(strength), strength.likely, highest(strength));
    let (rise, fall, all) = (peak - low, high - peak, high - low);
    let value =
        if share * all < rise { low + (share * all * rise).sqrt() } else { high - ((1.0 - share) * all * fall).sqrt() };
    limited(value, low, high)
}
