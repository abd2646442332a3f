//! A cohort run: every customer arrives and lives in one world, today's or the what-if's, and all are followed equally
//! long.

use super::calendar::{CalendarReport, calendar_of};
use super::exact::exact_conversion;
use super::report::{Exact, Fates, Report, TodayAndWhatIf};
use super::{Difference, figures, outcome};
use crate::engine::{
    BLOCK, CalendarRun, Cell, MODEL_VERSION, Moments, Story, Tally, Trail, Variable, World, live_blocks, live_crowd,
    live_range, live_story,
};
use crate::model::order;
use crate::model::{CheckedJourney, Problem, Scenario};
use std::ops::Range;

/// A cohort run, compiled and ready to be lived block by block.
#[derive(Clone, Debug)]
pub struct Cohort {
    journey: CheckedJourney,
    /// The journey of the what-if, where that has another structure.
    rebuilt: Option<CheckedJourney>,
    seed: u64,
    /// Period from which the scenario holds in the calendar view.
    start: i32,
    today: World,
    what_if: Option<World>,
    exact: Exact,
}

impl Cohort {
    /// Compiles today's world and, unless the scenario is empty, the what-if's.
    ///
    /// # Errors
    /// All problems of the scenario.
    pub fn new(journey: &CheckedJourney, scenario: &Scenario, seed: u64) -> Result<Self, Vec<Problem>> {
        let as_it_is = journey.unchanged();
        let changed = if scenario.is_empty() { None } else { Some(journey.changed(scenario)?) };
        let conversion = TodayAndWhatIf {
            today: exact_conversion(journey, as_it_is.scenario()),
            what_if: changed.as_ref().map(|_| exact_conversion(journey, scenario)),
        };
        Ok(Self {
            journey: journey.clone(),
            rebuilt: None,
            seed,
            start: scenario.start,
            today: World::new(&as_it_is),
            what_if: changed.as_ref().map(World::new),
            exact: Exact { conversion },
        })
    }

    /// Compiles today's world and that of a journey of another structure, as a scenario changes it. The same customers live in
    /// both, so that their personas must be the same ([`crate::model::kinship`]).
    ///
    /// # Errors
    /// All problems of the scenario.
    pub(super) fn between(
        journey: &CheckedJourney,
        rebuilt: &CheckedJourney,
        scenario: &Scenario,
        seed: u64,
    ) -> Result<Self, Vec<Problem>> {
        let as_it_is = journey.unchanged();
        let changed = rebuilt.changed(scenario)?;
        let conversion = TodayAndWhatIf {
            today: exact_conversion(journey, as_it_is.scenario()),
            what_if: Some(exact_conversion(rebuilt, scenario)),
        };
        Ok(Self {
            journey: journey.clone(),
            rebuilt: Some(rebuilt.clone()),
            seed,
            start: scenario.start,
            today: World::new(&as_it_is),
            what_if: Some(World::new(&changed).rebuilt()),
            exact: Exact { conversion },
        })
    }

    /// The seed that its customers are drawn from.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Lives blocks of a population of `customers`.
    pub fn live(&self, blocks: Range<u64>, customers: u64) -> Tally {
        live_blocks(&self.today, self.what_if.as_ref(), self.seed, blocks, customers)
    }

    /// Lives any customers in a row, with the cells that stay open at both ends ([`live_range`]).
    pub fn live_range(&self, customers: Range<u64>) -> (Tally, Vec<(u64, Cell)>) {
        live_range(&self.today, self.what_if.as_ref(), self.seed, customers)
    }

    /// A tally of nobody, to add others to.
    pub fn nobody(&self) -> Tally {
        Tally::new(&self.today, self.what_if.as_ref())
    }

    /// The trails of the first `customers`, for drawing the crowd: twins stand at the same place in both.
    pub fn crowd(&self, customers: u64) -> TodayAndWhatIf<Vec<Trail>> {
        self.in_both(|world| live_crowd(world, self.seed, customers))
    }

    /// One customer's life, told.
    pub fn life(&self, customer: u64) -> TodayAndWhatIf<Story> {
        self.in_both(|world| live_story(world, self.seed, customer))
    }

    /// The calendar view, with `per_period` arrivals in each period, numbered from `from`.
    pub fn calendar(&self, from: u64, per_period: u64) -> CalendarReport {
        let run = CalendarRun { seed: self.seed, per_period, from, start: self.start };
        calendar_of(&self.journey, &self.today, self.what_if.as_ref(), run)
    }

    /// The report of the first `customers` with another scenario.
    ///
    /// # Errors
    /// All problems of the scenario.
    pub fn with(&self, scenario: &Scenario, customers: u64) -> Result<Report, Vec<Problem>> {
        let other = Self::new(&self.journey, scenario, self.seed)?;
        Ok(other.report(&other.live(0..customers.div_ceil(BLOCK), customers)))
    }

    fn in_both<T>(&self, live: impl Fn(&World) -> T) -> TodayAndWhatIf<T> {
        TodayAndWhatIf { today: live(&self.today), what_if: self.what_if.as_ref().map(live) }
    }

    /// What a tally means.
    pub fn report(&self, tally: &Tally) -> Report {
        let customers = tally.noise.everybody.sum(false, Variable::Arrived).unsigned_abs();
        let rebuilt = self.rebuilt.as_ref().unwrap_or(&self.journey);
        Report {
            model: MODEL_VERSION,
            journey: self.journey.id.clone(),
            customers,
            seed: self.seed,
            today: outcome::of(&self.journey, &self.today, &tally.today, &tally.noise, false),
            what_if: self
                .what_if
                .as_ref()
                .zip(tally.what_if.as_ref())
                .map(|(world, counts)| outcome::of(rebuilt, world, counts, &tally.noise, true)),
            difference: self.what_if.is_some().then(|| self.difference(tally)),
            exact: self.exact,
        }
    }

    fn difference(&self, tally: &Tally) -> Difference {
        let horizon = self.today.horizon();
        let of = |moments: &Moments, fates| {
            Difference::of(figures::differences(moments, horizon), fates, moments.reach().anything)
        };
        let personas = self.today.persona_ids().iter().zip(&tally.noise.personas).zip(&tally.fates);
        Difference {
            by_persona: order::map(personas.map(|((id, moments), fates)| (id.clone(), of(moments, Fates(*fates))))),
            ..of(&tally.noise.everybody, Fates::sum(&tally.fates))
        }
    }
}
