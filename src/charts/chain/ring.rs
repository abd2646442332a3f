//! The relationship after the purchase: a loop of links in journey order, reckonings last, so that it closes there.

use super::{Middle, size, weave};
use crate::charts::geometry::{Capsule, Point};
use crate::model::order;
use crate::model::{Journey, Role, Stage};
use std::f64::consts::{FRAC_PI_2, PI, TAU};

/// Length and width of a link in a loop of few links and of many, and the way from one to the next along the loop.
const FEW: (f64, f64, f64) = (82.0, 42.0, 134.0);
const MANY: (f64, f64, f64) = (70.0, 38.0, 106.0);
/// The widest of them.
pub const WIDEST: f64 = 42.0;
/// From so many links on a loop has many.
const IS_MANY: usize = 7;
const SMALLEST: f64 = 66.0;
/// The longest half axis, and how round the narrow ends are at the least [px].
const LONGEST: f64 = 6_000.0;
const ROUND_END: f64 = 84.0;
/// How far from the middle towards the rim a way across passes [0..1], and how far along from halfway [loops].
const DEPTHS: [f64; 8] = [0.58, 0.5, 0.66, 0.42, 0.34, 0.74, 0.2, 0.84];
const TURNS: [f64; 9] = [0.0, 0.05, -0.05, 0.1, -0.1, 0.16, -0.16, 0.24, -0.24];
/// The usual ones: so many of the depths, with so many of the turns.
const USUAL_WAYS: (usize, usize) = (4, 5);
/// How many ways across are usual.
pub const USUAL: usize = USUAL_WAYS.0 * USUAL_WAYS.1;
/// Steps in which the loop is measured.
const STEPS: usize = 720;

/// The loop with its links placed.
pub struct Loop {
    pub middle: Middle,
    /// Touchpoints by index in the journey, in their order along the loop.
    pub members: Vec<usize>,
    /// Points around, from the start clockwise, closed.
    around: Vec<Point>,
    /// The length of each step between them, and of all.
    steps: Vec<f64>,
    length: f64,
    links: Vec<Capsule>,
}

/// Length and width of a link, and the way to the next, in a loop of so many links.
fn measures(links: usize) -> (f64, f64, f64) {
    if links < IS_MANY { FEW } else { MANY }
}

/// Half axes of a loop of so many links: a circle up to `most`, then longer along the other axis. Where there is room
/// across, it stays so round that links at its narrow ends keep clear of each other.
pub fn radii(links: usize, most: (f64, f64)) -> (f64, f64) {
    let pitch = measures(links).2;
    let target = links as f64 * pitch;
    let circle = (target / TAU).max(SMALLEST);
    let stretch = |fixed: f64| {
        let mut other = fixed;
        while perimeter(fixed, other) < target && other < LONGEST {
            other += 4.0;
        }
        other
    };
    if most.0 < circle {
        return (most.0, stretch(most.0));
    }
    let mut ry = circle.min(most.1);
    let mut rx = if ry < circle { stretch(ry) } else { circle };
    while ry * ry / rx < ROUND_END && ry < circle {
        ry += 10.0;
        rx = stretch(ry);
    }
    (rx, ry)
}

/// Ramanujan's approximation.
fn perimeter(a: f64, b: f64) -> f64 {
    let h = ((a - b) / (a + b)).powi(2);
    PI * (a + b) * (1.0 + 3.0 * h / (10.0 + (4.0 - 3.0 * h).sqrt()))
}

/// Touchpoints after the purchase, in the order of the loop.
pub fn members(journey: &Journey) -> Vec<usize> {
    let after = |i: &usize| journey.touchpoints.get(*i).and_then(|t| journey.stage(&t.phase)) == Some(Stage::After);
    let mut members: Vec<usize> = (0..journey.touchpoints.len()).filter(after).collect();
    let phase = |i: usize| journey.phases.iter().position(|p| p.id == journey.touchpoints[i].phase);
    order::sort_by_key(&mut members, |&i| (journey.touchpoints[i].role == Role::Reckoning, phase(i), i));
    members
}

impl Loop {
    /// `start` is where the loop opens towards the purchase [radians, clockwise from east].
    pub fn new(members: Vec<usize>, middle: Middle, start: f64) -> Self {
        let around: Vec<Point> = (0..=STEPS)
            .map(|i| {
                let a = start + TAU * i as f64 / STEPS as f64;
                Point::new(middle.at.x + middle.rx * libm::cos(a), middle.at.y + middle.ry * libm::sin(a))
            })
            .collect();
        let steps: Vec<f64> = around.windows(2).map(|w| w[0].distance(w[1])).collect();
        let length = steps.iter().sum();
        let mut all = Self { middle, members, around, steps, length, links: Vec::new() };
        all.links = (0..all.members.len()).map(|member| all.placed(member)).collect();
        all
    }

    /// How far along the loop a member's middle is.
    fn place(&self, member: usize) -> f64 {
        (member as f64 + 0.5) * self.length / self.members.len().max(1) as f64
    }

    fn at(&self, distance: f64) -> Point {
        weave::at(&self.around, &self.steps, distance.rem_euclid(self.length))
    }

    fn placed(&self, member: usize) -> Capsule {
        let d = self.place(member);
        let (length, width, _) = measures(self.members.len());
        let reach = length / 2.0 - 6.0;
        let (a, b) = (self.at(d - reach), self.at(d + reach));
        let (a, b) = if self.members.len() == 1 { (self.at(d - 1.0), self.at(d + 1.0)) } else { (a, b) };
        Capsule::new(self.at(d), length, width, a.angle_to(b))
    }

    /// A member's link, along the loop; `member` is one.
    pub fn link(&self, member: usize) -> Capsule {
        self.links[member]
    }

    /// Direction away from the loop's middle at a member.
    pub fn outward(&self, member: usize) -> f64 {
        let link = self.link(member);
        link.angle - FRAC_PI_2
    }

    /// The line between two neighbours, along the loop. `None` when they are not neighbours.
    pub fn between(&self, from: usize, to: usize) -> Option<Vec<Point>> {
        let n = self.members.len();
        let (first, last) = if (from + 1) % n == to && n > 1 {
            (from, to)
        } else if (to + 1) % n == from && n > 2 {
            (to, from)
        } else {
            return None;
        };
        let half = measures(n).0 / 2.0 - size::REACH;
        let start = self.place(first) + half;
        let mut end = self.place(last) - half;
        if end < start {
            end += self.length;
        }
        Some((0..=8).map(|i| self.at(start + (end - start) * f64::from(i) / 8.0)).collect())
    }

    /// Lines across the loop between two members, the best first: they keep clear of the middle, where words stand.
    pub fn across(&self, from: usize, to: usize) -> impl Iterator<Item = Vec<Point>> + '_ {
        let (a, b) = (self.link(from), self.link(to));
        let inner = |member: usize, link: &Capsule| link.center.polar(-link.radius, self.outward(member));
        let (start, end) = (inner(from, &a), inner(to, &b));
        let n = self.members.len();
        let (low, high) = (from.min(to), from.max(to));
        // The side on which fewer links lie between the two.
        let halfway = if high - low <= n - (high - low) {
            (self.place(low) + self.place(high)) / 2.0
        } else {
            (self.place(low) + self.place(high) + self.length) / 2.0
        };
        let rims: Vec<Point> = TURNS.iter().map(|turn| self.at(halfway + turn * self.length)).collect();
        // First the usual ways, then those that come nearer to the middle or the rim.
        let mut ways: Vec<(usize, usize)> =
            (0..DEPTHS.len()).flat_map(|depth| (0..TURNS.len()).map(move |turn| (depth, turn))).collect();
        order::sort_by_key(&mut ways, |&(depth, turn)| depth >= USUAL_WAYS.0 || turn >= USUAL_WAYS.1);
        ways.into_iter().map(move |(depth, turn)| {
            let mid = self.middle.at.towards(rims[turn], DEPTHS[depth]);
            let along = start.angle_to(end);
            let mut line = weave::curve(start, self.outward(from) + PI, mid, along);
            line.extend(weave::curve(mid, along, end, self.outward(to)));
            line
        })
    }
}
