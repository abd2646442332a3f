//! Plausible worlds: strengths drawn within their ranges.

use crate::analysis::studies::StudyTerms;
use crate::analysis::studies::terms::{other_draws, strength_to, with};
use crate::engine::{Address, Luck};
use crate::model::{Journey, LinkId, Scenario, Strength};

/// Ranges of strengths by link: those that have one.
pub(super) fn ranges(journey: &Journey) -> Vec<(LinkId, Strength)> {
    let touchpoints = journey.touchpoints.iter().map(|t| (&t.id, t.strength));
    let all = touchpoints.chain(journey.handovers.iter().map(|h| (&h.id, h.strength)));
    all.filter(|(_, s)| lowest(s) < highest(s)).map(|(link, strength)| (link.clone(), strength)).collect()
}

/// Lowest plausible strength; without one the likely value.
pub(super) fn lowest(strength: &Strength) -> f64 {
    strength.low.unwrap_or(strength.likely)
}

/// Highest plausible strength; without one the likely value.
pub(super) fn highest(strength: &Strength) -> f64 {
    strength.high.unwrap_or(strength.likely)
}

/// The world of that number: every strength that has a range drawn within it, the changes that are asked about on top.
///
/// Each draw is keyed by seed, world and link, so that a world stays the same when another link gets a range.
pub fn plausible(terms: &StudyTerms, world: u32) -> Scenario {
    let luck = Luck::of(other_draws(terms.seed, "strengths"), u64::from(world));
    let drawn = |(link, strength): (LinkId, Strength)| {
        let word = luck.word(Address::of_name(link.as_str()));
        strength_to(&link, triangular(&strength, unit(word)))
    };
    let mut scenario = with(&terms.base, ranges(&terms.journey).into_iter().map(drawn).collect());
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
    value.clamp(low, high)
}
