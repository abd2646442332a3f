//! Parts of a population: any customers of it, lived on any machine, and merged in any order into the same report as that of all
//! of them lived at once. What is added up is whole numbers, so there is no other result to come to.

use super::encoded::{decode, encode};
use super::threads::{cores, range_on_threads};
use crate::analysis::{Cohort, Report};
use crate::engine::{Cell, Tally, cell_at};
use crate::model::{CheckedJourney, Journey, Problem, Scenario};
use std::collections::BTreeMap;
use std::ops::Range;

/// What some customers of a population lived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PopulationPart {
    /// The journey, as bytes: parts of one population are compared by them.
    pub(super) journey: Vec<u8>,
    /// The scenario, as bytes.
    pub(super) scenario: Vec<u8>,
    pub(super) seed: u64,
    /// Which customers, in order; neither do these ranges overlap nor does one begin where another ends.
    pub(super) lived: Vec<Range<u64>>,
    /// All that they lived, but for the noise of cells that are open.
    pub(super) tally: Tally,
    /// Cells of which some customers are missing, by the first customer of each.
    pub(super) open: BTreeMap<u64, Cell>,
}

/// Why something is no part, or does not belong with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartProblem {
    /// It does not begin as parts do.
    NoPart,
    /// It ends too early, or something in it was changed: the checksum is another.
    Damaged,
    /// Of a format that this Kedja does not know.
    OtherFormat,
    /// Made by a Kedja of another model [version of the model].
    OtherModel(u32),
    /// Made by another build of Kedja of the same model.
    OtherBuild,
    /// Of another journey than the parts before it.
    OtherJourney,
    /// Of another scenario.
    OtherScenario,
    /// With another seed [the part's, that of those before].
    OtherSeed(u64, u64),
    /// These customers are in another part as well.
    Overlap(Range<u64>),
}

impl PopulationPart {
    /// Lives customers on so many threads; on all cores where none is said.
    ///
    /// # Errors
    /// All problems of the journey or the scenario.
    pub fn live(
        journey: &Journey,
        scenario: &Scenario,
        seed: u64,
        customers: Range<u64>,
        threads: Option<usize>,
    ) -> Result<Self, Vec<Problem>> {
        let cohort = Cohort::new(&CheckedJourney::new(journey.clone())?, scenario, seed)?;
        let (tally, open) = range_on_threads(&cohort, &customers, threads.unwrap_or_else(cores));
        Ok(Self {
            journey: encode(journey),
            scenario: encode(scenario),
            seed,
            lived: if customers.is_empty() { Vec::new() } else { vec![customers] },
            tally,
            open: open.into_iter().collect(),
        })
    }

    /// Which customers it is about: ranges in order.
    pub fn lived(&self) -> &[Range<u64>] {
        &self.lived
    }

    /// Adds what other customers of the same population lived.
    ///
    /// # Errors
    /// When the two do not belong together; then nothing is added.
    pub fn add(&mut self, other: &Self) -> Result<(), PartProblem> {
        if self.journey != other.journey {
            return Err(PartProblem::OtherJourney);
        }
        if self.scenario != other.scenario {
            return Err(PartProblem::OtherScenario);
        }
        if self.seed != other.seed {
            return Err(PartProblem::OtherSeed(other.seed, self.seed));
        }
        self.lived = together(&self.lived, &other.lived)?;
        self.tally.add(&other.tally);
        for (first, cell) in &other.open {
            self.open.entry(*first).and_modify(|mine| mine.add(cell)).or_insert_with(|| cell.clone());
        }
        let lived = &self.lived;
        let is_whole = |first: u64| {
            let cell = cell_at(first);
            lived.iter().any(|range| range.start <= cell.start && cell.end <= range.end)
        };
        for (_, mut cell) in self.open.extract_if(.., |first, _| is_whole(*first)) {
            cell.close(&mut self.tally.noise);
        }
        Ok(())
    }

    /// The customers that are missing before the last one that it is about.
    pub fn missing(&self) -> Vec<Range<u64>> {
        let starts = self.lived.iter().map(|range| range.start);
        let ends = std::iter::once(0).chain(self.lived.iter().map(|range| range.end));
        ends.zip(starts).filter(|(end, start)| end < start).map(|(end, start)| end..start).collect()
    }

    /// The journey, and the report of all customers up to the last one. It is that of these customers lived at once when none
    /// is [missing](Self::missing). `None` where the bytes in it are no journey that can be simulated, or what was counted is of
    /// another one.
    pub fn report(mut self) -> Option<(Journey, Report)> {
        // The last cell of a population may hold fewer customers.
        for (_, mut cell) in std::mem::take(&mut self.open) {
            cell.close(&mut self.tally.noise);
        }
        let journey: Journey = decode(&self.journey).ok()?;
        let checked = CheckedJourney::new(journey.clone()).ok()?;
        let cohort = Cohort::new(&checked, &decode(&self.scenario).ok()?, self.seed).ok()?;
        self.tally.is_like(&cohort.nobody()).then(|| (journey, cohort.report(&self.tally)))
    }
}

/// Both sets of ranges as one.
fn together(some: &[Range<u64>], others: &[Range<u64>]) -> Result<Vec<Range<u64>>, PartProblem> {
    let mut all: Vec<Range<u64>> = some.iter().chain(others).filter(|range| !range.is_empty()).cloned().collect();
    all.sort_by_key(|range| range.start);
    let mut joined: Vec<Range<u64>> = Vec::new();
    for range in all {
        match joined.last_mut() {
            Some(last) if range.start < last.end => {
                return Err(PartProblem::Overlap(range.start..range.end.min(last.end)));
            }
            Some(last) if range.start == last.end => last.end = range.end,
            _ => joined.push(range),
        }
    }
    Ok(joined)
}
