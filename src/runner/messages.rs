//! What is asked of a runner, and what it tells back.

use crate::analysis::Report;
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

/// A report so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    pub report: Report,
    /// How many are asked for [customers]; `report.customers` are lived.
    pub customers: u64,
    /// Whether nothing more will come for this request (complete, or stopped).
    pub done: bool,
}

/// What a runner tells, always about the newest request.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Progress(Progress),
    /// The request cannot be run: the journey or the scenario is wrong.
    Refused(Vec<Problem>),
    /// A worker died and was replaced; the work is being repeated once.
    Recovered,
    /// The repeated work died too, or no worker can be started. What was reported before still stands; the next
    /// request is tried afresh.
    Broken,
}
