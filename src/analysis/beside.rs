//! A journey of another structure beside today's: the same customers in both where who they are is the same, else other
//! customers on each side.

use super::cohort::Cohort;
use super::report::{Difference, Estimate, Fates, Figures, Report};
use crate::engine::BLOCK;
use crate::model::{CheckedJourney, Journey, Kinship, Scenario, kinship};

/// What makes the other side's seed another: any odd number does.
const OTHERS: u64 = 0x5851_F42D_4C95_7F2D;

/// What another journey, as a scenario changes it, comes to beside today's, for the first `customers` of a seed. `None` where
/// the two cannot be compared. Both journeys are right, and so is the scenario: whoever asks has checked them.
pub fn beside(today: Journey, other: Journey, scenario: &Scenario, seed: u64, customers: u64) -> Option<Report> {
    let kinship = kinship(&today, &other);
    let (today, other) = (CheckedJourney::checked_before(today), CheckedJourney::checked_before(other));
    let lived = |cohort: &Cohort| cohort.report(&cohort.live(0..customers.div_ceil(BLOCK), customers));
    match kinship {
        // Of one structure, a scenario tells how far it reaches.
        Kinship::Twins if *today == *other => Some(lived(&Cohort::new(&today, scenario, seed).ok()?)),
        Kinship::Twins => Some(lived(&Cohort::between(&today, &other, scenario, seed).ok()?)),
        Kinship::Apart => {
            let here = lived(&Cohort::new(&today, &Scenario::default(), seed).ok()?);
            // A world alone, lived beside itself: what is asked of it is the what-if's outcome.
            let there = lived(&Cohort::between(&other, &other, scenario, seed ^ OTHERS).ok()?);
            Some(set_apart(here, there, other.price / today.price))
        }
        Kinship::None => None,
    }
}

/// One report of two that have lived apart, the other's amounts counted in today's price.
fn set_apart(today: Report, other: Report, prices: f64) -> Report {
    let mut what_if = other.what_if.unwrap_or_default();
    let revenue = &mut what_if.figures.revenue_per_arrival;
    *revenue = revenue.map(|estimate| estimate.times(prices));
    let figures = differences(&today.today.figures, &what_if.figures);
    let difference = Difference::of(figures, Fates::default(), true);
    let mut exact = today.exact;
    exact.conversion.what_if = other.exact.conversion.what_if;
    Report { what_if: Some(what_if), difference: Some(difference), exact, ..today }
}

/// The differences of figures that have nothing to do with each other: the noise of both is in them.
fn differences(today: &Figures, other: &Figures) -> Figures {
    let between = |of: fn(&Figures) -> Option<Estimate>| Some(of(other)?.and(of(today)?.reversed()));
    Figures {
        conversion: between(|f| f.conversion),
        churn: between(|f| f.churn),
        retention_12: between(|f| f.retention_12),
        lifetime: between(|f| f.lifetime),
        revenue_per_arrival: between(|f| f.revenue_per_arrival),
        recommendation: between(|f| f.recommendation),
        offer_success: between(|f| f.offer_success),
        days_to_purchase: between(|f| f.days_to_purchase),
        complaints_per_period: between(|f| f.complaints_per_period),
    }
}
