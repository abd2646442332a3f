//! Handovers on the paper: before the purchase, into the loop, and within it.

use super::place::Layout;
use super::route::{RouteGround, route};
use super::{ring, size, weave};
use crate::charts::geometry::{Capsule, Point};
use crate::model::order;
use crate::model::{Handover, LinkId};
use std::f64::consts::{FRAC_PI_2, PI};

/// A ring with less free space around its centre line than this touches what is there.
const TOUCHING: f64 = 6.0;

/// A handover as it is laid: the line that it follows, its rings, and what carries them.
#[derive(Default)]
struct Laid {
    way: Vec<Point>,
    rings: Vec<Capsule>,
    strand: String,
}

impl Laid {
    fn along(way: Vec<Point>, ground: &RouteGround) -> Self {
        let (rings, strand) = weave::rings_along(&way, &ground.links, &ground.words);
        Self { way, rings, strand }
    }
}

impl Layout<'_> {
    /// Lays all of them, the shortest first: they have the least choice.
    pub(super) fn handovers(&mut self) {
        let journey = self.room.journey;
        let index = |id: &LinkId| journey.touchpoints.iter().position(|t| t.id == *id);
        let ends = |h: &Handover| Some((index(&h.from)?, index(&h.to)?));
        let mut all: Vec<(&LinkId, usize, usize)> =
            journey.handovers.iter().filter_map(|h| ends(h).map(|(from, to)| (&h.id, from, to))).collect();
        let far = |&(_, from, to): &(&LinkId, usize, usize)| match (self.ring_of(from), self.ring_of(to)) {
            (Some(a), Some(b)) => a.center.distance(b.center),
            _ => 0.0,
        };
        order::sort(&mut all, |a, b| far(a).total_cmp(&far(b)));
        let mut ground = RouteGround {
            links: self.shapes.iter().flat_map(|s| s.rings.clone()).collect(),
            words: self.shapes.iter().flat_map(|s| s.label.iter().flat_map(|l| l.boxes.clone())).collect(),
            lines: Vec::new(),
        };
        let lanes = self.before.lanes(&self.tracks);
        let mut taken: Vec<(usize, usize)> = Vec::new();
        for (link, from, to) in all {
            let Laid { way, rings, strand } = match (self.member(from), self.member(to)) {
                (None, None) => match (self.ring_of(from), self.ring_of(to)) {
                    (Some(a), Some(b)) => {
                        let (way, rings, strand) = route(&self.before, &lanes, &a, &b, &ground);
                        ground.lines.push(way.clone());
                        Laid { way, rings, strand }
                    }
                    _ => Laid::default(),
                },
                (None, Some(to)) => self.enter(from, to, &ground),
                (Some(from), Some(to)) => self.within(from, to, &mut taken, &ground),
                (Some(_), None) => Laid::default(),
            };
            ground.links.extend(rings.iter().copied());
            if let Some(shape) = self.shapes.iter_mut().find(|s| s.link == *link) {
                shape.rings = rings;
                shape.way = way;
                shape.strand = strand;
            }
        }
        self.on_lines = ground.lines.iter().flat_map(|line| weave::points(line, 5.0)).collect();
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

    /// From a purchase into the loop.
    fn enter(&self, from: usize, to: usize, ground: &RouteGround) -> Laid {
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
        Laid::along(weave::curve(start, out, end, into), ground)
    }

    /// Within the loop: between neighbours along it, else across it where there is room.
    fn within(&self, from: usize, to: usize, taken: &mut Vec<(usize, usize)>, ground: &RouteGround) -> Laid {
        let pair = (from.min(to), from.max(to));
        if !taken.contains(&pair)
            && let Some(line) = self.ring.between(from, to)
        {
            taken.push(pair);
            return Laid::along(line, ground);
        }
        if from == to {
            let link = self.ring.link(from);
            let side = link.center.polar(-link.radius - 4.0, self.ring.outward(from));
            let ring = Capsule::new(side, 34.0, size::HANDOVER, link.angle + FRAC_PI_2);
            return Laid { way: vec![link.center, side], rings: vec![ring], strand: String::new() };
        }
        let middle = self.middle_words();
        let mut best: Option<(f64, Laid)> = None;
        for (i, line) in self.ring.across(from, to).enumerate() {
            let free_so_far = best.as_ref().map_or(0.0, |(free, _)| *free);
            if free_so_far >= size::THICK || (i >= ring::USUAL && free_so_far > TOUCHING) {
                break;
            }
            let (rings, strand) = weave::carried(&line, 1, 0.0, &ground.links, &[middle]);
            let Some(ring) = rings.first() else { continue };
            let free = ground.links.iter().map(|r| r.gap(ring)).fold(ring.gap_to_rect(&middle), f64::min);
            if best.as_ref().is_none_or(|(f, _)| free > *f) {
                best = Some((free, Laid { way: line, rings, strand }));
            }
        }
        best.map(|(_, laid)| laid).unwrap_or_default()
    }
}
