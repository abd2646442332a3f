//! The way of a handover before the purchase: of several lines between two links, the one that runs into least. A line
//! is drawn and looked at only while its length alone could still make it one of the best.

use super::before::Before;
use super::paper::{Paper, Piece};
use super::weave::{self, Measured, Rings};
use super::{Direction, size};
use crate::charts::geometry::{Capsule, Point, crossing, to_segment};
use crate::model::order;
use std::f64::consts::{FRAC_PI_2, PI};

/// What running into things costs, in lengths of a detour.
const THROUGH_LINK: f64 = 4_000.0;
const NEAR_LINK: f64 = 300.0;
const THROUGH_WORDS: f64 = 700.0;
/// A chain of rings hides words; a long thin line only touches them.
const RINGS_ON_WORDS: f64 = 2_500.0;
/// How near words may lie to a full chain, and to a thin line.
const WIDE: [f64; 2] = [size::HANDOVER / 2.0 + size::THIN / 2.0, 2.0];
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

/// From one spot to the next at which a line is looked at, and how many of them a line has at the least.
const SPOT: f64 = 9.0;
const FEWEST_SPOTS: usize = 4;
/// Rounding makes a line by less than this shorter than what it is made of.
const ROUNDING: f64 = 1e-6;

/// A handover as it is drawn: its line, and its rings.
pub type DrawnRoute = (Vec<Point>, Rings);

/// A line that a handover can follow.
enum Course {
    Line(Vec<Point>),
    /// Two curves; each from a point in a direction to another in another.
    Curves([(Point, f64, Point, f64); 2]),
}

/// A line among the best so far.
struct Way {
    cost: f64,
    /// Of two that cost the same, the one that comes first is the better.
    place: usize,
    /// Whether rings reach all along it; else a thin line carries a few.
    full: bool,
    line: Vec<Point>,
}

/// The best lines so far, the best first.
#[derive(Default)]
struct Best(Vec<Way>);

impl Best {
    /// What a line has to cost less than to be one of them.
    fn bound(&self) -> f64 {
        self.0.get(BEST - 1).map_or(f64::INFINITY, |way| way.cost)
    }

    fn add(&mut self, way: Way) {
        let before = |w: &Way| w.cost.total_cmp(&way.cost).then(w.place.cmp(&way.place)).is_lt();
        let at = self.0.iter().take_while(|w| before(w)).count();
        self.0.insert(at, way);
        self.0.truncate(BEST);
    }
}

/// The best way from one link to another, its ends within the two holes.
pub fn route(before: &Before, lanes: &[f64], from: &Capsule, to: &Capsule, paper: &Paper) -> DrawnRoute {
    let mut courses: Vec<(f64, usize, Course)> =
        courses(before, lanes, from, to).into_iter().enumerate().map(|(i, c)| (c.shortest(), i, c)).collect();
    order::sort(&mut courses, |a, b| a.0.total_cmp(&b.0));
    let mut best = Best::default();
    for (shortest, place, course) in courses {
        if shortest - ROUNDING > best.bound() {
            break;
        }
        let line = course.line();
        let measured = Measured::new(&line);
        let length = measured.length;
        let outside = outside(before, &line);
        if length + outside > best.bound() {
            continue;
        }
        let spots = measured.evenly(((length / SPOT).ceil() as usize).max(FEWEST_SPOTS));
        let links = beside_links(&spots, from, to, paper);
        if length + links + outside > best.bound() {
            continue;
        }
        let (full, thin) = over_words(&spots, paper);
        if length + links + outside + full.min(thin) > best.bound() {
            continue;
        }
        let common = length + links + beside_lines(&spots, paper) + outside;
        if length > weave::SHORT {
            let cost = common + thin + THIN_LINE;
            best.add(Way { cost, place: 2 * place + 1, full: false, line: line.clone() });
        }
        if length <= weave::LONG {
            best.add(Way { cost: common + full, place: 2 * place, full: true, line });
        }
    }
    chosen(best, paper)
}

/// Whether the rings on a thin line find room is only looked at where the line itself is among the best.
fn chosen(best: Best, paper: &Paper) -> DrawnRoute {
    let mut chosen: Option<(f64, DrawnRoute)> = None;
    for Way { cost, full, line, .. } in best.0 {
        if chosen.as_ref().is_some_and(|(least, _)| cost >= *least) {
            break;
        }
        let measured = Measured::new(&line);
        let (more, rings) = if full {
            (0.0, measured.full())
        } else {
            let count = (((measured.length - 60.0) / 56.0) as usize).clamp(1, 3);
            let rings = measured.carried(count, size::REACH, &|ring| paper.free(ring));
            (RINGS_ON_WORDS * touched(&rings.rings, paper) as f64, rings)
        };
        if chosen.as_ref().is_none_or(|(least, _)| cost + more < *least) {
            chosen = Some((cost + more, (line, rings)));
        }
    }
    chosen.map(|(_, drawn)| drawn).unwrap_or_default()
}

/// How many words and links lie too near to rings.
fn touched(rings: &[Capsule], paper: &Paper) -> usize {
    let (mut hidden, mut jammed) = (Vec::new(), Vec::new());
    for ring in rings {
        let place = ring.bounds();
        let words = paper.words_about(&place).filter(|(_, w)| ring.gap_to_rect(w) < size::THIN / 2.0 + 1.0);
        hidden.extend(words.map(|(i, _)| i));
        let links = paper.rings_about(&place).filter(|(_, l)| ring.gap(&l.ring) < size::THICK * 0.75);
        jammed.extend(links.map(|(i, _)| i));
    }
    order::set(hidden).len() + order::set(jammed).len()
}

impl Course {
    fn line(self) -> Vec<Point> {
        match self {
            Self::Line(line) => line,
            Self::Curves(curves) => {
                curves.into_iter().flat_map(|(a, out, b, into)| weave::curve(a, out, b, into)).collect()
            }
        }
    }

    /// How long it is at the least.
    fn shortest(&self) -> f64 {
        match self {
            Self::Line(line) => line.windows(2).map(|w| w[0].distance(w[1])).sum(),
            Self::Curves([(a, _, b, _), (c, _, d, _)]) => a.distance(*b) + b.distance(*c) + c.distance(*d),
        }
    }
}

/// All lines between two links.
fn courses(before: &Before, lanes: &[f64], from: &Capsule, to: &Capsule) -> Vec<Course> {
    let flow = before.flow();
    let ((a, a_across), (b, b_across)) = (before.measure(from.center), before.measure(to.center));
    let mut courses = Vec::new();
    let inset = from.radius - size::REACH;
    if b > a {
        let (tail, head) = (from.spine()[1], to.spine()[0]);
        let straight = tail.angle_to(head);
        courses.push(Course::Line(vec![tail.polar(inset, straight), head.polar(-inset, straight)]));
        courses.push(Course::Line(weave::curve(tail.polar(inset, flow), flow, head.polar(-inset, flow), flow)));
        if (b_across - a_across).abs() > to.radius * 2.0 {
            // Steeply: in by the long side that faces the other link.
            let side = if b_across > a_across { flow - FRAC_PI_2 } else { flow + FRAC_PI_2 };
            let side = if before.way == Direction::Across { side } else { 2.0 * flow - side };
            for out in [straight, flow, (straight + flow) / 2.0, side + PI] {
                let far = to.spine()[1];
                for (end, into) in [(to.center, side), (head, side), (far, side), (far, between(side, flow))] {
                    let line = weave::curve(tail.polar(inset, out), out, end.polar(inset, into), into + PI);
                    courses.push(Course::Line(line));
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
            let (start, end) = (tail.polar(inset, out), head.polar(-inset, into));
            courses.push(Course::Curves([(start, out, first, flow), (last, flow, end, into)]));
        }
    } else {
        // Back against the flow: out of one side, along a lane, and in by the same side.
        for &lane in lanes {
            let side = |across: f64| if lane < across { flow - FRAC_PI_2 } else { flow + FRAC_PI_2 };
            let (out, into) = (side(a_across), side(b_across));
            let start = from.center.polar(inset, out);
            let end = to.center.polar(inset, into);
            let middle = before.point((a + b) / 2.0, lane);
            courses.push(Course::Curves([(start, out, middle, flow + PI), (middle, flow + PI, end, into + PI)]));
        }
    }
    courses
}

/// The direction halfway between two.
fn between(a: f64, b: f64) -> f64 {
    Point::default().angle_to(Point::default().polar(1.0, a).towards(Point::default().polar(1.0, b), 0.5))
}

/// The direction in which a line leaves towards a lane so far aside.
fn lean(aside: f64, flow: f64, before: &Before) -> f64 {
    let steep = (aside.abs() / 60.0).min(1.0) * 0.8 * aside.signum();
    // Across, down the page is a turn to the right of the flow; downwards it is a turn to the left.
    if before.way == Direction::Across { flow + steep } else { flow - steep }
}

/// What running outside the tracks costs.
fn outside(before: &Before, line: &[Point]) -> f64 {
    let across = line.iter().map(|p| before.measure(*p).1);
    OUTSIDE * across.filter(|a| *a < 8.0 || *a > before.across - 8.0).count() as f64
}

/// What running through links, or close by them, costs.
fn beside_links(spots: &[Point], from: &Capsule, to: &Capsule, paper: &Paper) -> f64 {
    // Each link that is near, with how near the line comes.
    let mut near: Vec<(u32, f64)> = Vec::new();
    for spot in spots {
        for &link in paper.rings_at(*spot) {
            let Some(laid) = paper.rings.get(link as usize) else { continue };
            let [a, b] = laid.ring.spine();
            let distance = to_segment(*spot, a, b);
            match near.iter_mut().rev().find(|(l, _)| *l == link) {
                Some((_, least)) => *least = least.min(distance),
                None => near.push((link, distance)),
            }
        }
    }
    let mut cost = 0.0;
    for (link, near) in near {
        let Some(link) = paper.rings.get(link as usize).map(|l| l.ring).filter(|l| l != from && l != to) else {
            continue;
        };
        let free = near - link.radius - size::THICK / 2.0;
        if free < CLEAR / 2.0 {
            cost += THROUGH_LINK;
        } else if free < CLEAR * 1.5 {
            cost += NEAR_LINK;
        }
    }
    cost
}

/// What running over words costs: as a full chain, and as a thin line.
fn over_words(spots: &[Point], paper: &Paper) -> (f64, f64) {
    // The words that are hit, each by how many spots of a chain and of a line.
    let mut hit: Vec<(u32, [usize; 2])> = Vec::new();
    for spot in spots {
        for &words in paper.words_at(*spot) {
            let Some(distance) = paper.words.get(words as usize).map(|w| w.distance(*spot)) else { continue };
            let by = WIDE.map(|wide| usize::from(distance < wide));
            if by[0] == 0 {
                continue;
            }
            match hit.iter_mut().rev().find(|(w, _)| *w == words) {
                Some((_, spots)) => *spots = [spots[0] + by[0], spots[1] + by[1]],
                None => hit.push((words, by)),
            }
        }
    }
    let cost = |which: usize, through: f64| {
        let hits = hit.iter().map(|(_, spots)| spots[which]).filter(|spots| *spots > 0);
        hits.map(|spots| through + 30.0 * spots as f64).sum()
    };
    (cost(0, RINGS_ON_WORDS), cost(1, THROUGH_WORDS))
}

/// What running across other lines, or along them, costs.
fn beside_lines(spots: &[Point], paper: &Paper) -> f64 {
    let inner = 1..spots.len().saturating_sub(2).max(1);
    let mut cost = 0.0;
    for (i, spot) in spots.iter().enumerate() {
        let next = spots.get(i + 1);
        // Pieces come way after way: each way is close once.
        let mut close = None;
        for &piece in paper.pieces_at(*spot) {
            let Some(Piece { way, from, to, reach }) = paper.pieces.get(piece as usize) else { continue };
            if !reach.has(*spot) {
                continue;
            }
            if next.is_some_and(|next| crossing(*spot, *next, *from, *to).is_some()) {
                cost += ACROSS_LINE;
            }
            if close != Some(way) && inner.contains(&i) && to_segment(*spot, *from, *to) < APART {
                close = Some(way);
                cost += ALONG_LINE;
            }
        }
    }
    cost
}
