//! Here and now, on the thread that asks.

use super::encoded::{decode, encode};
use super::events::Event;
use super::executor::{CHUNK, JobExecutor, live_in_chunks};
use super::protocol::{BUILD, FromWorker, RunRequest};
use super::scheduler::{Order, Scheduler};
use crate::analysis::studies::{CompiledTrial, LivedRounds, NeedsTrials, Trial};
use crate::analysis::{Cohort, Report};
use crate::engine::{BLOCK, TrialTally};
use crate::model::{CheckedJourney, Journey, Problem};
use std::collections::{BTreeMap, VecDeque};

/// Runs the whole request and reports.
///
/// # Errors
/// All problems of the journey and the scenario, when there are any.
pub fn inline(request: &RunRequest) -> Result<Report, Vec<Problem>> {
    let journey = CheckedJourney::new(request.journey.clone())?;
    let cohort = Cohort::new(&journey, &request.scenario, request.seed)?;
    let tally = live_in_chunks(&cohort, 0..request.customers.div_ceil(BLOCK), request.customers, || ());
    Ok(cohort.report(&tally))
}

/// Asks a study about a journey until it has its result: the trials that it needs are lived by `live`, and it is asked
/// again.
///
/// # Errors
/// All problems of the journey, or of a scenario that the study wants lived.
pub fn answer<A>(
    journey: &Journey,
    study: impl Fn(&mut LivedRounds) -> Result<A, NeedsTrials>,
    mut live: impl FnMut(&CompiledTrial) -> TrialTally,
) -> Result<A, Vec<Problem>> {
    let journey = CheckedJourney::new(journey.clone())?;
    let mut lived: Vec<Vec<TrialTally>> = Vec::new();
    loop {
        match study(&mut LivedRounds::new(&lived)) {
            Ok(answer) => return Ok(answer),
            Err(NeedsTrials(trials)) => {
                let of = |trial: &Trial| Ok(live(&CompiledTrial::new(&journey, trial)?));
                lived.push(trials.iter().map(of).collect::<Result<_, Vec<Problem>>>()?);
            }
        }
    }
}

/// Lives a whole trial, a few blocks at a time.
pub fn live_here(trial: &CompiledTrial) -> TrialTally {
    let blocks = trial.customers().div_ceil(BLOCK);
    let mut lived = trial.nobody();
    let mut next = 0;
    while next < blocks {
        let until = blocks.min(next + CHUNK);
        lived.add(&trial.live(next..until));
        next = until;
    }
    lived
}

/// Runs a request as a pool of workers would: the scheduler divides the work among executors, who take turns, and every
/// message passes through its bytes. Returns all that was told. For tests.
#[expect(clippy::expect_used, reason = "a message that cannot be read back is what this is there to find")]
pub fn serial(request: RunRequest, workers: usize) -> Vec<Event> {
    let mut scheduler = Scheduler::new(workers);
    let mut executors = BTreeMap::new();
    let mut told = Vec::new();
    let mut orders: VecDeque<Order> = scheduler.run(request).into();
    while let Some(order) = orders.pop_front() {
        match order {
            Order::Start(worker) => {
                executors.insert(worker, JobExecutor::new(|| 0.0));
                orders.extend(scheduler.on_message(worker, FromWorker::Ready { build: BUILD.to_owned() }));
            }
            Order::End(worker) => drop(executors.remove(&worker)),
            Order::Send { worker, message, .. } => {
                let Some(executor) = executors.get_mut(&worker) else { continue };
                let received = decode(&encode(&message)).expect("what is encoded can be decoded");
                let answer = encode(&FromWorker::Answer(executor.execute(received, || ())));
                let answer = decode(&answer).expect("what is encoded can be decoded");
                orders.extend(scheduler.on_message(worker, answer));
            }
            Order::Tell(event) => told.push(event),
        }
    }
    told
}
