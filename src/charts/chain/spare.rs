//! Where the phase-out ladder stands when there is no room beside the loop: in a free corner of the drawing, as near to
//! the loop as can be.

use super::place::{LADDER_WORDS, Layout};
use super::{Middle, size};
use crate::charts::geometry::{Point, Rect};

/// Size of a ladder in a corner.
const LADDER: (f64, f64) = (58.0, 158.0);
/// Room above its top for the word there, and between it and what is near.
const ABOVE: f64 = 12.0;
const CLEAR: f64 = 10.0;
/// From one place that is tried to the next.
const STEP: f64 = 8.0;
/// How much nearer to the loop a place has to be for each pixel that it makes the drawing longer downwards.
const DEEPER: f64 = 3.0;

impl Layout<'_> {
    /// A free place for the ladder; at the least there is one under everything.
    pub(super) fn spare_place(&self) -> Option<Rect> {
        let taken = self.taken();
        let bottom = taken.iter().map(Rect::bottom).fold(0.0, f64::max);
        let top = taken.iter().map(|r| r.y).fold(f64::INFINITY, f64::min);
        let (aside, under) = LADDER_WORDS;
        let (width, height) = (LADDER.0 + 2.0 * aside, LADDER.1 + ABOVE + under);
        let steps =
            |from: f64, to: f64| (0..((to - from) / STEP).max(0.0) as usize).map(move |i| from + STEP * i as f64);
        let places =
            steps(top, bottom + 2.0 * STEP).flat_map(|y| steps(0.0, self.size.width - width).map(move |x| (x, y)));
        let whole = places.map(|(x, y)| Rect::new(x, y, width, height));
        let free = whole.filter(|place| {
            !taken.iter().any(|part| part.overlaps(place)) && !self.is_crossed(place) && !self.ways_cross(place)
        });
        let Middle { at, .. } = self.ring.middle;
        let cost = |place: &Rect| place.center().distance(at) + DEEPER * (place.bottom() - bottom).max(0.0);
        let nearest = free.min_by(|a, b| cost(a).total_cmp(&cost(b)))?;
        Some(Rect::new(nearest.x + aside, nearest.y + ABOVE, LADDER.0, LADDER.1))
    }

    /// Everything that a ladder must keep clear of.
    fn taken(&self) -> Vec<Rect> {
        let rings =
            self.shapes.iter().flat_map(|s| s.rings.iter().map(|r| r.grown(size::THICK / 2.0 + CLEAR).bounds()));
        let words = self.shapes.iter().flat_map(|s| s.label.iter().flat_map(|l| l.boxes.clone()));
        let falls = self.shapes.iter().filter_map(|s| s.falls);
        let Middle { at: Point { x, y }, rx, ry, .. } = self.ring.middle;
        let inside = Rect::new(x - rx, y - ry, 2.0 * rx, 2.0 * ry);
        rings.chain(words).chain(falls).chain([inside]).collect()
    }

    fn ways_cross(&self, place: &Rect) -> bool {
        self.shapes.iter().flat_map(|s| &s.way).any(|p| place.distance(*p) < CLEAR)
    }
}
