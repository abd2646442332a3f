//! What a company's own records say: a log counted step by step, strengths with their ranges, curves of who stays, and whether
//! what was simulated is what happened.

mod beta;
mod fit;
mod journey_of;
mod judge;
mod least;
mod lived;
mod shares;
mod tallied;
mod walks;

pub use beta::range_of;
pub use fit::{
    Adjusted, Calibrated, Calibration, Candidate, CurveFit, FITTED, Fit, FittedCurve, FittedCustomers, LivedKind,
    Means, NotAdjusted, ToLive,
};
pub use journey_of::{Assumed, MadeJourney, SaidOfSteps, journey_of, purchase_of, with_purchase};
pub use judge::{
    Judged, JudgedFigure, conversion_error, hits, judge_counts, judge_curve, judge_figure, judge_today, judged_in,
    kept_check, own_of_counts, own_of_curve, simulated,
};
pub use lived::{LEFT, LivedLog, lived_log};
pub use shares::{SecondOpinion, second_opinion};
pub use walks::{CaseKinds, CountingChoices, LogCounts, RareThings, count_log};
