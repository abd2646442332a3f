//! What the tallies mean: figures with their noise, and exact answers where there are any.

mod report;

pub use report::{ByTenure, Difference, Estimate, Exact, Fates, Figures, Outcome, Report, TodayAndWhatIf};
