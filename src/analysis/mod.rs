//! What the tallies mean: figures with their noise, exact answers where there are any, and answers to questions.

pub mod answers;
mod calendar;
mod cohort;
mod exact;
mod figures;
mod lives;
mod outcome;
mod report;

pub use calendar::{CalendarReport, Period, calendar};
pub use cohort::Cohort;
pub use exact::exact_conversion;
pub use lives::{Blame, DropReason, Fate, LinkIndex, Story, StoryEvent, Trail, TrailStep};
pub use report::{Difference, Estimate, Exact, Fates, Figures, Outcome, PRICE, Report, TodayAndWhatIf};
