//! Handovers on the paper: before the purchase, into the loop, and within it.

use super::place::Layout;
use super::route::route;
use super::weave::{Measured, Rings};
use super::{ring, size, weave};
use crate::charts::geometry::{Capsule, Point};
use crate::model::order;
use std::collections::BTreeSet;
use std::f64::consts::{FRAC_PI_2, PI};

/// A ring with less free space around its centre line than this touches what is there.
const TOUCHING: f64 = 6.0;

/// A handover as it is laid: the line that it follows, its rings, and how far within its ends the line that carries them
/// begins.
#[derive(Default)]
struct Laid {
    way: Vec<Point>,
    rings: Rings,
    inset: f64,
}

/// A handover that is to be laid, between touchpoints by index in the journey.
struct Passage {
    /// The number of its shape.
    shape: usize,
    from: usize,
    to: usize,
    /// From one to the other.
    far: f64,
}

impl Layout<'_> {
    /// Lays all of them, the shortest first: they have the least choice.
    pub(super) fn handovers(&mut self) {
        let lanes = self.before.lanes(&self.tracks);
        let mut taken = BTreeSet::new();
        for Passage { shape, from, to, .. } in self.passages() {
            let Laid { way, rings, inset } = match (self.member(from), self.member(to)) {
                (None, None) => match (self.ring_of(from), self.ring_of(to)) {
                    (Some(a), Some(b)) => {
                        let (way, rings) = route(&self.before, &lanes, &a, &b, &self.paper);
                        self.paper.draw(&way);
                        Laid { way, rings, inset: size::REACH }
                    }
                    _ => Laid::default(),
                },
                (None, Some(to)) => self.enter(from, to),
                (Some(from), Some(to)) => self.within(from, to, &mut taken),
                (Some(_), None) => Laid::default(),
            };
            rings.rings.iter().for_each(|ring| self.paper.lay(*ring, size::THIN));
            if let Some(shape) = self.shapes.get_mut(shape) {
                shape.strand = Measured::new(&way).strand(&rings, inset);
                shape.rings = rings.rings;
                shape.way = way;
            }
        }
    }

    fn passages(&self) -> Vec<Passage> {
        let journey = self.room.journey;
        let index = order::map(journey.touchpoints.iter().enumerate().rev().map(|(i, t)| (&t.id, i)));
        let shape = order::map(self.shapes.iter().enumerate().rev().map(|(i, s)| (&s.link, i)));
        let far = |from: usize, to: usize| match (self.ring_of(from), self.ring_of(to)) {
            (Some(a), Some(b)) => a.center.distance(b.center),
            _ => 0.0,
        };
        let all = journey.handovers.iter().filter_map(|h| {
            let (from, to, shape) = (*index.get(&h.from)?, *index.get(&h.to)?, *shape.get(&h.id)?);
            Some(Passage { shape, from, to, far: far(from, to) })
        });
        let mut all: Vec<Passage> = all.collect();
        order::sort(&mut all, |a, b| a.far.total_cmp(&b.far));
        all
    }

    /// The place of a touchpoint in the loop.
    fn member(&self, touchpoint: usize) -> Option<usize> {
        self.ring.members.iter().position(|&m| m == touchpoint)
    }

    fn ring_of(&self, touchpoint: usize) -> Option<Capsule> {
        match self.member(touchpoint) {
            Some(member) => Some(self.ring.link(member)),
            None => self.before.link(&self.tracks, touchpoint),
        }
    }

    /// Along a line, clear of rings and words.
    fn along(&self, way: Vec<Point>) -> Laid {
        let rings = Measured::new(&way).rings_along(&|ring| self.paper.free(ring));
        Laid { way, rings, inset: size::REACH }
    }

    /// From a purchase into the loop.
    fn enter(&self, from: usize, to: usize) -> Laid {
        let Some(link) = self.before.link(&self.tracks, from) else { return Laid::default() };
        let target = self.ring.link(to);
        let out = self.before.flow();
        let start = link.spine()[1].polar(link.radius - size::REACH, out);
        let [tail, head] = target.spine();
        let (end, into) = if start.distance(tail) <= start.distance(head) {
            (tail.polar(target.radius - size::REACH, target.angle + PI), target.angle)
        } else {
            (head.polar(target.radius - size::REACH, target.angle), target.angle + PI)
        };
        self.along(weave::curve(start, out, end, into))
    }

    /// Within the loop: between neighbours along it, else across it where there is room.
    fn within(&self, from: usize, to: usize, taken: &mut BTreeSet<(usize, usize)>) -> Laid {
        let pair = (from.min(to), from.max(to));
        if !taken.contains(&pair)
            && let Some(line) = self.ring.between(from, to)
        {
            taken.insert(pair);
            return self.along(line);
        }
        if from == to {
            let link = self.ring.link(from);
            let side = link.center.polar(-link.radius - 4.0, self.ring.outward(from));
            let ring = Capsule::new(side, 34.0, size::HANDOVER, link.angle + FRAC_PI_2);
            return Laid { way: vec![link.center, side], rings: Rings::one(ring), inset: 0.0 };
        }
        let middle = self.middle_words();
        let mut best: Option<Laid> = None;
        for (i, line) in self.ring.across(from, to).enumerate() {
            let free_so_far = best.as_ref().map_or(0.0, |laid| laid.rings.free);
            if free_so_far >= size::THICK || (i >= ring::USUAL && free_so_far > TOUCHING) {
                break;
            }
            let free = |ring: &Capsule| self.paper.free_of_rings(ring).min(ring.gap_to_rect(&middle));
            let rings = Measured::new(&line).carried(1, 0.0, &free);
            if best.as_ref().is_none_or(|laid| rings.free > laid.rings.free) {
                best = Some(Laid { way: line, rings, inset: 0.0 });
            }
        }
        best.unwrap_or_default()
    }
}
