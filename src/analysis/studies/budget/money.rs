//! What a package brings in, what it costs, and what it costs to do nothing.

use super::ways::Efforts;
use crate::analysis::report::Estimate;
use crate::analysis::studies::StudyTerms;
use crate::engine::Twins;
use crate::model::{EffortUnit, Journey};
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

/// The money of a package whose effect on revenue these twins show. `None` if revenue can't be counted.
pub(super) fn money(terms: &StudyTerms, unit_cost: Option<f64>, package: &Efforts, twins: &Twins) -> Option<Money> {
    let more = terms.revenue(twins)?;
    let arrivals = terms.base.arrivals.unwrap_or(terms.journey.market.arrivals);
    let of_doing_nothing = more.times(arrivals * terms.journey.price);
    let cost = cost_of(&terms.journey, unit_cost, package.0.iter().sum());
    Some(Money { of_doing_nothing, cost, payback: cost.and_then(|cost| paid_back(cost, of_doing_nothing)) })
}

/// What so much effort costs [money], where one effort costs `unit_cost` [money]. `None` if nobody says what effort costs.
pub fn cost_of(journey: &Journey, unit_cost: Option<f64>, effort: f64) -> Option<f64> {
    let in_money = (journey.effort_unit == EffortUnit::Money).then_some(1.0);
    unit_cost.or(in_money).map(|each| each * effort)
}

/// How many periods' arrivals pay for a cost [money], where each period's bring in so much more [money per period]: [periods].
/// `None` where more is not beyond noise.
pub fn paid_back(cost: f64, per_period: Estimate) -> Option<Estimate> {
    let Estimate { value, low, high } = per_period;
    (low > 0.0).then(|| Estimate { value: cost / value, low: cost / high, high: cost / low })
}
