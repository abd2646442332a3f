//! What effort does to strength.

use super::constants::{LINE_POINTS, STRENGTH_CAP};
use super::limited::limited;
use serde::{Deserialize, Serialize};

/// How effort becomes strength.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum EffortCurve {
    /// At the usual price one unit halves a link's failures. Favours weak links by its form.
    #[default]
    Halving,
    /// Each unit adds the same number of points, to see what stands without that favour.
    Line,
}

/// The strength [0..1] that effort (may be negative) makes of a strength, at a link's cost of halving.
///
/// Kept within [0, 0.995], but the upper bound never pushes a strength down.
pub fn strengthened(strength: f64, effort: f64, halving_cost: f64, curve: EffortCurve) -> f64 {
    if effort == 0.0 {
        // Rounding would change the last bit.
        return strength;
    }
    let units = effort / halving_cost;
    let reached = match curve {
        EffortCurve::Halving => 1.0 - (1.0 - strength) * libm::exp2(-units),
        EffortCurve::Line => strength + LINE_POINTS * units,
    };
    let cap = if effort >= 0.0 { STRENGTH_CAP.max(strength) } else { STRENGTH_CAP };
    limited(reached, 0.0, cap)
}

/// The effort that takes a strength to another [effort]; the inverse of [`strengthened`].
///
/// Infinite when `to` is perfect on the halving curve.
pub fn effort_between(from: f64, to: f64, halving_cost: f64, curve: EffortCurve) -> f64 {
    if from == to {
        return 0.0;
    }
    halving_cost
        * match curve {
            EffortCurve::Halving => libm::log2((1.0 - from) / (1.0 - to)),
            EffortCurve::Line => (to - from) / LINE_POINTS,
        }
}
