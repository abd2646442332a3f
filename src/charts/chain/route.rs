//! The way of a handover before the purchase: of several lines between two links, the one that runs into least.

use super::before::Before;
use super::{size, weave};
use crate::charts::geometry::{Capsule, Point, Rect, crossing, to_segment};
use crate::model::order;
use std::f64::consts::{FRAC_PI_2, PI};

/// What lies on the paper already.
#[derive(Clone, Debug, Default)]
pub struct RouteGround {
    pub links: Vec<Capsule>,
    pub words: Vec<Rect>,
    pub lines: Vec<Vec<Point>>,
}

/// What running into things costs, in lengths of a detour.
const THROUGH_LINK: f64 = 4_000.0;
const NEAR_LINK: f64 = 300.0;
const THROUGH_WORDS: f64 = 700.0;
/// A chain of rings hides words; a long thin line only touches them.
const RINGS_ON_WORDS: f64 = 2_500.0;
/// For each spot of a line outside the tracks, which makes the drawing larger.
const OUTSIDE: f64 = 70.0;
const ACROSS_LINE: f64 = 110.0;
const ALONG_LINE: f64 = 14.0;
/// A thin line with a few rings, where a whole chain would fit.
const THIN_LINE: f64 = 90.0;
/// How many of the best ways are looked at closely.
const BEST: usize = 8;
/// Free space that a handover wants beside a link, and beside another's line.
const CLEAR: f64 = 13.0;
const APART: f64 = 17.0;

/// A handover as it is drawn: its line, its rings, and what carries them.
pub type DrawnRoute = (Vec<Point>, Vec<Capsule>, String);

/// The best way from one link to another, its ends within the two holes.
pub fn route(before: &Before, lanes: &[f64], from: &Capsule, to: &Capsule, ground: &RouteGround) -> DrawnRoute {
    let outside = |line: &[Point]| {
        let across = line.iter().map(|p| before.measure(*p).1);
        OUTSIDE * across.filter(|a| *a < 8.0 || *a > before.across - 8.0).count() as f64
    };
    let mut ways: Vec<(f64, bool, Vec<Point>)> = Vec::new();
    for line in candidates(before, lanes, from, to) {
        let length = weave::length(&line);
        let spots = spots(&line, length);
        let common = length + beside_links(&spots, from, to, ground) + beside_lines(&spots, ground) + outside(&line);
        if length <= weave::LONG {
            ways.push((common + over_words(&spots, true, ground), true, line.clone()));
        }
        if length > weave::SHORT {
            ways.push((common + over_words(&spots, false, ground) + THIN_LINE, false, line));
        }
    }
    order::sort(&mut ways, |a, b| a.0.total_cmp(&b.0));
    // Whether the rings on a thin line find room is only looked at where the line itself is among the best.
    let drawn = ways.into_iter().take(BEST).map(|(cost, full, line)| {
        if full {
            let (rings, strand) = weave::full(&line);
            return (cost, (line, rings, strand));
        }
        let count = (((weave::length(&line) - 60.0) / 56.0) as usize).clamp(1, 3);
        let (rings, strand) = weave::carried(&line, count, size::REACH, &ground.links, &ground.words);
        let hidden =
            ground.words.iter().filter(|w| rings.iter().any(|r| r.gap_to_rect(w) < size::THIN / 2.0 + 1.0)).count();
        let jammed = ground.links.iter().filter(|l| rings.iter().any(|r| r.gap(l) < size::THICK * 0.75)).count();
        (cost + RINGS_ON_WORDS * (hidden + jammed) as f64, (line, rings, strand))
    });
    drawn.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, drawn)| drawn).unwrap_or_default()
}

fn candidates(before: &Before, lanes: &[f64], from: &Capsule, to: &Capsule) -> Vec<Vec<Point>> {
    let flow = before.flow();
    let ((a, a_across), (b, b_across)) = (before.measure(from.center), before.measure(to.center));
    let mut lines = Vec::new();
    let inset = from.radius - size::REACH;
    if b > a {
        let (tail, head) = (from.spine()[1], to.spine()[0]);
        let straight = tail.angle_to(head);
        lines.push(vec![tail.polar(inset, straight), head.polar(-inset, straight)]);
        lines.push(weave::curve(tail.polar(inset, flow), flow, head.polar(-inset, flow), flow));
        if (b_across - a_across).abs() > to.radius * 2.0 {
            // Steeply: in by the long side that faces the other link.
            let side = if b_across > a_across { flow - FRAC_PI_2 } else { flow + FRAC_PI_2 };
            let side = if before.way == super::Direction::Across { side } else { 2.0 * flow - side };
            for out in [straight, flow, (straight + flow) / 2.0, side + PI] {
                let far = to.spine()[1];
                for (end, into) in [(to.center, side), (head, side), (far, side), (far, between(side, flow))] {
                    lines.push(weave::curve(tail.polar(inset, out), out, end.polar(inset, into), into + PI));
                }
            }
        }
        for &lane in lanes {
            // Turning from one line across to another takes some way along.
            let turn = |across: f64| (across - lane).abs().mul_add(0.35, 18.0).min((b - a) * 0.45);
            let (out, into) = (lean(lane - a_across, flow, before), lean(b_across - lane, flow, before));
            let reach = from.half + from.radius;
            let first = before.point((a + reach + turn(a_across)).min((a + b) / 2.0), lane);
            let last = before.point((b - reach - turn(b_across)).max((a + b) / 2.0), lane);
            let mut line = weave::curve(tail.polar(inset, out), out, first, flow);
            line.extend(weave::curve(last, flow, head.polar(-inset, into), into));
            lines.push(line);
        }
    } else {
        // Back against the flow: out of one side, along a lane, and in by the same side.
        for &lane in lanes {
            let side = |across: f64| if lane < across { flow - FRAC_PI_2 } else { flow + FRAC_PI_2 };
            let (out, into) = (side(a_across), side(b_across));
            let start = from.center.polar(inset, out);
            let end = to.center.polar(inset, into);
            let mut line = weave::curve(start, out, before.point((a + b) / 2.0, lane), flow + PI);
            line.extend(weave::curve(before.point((a + b) / 2.0, lane), flow + PI, end, into + PI));
            lines.push(line);
        }
    }
    lines
}

/// The direction halfway between two.
fn between(a: f64, b: f64) -> f64 {
    Point::default().angle_to(Point::default().polar(1.0, a).towards(Point::default().polar(1.0, b), 0.5))
}

/// The direction in which a line leaves towards a lane so far aside.
fn lean(aside: f64, flow: f64, before: &Before) -> f64 {
    let steep = (aside.abs() / 60.0).min(1.0) * 0.8 * aside.signum();
    // Across, down the page is a turn to the right of the flow; downwards it is a turn to the left.
    if before.way == super::Direction::Across { flow + steep } else { flow - steep }
}

/// Points along a line of this length, close to each other, at which it is looked at.
fn spots(line: &[Point], length: f64) -> Vec<Point> {
    let steps = (length / 9.0).ceil().max(4.0);
    (0..=steps as usize).map(|i| weave::at(line, length * i as f64 / steps)).collect()
}

/// What running through links, or close by them, costs.
fn beside_links(spots: &[Point], from: &Capsule, to: &Capsule, ground: &RouteGround) -> f64 {
    let mut cost = 0.0;
    for link in ground.links.iter().filter(|l| *l != from && *l != to) {
        let [a, b] = link.spine();
        let near = spots.iter().map(|p| to_segment(*p, a, b)).fold(f64::INFINITY, f64::min);
        let free = near - link.radius - size::THICK / 2.0;
        if free < CLEAR / 2.0 {
            cost += THROUGH_LINK;
        } else if free < CLEAR * 1.5 {
            cost += NEAR_LINK;
        }
    }
    cost
}

/// What running over words costs, as a full chain or as a thin line.
fn over_words(spots: &[Point], full: bool, ground: &RouteGround) -> f64 {
    let (wide, through) =
        if full { (size::HANDOVER / 2.0 + size::THIN / 2.0, RINGS_ON_WORDS) } else { (2.0, THROUGH_WORDS) };
    let mut cost = 0.0;
    for words in &ground.words {
        let hits = spots.iter().filter(|p| words.distance(**p) < wide).count();
        cost += through * f64::from(u8::from(hits > 0)) + 30.0 * hits as f64;
    }
    cost
}

/// What running across other lines, or along them, costs.
fn beside_lines(spots: &[Point], ground: &RouteGround) -> f64 {
    let inner = &spots[1..spots.len().saturating_sub(2).max(1)];
    let mut cost = 0.0;
    for other in &ground.lines {
        let crossings = spots
            .windows(2)
            .flat_map(|w| other.windows(2).map(move |o| crossing(w[0], w[1], o[0], o[1])))
            .filter(Option::is_some)
            .count();
        let close = inner.iter().filter(|p| other.windows(2).any(|o| to_segment(**p, o[0], o[1]) < APART)).count();
        cost += ACROSS_LINE * crossings as f64 + ALONG_LINE * close as f64;
    }
    cost
}
