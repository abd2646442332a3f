//! A dot after the purchase: round the loop once a period, through the links that it meets and past the others, until
//! it leaves or is followed no longer.

use super::before::{FALL, PurchaseStep, WALK};
use super::dot::Look;
use super::map::ChainMap;
use super::path::Path;
use super::round::{Going, Round};
use crate::analysis::{Trail, TrailStep};
use crate::charts::geometry::Point;

/// How long it takes from the purchase into the loop [periods].
const ENTER: f64 = 0.3;
/// How far out of the loop those fall who leave [px].
const OUT: f64 = 64.0;

/// Draws the rest of a trail from its purchase on.
pub(super) fn draw_after_purchase(
    map: &ChainMap,
    path: &mut Path,
    customer: usize,
    trail: &Trail,
    purchase: PurchaseStep,
) {
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

fn leave(map: &ChainMap, path: &mut Path) {
    let from = path.last();
    path.fall(from.polar(OUT, map.oval.center.angle_to(from)), FALL);
}

impl ChainMap {
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
