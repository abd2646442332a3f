//! What was said beside what came: does today match, and did the prediction hold.

use super::super::exact::exact_conversion;
use super::super::interval::Z95;
use super::super::report::{Estimate, Outcome};
use super::beta::range_of;
use crate::engine::SplitMix64;
use crate::model::data::{CountedJourney, CurvePoint, StayingCurve};
use crate::model::{Journey, KeptCheck, KeptFigure, OwnCount, OwnFigure, OwnFigures, Scenario, Strength};
use rand::Rng;
use serde::{Serialize, Serializer};

/// Journeys within the ranges of the strengths that a conversion is told by.
const DRAWS: usize = 200;
/// Periods after which it is asked who is still there.
const YEAR: usize = 12;
/// Complaints are told of so many customers.
const OF_CUSTOMERS: f64 = 100.0;
/// A figure with more decimals was not written by hand.
const FINEST: i32 = 4;

/// What stands before the period and the step in a code.
const STAYING: &str = "staying:";
const STRENGTH: &str = "strength:";

/// What is compared.
#[derive(Clone, Debug, PartialEq)]
pub enum JudgedFigure {
    /// A figure that a company may know of all its customers.
    Own(OwnFigure),
    /// The strength of a touchpoint, by its name.
    Strength(String),
    /// Share still there at the end of a period, from 1.
    Staying(usize),
}

impl JudgedFigure {
    /// Its code, by which it is kept.
    pub fn code(&self) -> String {
        match self {
            Self::Own(figure) => figure.name().to_owned(),
            Self::Staying(period) => format!("{STAYING}{period}"),
            Self::Strength(step) => format!("{STRENGTH}{step}"),
        }
    }

    /// The figure of a code.
    pub fn coded(code: &str) -> Option<Self> {
        match (code.strip_prefix(STAYING), code.strip_prefix(STRENGTH)) {
            (Some(period), _) => period.parse().ok().map(Self::Staying),
            (_, Some(step)) => Some(Self::Strength(step.to_owned())),
            _ => OwnFigure::ALL.into_iter().find(|figure| figure.name() == code).map(Self::Own),
        }
    }
}

/// A company's own figure by its name; of a strength and of who stays, which one stands beside it.
impl Serialize for JudgedFigure {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Own(figure) => to.serialize_str(figure.name()),
            Self::Strength(step) => to.serialize_newtype_variant("JudgedFigure", 1, "strength", step),
            Self::Staying(period) => to.serialize_newtype_variant("JudgedFigure", 2, "staying", period),
        }
    }
}

/// A figure that was said, and what came.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    let bounds = match &figure {
        JudgedFigure::Own(figure) => figure.bounds(),
        JudgedFigure::Strength(_) | JudgedFigure::Staying(_) => (0.0, 1.0),
    };
    let is_share = bounds == (0.0, 1.0);
    let counting = match of {
        // A share of few people is seldom the share of all.
        Some(of) if is_share => {
            let share = said.clamp(0.5 / of.max(1.0), 1.0 - 0.5 / of.max(1.0));
            share * (1.0 - share) / of.max(1.0)
        }
        _ => 0.0,
    };
    let wide = Z95 * (error * error + counting).sqrt();
    let (least, most) = bounds;
    let (low, high) = ((said - wide).max(least), (said + wide).min(most));
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
    if let Some((came, begun)) = counted_conversion(counted) {
        let said = exact_conversion(journey, &Scenario::default());
        judged.push(judge_figure(
            JudgedFigure::Own(OwnFigure::Conversion),
            said,
            conversion_error(journey),
            came,
            Some(begun),
        ));
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

/// Today as it is simulated beside what a company has counted itself. `strengths` is the standard error that the ranges of the
/// strengths leave open of a conversion ([`conversion_error`]); all else is said with the noise of the simulation, and with that of
/// counting so few people where it is known of how many. What somebody has typed is as exact as it is written, but for zeros at its end.
pub fn judge_today(today: &Outcome, horizon: u16, own: &OwnFigures, strengths: f64) -> Vec<Judged> {
    let judged = |(figure, count): (OwnFigure, OwnCount)| {
        let OwnCount { value: came, of, .. } = count;
        if !count.is_over(horizon) {
            return None;
        }
        let Estimate { value, low, high } = simulated(today, figure)?;
        let noise = (high - low) / (2.0 * Z95);
        let strengths = if figure == OwnFigure::Conversion { strengths } else { 0.0 };
        let error = (noise * noise + strengths * strengths).sqrt();
        let mut one = judge_figure(JudgedFigure::Own(figure), value, error, came, of);
        let rounding = if of.is_none() { step_of(came, figure) / 2.0 } else { 0.0 };
        one.is_hit |= (one.low - rounding..=one.high + rounding).contains(&came);
        Some(one)
    };
    own.said().filter_map(judged).collect()
}

/// What is simulated of a figure; `None` where too few come so far to tell.
pub fn simulated(today: &Outcome, figure: OwnFigure) -> Option<Estimate> {
    let figures = &today.figures;
    let said = match figure {
        OwnFigure::Conversion => figures.conversion,
        OwnFigure::Churn => figures.churn,
        OwnFigure::Retention12 => figures.retention_12,
        OwnFigure::Recommendation => figures.recommendation,
        OwnFigure::Complaints => figures.complaints_per_period.map(|estimate| estimate.times(OF_CUSTOMERS)),
        OwnFigure::Days => figures.days_to_purchase,
        OwnFigure::Revenue => today.revenue_per_arrival_money,
    };
    said.filter(|estimate| estimate.low.is_finite() && estimate.high.is_finite())
}

/// How finely a figure is written: 0.01 for 2.25 %, 0.1 for 2.3 % [the figure's own unit]. Money that ends in zeros is written in
/// tens, hundreds or thousands, but never with fewer than two digits.
pub(super) fn step_of(value: f64, figure: OwnFigure) -> f64 {
    if figure == OwnFigure::Revenue && value.fract() == 0.0 {
        let is_round = |power: &f64| value % power == 0.0 && value >= 10.0 * power;
        return std::iter::successors(Some(1.0), |power| Some(power * 10.0)).take_while(is_round).last().unwrap_or(1.0);
    }
    let unit = if figure.bounds().1 == 1.0 { 0.01 } else { 1.0 };
    let is_written = |decimals: &i32| {
        let scaled = value / unit * 10_f64.powi(*decimals);
        (scaled - scaled.round()).abs() < 1e-6
    };
    (0..FINEST).find(is_written).map_or(0.0, |decimals| unit / 10_f64.powi(decimals))
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
pub fn conversion_error(journey: &Journey) -> f64 {
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

/// What counts say of a company's own figures: its conversion.
pub fn own_of_counts(counted: &CountedJourney) -> OwnFigures {
    let mut own = OwnFigures::default();
    own.set(
        OwnFigure::Conversion,
        counted_conversion(counted).map(|(value, of)| OwnCount { value, of: Some(of), over: None }),
    );
    own
}

/// What a curve of who stays says of them: who is there after 12 periods, where people were counted so long. Churn is none of it:
/// that of the first periods is another than that of all.
pub fn own_of_curve(curve: &StayingCurve) -> OwnFigures {
    let mut own = OwnFigures::default();
    let after = curve.shares().get(YEAR).copied().filter(|_| curve.are_people);
    own.set(OwnFigure::Retention12, after.map(|value| OwnCount { value, of: people_behind(curve, value), over: None }));
    own
}

/// How many people who were all followed for 12 periods would tell the share there as surely as the curve does, of which the later
/// periods may stand on fewer (Greenwood's variance).
fn people_behind(curve: &StayingCurve, share: f64) -> Option<f64> {
    let of = |point: &CurvePoint| {
        let left = point.there - point.stayed;
        if point.there * point.stayed > 0.0 { left / (point.there * point.stayed) } else { 0.0 }
    };
    let spread: f64 = curve.points.iter().take(YEAR).map(of).sum();
    let first = curve.points.first().map(|point| point.there);
    if spread > 0.0 && share > 0.0 { Some((1.0 - share) / (share * spread)) } else { first }
}

/// The share that bought of those who came, and how many these were. Those who are under way have neither bought nor dropped
/// out.
fn counted_conversion(counted: &CountedJourney) -> Option<(f64, f64)> {
    let begun = counted.steps.iter().map(|step| step.begun).sum::<u64>().saturating_sub(counted.open_cases);
    let bought = counted.steps.get(counted.purchase).filter(|_| begun > 0)?;
    let bought = if bought.is_strength_known { bought.tries.held + bought.open } else { bought.reached };
    Some((bought as f64 / begun as f64, begun as f64))
}

/// A comparison, as it is kept.
pub fn kept_check(on: String, judged: &[Judged]) -> KeptCheck {
    let figure = |one: &Judged| KeptFigure {
        figure: one.figure.code(),
        said: one.said,
        low: one.low,
        high: one.high,
        came: one.came,
        is_hit: one.is_hit,
    };
    KeptCheck { on, figures: judged.iter().map(figure).collect() }
}

/// A comparison that was kept, as far as its figures are known here.
pub fn judged_in(check: &KeptCheck) -> Vec<Judged> {
    let judged = |kept: &KeptFigure| {
        let KeptFigure { said, low, high, came, is_hit, .. } = *kept;
        Some(Judged { figure: JudgedFigure::coded(&kept.figure)?, said, low, high, came, of: None, is_hit })
    };
    check.figures.iter().filter_map(judged).collect()
}
