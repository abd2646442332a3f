//! What a package brings in, what it costs, and what it costs to do nothing.

use super::ways::Efforts;
use crate::analysis::report::Estimate;
use crate::analysis::studies::{Goal, StudyTerms};
use crate::engine::Twins;
use crate::model::EffortUnit;
use serde::{Deserialize, Serialize};

/// A package in money, at the journey's own price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Money {
    /// What the customers who arrive in one period bring in more over all the periods that they are followed: so much
    /// each period of doing nothing costs [money per period].
    pub of_doing_nothing: Estimate,
    /// What the package costs [money]. `None` if nobody says what effort costs.
    pub cost: Option<f64>,
    /// How many periods' arrivals pay for it [periods]. `None` without a cost, or if more revenue is not
    /// beyond noise.
    pub payback: Option<Estimate>,
}

impl Money {
    /// How many periods' arrivals pay for a cost [money]: what the study would say had it known that cost [periods].
    pub fn paid_back(&self, cost: f64) -> Option<Estimate> {
        payback(cost, self.of_doing_nothing)
    }
}

/// The money of a package whose effect on revenue these twins show. `None` if revenue can't be counted.
pub(super) fn money(terms: &StudyTerms, unit_cost: Option<f64>, package: &Efforts, twins: &Twins) -> Option<Money> {
    let more = Goal::RevenuePerArrival.effect(twins, terms.horizon())?;
    let arrivals = terms.base.arrivals.unwrap_or(terms.journey.market.arrivals);
    let of_doing_nothing = more.times(arrivals * terms.journey.price);
    let in_money = (terms.journey.effort_unit == EffortUnit::Money).then_some(1.0);
    let cost = unit_cost.or(in_money).map(|each| each * package.0.iter().sum::<f64>());
    Some(Money { of_doing_nothing, cost, payback: cost.and_then(|cost| payback(cost, of_doing_nothing)) })
}

fn payback(cost: f64, per_period: Estimate) -> Option<Estimate> {
    let Estimate { value, low, high } = per_period;
    (low > 0.0).then(|| Estimate { value: cost / value, low: cost / high, high: cost / low })
}
