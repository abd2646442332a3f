//! The outcome that a question is about.

use crate::analysis::figures::{self, paired};
use crate::analysis::interval;
use crate::analysis::report::{Difference, Estimate, Fates, Figures, Outcome};
use crate::engine::{Buyers, Moments, Noise, Twins, Variable};
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

    /// True if it is about how long customers stay: then who buys changes the figure too, and nobody need be saved.
    pub fn is_of_staying(self) -> bool {
        matches!(self, Self::Churn | Self::Retention12)
    }

    /// An effect seen so that more is better.
    pub fn gain(self, effect: Estimate) -> Estimate {
        if self.less_is_better() { effect.reversed() } else { effect }
    }

    /// The outcome in the base world of a trial. `None` if there is nothing to count.
    pub(super) fn level(self, noise: &Noise, horizon: u32) -> Option<Estimate> {
        match self {
            Self::CustomersAtEnd => at_end(&noise.everybody),
            _ => self.figure(&figures::of(&noise.everybody, false, horizon)),
        }
    }

    /// The paired difference, other world minus base, for everybody.
    pub(super) fn effect(self, twins: &Twins, horizon: u32) -> Option<Estimate> {
        match self {
            Self::CustomersAtEnd => more_at_end(&twins.fates, twins.noise.everybody.reach().anything),
            _ => self.figure(&figures::differences(&twins.noise.everybody, horizon)),
        }
    }

    /// The same for one persona, by index.
    pub(super) fn effect_on(self, twins: &Twins, persona: usize, horizon: u32) -> Option<Estimate> {
        let moments = twins.noise.personas.get(persona)?;
        match self {
            Self::CustomersAtEnd => more_at_end(twins.fates.get(persona..=persona)?, moments.reach().anything),
            _ => self.figure(&figures::differences(moments, horizon)),
        }
    }

    /// What a change gives, told so that more is better: where the outcome is about staying, how many more of the
    /// customers who buy in any case stay [0..1 of them], else the gain in the outcome's own unit.
    pub(super) fn gives(self, twins: &Twins, persona: Option<usize>, horizon: u32) -> Option<Estimate> {
        if self.is_of_staying() {
            return self.stay(twins, persona, horizon);
        }
        let effect = match persona {
            None => self.effect(twins, horizon),
            Some(persona) => self.effect_on(twins, persona, horizon),
        };
        effect.map(|effect| self.gain(effect))
    }

    /// How many more of those who buy in any case stay: for 12 periods, or within the horizon.
    fn stay(self, twins: &Twins, persona: Option<usize>, horizon: u32) -> Option<Estimate> {
        let fates = Fates::sum(of_those(&twins.fates, persona)?);
        let moments = persona.map_or(Some(&twins.noise.everybody), |persona| twins.noise.personas.get(persona))?;
        let is_reached = moments.reach().anything;
        match self {
            Self::Retention12 if horizon < figures::RETENTION_NEEDS => None,
            Self::Retention12 => {
                let buyers = sum(of_those(&twins.buyers, persona)?);
                paired(buyers.saved_12, buyers.lost_12, fates.buy_in_both(), is_reached)
            }
            _ => more_stay(&fates, is_reached),
        }
    }

    /// The part of an effect on staying that comes of who buys alone: what is left of it when those are looked at who
    /// buy in any case [the outcome's unit]. `None` if there is nothing to count, or it is not about staying.
    pub(super) fn mix(self, twins: &Twins, horizon: u32) -> Option<f64> {
        let effect = self.effect(twins, horizon)?.value;
        let moments = &twins.noise.everybody;
        let buyers = sum(&twins.buyers);
        let in_both = |variable, what_if: bool, alone: u64| moments.sum(what_if, variable) as f64 - alone as f64;
        let ratio = |what_if: bool| {
            let alone = if what_if { buyers.only_other } else { buyers.only_base };
            let (above, below) = match self {
                Self::Churn => (
                    in_both(Variable::LeftLater, what_if, alone.left_later),
                    in_both(Variable::Periods, what_if, alone.periods),
                ),
                Self::Retention12 => (
                    in_both(Variable::Stays12, what_if, alone.stays_12),
                    in_both(Variable::Bought, what_if, alone.bought),
                ),
                _ => return None,
            };
            (below > 0.0).then(|| above / below)
        };
        Some(effect - (ratio(true)? - ratio(false)?))
    }

    /// What a change gives, in a report: for churn how many more of the customers who buy in any case stay within the
    /// horizon [0..1 of them], else the gain in the outcome's own unit.
    pub fn given(self, difference: &Difference) -> Option<Estimate> {
        match self {
            Self::Churn => more_stay(&difference.fates, difference.reaches),
            _ => self.difference(difference).map(|effect| self.gain(effect)),
        }
    }

    /// The paired difference in a report. `None` if there is nothing to count.
    pub fn difference(self, difference: &Difference) -> Option<Estimate> {
        match self {
            Self::CustomersAtEnd => more_at_end(&[difference.fates.0], difference.reaches),
            _ => self.figure(&difference.figures),
        }
    }

    /// The outcome in a report [its own unit]. `None` if there is nothing to count.
    pub fn told_in(self, outcome: &Outcome) -> Option<f64> {
        match self {
            Self::CustomersAtEnd => {
                let stays = outcome.bought.saturating_sub(outcome.left) as f64;
                (outcome.arrived > 0).then(|| stays / outcome.arrived as f64)
            }
            _ => self.figure(&outcome.figures).map(|estimate| estimate.value),
        }
    }

    /// The same with its interval.
    pub fn estimate_in(self, outcome: &Outcome) -> Option<Estimate> {
        match self {
            Self::CustomersAtEnd => {
                let (arrived, stays) = (outcome.arrived as f64, outcome.bought.saturating_sub(outcome.left) as f64);
                let (low, high) = interval::share(stays, arrived);
                (arrived > 0.0).then(|| Estimate { value: stays / arrived, low, high })
            }
            _ => self.figure(&outcome.figures),
        }
    }

    fn figure(self, figures: &Figures) -> Option<Estimate> {
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

/// The share of arrivals who are customers at the end.
fn at_end(moments: &Moments) -> Option<Estimate> {
    let sum = |variable| moments.sum(false, variable) as f64;
    let (arrived, stays) = (sum(Variable::Arrived), sum(Variable::Bought) - sum(Variable::Left));
    let (low, high) = interval::share(stays, arrived);
    (arrived > 0.0).then(|| Estimate { value: stays / arrived, low, high })
}

/// The paired difference of that share, from the twins whose fates differ.
fn more_at_end(fates: &[[[u64; 3]; 3]], is_reached: bool) -> Option<Estimate> {
    let Fates(f) = Fates::sum(fates);
    paired(f[0][2] + f[1][2], f[2][0] + f[2][1], f.iter().flatten().sum(), is_reached)
}

/// How many more of those who buy in both worlds stay within the horizon [0..1 of them].
fn more_stay(fates: &Fates, is_reached: bool) -> Option<Estimate> {
    paired(fates.0[1][2], fates.0[2][1], fates.buy_in_both(), is_reached)
}

/// Those of one persona, by index, or of everybody.
fn of_those<T>(by_persona: &[T], persona: Option<usize>) -> Option<&[T]> {
    persona.map_or(Some(by_persona), |persona| by_persona.get(persona..=persona))
}

fn sum(parts: &[Buyers]) -> Buyers {
    let mut all = Buyers::default();
    parts.iter().for_each(|part| all.add(part));
    all
}
