//! Values as dots along a line, one for each, piled up where they are as good as the same.

use super::geometry::Point;
use crate::model::order;

/// Radius of a dot, and of what is kept free at either end [the drawing's own units].
pub const RADIUS: f64 = 5.0;

/// Dots that a pile has room for.
const HIGHEST: usize = 9;

/// Dots along a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dots {
    /// A dot for each value, in their order.
    pub at: Vec<Point>,
    /// Where today stands, where it is known.
    pub today: Option<f64>,
    /// Where the middle of the values stands.
    pub middle: Option<f64>,
    /// Height of the highest pile.
    pub height: f64,
}

/// Lays values out along `width`, with today's among them; the line is at the foot.
pub fn dots(values: &[f64], today: Option<f64>, width: f64) -> Dots {
    let all = || values.iter().copied().chain(today).filter(|value| value.is_finite());
    let (least, most) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    let room = (width - 2.0 * RADIUS).max(0.0);
    let x = |value: f64| RADIUS + if most > least { (value - least) / (most - least) * room } else { room / 2.0 };
    let mut piles: Vec<(i64, usize)> = Vec::new();
    let mut highest = 0;
    let mut at = Vec::with_capacity(values.len());
    for value in values {
        let bin = (x(*value) / (2.0 * RADIUS)) as i64;
        let below = match piles.iter_mut().find(|(known, _)| *known == bin) {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                piles.push((bin, 0));
                0
            }
        };
        highest = highest.max(below + 1);
        at.push(Point::new(x(*value), below as f64));
    }
    // A higher pile is pushed together.
    let step =
        if highest > HIGHEST { 2.0 * RADIUS * (HIGHEST - 1) as f64 / (highest - 1) as f64 } else { 2.0 * RADIUS };
    let height = highest.min(HIGHEST) as f64 * 2.0 * RADIUS;
    for dot in &mut at {
        dot.y = height - RADIUS - dot.y * step;
    }
    let mut sorted = values.to_vec();
    order::sort(&mut sorted, f64::total_cmp);
    let middle = middle_of(&sorted).map(x);
    Dots { at, today: today.map(x), middle, height }
}

/// The middle of sorted values; of an even number, between the two in the middle. `None` of none.
pub fn middle_of(sorted: &[f64]) -> Option<f64> {
    let at = sorted.len() / 2;
    let middle = *sorted.get(at)?;
    let below = at.checked_sub(1).and_then(|below| sorted.get(below));
    Some(below.filter(|_| sorted.len().is_multiple_of(2)).map_or(middle, |below| (below + middle) / 2.0))
}
