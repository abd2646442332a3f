//! On the machine's own threads, for the shell.

use super::Ask;
use super::clerk::live_in_chunks;
use crate::analysis::{Cohort, Report};
use crate::engine::{BLOCK, Tally};
use crate::model::Problem;
use std::sync::atomic::{AtomicU64, Ordering};

/// Blocks that a thread takes at a time.
const PART: u64 = 8;

/// Lives the whole request on all cores and reports; the same report as [`super::inline()`]'s.
///
/// # Errors
/// All problems of the journey and the scenario, when there are any.
pub fn threads(ask: &Ask) -> Result<Report, Vec<Problem>> {
    on_threads(ask, std::thread::available_parallelism().map_or(1, std::num::NonZero::get))
}

/// As [`threads`], on so many threads (at least one).
///
/// # Errors
/// All problems of the journey and the scenario, when there are any.
pub fn on_threads(ask: &Ask, count: usize) -> Result<Report, Vec<Problem>> {
    let cohort = Cohort::new(&ask.journey, &ask.scenario, ask.seed)?;
    Ok(cohort.report(&tally_on_threads(&cohort, ask.customers, count)))
}

/// The tally of all customers, lived on so many threads (at least one).
pub fn tally_on_threads(cohort: &Cohort, customers: u64, count: usize) -> Tally {
    let blocks = customers.div_ceil(BLOCK);
    let next = AtomicU64::new(0);
    let work = || {
        let mut sum = cohort.nobody();
        loop {
            let from = next.fetch_add(PART, Ordering::Relaxed);
            if from >= blocks {
                return sum;
            }
            sum.add(&live_in_chunks(cohort, from..(from + PART).min(blocks), customers, || ()));
        }
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..count).map(|_| scope.spawn(work)).collect();
        let mut sum = work();
        for other in others {
            match other.join() {
                Ok(tally) => sum.add(&tally),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        sum
    })
}
