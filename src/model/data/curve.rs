//! How many stay, period by period.

use serde::{Deserialize, Serialize};

/// One period of a curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurvePoint {
    /// Customers at the beginning of the period of whom it is known what they did.
    pub there: f64,
    /// Of those, who stayed to its end.
    pub stayed: f64,
}

/// How many stay, period by period from the purchase on. Only those who were seen at both ends of a period count in it, so
/// that it never rises.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StayingCurve {
    pub points: Vec<CurvePoint>,
    /// Whether people were counted; if not, the table held shares, and how many people stand behind it is not known.
    pub are_people: bool,
}

impl StayingCurve {
    /// Share of all who are still there, from period 0, which is 1, on.
    pub fn shares(&self) -> Vec<f64> {
        let mut share = 1.0;
        let mut shares = vec![share];
        for point in &self.points {
            share *= if point.there > 0.0 { point.stayed / point.there } else { 1.0 };
            shares.push(share);
        }
        shares
    }
}
