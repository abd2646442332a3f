//! A log of events: who came to which step, and when.

use super::RowsRead;
use serde::{Deserialize, Serialize};

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

/// Most kinds of customer that a column of a log may name: more are no kinds.
pub const MOST_KINDS: usize = 12;
/// The kind of a case that no row says the kind of.
pub const NO_KIND: u8 = u8::MAX;

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Cases of which not all rows name the same kind of customer; the first row of the file counts.
    pub mixed_kinds: u64,
}

/// A log as it was read: events by case and, within it, in time, those of one moment in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventLog {
    /// The names of the steps, in the order in which they first occur.
    pub steps: Vec<String>,
    /// How many cases there are.
    pub cases: u32,
    pub events: Vec<LoggedEvent>,
    /// The kinds of customer that a column names, in the order in which they first occur; none where none is read.
    pub kinds: Vec<String>,
    /// The kind of each case, by its number; [`NO_KIND`] where no row says it. Empty where no column is read.
    pub kind_of: Vec<u8>,
    pub rows: RowsRead,
    pub doubts: LogDoubts,
}
