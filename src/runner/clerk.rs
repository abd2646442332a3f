//! A worker's side of the work, without the worker.

use super::wire::{FromWorker, Job, JourneyText, ToWorker, TrialText};
use super::{Answer, Question};
use crate::analysis::Cohort;
use crate::analysis::studies::CompiledTrial;
use crate::engine::{BLOCK, Tally};
use crate::model::Problem;
use std::ops::Range;

/// Blocks lived in one call, some thousand customers: a browser moves code to its optimised form only from one call
/// to the next.
pub(super) const CHUNK: u64 = 2048_u64.div_ceil(BLOCK);

/// Answers jobs, one after the other, and keeps the last request compiled.
#[derive(Debug)]
pub struct Clerk {
    compiled: Option<Compiled>,
    party: Option<(u64, Result<CompiledTrial, Vec<Problem>>)>,
    clock: fn() -> f64,
}

#[derive(Debug)]
struct Compiled {
    generation: u64,
    cohort: Result<Cohort, Vec<Problem>>,
    customers: u64,
}

impl Clerk {
    /// A clerk who reads the time [ms] on this clock.
    pub fn new(clock: fn() -> f64) -> Self {
        Self { compiled: None, party: None, clock }
    }

    /// The answer to one message. In a long job `still_at_it` is called now and then.
    ///
    /// # Panics
    /// When the message cannot be worked on at all: a request without JSON, or a job of a request never sent. In a
    /// worker the panic ends the worker, and the page replaces it.
    #[expect(clippy::expect_used, reason = "a worker that cannot go on ends by a panic, and is replaced")]
    pub fn answer(&mut self, message: ToWorker, still_at_it: impl FnMut()) -> FromWorker {
        if let Job::Trial { number, journey, trial, blocks } = &message.job {
            return self.live_trial(*number, journey, trial, blocks.clone());
        }
        if let Some(text) = message.ask {
            let ask = text.read().expect("a request is JSON");
            let cohort = Cohort::new(&ask.journey, &ask.scenario, ask.seed);
            self.compiled = Some(Compiled { generation: message.generation, cohort, customers: ask.customers });
        }
        let compiled = self.compiled.as_ref().filter(|c| c.generation == message.generation);
        let compiled = compiled.expect("a request comes with its first job");
        let cohort = match &compiled.cohort {
            Ok(cohort) => cohort,
            Err(problems) => return FromWorker::Refused(problems.clone()),
        };
        match message.job {
            Job::Live(blocks) => {
                let started = (self.clock)();
                let tally = live_in_chunks(cohort, blocks, compiled.customers, still_at_it);
                FromWorker::Lived { tally, took: (self.clock)() - started }
            }
            Job::Report(tally) => FromWorker::Reported(Box::new(cohort.report(&tally))),
            Job::Answer(question) => FromWorker::Answered(answer(cohort, question)),
            // Lived above.
            Job::Trial { .. } => FromWorker::Alive,
        }
    }

    /// Lives blocks of a trial, and keeps it compiled.
    #[expect(clippy::expect_used, reason = "a worker that cannot go on ends by a panic, and is replaced")]
    fn live_trial(&mut self, number: u64, journey: &JourneyText, trial: &TrialText, blocks: Range<u64>) -> FromWorker {
        if self.party.as_ref().is_none_or(|(known, _)| *known != number) {
            let (journey, trial) = (journey.read().expect("a journey is JSON"), trial.read().expect("a trial is JSON"));
            self.party = Some((number, CompiledTrial::new(&journey, &trial)));
        }
        match &self.party {
            Some((_, Ok(party))) => FromWorker::Tried(Box::new(party.live(blocks))),
            Some((_, Err(problems))) => FromWorker::Refused(problems.clone()),
            None => FromWorker::Alive,
        }
    }
}

fn answer(cohort: &Cohort, question: Question) -> Answer {
    match question {
        Question::Crowd { customers } => Answer::Crowd(cohort.crowd(customers)),
        Question::Life { customer } => Answer::Life { customer, life: cohort.life(customer) },
        Question::Calendar { from, per_period } => {
            Answer::Calendar { from, report: Box::new(cohort.calendar(from, per_period)) }
        }
        Question::Other { number, scenario, customers } => {
            Answer::Other { number, report: cohort.with(&scenario, customers).ok().map(Box::new) }
        }
    }
}

/// The tally of these blocks, a few at a time, with a call of `between` after each few.
pub(super) fn live_in_chunks(cohort: &Cohort, blocks: Range<u64>, customers: u64, mut between: impl FnMut()) -> Tally {
    let mut next = blocks.end.min(blocks.start + CHUNK);
    let mut tally = cohort.live(blocks.start..next, customers);
    while next < blocks.end {
        between();
        let until = blocks.end.min(next + CHUNK);
        tally.add(&cohort.live(next..until, customers));
        next = until;
    }
    tally
}
