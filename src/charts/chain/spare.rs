//! Where the phase-out ladder stands when there is no room beside the loop: in a free corner of the drawing, as near to
//! the loop as can be.

use super::grid::Grid;
use super::place::{Layout, ladder_words};
use super::{Middle, size, weave};
use crate::charts::geometry::{Point, Rect};
use crate::model::order;

/// Size of a ladder in a corner.
const LADDER: (f64, f64) = (58.0, 158.0);
/// Room above its top for the word there, and between it and what is near.
const ABOVE: f64 = 12.0;
const CLEAR: f64 = 10.0;
/// From one place that is tried to the next.
const STEP: f64 = 8.0;
/// How much nearer to the loop a place has to be for each pixel that it makes the drawing longer downwards.
const DEEPER: f64 = 3.0;

/// Length of a square's side in which things are looked for.
const SQUARE: f64 = 64.0;

/// What a ladder must keep clear of.
struct Taken {
    boxes: Vec<Rect>,
    by_box: Grid,
    /// Points along the ways of handovers.
    spots: Vec<Point>,
    by_spot: Grid,
}

/// A place that is tried: in steps downwards, and to the right.
#[derive(Clone, Copy, Debug)]
struct Spare {
    cost: f64,
    row: usize,
    column: usize,
}

impl Spare {
    /// Whether it is the better one: of two that cost the same, the one further up and to the left.
    fn is_before(&self, other: &Self) -> bool {
        let order = self.cost.total_cmp(&other.cost);
        order.then((self.row, self.column).cmp(&(other.row, other.column))).is_lt()
    }
}

impl Layout<'_> {
    /// A free place for the ladder; at the least there is one under everything. Places are tried from the loop outwards,
    /// row by row, until all that are left are further away than the best.
    pub(super) fn spare_place(&self) -> Option<Rect> {
        let taken = self.taken();
        let bottom = taken.boxes.iter().map(Rect::bottom).fold(0.0, f64::max);
        let top = taken.boxes.iter().map(|r| r.y).fold(f64::INFINITY, f64::min);
        let (aside, under) = ladder_words(&self.lettering);
        let (width, height) = (LADDER.0 + 2.0 * aside, LADDER.1 + ABOVE + under);
        let steps = |length: f64| (length / STEP).max(0.0) as usize;
        let (rows, columns) = (steps(bottom + 2.0 * STEP - top), steps(self.size.width - width));
        let Middle { at, .. } = self.ring.middle;
        let place = |row: usize, x: f64| Rect::new(x, top + STEP * row as f64, width, height);
        let cost = |place: &Rect| place.center().distance(at) + DEEPER * (place.bottom() - bottom).max(0.0);
        let nearest = ((at.x - width / 2.0) / STEP).round() as usize;
        let mut order: Vec<(f64, usize)> = (0..rows).map(|row| (cost(&place(row, at.x - width / 2.0)), row)).collect();
        order::sort(&mut order, |a, b| a.0.total_cmp(&b.0));
        let mut best: Option<Spare> = None;
        for (least, row) in order {
            if best.is_some_and(|best| least > best.cost) {
                break;
            }
            for rightwards in [true, false] {
                let mut next = if rightwards { Some(nearest) } else { nearest.checked_sub(1) };
                while let Some(column) = next.filter(|column| *column < columns) {
                    let tried = place(row, STEP * column as f64);
                    let spare = Spare { cost: cost(&tried), row, column };
                    if best.is_some_and(|best| !spare.is_before(&best)) {
                        break;
                    }
                    let Some(part) = taken.part_in(&tried) else {
                        best = Some(spare);
                        break;
                    };
                    // All places up to the other side of that part are taken as well.
                    next = if rightwards {
                        Some(((part.right() / STEP).ceil() as usize).max(column + 1))
                    } else {
                        let left = ((part.x - width) / STEP).floor();
                        if left < 0.0 { None } else { column.checked_sub(1).map(|c| c.min(left as usize)) }
                    };
                }
            }
        }
        let Spare { row, column, .. } = best?;
        let place = place(row, STEP * column as f64);
        Some(Rect::new(place.x + aside, place.y + ABOVE, LADDER.0, LADDER.1))
    }

    fn taken(&self) -> Taken {
        let rings =
            self.shapes.iter().flat_map(|s| s.rings.iter().map(|r| r.grown(size::THICK / 2.0 + CLEAR).bounds()));
        let words = self.shapes.iter().flat_map(|s| s.label.iter().flat_map(|l| l.boxes.clone()));
        let falls = self.shapes.iter().filter_map(|s| s.falls);
        let Middle { at: Point { x, y }, rx, ry, .. } = self.ring.middle;
        let inside = Rect::new(x - rx, y - ry, 2.0 * rx, 2.0 * ry);
        // The inside first: it is the largest.
        let boxes: Vec<Rect> = [inside].into_iter().chain(rings).chain(words).chain(falls).collect();
        let spots: Vec<Point> = self.shapes.iter().flat_map(|s| weave::points(&s.way, STEP)).collect();
        let (mut by_box, mut by_spot) = (Grid::over(&self.size, SQUARE), Grid::over(&self.size, SQUARE));
        boxes.iter().enumerate().for_each(|(i, part)| by_box.put(i, part));
        spots.iter().enumerate().for_each(|(i, p)| by_spot.put(i, &Rect::between(*p, *p).grown(CLEAR)));
        Taken { boxes, by_box, spots, by_spot }
    }
}

impl Taken {
    /// A part that lies in a place.
    fn part_in(&self, place: &Rect) -> Option<Rect> {
        let boxes = self.by_box.about(place).filter_map(|i| self.boxes.get(i));
        let spots = self.by_spot.about(place).filter_map(|i| self.spots.get(i)).filter(|p| place.distance(**p) < CLEAR);
        // Of a spot the box is less wide than what it keeps others from; that a place is tried in vain does no harm.
        boxes.copied().find(|part| part.overlaps(place)).or(spots.map(|p| Rect::between(*p, *p)).next())
    }
}
