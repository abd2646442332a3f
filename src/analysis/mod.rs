//! What the tallies mean: figures with their noise, exact answers where there are any, and studies.

mod beside;
mod calendar;
mod cohort;
mod exact;
mod figures;
mod interval;
mod json;
mod left_over;
mod outcome;
pub mod records;
mod report;
pub mod studies;

pub use crate::engine::{LOWER_PRICE, MODEL_VERSION};
pub use beside::beside;
pub use calendar::{CalendarReport, Period, calendar};
pub use cohort::Cohort;
pub use exact::exact_conversion;
pub use figures::paired;
pub use interval::{Z95, limits, share as share_interval, wilson};
pub use left_over::LeftOver;
pub use report::{Difference, Estimate, Exact, Fates, Figures, Outcome, PRICE, Report, TodayAndWhatIf};

/// Lives of single customers, as the engine tells them: results like any other.
pub use crate::engine::{Account, Blame, DropReason, Fate, LinkIndex, Standing, Story, StoryEvent, Trail, TrailStep};
