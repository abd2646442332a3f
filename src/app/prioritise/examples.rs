//! Ready journeys in which strengthening the weak link makes another worth more, and in which it does not. The tests
//! find both anew.

use crate::analysis::studies::Goal;

/// A journey and a day on which to look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Example {
    /// Id of a ready journey.
    pub journey: &'static str,
    /// [≥ 0]
    pub strain: f64,
    pub goal: Goal,
}

/// Under strain one fresh failure overshadows what is good elsewhere: what is strengthened next is worth more.
pub const HOLDS: Example = Example { journey: "food-box", strain: 1.0, goal: Goal::Retention12 };
/// On a calm day the first strengthening leaves less to save.
pub const DOES_NOT_HOLD: Example = Example { strain: 0.0, ..HOLDS };
