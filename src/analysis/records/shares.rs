//! A second opinion on a curve of who stays, from the simplest story that fits most of them: customers differ, each with a
//! chance of leaving of their own, spread as Beta (the shifted-beta-geometric model of Fader and Hardie, 2007).

use super::least::least;
use crate::model::data::StayingCurve;
use serde::{Deserialize, Serialize};

/// The second opinion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SecondOpinion {
    /// The two numbers of the Beta distribution.
    pub alpha: f64,
    pub beta: f64,
    /// Share still there, from period 0, which is 1, on.
    pub shares: Vec<f64>,
}

/// Fits the story to a curve and tells it on to a period.
pub fn second_opinion(curve: &StayingCurve, periods: usize) -> SecondOpinion {
    let misfit = |at: &[f64]| {
        let (alpha, beta) = (libm::exp(at[0]), libm::exp(at[1]));
        let mut sum = 0.0;
        for (n, point) in curve.points.iter().enumerate() {
            let leaves = alpha / (alpha + beta + n as f64);
            sum -= (point.there - point.stayed) * libm::log(leaves) + point.stayed * libm::log1p(-leaves);
        }
        // So wide a spread says no more than a wide one.
        sum + 1e-9 * (at[0] * at[0] + at[1] * at[1])
    };
    let best = least(&[0.0, 1.0], 1.0, misfit);
    let (alpha, beta) = (libm::exp(best[0]), libm::exp(best[1]));
    let mut share = 1.0;
    let mut shares = vec![share];
    for n in 0..periods {
        share *= 1.0 - alpha / (alpha + beta + n as f64);
        shares.push(share);
    }
    SecondOpinion { alpha, beta, shares }
}
