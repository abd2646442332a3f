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

/// A handover along a line of points: its rings, and the line that carries them when it is long. The line's ends reach
/// into the touchpoints' holes, so that rings interlock; a carrying line ends at their rims. On a long line the rings
/// keep clear of what is there already.
pub fn rings_along(line: &[Point], there: &[Capsule], words: &[Rect]) -> (Vec<Capsule>, String) {
    let length = length(line);
    if length > LONG {
        return carried(line, RINGS_ON_LINE, size::REACH, there, words);
    }
    full(line)
}

/// A chain of rings all along a line.
pub fn full(line: &[Point]) -> (Vec<Capsule>, String) {
    let length = length(line);
    let count = if length < 78.0 { 1 } else { ((length - OVERLAP) / (RING - OVERLAP)).round().max(1.0) as usize };
    (rings(line, 0.0, length, count), String::new())
}

/// So many rings near the middle of a line, which carries them from `inset` within its ends.
pub fn carried(line: &[Point], count: usize, inset: f64, there: &[Capsule], words: &[Rect]) -> (Vec<Capsule>, String) {
    let length = length(line);
    let total = count as f64 * (RING - OVERLAP) + OVERLAP;
    let room = (length - total - 2.0 * inset).max(0.0);
    let mut best: Option<(f64, f64, Vec<Capsule>)> = None;
    for part in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.15, 0.85] {
        let start = inset + room * part;
        let placed = rings(line, start, total, count);
        let to_links = placed.iter().flat_map(|r| there.iter().map(|t| t.gap(r)));
        let to_words = placed.iter().flat_map(|r| words.iter().map(|w| r.gap_to_rect(w)));
        let free = to_links.chain(to_words).fold(f64::INFINITY, f64::min).min(size::THICK);
        if best.as_ref().is_none_or(|(f, ..)| free > *f) {
            best = Some((free, start, placed));
        }
    }
    let Some((_, start, placed)) = best else { return Default::default() };
    let before = polyline(&part(line, inset, start));
    let after = polyline(&part(line, start + total, length - inset));
    (placed, before + &after)
}

/// The part of a line between two distances along it.
fn part(line: &[Point], from: f64, to: f64) -> Vec<Point> {
    let steps = 20;
    (0..=steps).map(|i| at(line, from + (to - from).max(0.0) * f64::from(i) / f64::from(steps))).collect()
}

fn rings(line: &[Point], start: f64, total: f64, count: usize) -> Vec<Capsule> {
    let each = (total + (count as f64 - 1.0) * OVERLAP) / count as f64;
    (0..count)
        .map(|i| {
            let from = start + i as f64 * (each - OVERLAP);
            let (a, b) = (at(line, from), at(line, from + each));
            Capsule::new(a.towards(b, 0.5), a.distance(b).max(size::HANDOVER), size::HANDOVER, a.angle_to(b))
        })
        .collect()
}

/// Length of a line through points [px].
pub fn length(line: &[Point]) -> f64 {
    line.windows(2).map(|w| w[0].distance(w[1])).sum()
}

/// The point at a distance along a line.
pub fn at(line: &[Point], mut distance: f64) -> Point {
    for pair in line.windows(2) {
        let step = pair[0].distance(pair[1]);
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

/// Where `ring` passes over `other`: at their first crossing. At the second `other` passes over, being drawn later.
pub fn over(ring: &Capsule, other: &Capsule, other_thickness: f64) -> Option<Over> {
    let (ours, theirs) = (ring.outline(), other.outline());
    let mut walked = 0.0;
    for pair in ours.windows(2) {
        let step = pair[0].distance(pair[1]);
        let hits = theirs.windows(2).filter_map(|w| crossing(pair[0], pair[1], w[0], w[1]));
        if let Some(t) = hits.reduce(f64::min) {
            let (center, reach) = (walked + t * step, other_thickness / 2.0 + 3.0);
            return Some(Over { piece: piece(&ours, center, reach + 2.5), gap: piece(&ours, center, reach) });
        }
        walked += step;
    }
    None
}

/// The part of a closed outline within a distance of a place along it.
fn piece(outline: &[Point], center: f64, reach: f64) -> String {
    let around = length(outline);
    let points: Vec<Point> = (0..=8)
        .map(|i| {
            let d = center - reach + 2.0 * reach * f64::from(i) / 8.0;
            at(outline, d.rem_euclid(around))
        })
        .collect();
    polyline(&points)
}
