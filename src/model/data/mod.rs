//! What a company has counted of its own customers, as plain values: rows of a file with what was left out of them, events,
//! counts of steps and moves, and curves of who stays.

mod counted;
mod curve;
mod events;
mod fault;
mod rows;

pub use counted::{CountedJourney, CountedKind, CountedMove, CountedStep, Tries, step_called};
pub use curve::{CurvePoint, StayingCurve};
pub use events::{DAY_MS, EventLog, EventResult, LogDoubts, LoggedEvent, MOST_KINDS, NO_KIND};
pub use fault::{DataFault, DecimalSign, NoText, WantedColumn};
pub use rows::{LeftOutRow, LeftOutWhy, MOST_TOLD, RowsRead};
