//! What is asked of a runner, and what it tells back.

use super::wire::as_json;
use crate::analysis::studies::StudyResult;
use crate::analysis::{CalendarReport, Report, TodayAndWhatIf};
use crate::engine::{Story, Trail};
use crate::model::{Journey, Problem, Scenario};
use serde::{Deserialize, Serialize};

/// A cohort run. With an empty scenario only today's world is lived.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    pub journey: Journey,
    pub scenario: Scenario,
    pub seed: u64,
    /// How many arrivals to refine up to [customers].
    pub customers: u64,
}

/// A report so far: that of a stage, which is a whole number of blocks counted from the first customer, so that it is
/// the same on every machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    pub report: Report,
    /// How many are asked for [customers]; `report.customers` are lived.
    pub customers: u64,
    /// Whether nothing more will come for this request (complete, or stopped).
    pub done: bool,
}

/// Something else to find out about the newest request. Each is answered whole, in one job, so it should take no longer
/// than a tenth of a second.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// The trails of the first so many customers.
    Crowd { customers: u64 },
    /// One customer's life.
    Life { customer: u64 },
    /// The calendar view, with so many arrivals per period, numbered within their period from `from`: parts that follow
    /// on each other add up.
    Calendar { from: u64, per_period: u64 },
    /// What another scenario comes to for so many customers. The number is given back, to know it by.
    Other {
        number: u32,
        #[serde(with = "as_json")]
        scenario: Box<Scenario>,
        customers: u64,
    },
}

/// The answer to a [`Question`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    Crowd(TodayAndWhatIf<Vec<Trail>>),
    Life {
        customer: u64,
        life: TodayAndWhatIf<Story>,
    },
    Calendar {
        from: u64,
        report: Box<CalendarReport>,
    },
    /// None where the other scenario cannot be lived.
    Other {
        number: u32,
        #[serde(with = "as_json")]
        report: Option<Box<Report>>,
    },
}

/// What a runner tells, always about the newest request; only the first report of the one before may still come when
/// both are of the same journey, so that a hand that never rests sees figures.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "an event is told once and taken apart; reports are what is told")]
pub enum Event {
    /// A stage is complete.
    Progress(Progress),
    /// Between two reports, for a progress line: how many are lived, of how many asked for [customers].
    Counted { lived: u64, customers: u64 },
    /// A question about the request is answered.
    Answered(Answer),
    /// A question that needed many trials is answered; by the number that it was given.
    Found { number: u64, finding: Box<StudyResult> },
    /// How far the trials of such a question have come in this round [blocks].
    Trying { number: u64, lived: u64, of: u64 },
    /// The request cannot be run: the journey or the scenario is wrong.
    Refused(Vec<Problem>),
    /// A worker died and was replaced; its piece of work is being repeated once.
    Recovered,
    /// The repeated work died too, or no worker can be started. What was reported before still stands; the next
    /// request is tried afresh.
    Broken,
}
