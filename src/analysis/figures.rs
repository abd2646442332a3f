//! Figures with their noise, from sums and products over cells of customers.

use super::report::{Estimate, Figures};
use crate::engine::{CELL, Moments, RATIOS, UNIT, Variable};

/// Standard errors on each side of a 95 % interval.
pub(super) const Z95: f64 = 1.959_964;

/// When something never or always happened in n tries, it may still in 3 of n (the rule of three, 95 %).
const RULE_OF_THREE: f64 = 3.0;

/// How a figure is shown, by place in [`RATIOS`].
#[derive(Clone, Copy)]
struct Shown {
    /// Units of the ratio in one unit of the figure.
    scale: f64,
    /// Bounds of what it can be.
    low: f64,
    high: f64,
    /// Whether it is a share, for which never and always are no certainty.
    is_share: bool,
}

const SHARE: Shown = Shown { scale: 1.0, low: 0.0, high: 1.0, is_share: true };
const AMOUNT: Shown = Shown { scale: 1.0, low: 0.0, high: f64::INFINITY, is_share: false };
const SHOWN: [Shown; RATIOS.len()] = [
    SHARE,
    SHARE,
    SHARE,
    AMOUNT,
    Shown { scale: 1.0 / UNIT, ..AMOUNT },
    Shown { scale: 100.0, low: -100.0, high: 100.0, is_share: false },
    SHARE,
    Shown { scale: 1.0 / UNIT, ..AMOUNT },
];

/// The figures of one world.
pub(super) fn of(moments: &Moments, what_if: bool) -> Figures {
    figures(|ratio| level(moments, ratio, what_if))
}

/// The paired differences, what-if minus today.
pub(super) fn differences(moments: &Moments) -> Figures {
    figures(|ratio| difference(moments, ratio))
}

fn figures(figure: impl Fn(usize) -> Option<Estimate>) -> Figures {
    Figures {
        conversion: figure(0),
        churn: figure(1),
        retention_12: figure(2),
        lifetime: figure(3),
        revenue_per_arrival: figure(4),
        recommendation: figure(5),
        offer_success: figure(6),
        days_to_purchase: figure(7),
    }
}

/// Numerator and denominator of a ratio in one world; none when there is nothing to divide by.
fn parts(moments: &Moments, ratio: usize, what_if: bool) -> Option<(f64, f64)> {
    let (numerator, denominator) = RATIOS[ratio];
    let below = moments.sum(what_if, denominator) as f64;
    (below > 0.0).then(|| (moments.sum(what_if, numerator) as f64, below))
}

/// Variance of a sum over cells with these weights on the ratio's four values, corrected for few cells.
fn variance(moments: &Moments, ratio: usize, weights: [f64; 4]) -> f64 {
    let mut sum = 0.0;
    for (i, a) in weights.iter().enumerate() {
        for (j, b) in weights.iter().enumerate() {
            sum += a * b * moments.product(ratio, i, j) as f64;
        }
    }
    let cells = (moments.sum(false, Variable::Arrived) as f64 / CELL as f64).ceil();
    sum.max(0.0) * cells / (cells - 1.0).max(1.0)
}

fn level(moments: &Moments, ratio: usize, what_if: bool) -> Option<Estimate> {
    let (above, below) = parts(moments, ratio, what_if)?;
    let value = above / below;
    let (on_above, on_below) = (1.0 / below, -value / below);
    let weights = if what_if { [0.0, 0.0, on_above, on_below] } else { [on_above, on_below, 0.0, 0.0] };
    let shown = SHOWN[ratio];
    let half = if shown.is_share && (above == 0.0 || above == below) {
        RULE_OF_THREE / below
    } else {
        Z95 * variance(moments, ratio, weights).sqrt()
    };
    let scaled = |x: f64| (x * shown.scale).clamp(shown.low, shown.high);
    Some(Estimate { value: value * shown.scale, low: scaled(value - half), high: scaled(value + half) })
}

fn difference(moments: &Moments, ratio: usize) -> Option<Estimate> {
    let (today_above, today_below) = parts(moments, ratio, false)?;
    let (above, below) = parts(moments, ratio, true)?;
    let (today, what_if) = (today_above / today_below, above / below);
    let weights = [-1.0 / today_below, today / today_below, 1.0 / below, -what_if / below];
    let half = Z95 * variance(moments, ratio, weights).sqrt();
    let scale = SHOWN[ratio].scale;
    let value = what_if - today;
    Some(Estimate { value: value * scale, low: (value - half) * scale, high: (value + half) * scale })
}

/// 95 % interval of a share by Wilson's score (1927): stays within [0, 1] and is no certainty at the ends.
pub(super) fn wilson(count: f64, of: f64) -> (f64, f64) {
    if of <= 0.0 {
        return (0.0, 1.0);
    }
    let (share, z2) = (count / of, Z95 * Z95);
    let middle = share + z2 / (2.0 * of);
    let half = Z95 * (share * (1.0 - share) / of + z2 / (4.0 * of * of)).sqrt();
    let scale = 1.0 + z2 / of;
    (((middle - half) / scale).max(0.0), ((middle + half) / scale).min(1.0))
}
