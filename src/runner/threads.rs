//! On the machine's own threads, for the shell.

use super::executor::live_in_chunks;
use super::in_process::answer;
use super::protocol::RunRequest;
use crate::analysis::studies::{CompiledTrial, LivedRounds, NeedsTrials};
use crate::analysis::{Cohort, Report};
use crate::engine::{BLOCK, Cell, Tally, TrialTally};
use crate::model::{CheckedJourney, Journey, Problem};
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

/// Blocks that a thread takes at a time.
const PART: u64 = 8;

/// All cores of the machine.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// Lives the whole request on all cores and reports; the same report as [`super::inline()`]'s.
///
/// # Errors
/// All problems of the journey and the scenario, when there are any.
pub fn threads(request: &RunRequest) -> Result<Report, Vec<Problem>> {
    on_threads(request, cores())
}

/// As [`threads`], on so many threads (at least one).
///
/// # Errors
/// All problems of the journey and the scenario, when there are any.
pub fn on_threads(request: &RunRequest, count: usize) -> Result<Report, Vec<Problem>> {
    let journey = CheckedJourney::new(request.journey.clone())?;
    let cohort = Cohort::new(&journey, &request.scenario, request.seed)?;
    Ok(cohort.report(&tally_on_threads(&cohort, request.customers, count)))
}

/// The tally of all customers, lived on so many threads (at least one).
pub fn tally_on_threads(cohort: &Cohort, customers: u64, count: usize) -> Tally {
    let live = |blocks| live_in_chunks(cohort, blocks, customers, || ());
    in_parts(customers.div_ceil(BLOCK), count, PART, || cohort.nobody(), live, Tally::add)
}

/// The tally of any customers in a row, lived on so many threads (at least one), with the cells that stay open at both ends.
pub fn range_on_threads(cohort: &Cohort, customers: &Range<u64>, count: usize) -> (Tally, Vec<(u64, Cell)>) {
    // Cut where cells end, so that none is open but at the ends.
    let blocks = customers.start / BLOCK..customers.end.div_ceil(BLOCK);
    let live = |some: Range<u64>| {
        let [first, end] = [some.start, some.end].map(|block| (blocks.start + block).saturating_mul(BLOCK));
        cohort.live_range(first.max(customers.start)..end.min(customers.end))
    };
    let add = |sum: &mut (Tally, Vec<_>), (tally, open): &(Tally, Vec<_>)| {
        sum.0.add(tally);
        sum.1.extend_from_slice(open);
    };
    in_parts(blocks.end - blocks.start, count, PART, || (cohort.nobody(), Vec::new()), live, add)
}

/// Asks a question about a journey, with its customers lived on all cores.
///
/// # Errors
/// All problems of the journey, or of a scenario that the question wants lived.
pub fn answer_on_threads<A>(
    journey: &Journey,
    question: impl Fn(&mut LivedRounds) -> Result<A, NeedsTrials>,
) -> Result<A, Vec<Problem>> {
    answer(journey, question, |trial| live_on_threads(trial, cores()))
}

/// What the customers of a trial live, on so many threads (at least one).
pub fn live_on_threads(trial: &CompiledTrial, count: usize) -> TrialTally {
    // A block holds many worlds here, and trials can be small.
    in_parts(
        trial.customers().div_ceil(BLOCK),
        count,
        1,
        || trial.nobody(),
        |blocks| trial.live(blocks),
        TrialTally::add,
    )
}

/// The sum over blocks that threads take a few at a time.
fn in_parts<T: Send>(
    blocks: u64,
    count: usize,
    part: u64,
    nobody: impl Fn() -> T + Sync,
    live: impl Fn(Range<u64>) -> T + Sync,
    add: impl Fn(&mut T, &T) + Sync,
) -> T {
    let next = AtomicU64::new(0);
    let work = || {
        let mut sum = nobody();
        loop {
            let from = next.fetch_add(part, Ordering::Relaxed);
            if from >= blocks {
                return sum;
            }
            add(&mut sum, &live(from..(from + part).min(blocks)));
        }
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..count).map(|_| scope.spawn(work)).collect();
        let mut sum = work();
        for other in others {
            match other.join() {
                Ok(more) => add(&mut sum, &more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        sum
    })
}
