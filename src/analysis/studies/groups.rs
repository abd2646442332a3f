//! Intervals of what is computed from more than two worlds: the customers are divided into groups with draws of their own,
//! and the spread between the groups tells the noise of any sum of effects.

use super::terms::other_draws;
use super::{StudyTerms, Trial};
use crate::analysis::report::Estimate;
use crate::engine::{TrialTally, Twins};
use crate::model::Scenario;

/// Groups that the customers of a study are divided into.
pub(super) const GROUPS: u64 = 16;

/// Standard errors on each side of a 95 % interval of a mean over the groups: Student's t with 15 freedoms (1908).
const T95: f64 = 2.131_45;

/// The same trial for each group, with draws of its own.
pub(super) fn in_groups(
    terms: &StudyTerms,
    base: &Scenario,
    others: &[Scenario],
    chain_feel: Option<f64>,
    purpose: &str,
) -> Vec<Trial> {
    let trial = |group: u64| Trial {
        base: base.clone(),
        others: others.to_vec(),
        chain_feel,
        seed: other_draws(terms.seed, &format!("{purpose} {group}")),
        customers: terms.customers.div_ceil(GROUPS),
    };
    (0..GROUPS).map(trial).collect()
}

/// A figure of all other worlds in each group, told so that more is better. `None` if a group has nothing to count.
pub(super) fn by_group(lived: &[TrialTally], figure: impl Fn(&Twins) -> Option<Estimate>) -> Vec<Vec<Option<f64>>> {
    lived.iter().map(|lived| lived.twins.iter().map(|twins| Some(figure(twins)?.value)).collect()).collect()
}

/// What a figure of one other world can be off by in all groups together: the least noise of a mean over groups that do not
/// differ, since a spread of nothing tells nothing. 0 only where nothing is reached.
/// `world` says which it is, by group.
pub(super) fn least_noise(
    lived: &[TrialTally],
    world: impl Fn(usize) -> Option<usize>,
    figure: impl Fn(&Twins) -> Option<Estimate>,
) -> f64 {
    let of_group = |(group, lived): (usize, &TrialTally)| figure(lived.twins.get(world(group)?)?)?.noise();
    lived.iter().enumerate().map(|group| of_group(group).unwrap_or(0.0)).fold(0.0, libm::hypot) / lived.len() as f64
}

/// The mean over the groups with its noise, and with the least where the groups do not differ. `None` if a group has
/// nothing to count.
pub(super) fn across(values: impl Iterator<Item = Option<f64>>, least: impl FnOnce() -> f64) -> Option<Estimate> {
    let values: Vec<f64> = values.collect::<Option<_>>()?;
    let count = values.len() as f64;
    if count < 2.0 {
        return None;
    }
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0);
    let half = if variance > 0.0 { T95 * (variance / count).sqrt() } else { least() };
    Some(Estimate { value: mean, low: mean - half, high: mean + half })
}
