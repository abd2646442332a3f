//! The names of the phases: over the columns of a journey that runs across, beside the links of one that runs down.

use super::place::{HEAD, Layout};
use super::{Direction, Heading};
use crate::charts::geometry::{Point, Rect};
use crate::charts::text;
use crate::model::Stage;

/// Free space at the end of a heading's line.
const GAP: f64 = 8.0;
/// Two headings beside each other keep so far apart; one that can't stands higher.
const APART: f64 = 14.0;
/// Over a heading's line, in a journey that runs across.
const BASE: f64 = 12.0;
/// From one row to the next [times the size of type].
const ROW: f64 = 1.25;
/// Free space around a heading beside a link.
const CLEAR: f64 = 2.0;
/// Over a heading's line.
const RISE: f64 = 12.0;

/// A phase's name, or those of several, and where along the flow they begin and end.
struct Stretch {
    words: String,
    from: f64,
    to: f64,
}

impl Layout<'_> {
    pub(super) fn headings(&self) -> Vec<Heading> {
        let stretches = self.stretches();
        match self.room.way {
            Direction::Across => self.over(&stretches),
            Direction::Down => self.between(&stretches),
        }
    }

    fn stretches(&self) -> Vec<Stretch> {
        let journey = self.room.journey;
        let name = |i: usize| journey.phases.get(i).map_or("", |p| p.name.get(self.room.lang));
        let phases = &self.tracks.phases;
        let mut stretches = Vec::new();
        let mut from = 0.0;
        for (i, &(phase, _, last)) in phases.iter().enumerate() {
            let next = phases.get(i + 1).map_or(last + 2, |next| next.1);
            let to = self.before.parting(last, next);
            stretches.push(Stretch { words: name(phase).to_owned(), from, to });
            from = to;
        }
        let after: Vec<&str> =
            journey.phases.iter().filter(|p| p.stage == Stage::After).map(|p| p.name.get(self.room.lang)).collect();
        let to = if self.room.way == Direction::Across { self.size.width } else { self.size.bottom() };
        stretches.push(Stretch { words: after.join(" · "), from, to });
        stretches
    }

    /// Each at the beginning of its line; in a second row over the first where it would touch the one before.
    fn over(&self, stretches: &[Stretch]) -> Vec<Heading> {
        let size = self.lettering.phase();
        let mut ends = [f64::NEG_INFINITY; 2];
        let one = |stretch: &Stretch| {
            let left = stretch.from + if stretch.from > 0.0 { GAP } else { 0.0 };
            let right = stretch.to - if stretch.to < self.size.width { GAP } else { 0.0 };
            let words = text::shorten(&stretch.words, size, self.size.width - left);
            let row = ends.iter().position(|end| left >= end + APART).unwrap_or(1);
            ends[row] = left + text::width(&words, size);
            Heading {
                words,
                at: Point::new(left, 26.0 - BASE - row as f64 * size * ROW),
                line: (Point::new(left, 26.0), Point::new(right, 26.0)),
            }
        };
        stretches.iter().map(one).collect()
    }

    /// All of them equally far from the left, where none lies on a link or on other words; if there is no such place,
    /// each where it is clear itself.
    fn between(&self, stretches: &[Stretch]) -> Vec<Heading> {
        // The first line lies over the first link, which has its own free space there.
        let line = |stretch: &Stretch| stretch.from.max(HEAD - 22.0) + GAP;
        let words: Vec<String> =
            stretches.iter().map(|s| text::shorten(&s.words, self.lettering.phase(), self.size.width)).collect();
        let is_clear = |i: usize, x: f64, uncrossed: bool| {
            let wide = text::width(&words[i], self.lettering.phase());
            let line = line(&stretches[i]);
            let place = Rect::new(x, line - RISE - 6.0, wide, 16.0 * self.lettering.values());
            place.right() <= self.size.width
                && self.paper.is_clear(&place, CLEAR)
                && !(uncrossed && self.paper.is_crossed(&place))
        };
        let places = || (0..(self.size.width / 4.0) as usize).map(|i| 4.0 * i as f64);
        let together = places().find(|&x| (0..words.len()).all(|i| is_clear(i, x, false)));
        (0..words.len())
            .map(|i| {
                let own =
                    || places().find(|&x| is_clear(i, x, true)).or_else(|| places().find(|&x| is_clear(i, x, false)));
                let x = together.or_else(own).unwrap_or_default();
                let y = line(&stretches[i]);
                Heading {
                    words: words[i].clone(),
                    at: Point::new(x, y - 6.0),
                    line: (Point::new(0.0, y), Point::new(self.size.width, y)),
                }
            })
            .collect()
    }
}
