//! A log of events: who came to which step, and when.

use super::RowsRead;

/// How a step went, where the log says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EventResult {
    /// The log doesn't say.
    #[default]
    Unsaid,
    Held,
    Failed,
}

/// A day, in the unit in which events have their time [ms].
pub const DAY_MS: i64 = 86_400_000;

/// One event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoggedEvent {
    /// Number of the case.
    pub case: u32,
    /// Number of the step.
    pub step: u16,
    pub result: EventResult,
    /// Milliseconds since 1970; where no zone is said, of the clock on the wall there.
    pub time: i64,
}

/// What a log leaves in doubt, and what was noticed on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogDoubts {
    /// A day that could be two: "03/04/2025" where no row says whether the month or the day stands first.
    pub day_or_month: Option<String>,
    /// The newest rows stand first: within one moment the order of the file was turned.
    pub newest_first: bool,
    /// No zone is said with the times, so they are taken as one clock.
    pub without_zone: bool,
    /// Pairs of events of one case at the same moment, whose order is that of the file.
    pub same_moment: u64,
    /// Pairs of cases whose names differ by capitals alone.
    pub near_names: u64,
    /// Events that say that a step was begun or ended, of which one of each pair is one visit.
    pub lifecycle: u64,
    /// Cases without a name of their own.
    pub unnamed_cases: u64,
}

/// A log as it was read: events by case and, within it, in time, those of one moment in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventLog {
    /// The names of the steps, in the order in which they first occur.
    pub steps: Vec<String>,
    /// How many cases there are.
    pub cases: u32,
    pub events: Vec<LoggedEvent>,
    pub rows: RowsRead,
    pub doubts: LogDoubts,
}
