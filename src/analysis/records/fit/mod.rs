//! Fits by simulation: which customers, and which other figures, make a journey do what was counted. Whoever fits says whom to
//! live, and is told what came of it: where the lives are lived is the caller's.

mod calibration;
mod candidate;
mod curve;
mod kinds;
mod scaled;
mod search;

use super::super::report::Outcome;
use crate::model::{Journey, Scenario};

pub use calibration::{Adjusted, Calibrated, Calibration, Means, NotAdjusted};
pub use candidate::Candidate;
pub use curve::{CurveFit, FITTED, FittedCurve, LivedKind};
pub use kinds::FittedCustomers;

/// Customers of one journey to be lived, as it is and as scenarios change it.
#[derive(Clone, Debug)]
pub struct ToLive {
    pub journey: Journey,
    /// The number under which the fit is told what came of a scenario.
    pub scenarios: Vec<(u32, Scenario)>,
    /// Visitors.
    pub customers: u64,
}

/// A fit under way.
pub trait Fit {
    /// What comes of it.
    type Found;

    /// Whom to live next, once all that was asked for before has been told; nobody when the fit is done.
    fn next(&mut self) -> Vec<ToLive>;

    /// What came of a scenario, by its number; `None` where it could not be lived.
    fn tell(&mut self, number: u32, outcome: Option<&Outcome>);

    /// Part of the work that is done [0..1].
    fn progress(&self) -> f64;

    /// What was found; `None` where nothing could be lived.
    fn found(&self) -> Option<Self::Found>;
}
