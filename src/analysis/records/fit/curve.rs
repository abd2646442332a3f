//! Fits a journey to a curve of who stays: how useful the product is, how much customers differ in that, how long they remember,
//! and how many failures they put up with. Many quite different customers can make the same curve, so the answer is a band: every
//! curve that fits as well, told on into periods that nobody has seen. A recommendation score says more of which they are.

use super::candidate::{Candidate, ranges, to_live, with_customers};
use super::search::{AS_WELL, PLACES, TriedPlace, best_of, places, widths};
use super::{Fit, ToLive};
use crate::analysis::interval::Z95;
use crate::analysis::records::judge::step_of;
use crate::analysis::report::Outcome;
use crate::model::data::StayingCurve;
use crate::model::{Field, Journey, OwnFigure, Problem, Text};
use serde::{Deserialize, Serialize};

/// What is fitted, of all personas together.
pub const FITTED: [Field; 4] = [Field::Usefulness, Field::Spread, Field::Memory, Field::Tolerance];

/// Buyers that each place is lived with.
const BUYERS: f64 = 3_000.0;
/// People behind a table of shares, where nobody says how many they are. Assumption.
const PEOPLE: f64 = 1_000.0;

/// Customers who were lived, and how far off they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LivedKind {
    pub candidate: Candidate,
    /// Share still there, by period from 0 [0..1].
    pub shares: Vec<f64>,
    /// The score that they give [-100..100]; `None` where too few buy to tell.
    pub recommendation: Option<f64>,
    /// Twice the logarithm of how much better a perfect curve would explain the counts.
    pub misfit: f64,
    /// How far off the score is that was to be given, in chi-squares.
    pub score_misfit: f64,
}

impl LivedKind {
    fn in_all(&self) -> f64 {
        self.misfit + self.score_misfit
    }
}

/// A fit to a curve under way.
#[derive(Clone, Debug)]
pub struct CurveFit {
    journey: Journey,
    curve: StayingCurve,
    /// A recommendation score that the customers are to give [-100..100].
    recommendation: Option<f64>,
    periods: u16,
    customers: u64,
    round: usize,
    /// Those who are being lived, by number.
    asked: Vec<Candidate>,
    tried: Vec<LivedKind>,
}

/// A fit that is done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FittedCurve {
    pub best: LivedKind,
    /// The lowest and the highest share still there of all curves that fit as well, by period from 0 [0..1].
    pub low: Vec<f64>,
    pub high: Vec<f64>,
    /// The curve of the best, less the one that was counted, by period from 1 [0..1].
    pub residuals: Vec<f64>,
    /// How many were tried, and how many fit as well.
    pub tried: usize,
    pub as_well: usize,
    /// The least and the most of each of [`FITTED`] among those: added usefulness, spread, times the memory, added rungs.
    pub ranges: [(f64, f64); 4],
    /// Those of [`FITTED`] that the curve says little about: half of all that was tried fits as well.
    pub unknown: Vec<Field>,
    /// Whether the curve can be made at all, within what counting so many people leaves open.
    pub is_made: bool,
    /// The recommendation score that was fitted too [-100..100].
    pub recommendation: Option<f64>,
}

impl CurveFit {
    /// Begins a fit, which is told on for so many periods in all, each kind lived with so many visitors. A recommendation score is that
    /// of customers who are followed as long as the journey says: it can be used where the curve is no longer than that, and the
    /// fit is told on that far then.
    pub fn new(
        journey: &Journey,
        curve: &StayingCurve,
        recommendation: Option<f64>,
        periods: u16,
        customers: u64,
    ) -> Self {
        let recommendation = recommendation.filter(|_| curve.points.len() <= usize::from(journey.horizon));
        let periods = if recommendation.is_some() { journey.horizon } else { periods };
        let (journey, curve) = (journey.clone(), curve.clone());
        Self { journey, curve, recommendation, periods, customers, round: 0, asked: Vec::new(), tried: Vec::new() }
    }

    /// Visitors to live for each candidate, where so many of them buy [0..1].
    pub fn customers(conversion: f64) -> u64 {
        (BUYERS / conversion.max(1e-3)).clamp(BUYERS, 200_000.0) as u64
    }

    fn misfit(&self, outcome: &Outcome) -> f64 {
        let (shares, buyers) = (&outcome.survival, outcome.bought as f64);
        let first = self.curve.points.first().map_or(0.0, |point| point.there);
        let mut sum = 0.0;
        for (n, point) in self.curve.points.iter().enumerate() {
            let (Some(before), Some(after)) = (if n == 0 { Some(&1.0) } else { shares.get(n) }, shares.get(n + 1))
            else {
                return f64::INFINITY;
            };
            if point.there <= 0.0 {
                continue;
            }
            let seen = if self.curve.are_people { point.there } else { point.there / first * PEOPLE };
            // What is simulated has its own noise.
            let weight = seen * (buyers * before) / (seen + buyers * before).max(1.0);
            let stays = (after / before.max(1e-9)).clamp(0.5 / buyers, 1.0 - 0.5 / buyers);
            let stayed = point.stayed / point.there;
            let part = |seen: f64, told: f64| if seen > 0.0 { seen * libm::log(seen / told) } else { 0.0 };
            sum += 2.0 * weight * (part(stayed, stays) + part(1.0 - stayed, 1.0 - stays));
        }
        sum
    }

    /// How far off the score is, in chi-squares of one freedom.
    fn misfit_of_score(&self, outcome: &Outcome) -> f64 {
        let Some(own) = self.recommendation else { return 0.0 };
        let Some(told) = outcome.figures.recommendation else { return f64::INFINITY };
        let (noise, step) = ((told.high - told.low) / (2.0 * Z95), step_of(own, OwnFigure::Recommendation));
        (told.value - own) * (told.value - own) / (noise * noise + step * step / 12.0)
    }
}

impl Fit for CurveFit {
    type Found = FittedCurve;

    fn next(&mut self) -> Vec<ToLive> {
        let tried = |kind: &LivedKind| TriedPlace {
            place: kind.candidate.place(),
            misfit: kind.in_all(),
            last: kind.shares.last().copied().unwrap_or(0.0),
        };
        let known: Vec<TriedPlace> = self.tried.iter().map(tried).collect();
        self.asked = places(self.round, &known).iter().map(Candidate::at).collect();
        self.round += 1;
        to_live(&self.journey, self.periods, self.customers, (0..).zip(self.asked.iter().copied()))
    }

    fn tell(&mut self, number: u32, outcome: Option<&Outcome>) {
        let (Some(candidate), Some(outcome)) = (self.asked.get(number as usize), outcome) else { return };
        let (misfit, score_misfit) = (self.misfit(outcome), self.misfit_of_score(outcome));
        if (misfit + score_misfit).is_finite() {
            let recommendation = outcome.figures.recommendation.map(|score| score.value);
            let (candidate, shares) = (*candidate, outcome.survival.clone());
            self.tried.push(LivedKind { candidate, shares, recommendation, misfit, score_misfit });
        }
    }

    fn progress(&self) -> f64 {
        self.tried.len() as f64 / PLACES as f64
    }

    fn found(&self) -> Option<FittedCurve> {
        let best = self.tried[best_of(self.tried.iter().map(LivedKind::in_all))?].clone();
        let as_well: Vec<&LivedKind> =
            self.tried.iter().filter(|tried| tried.in_all() <= best.in_all() + AS_WELL).collect();
        let periods = best.shares.len();
        let over = |pick: fn(f64, f64) -> f64| -> Vec<f64> {
            let at = |n: usize| as_well.iter().filter_map(|t| t.shares.get(n)).copied().reduce(pick).unwrap_or(0.0);
            (0..periods).map(at).collect()
        };
        let counted = self.curve.shares();
        let residual = |n: usize| best.shares.get(n).map(|share| share - counted[n]);
        let residuals = (1..counted.len()).filter_map(residual).collect();
        let kinds: Vec<Candidate> = as_well.iter().map(|kind| kind.candidate).collect();
        let widths = widths(&kinds);
        let is_made = best.misfit <= AS_WELL + 2.0 * self.curve.points.len() as f64;
        Some(FittedCurve {
            low: over(f64::min),
            high: over(f64::max),
            residuals,
            tried: self.tried.len(),
            as_well: as_well.len(),
            ranges: ranges(&kinds),
            unknown: (0..4).filter(|n| widths[*n] > 0.5).map(|n| FITTED[n]).collect(),
            is_made,
            recommendation: self.recommendation,
            best,
        })
    }
}

impl FittedCurve {
    /// The journey with the customers that fit best, as [`with_customers`] says.
    ///
    /// # Errors
    /// What is wrong with that journey.
    pub fn applied(&self, journey: &Journey, source: &Text) -> Result<Journey, Vec<Problem>> {
        with_customers(journey, self.best.candidate, &self.ranges, source)
    }
}
