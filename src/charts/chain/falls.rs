//! Drop-outs as dots that have fallen under the link that failed them.

use crate::charts::geometry::{Point, Rect, scatter};

/// A fallen dot, and how far it has fallen [0..1].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FallenDot {
    pub at: Point,
    pub depth: f64,
}

/// The most dots under one link.
const MOST: u64 = 120;

/// Dots for so many of 10 000 arrivals that drop out here, one for about fifty, in a space. A dot keeps its place when
/// there are more or fewer.
pub fn fall(space: Rect, of_10_000: u64, salt: u64) -> Vec<FallenDot> {
    let count = of_10_000.div_ceil(50).min(MOST);
    (0..count)
        .map(|i| {
            let (a, b, c) = (scatter(salt, i, 1), scatter(salt, i, 2), scatter(salt, i, 3));
            // Denser near the link, and towards its middle.
            let depth = a * a * 0.35 + a * 0.65;
            let across = (b + c - 1.0) * space.width / 2.0;
            FallenDot { at: Point::new(space.x + space.width / 2.0 + across, space.y + depth * space.height), depth }
        })
        .collect()
}
