//! Who tells whom: what customers say to others, and how many visitors that brings and keeps away.

use super::Project;
use crate::analysis::Period;
use crate::model::defaults::{DETRACTOR_TELLS, PROMOTER_TELLS};

/// Word of mouth in the last period of the calendar, in the world that is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WordOfMouth {
    /// Its strength [0..1].
    pub echo: f64,
    /// Customers who recommend, and who advise against [0..1 of them].
    pub recommend: f64,
    pub against: f64,
    /// Visitors whom the ones bring and the others keep away [visitors per period].
    pub brought: f64,
    pub kept_away: f64,
}

/// Reads it off the periods of that world. Those who come in a period have heard of the customers at the end of the one
/// before.
pub(super) fn word_of_mouth(work: &Project, periods: &[Period]) -> WordOfMouth {
    let echo = work.scenario.echo.unwrap_or(work.journey.market.echo);
    let before = periods.len().checked_sub(2).and_then(|at| periods.get(at)).filter(|period| period.customers > 0);
    let Some(before) = before else { return WordOfMouth { echo, ..WordOfMouth::default() } };
    let base = work.scenario.arrivals.unwrap_or(work.journey.market.arrivals);
    let part = |some: u64| some as f64 / before.customers as f64;
    let heard = |share: f64, told: f64| base * echo * share * told / work.journey.period.per_year();
    let (recommend, against) = (part(before.promoters), part(before.detractors));
    WordOfMouth {
        echo,
        recommend,
        against,
        brought: heard(recommend, PROMOTER_TELLS),
        kept_away: heard(against, DETRACTOR_TELLS),
    }
}
