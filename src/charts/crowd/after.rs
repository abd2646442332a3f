//! A dot after the purchase: round the loop once a period, through the links that it meets and past the others, until
//! it leaves or is followed no longer.

use super::Map;
use super::before::{FALL, Purchase, WALK};
use super::path::{Look, Path};
use crate::analysis::{Trail, TrailStep};
use crate::charts::geometry::Point;
use crate::charts::scatter::scatter;
use std::f64::consts::TAU;
use std::sync::Arc;

/// How long it takes from the purchase into the loop [periods].
const ENTER: f64 = 0.3;
/// How far inside the line of links a dot passes those that it does not meet, and how far it strays [px].
const PAST: f64 = 34.0;
const STRAY: (f64, f64) = (7.0, 4.0);
/// How far out of the loop those fall who leave [px].
const OUT: f64 = 64.0;

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

    fn point(&self, angle: f64, inside: f64) -> Point {
        Point::new(
            self.center.x + (self.axes.0 - inside) * libm::cos(angle),
            self.center.y + (self.axes.1 - inside) * libm::sin(angle),
        )
    }

    /// The angle of a link, counted on from round to round.
    fn turn(&self, link: i64) -> f64 {
        let n = self.angles.len().max(1) as i64;
        let (whole, place) = (link.div_euclid(n), link.rem_euclid(n));
        self.angles.get(place as usize).copied().unwrap_or_default() + TAU * whole as f64
    }
}

/// What happened to a customer in one tenure, by place in the loop as bits; a longer loop than 64 links is met in part.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Round {
    met: u64,
    failed: u64,
    /// The rung on which it began.
    rung: u8,
}

impl Round {
    fn has(bits: u64, place: i64) -> bool {
        (0..64).contains(&place) && bits >> place & 1 == 1
    }
}

/// A customer going round.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Going {
    customer: u64,
    oval: Arc<Oval>,
    /// [periods]
    begins: f64,
    rounds: Vec<Round>,
    last_rung: u8,
}

impl Going {
    /// Where a customer is at a time [periods], what it looks like, and on which rung. None before it comes into the
    /// loop and after its last round.
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
    fn inside(&self, round: &Round, place: i64) -> f64 {
        let n = self.oval.angles.len() as i64;
        let strays = scatter(self.customer, place.rem_euclid(n.max(1)) as u64, 31) * 2.0 - 1.0;
        // Between two rounds everybody is on the line.
        if Round::has(round.met, place) || place < 0 || place >= n { STRAY.0 * strays } else { PAST + STRAY.1 * strays }
    }

    /// The rung at the end.
    pub fn last_rung(&self) -> u8 {
        self.last_rung
    }
}

/// Draws the rest of a trail from its purchase on.
pub(super) fn stay(map: &Map, path: &mut Path, customer: usize, trail: &Trail, purchase: Purchase) {
    path.bought = Some(purchase.at);
    let mut tenures = trail.steps.get(purchase.next..).unwrap_or_default().split(|step| *step == TrailStep::Began);
    let first_day = tenures.next().unwrap_or_default();
    let into = first_day.iter().find_map(|step| match *step {
        TrailStep::Held { link } if map.is_handover(link) => Some(usize::from(link)),
        _ => None,
    });
    let begins = purchase.at + ENTER;
    let way: Vec<Point> = into.map(|handover| map.along(handover, path.last())).unwrap_or_default();
    path.walk(&way, begins - WALK / 2.0);
    let mut going = Going {
        customer: customer as u64,
        oval: map.oval.clone(),
        begins,
        rounds: Vec::with_capacity(trail.steps.len() / map.oval.angles.len().max(1)),
        last_rung: 0,
    };
    let entry = (map.oval.turn(-1) + map.oval.turn(0)) / 2.0;
    path.stand(begins, map.oval.point(entry, 0.0), Look::Well);
    if first_day.iter().any(|step| matches!(step, TrailStep::Left { .. })) {
        return leave(map, path);
    }
    for (tenure, steps) in tenures.enumerate() {
        let mut round = Round { rung: going.last_rung, ..Round::default() };
        let left = map.what_happens(steps, &mut round, &mut going.last_rung);
        going.rounds.push(round);
        if let Some(blame) = left {
            let links = map.oval.angles.len().max(1);
            let place = map.ends_at(blame);
            let at = begins + tenure as f64 + (place as f64 + 0.5) / links as f64;
            let inside = going.inside(&round, place as i64);
            path.go_round(going);
            path.stand(at, map.oval.point(map.oval.turn(place as i64), inside), Look::Well);
            return leave(map, path);
        }
    }
    path.end = begins + going.rounds.len() as f64;
    path.go_round(going);
}

fn leave(map: &Map, path: &mut Path) {
    let from = path.last();
    path.fall(from.polar(OUT, map.oval.center.angle_to(from)), FALL);
}

impl Map {
    fn is_handover(&self, link: u16) -> bool {
        usize::from(link) >= self.touchpoints
    }

    fn place_in_ring(&self, link: u16) -> Option<usize> {
        self.ring.iter().position(|touchpoint| *touchpoint == usize::from(link))
    }

    /// Notes what happens in a tenure; with what the leaving is booked on, if the customer leaves.
    fn what_happens(&self, steps: &[TrailStep], round: &mut Round, rung: &mut u8) -> Option<Option<u16>> {
        let mut left = None;
        for step in steps {
            match *step {
                TrailStep::Held { link } | TrailStep::Failed { link } => {
                    let bit = self.place_in_ring(link).filter(|place| *place < 64).map_or(0, |place| 1 << place);
                    round.met |= bit;
                    if matches!(step, TrailStep::Failed { .. }) {
                        round.failed |= bit;
                    }
                }
                TrailStep::Judged { rung: now } => *rung = now,
                TrailStep::Left { link } => left = Some(link),
                _ => {}
            }
        }
        left
    }

    /// The place in the loop where a customer leaves: the link that it is booked on, where that stands there.
    fn ends_at(&self, blame: Option<u16>) -> usize {
        blame.and_then(|link| self.place_in_ring(link)).unwrap_or(self.ring.len().saturating_sub(1))
    }
}
