//! What a runner tells whoever asked it.

use super::encoded::Encoded;
use super::protocol::QueryAnswer;
use crate::analysis::Report;
use crate::analysis::studies::StudyResult;
use crate::model::Problem;

/// A report so far: that of a stage, which is a whole number of blocks counted from the first customer, so that it is
/// the same on every machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    pub report: Report,
    /// How many are asked for [customers]; `report.customers` are simulated.
    pub customers: u64,
    /// True if nothing more will come for this request (complete, or stopped).
    pub done: bool,
}

/// What a runner tells, always about the newest request; only the first report of the one before may still come when
/// both are of the same journey, so that figures appear even while a slider is dragged without rest.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "an event is told once and taken apart; reports are what is told")]
pub enum Event {
    /// A stage is complete.
    Progress(Progress),
    /// Between two reports, for a progress line: how many are simulated, of how many asked for [customers].
    Counted { lived: u64, customers: u64 },
    /// A query about the request is answered.
    Answered(QueryAnswer),
    /// A study has its result; by the number that it was given.
    StudyFinished { number: u64, result: Encoded<StudyResult> },
    /// How far the trials of a study have come in this round [blocks].
    StudyProgress { number: u64, lived: u64, of: u64 },
    /// The request cannot be run: the journey or the scenario is wrong.
    Refused(Vec<Problem>),
    /// A worker died and was replaced; its task is being repeated once.
    Recovered,
    /// The repeated task was lost too, or no worker can be started. What was reported before still stands; the next
    /// request is tried afresh.
    Broken,
}
