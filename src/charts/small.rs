//! A small curve without axes, to be set beside others of the same size.

use super::geometry::{Point, polyline};

/// A line through values [0..1] at even distances, in a box of `width` by `height`: 1 at its top, 0 at its foot.
pub fn small(values: &[f64], width: f64, height: f64) -> String {
    let last = values.len().saturating_sub(1).max(1) as f64;
    let at = |(i, v): (usize, &f64)| Point::new(width * i as f64 / last, height * (1.0 - v.clamp(0.0, 1.0)));
    polyline(&values.iter().enumerate().map(at).collect::<Vec<_>>())
}
