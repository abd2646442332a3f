//! The contract between the page and its workers: every message that passes between them, and nothing else.
//!
//! The page sends a worker one [`ToWorker`] at a time, and the worker answers it with one [`JobAnswer`]. Before the
//! first, the worker says [`FromWorker::Ready`]; during a long job it says now and then that it is
//! [`FromWorker::StillWorking`].
//!
//! What is sent is right: the page has checked it (`scheduler/checks.rs`). Only what a study makes up in a worker is
//! checked there.
//!
//! Page and workers are two modules. The page holds no engine: what customers lived comes and goes as bytes
//! ([`Encoded`]) that only workers read, add and explain. So a worker that dies costs a repeat and nothing else.

use super::encoded::Encoded;
use crate::analysis::studies::{Study, StudyResult, Trial};
use crate::analysis::{CalendarReport, Report, Story, TodayAndWhatIf, Trail};
use crate::engine::{Tally, TrialTally};
use crate::model::{Journey, Scenario};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The build that this module is part of: a digest of the sources that pages and workers share. A page and a worker
/// of different builds do not understand each other.
pub const BUILD: &str = env!("KEDJA_BUILD");

/// A request for a cohort run. With an empty scenario only today's world is simulated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunRequest {
    pub journey: Journey,
    pub scenario: Scenario,
    pub seed: u64,
    /// How many arrivals to refine up to [customers].
    pub customers: u64,
}

/// A question about the newest request that is answered whole, by one job; that should take no longer than a tenth of
/// a second.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum QuickQuery {
    /// The trails of the first customers.
    Crowd { customers: u64 },
    /// One customer's life.
    Life { customer: u64 },
    /// The calendar view, with `per_period` arrivals per period, numbered within their period from `from`: parts that
    /// follow on each other add up.
    Calendar { from: u64, per_period: u64 },
    /// What another scenario comes to for `customers`. The number is given back, to know it by.
    Other { number: u32, scenario: Box<Scenario>, customers: u64 },
    /// What a journey of another structure, as a scenario changes it, comes to beside today's; the page has checked both.
    /// Answered as [`QueryAnswer::Other`].
    Beside { number: u32, today: Box<Journey>, other: Box<Journey>, scenario: Box<Scenario>, customers: u64 },
    /// Stands for one of the two where its scenario cannot be lived: answered in its turn, with no report.
    Unlivable { number: u32 },
}

/// The answer to a [`QuickQuery`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum QueryAnswer {
    Crowd(TodayAndWhatIf<Vec<Trail>>),
    Life {
        customer: u64,
        life: Box<TodayAndWhatIf<Story>>,
    },
    Calendar {
        from: u64,
        report: Box<CalendarReport>,
    },
    /// `None` if the other scenario cannot be simulated.
    Other {
        number: u32,
        report: Option<Box<Report>>,
    },
}

/// From the page to a worker. Each is answered once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ToWorker {
    /// What the job is about, as far as this worker does not hold it already.
    pub material: Vec<Material>,
    pub job: Job,
}

/// What jobs are about. A worker holds the last of each kind, so it is sent to each worker once. The numbers are never
/// used for anything else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Material {
    Request { number: u64, request: Encoded<RunRequest> },
    Study { number: u64, study: Encoded<Study> },
    Trial { number: u64, trial: Encoded<Trial> },
}

/// A piece of work: the least that is given to a worker, and repeated if the worker dies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Job {
    /// Live these blocks of a request's customers.
    Live { request: u64, blocks: Range<u64> },
    /// Add these tallies, and say what their sum means.
    Report { request: u64, parts: Vec<Encoded<Tally>> },
    /// Answer a question about a request.
    Query { request: u64, query: QuickQuery },
    /// Ask a study for its result, or for the trials that it needs next.
    AskStudy {
        study: u64,
        /// The sums of each round before the last, by trial.
        rounds: Vec<Vec<Encoded<TrialTally>>>,
        /// The parts of the last round, by trial: still to be added.
        last_round: Vec<Vec<Encoded<TrialTally>>>,
    },
    /// Live these blocks of a study's trial.
    LiveTrial { study: u64, trial: u64, blocks: Range<u64> },
}

/// From a worker to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// The worker has started, and listens. Said once, before anything is asked.
    Ready {
        build: String,
    },
    /// The worker is busy with a long job. Said now and then; the answer is still to come.
    StillWorking,
    Answer(JobAnswer),
}

/// The answer to a [`Job`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum JobAnswer {
    /// To [`Job::Live`].
    Lived {
        tally: Encoded<Tally>,
        /// How long it took [ms].
        took: f64,
    },
    /// To [`Job::Report`].
    Reported {
        report: Box<Report>,
        /// The sum of all parts.
        total: Encoded<Tally>,
    },
    /// To [`Job::Query`].
    Answered(QueryAnswer),
    /// To [`Job::AskStudy`], when the study has its result.
    StudyFinished(Encoded<StudyResult>),
    /// To [`Job::AskStudy`], when the study needs trials first.
    TrialsNeeded {
        trials: Vec<NeededTrial>,
        /// The sums of the round that was still to be added, by trial.
        last_round: Vec<Encoded<TrialTally>>,
    },
    /// To [`Job::LiveTrial`].
    TrialLived(Encoded<TrialTally>),
}

/// A trial that a study needs, with what the page has to know to divide it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NeededTrial {
    /// [customers]
    pub customers: u64,
    /// Worlds that each customer lives in, the base among them [worlds].
    pub worlds: u64,
    pub trial: Encoded<Trial>,
}
