//! Going round the loop of the links after the purchase, once a period.

use super::dot::Look;
use crate::charts::geometry::{Point, scatter};
use std::f64::consts::TAU;
use std::sync::Arc;

/// How far inside the line of links a dot passes those that it does not meet, and how far it strays [px].
const PAST: f64 = 34.0;
const STRAY: (f64, f64) = (7.0, 4.0);

/// The loop that dots go round.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Oval {
    pub center: Point,
    pub axes: (f64, f64),
    /// Where the links stand, in the order of the loop [radians, growing].
    pub angles: Vec<f64>,
}

impl Oval {
    /// How far round a place is [radians].
    pub fn angle(&self, p: Point) -> f64 {
        libm::atan2((p.y - self.center.y) / self.axes.1, (p.x - self.center.x) / self.axes.0)
    }

    /// The place at an angle [radians], so far inside the loop [px].
    pub fn point(&self, angle: f64, inside: f64) -> Point {
        Point::new(
            self.center.x + (self.axes.0 - inside) * libm::cos(angle),
            self.center.y + (self.axes.1 - inside) * libm::sin(angle),
        )
    }

    /// The angle of a link, counted on from round to round.
    pub fn turn(&self, link: i64) -> f64 {
        let n = self.angles.len().max(1) as i64;
        let (whole, place) = (link.div_euclid(n), link.rem_euclid(n));
        self.angles.get(place as usize).copied().unwrap_or_default() + TAU * whole as f64
    }
}

/// What happened to a customer in one tenure, by place in the loop as bits; a longer loop than 64 links is met in part.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Round {
    pub met: u64,
    pub failed: u64,
    /// The rung on which it began.
    pub rung: u8,
}

impl Round {
    fn has(bits: u64, place: i64) -> bool {
        (0..64).contains(&place) && bits >> place & 1 == 1
    }
}

/// A customer going round.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Going {
    pub customer: u64,
    pub oval: Arc<Oval>,
    /// [periods]
    pub begins: f64,
    pub rounds: Vec<Round>,
    /// The rung at the end.
    pub last_rung: u8,
}

impl Going {
    /// Where a customer is at a time [periods], what it looks like, and on which rung. `None` before it comes into
    /// the loop and after its last round.
    pub fn at(&self, time: f64) -> Option<(Point, Look, u8)> {
        let lived = time - self.begins;
        let round = self.rounds.get(lived.floor() as usize).filter(|_| lived >= 0.0)?;
        let links = self.oval.angles.len() as f64;
        let passed = lived.fract() * links - 0.5;
        let before = passed.floor() as i64;
        let part = passed - before as f64;
        let angle = self.oval.turn(before) * (1.0 - part) + self.oval.turn(before + 1) * part;
        let inside = self.inside(round, before) * (1.0 - part) + self.inside(round, before + 1) * part;
        let look = if Round::has(round.failed, before) { Look::Failed } else { Look::Well };
        Some((self.oval.point(angle, inside), look, round.rung))
    }

    /// How far inside the line of links it passes one.
    pub fn inside(&self, round: &Round, place: i64) -> f64 {
        let n = self.oval.angles.len() as i64;
        let strays = scatter(self.customer, place.rem_euclid(n.max(1)) as u64, 31) * 2.0 - 1.0;
        // Between two rounds everybody is on the line.
        if Round::has(round.met, place) || place < 0 || place >= n { STRAY.0 * strays } else { PAST + STRAY.1 * strays }
    }
}
