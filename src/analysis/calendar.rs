//! The calendar view: what will be seen, and when.

use crate::engine::{Calendar, CalendarRun, MODEL_VERSION, PeriodCounts, World, live_calendar};
use crate::model::{CheckedJourney, Journey, Problem, Scenario};
use serde::{Deserialize, Serialize};

/// What happened in one calendar period, in customers that were lived.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Period {
    /// Number of the period; 0 is now, those before it are the warm-up.
    pub period: i32,
    /// [customers]
    pub arrived: u64,
    pub bought: u64,
    pub left: u64,
    /// Customers at the end of the period.
    pub customers: u64,
    /// Of those, by rung of the phase-out ladder from 0.
    pub rungs: Vec<u64>,
    /// Complaints voiced [complaints].
    pub complaints: u64,
    /// Failures that customers met [encounters].
    pub failures: u64,
    /// [prices]
    pub revenue: f64,
    /// Customers who recommend, and who advise against.
    pub promoters: u64,
    pub detractors: u64,
}

/// A calendar run: the world as it is, and where there is a change the what-if's from its start on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CalendarReport {
    /// Version of the model.
    pub model: u32,
    /// Id of the journey.
    pub journey: String,
    /// Arrivals lived in each period of the world as it is, before word of mouth [customers].
    pub customers_per_period: u64,
    pub seed: u64,
    /// Period from which the scenario holds.
    pub start: i32,
    pub today: Vec<Period>,
    pub what_if: Option<Vec<Period>>,
}

impl CalendarReport {
    /// Adds what happened to other customers of the same worlds.
    pub fn add(&mut self, other: &Self) {
        self.customers_per_period += other.customers_per_period;
        let theirs = other.today.iter().chain(other.what_if.iter().flatten());
        for (mine, more) in self.today.iter_mut().chain(self.what_if.iter_mut().flatten()).zip(theirs) {
            mine.add(more);
        }
    }
}

impl Period {
    fn add(&mut self, other: &Self) {
        self.arrived += other.arrived;
        self.bought += other.bought;
        self.left += other.left;
        self.customers += other.customers;
        for (rung, more) in self.rungs.iter_mut().zip(&other.rungs) {
            *rung += more;
        }
        self.complaints += other.complaints;
        self.failures += other.failures;
        self.revenue += other.revenue;
        self.promoters += other.promoters;
        self.detractors += other.detractors;
    }
}

/// Lives the calendar of a journey, with `per_period` arrivals in each period.
///
/// # Errors
/// All problems of the scenario.
pub fn calendar(
    journey: &CheckedJourney,
    scenario: &Scenario,
    seed: u64,
    per_period: u64,
) -> Result<CalendarReport, Vec<Problem>> {
    let today = World::new(&journey.unchanged());
    let what_if = if scenario.is_empty() { None } else { Some(World::new(&journey.changed(scenario)?)) };
    let run = CalendarRun { seed, per_period, from: 0, start: scenario.start };
    Ok(calendar_of(journey, &today, what_if.as_ref(), run))
}

/// The same in worlds that are compiled already.
pub(super) fn calendar_of(
    journey: &Journey,
    today: &World,
    what_if: Option<&World>,
    run: CalendarRun,
) -> CalendarReport {
    CalendarReport {
        model: MODEL_VERSION,
        journey: journey.id.clone(),
        customers_per_period: run.per_period,
        seed: run.seed,
        start: run.start,
        today: periods(live_calendar(today, today, run)),
        what_if: what_if.map(|what_if| periods(live_calendar(today, what_if, run))),
    }
}

fn periods(calendar: Calendar) -> Vec<Period> {
    let first = calendar.first;
    calendar.periods.into_iter().zip(first..).map(|(counts, period)| period_of(counts, period)).collect()
}

fn period_of(counts: PeriodCounts, period: i32) -> Period {
    Period {
        period,
        arrived: counts.arrived,
        bought: counts.bought,
        left: counts.left,
        customers: counts.customers,
        revenue: counts.revenue(),
        rungs: counts.rungs,
        complaints: counts.complaints,
        failures: counts.failures,
        promoters: counts.promoters,
        detractors: counts.detractors,
    }
}
