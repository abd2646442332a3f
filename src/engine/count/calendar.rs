//! The calendar view: arrivals in every period, today's world until the scenario starts, and word of mouth.

use super::noise::{UNIT, fixed};
use crate::engine::account::{Account, Standing, recommends};
use crate::engine::draws::Luck;
use crate::engine::life::{Scratch, Witness, Worlds, live};
use crate::engine::link::{Blame, LinkIndex};
use crate::engine::world::World;
use crate::engine::world::batch::{BatchOutcome, TouchpointBatch};
use crate::model::defaults::{DETRACTOR_TELLS, PROMOTER_TELLS};
use serde::{Deserialize, Serialize};

/// What happened in one calendar period, among the customers lived.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodCounts {
    pub arrived: u64,
    pub bought: u64,
    pub left: u64,
    /// Customers at the end of the period.
    pub customers: u64,
    /// Of those, by rung.
    pub rungs: Vec<u64>,
    pub complaints: u64,
    /// Failures met by customers.
    pub failures: u64,
    /// [1/UNIT prices]
    revenue: i64,
    pub promoters: u64,
    pub detractors: u64,
}

impl PeriodCounts {
    /// [prices]
    pub fn revenue(&self) -> f64 {
        self.revenue as f64 / UNIT
    }
}

/// A calendar run of one world: the first period, and what happened from there on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Number of the first period: minus the warm-up.
    pub first: i32,
    pub periods: Vec<PeriodCounts>,
}

/// How a calendar run is set up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CalendarRun {
    pub seed: u64,
    /// Arrivals lived per period in the world as it is [customers].
    pub per_period: u64,
    /// Number of the first of them within their period: runs that begin where others end are of other customers, and
    /// their counts add up.
    pub from: u64,
    /// Period from which the scenario holds.
    pub start: i32,
}

/// Today's world before the start, the what-if's from then on, up to the end of the calendar.
struct Dated<'a> {
    today: &'a World,
    what_if: &'a World,
    start: i32,
    end: i32,
}

impl Worlds for Dated<'_> {
    fn at(&self, period: i32) -> &World {
        if period < self.start { self.today } else { self.what_if }
    }

    fn tenures(&self, purchase_period: i32) -> u32 {
        (self.end - purchase_period).max(0) as u32
    }
}

/// Lives a calendar: arrivals in every period from minus the warm-up to the horizon. With the world as it is given
/// for both, nothing ever changes.
pub fn live_calendar(today: &World, what_if: &World, run: CalendarRun) -> Calendar {
    let (first, end) = (-today.warm_up, today.horizon as i32);
    let worlds = Dated { today, what_if, start: run.start, end };
    let empty = PeriodCounts { rungs: vec![0; today.top_rung()], ..PeriodCounts::default() };
    let mut book = CalendarWitness {
        calendar: Calendar { first, periods: vec![empty; (end - first + 1).max(0) as usize] },
        period: first,
        arrival: first,
        days: 0.0,
        period_days: today.period_days,
    };
    let mut scratch = Scratch::for_world(today);
    for period in first..=end {
        // Numbered within their period: a path that grows adds customers and changes none.
        let number = (((period - first) as u64) << 32) + run.from;
        for i in 0..arrivals(&worlds, &book.calendar, run.per_period, period) {
            book.arrival = period;
            let luck = Luck::of(run.seed, number + i);
            live::<dyn Worlds, dyn Witness>(&worlds, luck, period, &mut scratch, &mut book);
        }
    }
    book.calendar
}

/// Arrivals of a period: the base, and what the customers of the period before tell others.
fn arrivals(worlds: &Dated<'_>, calendar: &Calendar, per_period: u64, period: i32) -> u64 {
    let world = worlds.at(period);
    let base = per_period as f64 * world.arrivals / worlds.today.arrivals;
    let before = usize::try_from(period - 1 - calendar.first).ok().and_then(|i| calendar.periods.get(i));
    let told = match before {
        Some(p) if p.customers > 0 && world.echo > 0.0 => {
            let tells = PROMOTER_TELLS * p.promoters as f64 - DETRACTOR_TELLS * p.detractors as f64;
            world.echo * tells / (p.customers as f64 * world.periods_per_year)
        }
        _ => 0.0,
    };
    (base * (1.0 + told).max(0.0) + 0.5).floor() as u64
}

/// Books each event on its period.
struct CalendarWitness {
    calendar: Calendar,
    arrival: i32,
    /// The period that the customer is in.
    period: i32,
    days: f64,
    period_days: f64,
}

impl CalendarWitness {
    fn now(&mut self) -> Option<&mut PeriodCounts> {
        let i = usize::try_from(self.period - self.calendar.first).ok()?;
        self.calendar.periods.get_mut(i)
    }

    fn book(&mut self, what: impl FnOnce(&mut PeriodCounts)) {
        if let Some(counts) = self.now() {
            what(counts);
        }
    }
}

impl Witness for CalendarWitness {
    fn arrived(&mut self, _persona: usize, _touchpoint: usize, _readiness: usize) {
        self.period = self.arrival;
        self.days = 0.0;
        self.book(|p| p.arrived += 1);
    }

    fn bought(&mut self, _touchpoint: usize, days: f64, _account: &Account) {
        self.days = days;
        self.period = self.arrival + (days / self.period_days) as i32;
        self.book(|p| p.bought += 1);
    }

    fn began(&mut self, _tenure: u32, _account: &Account) {
        self.period += 1;
    }

    fn met(&mut self, _link: LinkIndex, holds: bool, _account: &Account) {
        if !holds {
            self.book(|p| p.failures += 1);
        }
    }

    fn passed(&mut self, batch: &TouchpointBatch, outcome: BatchOutcome, account: &Account) {
        for (link, held) in batch.met(outcome) {
            self.met(link, held, account);
        }
    }

    fn complained(&mut self, _link: LinkIndex) {
        self.book(|p| p.complaints += 1);
    }

    fn offered(&mut self, _touchpoint: usize, sold: bool, worth: f64) {
        if sold {
            self.book(|p| p.revenue += fixed(worth));
        }
    }

    fn paid(&mut self, amount: f64) {
        self.book(|p| p.revenue += fixed(amount));
    }

    fn left(&mut self, _tenure: u32, _blame: Blame, _walked_out: bool, _account: &Account) {
        self.book(|p| p.left += 1);
    }

    fn lived(&mut self, _tenure: u32, rung: u32, stays: bool, account: &Account, standing: Standing) {
        if !stays {
            return;
        }
        let leans = recommends(standing.score(account));
        self.book(|p| {
            p.customers += 1;
            p.promoters += u64::from(leans > 0);
            p.detractors += u64::from(leans < 0);
            if let Some(crowd) = p.rungs.get_mut(rung as usize) {
                *crowd += 1;
            }
        });
    }
}
