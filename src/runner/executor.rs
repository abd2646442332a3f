//! A worker's side of the work, without the worker.

use super::encoded::Encoded;
use super::protocol::{Job, JobAnswer, Material, NeededTrial, QueryAnswer, QuickQuery, ToWorker};
use crate::analysis::studies::{CompiledTrial, LivedRounds, NeedsTrials, Study, Trial};
use crate::analysis::{Cohort, beside};
use crate::engine::{BLOCK, Tally, TrialTally};
use crate::model::CheckedJourney;
use std::ops::Range;

/// Blocks that are lived in one call, some thousand customers: a browser moves code to its optimised form only from
/// one call to the next.
pub(super) const CHUNK: u64 = 2048_u64.div_ceil(BLOCK);

/// Executes jobs, one after the other, and keeps what they are about compiled.
#[derive(Debug)]
pub struct JobExecutor {
    request: Option<HeldRequest>,
    study: Option<HeldStudy>,
    trial: Option<(u64, CompiledTrial)>,
    clock: fn() -> f64,
}

/// A study, and its journey, which is made ready once for all of its trials.
#[derive(Debug)]
struct HeldStudy {
    number: u64,
    study: Study,
    journey: CheckedJourney,
}

#[derive(Debug)]
struct HeldRequest {
    number: u64,
    cohort: Cohort,
    customers: u64,
}

impl JobExecutor {
    /// An executor that reads the time [ms] on this clock.
    pub fn new(clock: fn() -> f64) -> Self {
        Self { request: None, study: None, trial: None, clock }
    }

    /// The answer to one message. In a long job `still_working` is called now and then.
    ///
    /// # Panics
    /// When the message cannot be worked on at all: bytes that are no request, or a job about something never sent. In
    /// a worker the panic ends the worker, and the page replaces it.
    pub fn execute(&mut self, message: ToWorker, still_working: impl FnMut()) -> JobAnswer {
        for material in message.material {
            self.hold(material);
        }
        match message.job {
            Job::Live { request, blocks } => self.with_cohort(request, |cohort, customers, clock| {
                let started = clock();
                let tally = live_in_chunks(cohort, blocks, customers, still_working);
                JobAnswer::Lived { tally: Encoded::of(&tally), took: clock() - started }
            }),
            Job::Report { request, parts } => self.with_cohort(request, |cohort, _, _| {
                let mut total = cohort.nobody();
                parts.iter().for_each(|part| total.add(&read(part)));
                JobAnswer::Reported { report: Box::new(cohort.report(&total)), total: Encoded::of(&total) }
            }),
            Job::Query { request, query } => {
                self.with_cohort(request, |cohort, _, _| JobAnswer::Answered(answer(cohort, query)))
            }
            Job::AskStudy { study, rounds, last_round } => ask_study(self.study(study), &rounds, &last_round),
            Job::LiveTrial { trial, blocks, .. } => JobAnswer::TrialLived(Encoded::of(&self.trial(trial).live(blocks))),
        }
    }

    #[expect(clippy::expect_used, reason = "a worker that cannot go on ends by a panic, and is replaced")]
    fn hold(&mut self, material: Material) {
        match material {
            Material::Request { number, request } => {
                let request = read(&request);
                let journey = CheckedJourney::checked_before(request.journey);
                // Without the problems, which a panic would want to tell.
                let cohort = Cohort::new(&journey, &request.scenario, request.seed).ok();
                let cohort = cohort.expect("the page has checked the scenario");
                self.request = Some(HeldRequest { number, cohort, customers: request.customers });
            }
            Material::Study { number, study } => {
                let study = read(&study);
                let journey = CheckedJourney::checked_before(study.terms.journey.clone());
                self.study = Some(HeldStudy { number, study, journey });
            }
            Material::Trial { number, trial } => {
                let held = self.study.as_ref().expect("a study comes before its trials");
                let compiled = CompiledTrial::new(&held.journey, &read(&trial)).ok();
                self.trial = Some((number, compiled.expect("the page has checked the trial")));
            }
        }
    }

    #[expect(clippy::expect_used, reason = "a worker that cannot go on ends by a panic, and is replaced")]
    fn with_cohort(&self, number: u64, work: impl FnOnce(&Cohort, u64, fn() -> f64) -> JobAnswer) -> JobAnswer {
        let held = self.request.as_ref().filter(|held| held.number == number);
        let held = held.expect("a request comes with its first job");
        work(&held.cohort, held.customers, self.clock)
    }

    #[expect(clippy::expect_used, reason = "a worker that cannot go on ends by a panic, and is replaced")]
    fn study(&self, number: u64) -> &Study {
        let held = self.study.as_ref().filter(|held| held.number == number);
        held.map(|held| &held.study).expect("a study comes with its first job")
    }

    #[expect(clippy::expect_used, reason = "a worker that cannot go on ends by a panic, and is replaced")]
    fn trial(&self, number: u64) -> &CompiledTrial {
        let held = self.trial.as_ref().filter(|(held, _)| *held == number);
        held.map(|(_, trial)| trial).expect("a trial comes with its first job")
    }
}

#[expect(clippy::expect_used, reason = "a worker that cannot go on ends by a panic, and is replaced")]
fn read<T: serde::de::DeserializeOwned>(encoded: &Encoded<T>) -> T {
    encoded.read().expect("page and worker are of one build and write alike")
}

fn answer(cohort: &Cohort, query: QuickQuery) -> QueryAnswer {
    match query {
        QuickQuery::Crowd { customers } => QueryAnswer::Crowd(cohort.crowd(customers)),
        QuickQuery::Life { customer } => QueryAnswer::Life { customer, life: Box::new(cohort.life(customer)) },
        QuickQuery::Calendar { from, per_period } => {
            QueryAnswer::Calendar { from, report: Box::new(cohort.calendar(from, per_period)) }
        }
        QuickQuery::Other { number, scenario, customers } => {
            QueryAnswer::Other { number, report: cohort.with(&scenario, customers).ok().map(Box::new) }
        }
        QuickQuery::Beside { number, today, other, scenario, customers } => {
            let report = beside(*today, *other, &scenario, cohort.seed(), customers);
            QueryAnswer::Other { number, report: report.map(Box::new) }
        }
        QuickQuery::Unlivable { number } => QueryAnswer::Other { number, report: None },
    }
}

/// Asks a study with what has been lived for it: the sums of its rounds, and the parts of the last one.
fn ask_study(study: &Study, rounds: &[Vec<Encoded<TrialTally>>], last_round: &[Vec<Encoded<TrialTally>>]) -> JobAnswer {
    let mut lived: Vec<Vec<TrialTally>> = rounds.iter().map(|round| round.iter().map(read).collect()).collect();
    let sums: Vec<TrialTally> = last_round.iter().filter_map(|parts| sum(parts)).collect();
    let last_round = sums.iter().map(Encoded::of).collect();
    if !sums.is_empty() {
        lived.push(sums);
    }
    match study.ask(&mut LivedRounds::new(&lived)) {
        Ok(result) => JobAnswer::StudyFinished(Encoded::of(&result)),
        Err(NeedsTrials(trials)) => {
            JobAnswer::TrialsNeeded { trials: trials.into_iter().map(needed).collect(), last_round }
        }
    }
}

fn sum(parts: &[Encoded<TrialTally>]) -> Option<TrialTally> {
    let (first, others) = parts.split_first()?;
    let mut sum = read(first);
    others.iter().for_each(|part| sum.add(&read(part)));
    Some(sum)
}

fn needed(trial: Trial) -> NeededTrial {
    let (customers, worlds) = (trial.customers, trial.others.len() as u64 + 1);
    NeededTrial { customers, worlds, trial: Encoded::of(&trial) }
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
