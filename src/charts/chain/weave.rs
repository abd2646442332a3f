//! Rings along a line, and which of two crossing rings is on top: one over, one under, as in a real chain.

use super::size;
use crate::charts::geometry::{Capsule, Point, Rect, crossing, polyline};

/// About how long one ring of a handover is when it needs several.
const RING: f64 = 46.0;
/// How far two rings of one handover reach into each other.
const OVERLAP: f64 = 12.0;
/// Handovers longer than this are carried by a line, with a few rings at its middle.
pub const LONG: f64 = 210.0;
/// Handovers shorter than this are always rings all along.
pub const SHORT: f64 = 110.0;
/// How many rings a long handover shows.
const RINGS_ON_LINE: usize = 3;

/// A line with the length of each of its steps.
pub struct Measured<'a> {
    points: &'a [Point],
    steps: Vec<f64>,
    /// Length of the whole [px].
    pub length: f64,
}

/// Rings along a line.
#[derive(Clone, Debug, Default)]
pub struct Rings {
    pub rings: Vec<Capsule>,
    /// From where to where along the line they reach, where they do not reach all the way.
    span: Option<(f64, f64)>,
    /// Free space around them; at most [`size::THICK`].
    pub free: f64,
}

impl Rings {
    /// One ring, which needs no line.
    pub fn one(ring: Capsule) -> Self {
        Self { rings: vec![ring], ..Self::default() }
    }
}

impl<'a> Measured<'a> {
    pub fn new(points: &'a [Point]) -> Self {
        let steps: Vec<f64> = points.windows(2).map(|w| w[0].distance(w[1])).collect();
        Self { points, length: steps.iter().sum(), steps }
    }

    /// The point at a distance along the line.
    fn at(&self, distance: f64) -> Point {
        at(self.points, &self.steps, distance)
    }

    /// So many points and one at even distances from the beginning to the end.
    pub fn evenly(&self, parts: usize) -> Vec<Point> {
        (0..=parts).map(|i| self.at(self.length * i as f64 / parts as f64)).collect()
    }

    /// A handover along the line: its rings. The line's ends reach into the touchpoints' holes, so that rings
    /// interlock; a carrying line ends at their rims. On a long line the rings keep clear of what is there already.
    pub fn rings_along(&self, free: &dyn Fn(&Capsule) -> f64) -> Rings {
        if self.length > LONG { self.carried(RINGS_ON_LINE, size::REACH, free) } else { self.full() }
    }

    /// A chain of rings all along.
    pub fn full(&self) -> Rings {
        let length = self.length;
        let count = if length < 78.0 { 1 } else { ((length - OVERLAP) / (RING - OVERLAP)).round().max(1.0) as usize };
        Rings { rings: self.rings(0.0, length, count), span: None, free: 0.0 }
    }

    /// So many rings near the middle of the line, which carries them from `inset` within its ends: where there is most
    /// free space around them.
    pub fn carried(&self, count: usize, inset: f64, free: &dyn Fn(&Capsule) -> f64) -> Rings {
        let total = count as f64 * (RING - OVERLAP) + OVERLAP;
        let room = (self.length - total - 2.0 * inset).max(0.0);
        let mut best = Rings { free: f64::NEG_INFINITY, ..Rings::default() };
        for part in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.15, 0.85] {
            let start = inset + room * part;
            let rings = self.rings(start, total, count);
            let free = rings.iter().map(free).fold(size::THICK, f64::min);
            if free > best.free {
                best = Rings { rings, span: Some((start, start + total)), free };
            }
            if free >= size::THICK {
                break;
            }
        }
        best
    }

    /// The line on both sides of rings, as path data; empty where they reach all the way.
    pub fn strand(&self, rings: &Rings, inset: f64) -> String {
        let Some((start, end)) = rings.span else { return String::new() };
        polyline(&self.part(inset, start)) + &polyline(&self.part(end, self.length - inset))
    }

    /// The part between two distances along the line.
    fn part(&self, from: f64, to: f64) -> Vec<Point> {
        let steps = 20;
        (0..=steps).map(|i| self.at(from + (to - from).max(0.0) * f64::from(i) / f64::from(steps))).collect()
    }

    fn rings(&self, start: f64, total: f64, count: usize) -> Vec<Capsule> {
        let each = (total + (count as f64 - 1.0) * OVERLAP) / count as f64;
        (0..count)
            .map(|i| {
                let from = start + i as f64 * (each - OVERLAP);
                let (a, b) = (self.at(from), self.at(from + each));
                Capsule::new(a.towards(b, 0.5), a.distance(b).max(size::HANDOVER), size::HANDOVER, a.angle_to(b))
            })
            .collect()
    }
}

/// The point at a distance along a line, of which the length of each step is known.
pub fn at(line: &[Point], steps: &[f64], mut distance: f64) -> Point {
    for (pair, &step) in line.windows(2).zip(steps) {
        if distance <= step && step > 0.0 {
            return pair[0].towards(pair[1], distance / step);
        }
        distance -= step;
    }
    line.last().copied().unwrap_or_default()
}

/// Points along a line, one about every `apart`.
pub fn points(line: &[Point], apart: f64) -> Vec<Point> {
    let between = |pair: &[Point]| {
        let (a, b) = (pair[0], pair[1]);
        let steps = (a.distance(b) / apart).ceil().max(1.0);
        (0..steps as usize).map(move |i| a.towards(b, i as f64 / steps))
    };
    line.windows(2).flat_map(between).chain(line.last().copied()).collect()
}

/// A smooth line from `a` leaving in direction `out` to `b` arriving in direction `into`, in short steps.
pub fn curve(a: Point, out: f64, b: Point, into: f64) -> Vec<Point> {
    let reach = a.distance(b) * 0.4;
    let (c, d) = (a.polar(reach, out), b.polar(-reach, into));
    (0..=24)
        .map(|i| {
            let t = f64::from(i) / 24.0;
            let (ab, bc, cd) = (a.towards(c, t), c.towards(d, t), d.towards(b, t));
            ab.towards(bc, t).towards(bc.towards(cd, t), t)
        })
        .collect()
}

/// A piece of a link's centre line that passes over another link, as path data.
#[derive(Clone, Debug, PartialEq)]
pub struct Over {
    pub piece: String,
    /// A little shorter: the gap that the piece makes in what lies below.
    pub gap: String,
}

/// Where a ring passes over another: at their first crossing. At the second the other passes over, being drawn later.
/// `ours` is the ring's outline.
pub fn over(ours: &[Point], other: &Capsule, other_thickness: f64) -> Option<Over> {
    let theirs = other.outline();
    // Rounding never moves a crossing as far out as this.
    let around = other.bounds().grown(1e-6);
    let mut walked = 0.0;
    for pair in ours.windows(2) {
        let step = pair[0].distance(pair[1]);
        if Rect::between(pair[0], pair[1]).grown(1e-6).overlaps(&around) {
            let hits = theirs.windows(2).filter_map(|w| crossing(pair[0], pair[1], w[0], w[1]));
            if let Some(t) = hits.reduce(f64::min) {
                let (center, reach, line) = (walked + t * step, other_thickness / 2.0 + 3.0, Measured::new(ours));
                return Some(Over { piece: line.piece(center, reach + 2.5), gap: line.piece(center, reach) });
            }
        }
        walked += step;
    }
    None
}

impl Measured<'_> {
    /// The part of a closed line within a distance of a place along it, as path data.
    fn piece(&self, center: f64, reach: f64) -> String {
        let points: Vec<Point> = (0..=8)
            .map(|i| {
                let d = center - reach + 2.0 * reach * f64::from(i) / 8.0;
                self.at(d.rem_euclid(self.length))
            })
            .collect();
        polyline(&points)
    }
}
