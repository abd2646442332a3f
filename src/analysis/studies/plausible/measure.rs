//! What to measure first: leverage × ignorance.

use super::worlds::{highest, lowest, ranges};
use crate::analysis::report::Estimate;
use crate::analysis::studies::terms::{other_draws, strength_to, with};
use crate::analysis::studies::{LivedRounds, NeedsTrials, StudyTerms};
use crate::model::order;
use crate::model::{LinkId, Strength};
use serde::{Deserialize, Serialize};

/// How much hangs on what is not known of one link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    pub id: LinkId,
    /// The range of its strength [0..1].
    pub low: f64,
    pub likely: f64,
    pub high: f64,
    /// How much the outcome moves from the low end of the range to the high one, all else as likely: the paired
    /// difference [the outcome's unit].
    pub swing: Option<Estimate>,
}

/// Links with a range, most at stake first.
pub(super) fn measure(terms: &StudyTerms, rounds: &mut LivedRounds) -> Result<Vec<Measure>, NeedsTrials> {
    let ranges = ranges(&terms.journey);
    let at = |link: &LinkId, value: f64| {
        let mut scenario = with(&terms.base, vec![strength_to(link, value)]);
        scenario.improvements.rotate_right(1);
        scenario
    };
    let seed = other_draws(terms.seed, "measure first");
    let ends = |(link, strength): &(LinkId, Strength)| {
        terms.trial(at(link, lowest(strength)), vec![at(link, highest(strength))], seed)
    };
    let lived = rounds.live(ranges.iter().map(ends).collect())?;
    let mut measures: Vec<Measure> = ranges
        .into_iter()
        .zip(lived)
        .map(|((id, strength), lived)| Measure {
            id,
            low: lowest(&strength),
            likely: strength.likely,
            high: highest(&strength),
            swing: terms.effects(lived).first().copied().flatten(),
        })
        .collect();
    let size = |measure: &Measure| measure.swing.map_or(0.0, |swing| swing.value.abs());
    order::sort(&mut measures, |a, b| size(b).total_cmp(&size(a)));
    Ok(measures)
}
