//! The outcome that a question is about.

use crate::analysis::figures::{self, Z95};
use crate::analysis::report::{Difference, Estimate, Figures, Outcome};
use crate::engine::{Moments, Noise, Twins, Variable};
use serde::{Deserialize, Serialize};

/// The outcome that a question is about; every answer names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// Bought of arrived [0..1].
    Conversion,
    /// Left per customer-period lived; less is better [per period].
    #[default]
    Churn,
    /// Still customers after 12 periods, of those who bought [0..1].
    #[serde(rename = "retention_12")]
    Retention12,
    /// [prices per arrival]
    RevenuePerArrival,
    /// Still customers at the horizon, of those who arrived [0..1].
    CustomersAtEnd,
    /// Promoters minus detractors of those who bought [-100..100].
    Recommendation,
}

impl Goal {
    pub const ALL: [Self; 6] = [
        Self::Conversion,
        Self::Churn,
        Self::Retention12,
        Self::RevenuePerArrival,
        Self::CustomersAtEnd,
        Self::Recommendation,
    ];

    /// The name in JSON and in the shell.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conversion => "conversion",
            Self::Churn => "churn",
            Self::Retention12 => "retention_12",
            Self::RevenuePerArrival => "revenue_per_arrival",
            Self::CustomersAtEnd => "customers_at_end",
            Self::Recommendation => "recommendation",
        }
    }

    /// True if less of it is better.
    pub fn less_is_better(self) -> bool {
        self == Self::Churn
    }

    /// An effect seen so that more is better.
    pub fn gain(self, effect: Estimate) -> Estimate {
        if self.less_is_better() { effect.reversed() } else { effect }
    }

    /// The outcome in the base world of a trial. `None` if there is nothing to count.
    pub(super) fn level(self, noise: &Noise, horizon: u32) -> Option<Estimate> {
        match self {
            Self::CustomersAtEnd => at_end(&noise.everybody),
            _ => self.of(&figures::of(&noise.everybody, false, horizon)),
        }
    }

    /// The paired difference, other world minus base, for everybody.
    pub(super) fn effect(self, twins: &Twins, horizon: u32) -> Option<Estimate> {
        match self {
            Self::CustomersAtEnd => more_at_end(&twins.fates),
            _ => self.of(&figures::differences(&twins.noise.everybody, horizon)),
        }
    }

    /// The same for one persona, by index.
    pub(super) fn effect_on(self, twins: &Twins, persona: usize, horizon: u32) -> Option<Estimate> {
        match self {
            Self::CustomersAtEnd => more_at_end(twins.fates.get(persona..=persona)?),
            _ => self.of(&figures::differences(twins.noise.personas.get(persona)?, horizon)),
        }
    }

    /// The paired difference in a report. `None` if there is nothing to count.
    pub fn difference(self, difference: &Difference) -> Option<Estimate> {
        match self {
            Self::CustomersAtEnd => more_at_end(&[difference.fates.0]),
            _ => self.of(&difference.figures),
        }
    }

    /// The outcome in a report [its own unit]. `None` if there is nothing to count.
    pub fn told_in(self, outcome: &Outcome) -> Option<f64> {
        match self {
            Self::CustomersAtEnd => {
                let stays = outcome.bought.saturating_sub(outcome.left) as f64;
                (outcome.arrived > 0).then(|| stays / outcome.arrived as f64)
            }
            _ => self.of(&outcome.figures).map(|estimate| estimate.value),
        }
    }

    fn of(self, figures: &Figures) -> Option<Estimate> {
        match self {
            Self::Conversion => figures.conversion,
            Self::Churn => figures.churn,
            Self::Retention12 => figures.retention_12,
            Self::RevenuePerArrival => figures.revenue_per_arrival,
            Self::Recommendation => figures.recommendation,
            Self::CustomersAtEnd => None,
        }
    }
}

/// The share of arrivals who are customers at the end, by Wilson's score.
fn at_end(moments: &Moments) -> Option<Estimate> {
    let sum = |variable| moments.sum(false, variable) as f64;
    let (arrived, stays) = (sum(Variable::Arrived), sum(Variable::Bought) - sum(Variable::Left));
    let (low, high) = figures::wilson(stays, arrived);
    (arrived > 0.0).then(|| Estimate { value: stays / arrived, low, high })
}

/// The paired difference of that share, from the twins whose fates differ.
fn more_at_end(fates: &[[[u64; 3]; 3]]) -> Option<Estimate> {
    let sum = |of: fn(&[[u64; 3]; 3]) -> u64| fates.iter().map(of).sum::<u64>() as f64;
    let all = sum(|f| f.iter().flatten().sum());
    let (more, fewer) = (sum(|f| f[0][2] + f[1][2]), sum(|f| f[2][0] + f[2][1]));
    let value = (more - fewer) / all;
    let half = Z95 * (((more + fewer) / all - value * value).max(0.0) / all).sqrt();
    (all > 0.0).then_some(Estimate { value, low: value - half, high: value + half })
}
