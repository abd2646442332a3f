//! A dot to draw, and how it looks.

use crate::charts::geometry::Point;

/// How a dot looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// On its way, or a customer.
    Well,
    /// A link has just failed it.
    Failed,
    /// Drops out, or leaves.
    Falling,
}

/// Why a dot is lit: its twin's fate is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    Better,
    Worse,
}

/// A dot to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Number of the customer.
    pub customer: usize,
    pub at: Point,
    pub look: Look,
    /// How far up the phase-out ladder the customer stands [0..1].
    pub heat: f64,
    /// What is left of it while it falls [0..1].
    pub fade: f64,
    pub light: Option<Light>,
}
