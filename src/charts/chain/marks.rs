//! What the makers of a journey have marked by hand, as seals on the metal of its touchpoints.

use crate::charts::geometry::{Capsule, Point, polyline};
use crate::model::Touchpoint;
use std::f64::consts::{FRAC_PI_2, PI};

/// Radius of a seal: it stays on the metal of the strongest link [units of the drawing].
pub const SEAL: f64 = 7.5;
/// Of the figure in it, and of the inner corners of a star [units of the drawing].
const FIGURE: f64 = 5.2;
const INNER: f64 = 2.2;

/// What a touchpoint is marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandMark {
    MomentOfTruth,
    MicroDecision,
}

impl HandMark {
    /// Both, in the order in which they are explained.
    pub const ALL: [Self; 2] = [Self::MomentOfTruth, Self::MicroDecision];

    /// What a touchpoint is marked as; as a moment of truth rather than as a micro-decision.
    pub fn of(touchpoint: &Touchpoint) -> Option<Self> {
        let marks = [touchpoint.moment_of_truth, touchpoint.micro_decision];
        Self::ALL.into_iter().zip(marks).find(|(_, is_marked)| *is_marked).map(|(mark, _)| mark)
    }

    /// The figure in a seal around a point, as path data: a star, or a way that forks.
    pub fn figure(self, at: Point) -> String {
        match self {
            Self::MomentOfTruth => {
                let corner = |i: i32| {
                    let far = if i % 2 == 0 { FIGURE } else { INNER };
                    at.polar(far, -FRAC_PI_2 + PI * f64::from(i) / 5.0)
                };
                format!("{}Z", polyline(&(0..10).map(corner).collect::<Vec<_>>()))
            }
            Self::MicroDecision => {
                let arm = |turn: f64| at.polar(0.9 * FIGURE, -FRAC_PI_2 + turn);
                let stem = at.polar(0.85 * FIGURE, FRAC_PI_2);
                format!("{}{}", polyline(&[stem, at, arm(-0.75)]), polyline(&[at, arm(0.75)]))
            }
        }
    }
}

/// Where the seal of a touchpoint stands: in the middle of one of its sides, across from where it would give way.
pub fn seal(ring: &Capsule) -> Point {
    ring.center.polar(ring.radius, ring.angle - FRAC_PI_2)
}
