//! A dot after the purchase: round the loop once a period, through the links that it meets and past the others, until
//! it leaves or is followed no longer.

use super::Map;
use super::before::{FALL, Purchase, WALK};
use super::path::{Look, Path, Spot};
use crate::charts::geometry::Point;
use crate::charts::scatter::scatter;
use crate::engine::{Step, Trail};
use std::f64::consts::TAU;

/// How long it takes from the purchase into the loop [periods].
const ENTER: f64 = 0.3;
/// How far inside the line of links a dot passes those that it does not meet, and how far it strays [px].
const PAST: f64 = 34.0;
const STRAY: (f64, f64) = (7.0, 4.0);
/// How far out of the loop those fall who leave [px].
const OUT: f64 = 64.0;

/// What happens in one tenure.
#[derive(Default)]
struct Round {
    /// By place in the loop.
    met: Vec<bool>,
    failed: Vec<bool>,
    rung: Option<u8>,
    /// Left, booked on a link or on the price.
    left: Option<Option<u16>>,
}

/// Draws the rest of a trail from its purchase on.
pub(super) fn stay(map: &Map, path: &mut Path, customer: usize, trail: &Trail, purchase: Purchase) {
    path.bought = Some(purchase.at as f32);
    let mut steps = trail.steps.get(purchase.next..).unwrap_or_default().split(|step| *step == Step::Began);
    let first_day = steps.next().unwrap_or_default();
    let into = first_day.iter().find_map(|step| match *step {
        Step::Held { link } if map.is_handover(link) => Some(usize::from(link)),
        _ => None,
    });
    let begins = purchase.at + ENTER;
    let way: Vec<Point> = into.map(|handover| map.along(handover, path.last())).unwrap_or_default();
    path.walk(&way, begins - WALK / 2.0);
    path.stand(begins, map.round(customer, 0, 0.0, true), Look::Well, 0);
    if first_day.iter().any(|step| matches!(step, Step::Left { .. })) {
        return leave(map, path);
    }
    let mut rung = 0;
    for (tenure, steps) in steps.enumerate() {
        let round = map.what_happens(steps);
        let last = round.left.map(|blame| map.ends_at(blame));
        let links = map.ring.len().max(1);
        for place in 0..map.ring.len() {
            let at = begins + tenure as f64 + (place as f64 + 0.5) / links as f64;
            let look = if round.failed[place] { Look::Failed } else { Look::Well };
            path.stand(at, map.round(customer, tenure, place as f64 + 0.5, round.met[place]), look, rung);
            if last == Some(place) {
                break;
            }
        }
        rung = round.rung.unwrap_or(rung);
        if round.left.is_some() {
            return leave(map, path);
        }
        path.stand(
            begins + tenure as f64 + 1.0 - 1e-3,
            map.round(customer, tenure, links as f64 - 0.02, true),
            Look::Well,
            rung,
        );
    }
}

fn leave(map: &Map, path: &mut Path) {
    let from = path.last();
    path.fall(from.polar(OUT, map.oval.center.angle_to(from)), FALL);
}

impl Map {
    fn is_handover(&self, link: u16) -> bool {
        usize::from(link) >= self.touchpoints
    }

    /// A place in the loop: after so many links of a round, in the middle of a link at its half.
    fn round(&self, customer: usize, tenure: usize, links: f64, met: bool) -> Spot {
        let n = self.ring.len().max(1);
        let angle = |place: usize| self.ring.get(place).map_or(0.0, |(_, angle)| *angle);
        // Between the angles of two neighbours; the angles grow by a whole turn over the links.
        let at = links - 0.5;
        let low = at.floor();
        let turn = |i: i64| {
            let (whole, place) = (i.div_euclid(n as i64), i.rem_euclid(n as i64));
            angle(place as usize) + TAU * whole as f64
        };
        let (a, b) = (turn(low as i64), turn(low as i64 + 1));
        let strays = scatter(customer as u64, links.to_bits(), 31) * 2.0 - 1.0;
        let inside = if met { STRAY.0 * strays } else { PAST + STRAY.1 * strays };
        Spot::Round { angle: a + (b - a) * (at - low) + TAU * tenure as f64, inside }
    }

    fn place_in_ring(&self, link: u16) -> Option<usize> {
        self.ring.iter().position(|(touchpoint, _)| *touchpoint == usize::from(link))
    }

    fn what_happens(&self, steps: &[Step]) -> Round {
        let mut round =
            Round { met: vec![false; self.ring.len()], failed: vec![false; self.ring.len()], ..Round::default() };
        for step in steps {
            match *step {
                Step::Held { link } | Step::Failed { link } => {
                    if let Some(place) = self.place_in_ring(link) {
                        round.met[place] = true;
                        round.failed[place] |= matches!(step, Step::Failed { .. });
                    }
                }
                Step::Judged { rung } => round.rung = Some(rung),
                Step::Left { link } => round.left = Some(link),
                _ => {}
            }
        }
        round
    }

    /// The place in the loop where a customer leaves: the link that it is booked on, where that stands there.
    fn ends_at(&self, blame: Option<u16>) -> usize {
        blame.and_then(|link| self.place_in_ring(link)).unwrap_or(self.ring.len().saturating_sub(1))
    }
}
