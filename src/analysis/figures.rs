//! Figures with their noise, from sums and products over cells of customers.

use super::report::{Estimate, Figures};
use crate::engine::{CELL, Moments, Ratio, UNIT, Variable};

/// Standard errors on each side of a 95 % interval.
pub(super) const Z95: f64 = 1.959_964;

/// When something never or always happened in n tries, it may still in 3 of n (the rule of three, 95 %).
const RULE_OF_THREE: f64 = 3.0;

/// How a figure is shown.
#[derive(Clone, Copy)]
struct Shown {
    /// Units of the ratio in one unit of the figure.
    scale: f64,
    /// Bounds of what it can be.
    low: f64,
    high: f64,
    /// True if it is counted in events, for which never and always are no certainty.
    is_share: bool,
}

const SHARE: Shown = Shown { scale: 1.0, low: 0.0, high: 1.0, is_share: true };
/// Left of periods lived: over 1 where most leave on the day of purchase, of which no period is lived.
const RATE: Shown = Shown { high: f64::INFINITY, ..SHARE };
const AMOUNT: Shown = Shown { scale: 1.0, low: 0.0, high: f64::INFINITY, is_share: false };

/// How a ratio is shown.
fn shown(ratio: Ratio) -> Shown {
    match ratio {
        Ratio::Conversion | Ratio::Retention12 | Ratio::OfferSuccess => SHARE,
        Ratio::Churn => RATE,
        Ratio::Lifetime => AMOUNT,
        Ratio::RevenuePerArrival | Ratio::DaysToPurchase => Shown { scale: 1.0 / UNIT, ..AMOUNT },
        Ratio::Recommendation => Shown { scale: 100.0, low: -100.0, high: 100.0, is_share: false },
    }
}

/// The shortest horizon within which retention at 12 can be told [periods].
pub(super) const RETENTION_NEEDS: u32 = 12;

/// The figures of one world whose buyers are followed to a horizon [periods].
pub(super) fn of(moments: &Moments, what_if: bool, horizon: u32) -> Figures {
    figures(horizon, |ratio| level(moments, ratio, what_if))
}

/// The paired differences, what-if minus today.
pub(super) fn differences(moments: &Moments, horizon: u32) -> Figures {
    figures(horizon, |ratio| difference(moments, ratio))
}

fn figures(horizon: u32, figure: impl Fn(Ratio) -> Option<Estimate>) -> Figures {
    Figures {
        conversion: figure(Ratio::Conversion),
        churn: figure(Ratio::Churn),
        retention_12: if horizon < RETENTION_NEEDS { None } else { figure(Ratio::Retention12) },
        lifetime: figure(Ratio::Lifetime),
        revenue_per_arrival: figure(Ratio::RevenuePerArrival),
        recommendation: figure(Ratio::Recommendation),
        offer_success: figure(Ratio::OfferSuccess),
        days_to_purchase: figure(Ratio::DaysToPurchase),
    }
}

/// Numerator and denominator of a ratio in one world. `None` if there is nothing to divide by.
fn parts(moments: &Moments, ratio: Ratio, what_if: bool) -> Option<(f64, f64)> {
    let (numerator, denominator) = ratio.variables();
    let below = moments.sum(what_if, denominator) as f64;
    (below > 0.0).then(|| (moments.sum(what_if, numerator) as f64, below))
}

/// Variance of a sum over cells with these weights on the ratio's four values, corrected for few cells.
fn variance(moments: &Moments, ratio: Ratio, weights: [f64; 4]) -> f64 {
    let mut sum = 0.0;
    for (i, a) in weights.iter().enumerate() {
        for (j, b) in weights.iter().enumerate() {
            sum += a * b * moments.product(ratio, i, j) as f64;
        }
    }
    let cells = (moments.sum(false, Variable::Arrived) as f64 / CELL as f64).ceil();
    sum.max(0.0) * cells / (cells - 1.0).max(1.0)
}

fn level(moments: &Moments, ratio: Ratio, what_if: bool) -> Option<Estimate> {
    let (above, below) = parts(moments, ratio, what_if)?;
    let value = above / below;
    let (on_above, on_below) = (1.0 / below, -value / below);
    let weights = if what_if { [0.0, 0.0, on_above, on_below] } else { [on_above, on_below, 0.0, 0.0] };
    let shown = shown(ratio);
    let half = if shown.is_share && (above == 0.0 || above == below) {
        RULE_OF_THREE / below
    } else {
        Z95 * variance(moments, ratio, weights).sqrt()
    };
    let scaled = |x: f64| (x * shown.scale).clamp(shown.low, shown.high);
    Some(Estimate { value: value * shown.scale, low: scaled(value - half), high: scaled(value + half) })
}

/// True if a ratio's two sums are the same in every cell today and in the what-if: Σ(a − b)² is 0.
fn is_unchanged(moments: &Moments, ratio: Ratio) -> bool {
    let product = |a, b| moments.product(ratio, a, b);
    [(0, 2), (1, 3)].into_iter().all(|(a, b)| product(a, a) + product(b, b) == 2 * product(a, b))
}

fn difference(moments: &Moments, ratio: Ratio) -> Option<Estimate> {
    let (today_above, today_below) = parts(moments, ratio, false)?;
    let (above, below) = parts(moments, ratio, true)?;
    if is_unchanged(moments, ratio) {
        // No noise either, not even that of rounding.
        return Some(Estimate::NOTHING);
    }
    let (today, what_if) = (today_above / today_below, above / below);
    let weights = [-1.0 / today_below, today / today_below, 1.0 / below, -what_if / below];
    let half = Z95 * variance(moments, ratio, weights).sqrt();
    let scale = shown(ratio).scale;
    let value = what_if - today;
    Some(Estimate { value: value * scale, low: (value - half) * scale, high: (value + half) * scale })
}

/// 95 % interval of a share by Wilson's score (1927): stays within [0, 1] and is no certainty at the ends.
pub fn wilson(count: f64, of: f64) -> (f64, f64) {
    if of <= 0.0 {
        return (0.0, 1.0);
    }
    let (share, z2) = (count / of, Z95 * Z95);
    let middle = share + z2 / (2.0 * of);
    let half = Z95 * (share * (1.0 - share) / of + z2 / (4.0 * of * of)).sqrt();
    let scale = 1.0 + z2 / of;
    // The share itself lies within, whatever rounding says.
    (((middle - half) / scale).clamp(0.0, share), ((middle + half) / scale).clamp(share, 1.0))
}
