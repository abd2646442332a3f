//! What happened to many customers, counted in whole numbers that add up in any order.

mod buyers;
mod calendar;
mod cells;
mod counts;
mod noise;
mod tally;
mod twins;

pub use buyers::Buyers;
pub use calendar::{Calendar, CalendarRun, PeriodCounts, live_calendar};
pub use cells::{BLOCK, Cell, cell_at};
pub use counts::{Counts, GroupCounts};
pub use noise::{Moments, Noise, Ratio, UNIT, Variable};
pub use tally::{Tally, live_blocks, live_range};
pub use twins::{AffectedLives, TrialTally, Twins, live_twins};
