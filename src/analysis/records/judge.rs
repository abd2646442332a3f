//! What was said beside what came: does today match, and did the prediction hold.

use super::super::exact::exact_conversion;
use super::super::interval::Z95;
use super::beta::range_of;
use crate::engine::SplitMix64;
use crate::model::data::{CountedJourney, StayingCurve};
use crate::model::{Journey, Scenario, Strength};
use rand::Rng;
use serde::{Deserialize, Serialize};

/// Journeys within the ranges of the strengths that a conversion is told by.
const DRAWS: usize = 200;

/// What is compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JudgedFigure {
    Conversion,
    /// The strength of a touchpoint, by its name.
    Strength(String),
    /// Share still there at the end of a period, from 1.
    Staying(usize),
    /// Of customers, who leave in a period.
    Churn,
    /// Days from first contact to purchase.
    Days,
}

/// A figure that was said, and what came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    pub figure: JudgedFigure,
    /// What the journey says, in the figure's own unit.
    pub said: f64,
    /// Where what comes lies in 95 of 100 cases, if the journey is right; counting so few people is in it.
    pub low: f64,
    pub high: f64,
    /// What came.
    pub came: f64,
    /// How many that was counted of, where it is known.
    pub of: Option<f64>,
    pub is_hit: bool,
}

/// A figure that was said with a standard error, beside one that was counted of so many people.
pub fn judge_figure(figure: JudgedFigure, said: f64, error: f64, came: f64, of: Option<f64>) -> Judged {
    let counting = match (&figure, of) {
        // A share of few people is seldom the share of all.
        (JudgedFigure::Days, _) | (_, None) => 0.0,
        (_, Some(of)) => {
            let share = said.clamp(0.5 / of.max(1.0), 1.0 - 0.5 / of.max(1.0));
            share * (1.0 - share) / of.max(1.0)
        }
    };
    let wide = Z95 * (error * error + counting).sqrt();
    let (low, high) = ((said - wide).max(0.0), said + wide);
    let high = if figure == JudgedFigure::Days { high } else { high.min(1.0) };
    // A whole person more or less is no miss.
    let rounding = of.map_or(0.0, |of| 0.5 / of.max(1.0));
    let is_hit = (low - rounding..=high + rounding).contains(&came);
    Judged { figure, said, low, high, came, of, is_hit }
}

fn error_of(strength: Strength) -> f64 {
    match (strength.low, strength.high) {
        (Some(low), Some(high)) => (high - low) / (2.0 * Z95),
        _ => 0.0,
    }
}

/// A journey beside the counts of another time: conversion, and the strength of each touchpoint before the purchase that goes
/// by the same name in both. Where a strength has no range it is said for certain.
pub fn judge_counts(journey: &Journey, counted: &CountedJourney) -> Vec<Judged> {
    let mut judged = Vec::new();
    // Those who are under way have neither bought nor dropped out.
    let begun = counted.steps.iter().map(|step| step.begun).sum::<u64>().saturating_sub(counted.open_cases);
    if let Some(bought) = counted.steps.get(counted.purchase).filter(|_| begun > 0) {
        let said = exact_conversion(journey, &Scenario::default());
        let bought = if bought.is_strength_known { bought.tries.held + bought.open } else { bought.reached };
        let came = bought as f64 / begun as f64;
        judged.push(judge_figure(JudgedFigure::Conversion, said, conversion_error(journey), came, Some(begun as f64)));
    }
    for (n, step) in counted.steps.iter().enumerate() {
        let names = |t: &&crate::model::Touchpoint| {
            t.name.0.values().any(|name| name.to_lowercase() == step.name.to_lowercase())
        };
        let Some(touchpoint) = journey.touchpoints.iter().find(names) else { continue };
        let is_sure = n == counted.purchase && step.tries.failed == 0;
        if !step.is_strength_known || is_sure || step.tries.all() == 0 {
            continue;
        }
        let (all, strength) = (step.tries.all() as f64, touchpoint.strength);
        let came = step.tries.held as f64 / all;
        let figure = JudgedFigure::Strength(step.name.clone());
        judged.push(judge_figure(figure, strength.likely, error_of(strength), came, Some(all)));
    }
    judged
}

/// A curve that was said, with its band, beside one that was counted.
pub fn judge_curve(said: &[f64], low: &[f64], high: &[f64], curve: &StayingCurve) -> Vec<Judged> {
    let came = curve.shares();
    let of = curve.points.first().map(|point| point.there).filter(|_| curve.are_people);
    let judged = |n: usize| {
        let (said, low, high) = (*said.get(n)?, *low.get(n)?, *high.get(n)?);
        Some(judge_figure(JudgedFigure::Staying(n), said, (high - low) / (2.0 * Z95), *came.get(n)?, of))
    };
    (1..came.len()).filter_map(judged).collect()
}

/// Standard error of the conversion, from the ranges of the strengths: of journeys drawn within them. The draws are the same each
/// time.
fn conversion_error(journey: &Journey) -> f64 {
    let mut draws = SplitMix64::new(1);
    let mut wild = journey.clone();
    let (mut sum, mut squares) = (0.0, 0.0);
    for _ in 0..DRAWS {
        let mut drawn = |strength: Strength| {
            // Twelve even draws make one that is as good as normal.
            let z: f64 = (0..12).map(|_| (draws.next_u64() >> 11) as f64 / (1_u64 << 53) as f64).sum::<f64>() - 6.0;
            (strength.likely + z * error_of(strength)).clamp(0.0, 1.0)
        };
        for (wild, touchpoint) in wild.touchpoints.iter_mut().zip(&journey.touchpoints) {
            wild.strength.likely = drawn(touchpoint.strength);
        }
        for (wild, handover) in wild.handovers.iter_mut().zip(&journey.handovers) {
            wild.strength.likely = drawn(handover.strength);
        }
        let conversion = exact_conversion(&wild, &Scenario::default());
        (sum, squares) = (sum + conversion, squares + conversion * conversion);
    }
    let mean = sum / DRAWS as f64;
    (squares / DRAWS as f64 - mean * mean).max(0.0).sqrt()
}

/// How many of the figures were hit, with the 95 % range of the share of hits that stands behind it.
pub fn hits(judged: &[Judged]) -> (u64, u64, (f64, f64)) {
    let hit = judged.iter().filter(|one| one.is_hit).count();
    (hit as u64, judged.len() as u64, range_of(hit as f64, (judged.len() - hit) as f64))
}
