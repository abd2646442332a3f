//! A dot before the purchase: from touchpoint to touchpoint over handovers, until it buys or falls.

use super::dot::Look;
use super::map::ChainMap;
use super::path::Path;
use crate::analysis::{Trail, TrailStep};
use crate::charts::chain::LinkShape;
use crate::charts::geometry::{Point, Rect, scatter};

/// The least time at a touchpoint and on a handover that can be followed with the eye [periods].
pub(super) const STAY: f64 = 0.06;
pub(super) const WALK: f64 = 0.1;
/// How long a dot falls [periods].
pub(super) const FALL: f64 = 0.8;
/// How deep it falls where no space is kept for it [px].
const DEEP: f64 = 52.0;

/// Where the purchase stands in a trail: the step after it, and when it was made [periods].
#[derive(Clone, Copy, Debug)]
pub(super) struct PurchaseStep {
    pub next: usize,
    pub at: f64,
}

/// Draws a trail up to its purchase, or its drop-out.
pub(super) fn draw_before_purchase(
    map: &ChainMap,
    path: &mut Path,
    customer: usize,
    trail: &Trail,
    arrival: f64,
) -> Option<PurchaseStep> {
    let mut walker = Walker { map, path, customer, here: usize::from(trail.entry), at: arrival, is_half_way: false };
    walker.stand();
    let mut wait = 0.0;
    for (i, step) in trail.steps.iter().enumerate() {
        match *step {
            TrailStep::Waited { days, .. } => wait = f64::from(days) / map.period_days,
            TrailStep::Held { link } => walker.hold(usize::from(link), std::mem::take(&mut wait)),
            TrailStep::Failed { link } => walker.fail(usize::from(link), std::mem::take(&mut wait)),
            TrailStep::Sensed { to } => walker.walk(&[], usize::from(to), WALK),
            TrailStep::Dropped { link } => {
                let to = map.under(customer, usize::from(link), walker.path.last());
                walker.path.fall(to, FALL);
                return None;
            }
            TrailStep::Bought => return Some(PurchaseStep { next: i + 1, at: walker.at }),
            TrailStep::Began | TrailStep::Judged { .. } | TrailStep::Left { .. } => {}
        }
    }
    None
}

struct Walker<'a> {
    map: &'a ChainMap,
    path: &'a mut Path,
    customer: usize,
    /// The touchpoint where it is or was last.
    here: usize,
    /// [periods]
    at: f64,
    /// Stands in the middle of a handover that has failed it.
    is_half_way: bool,
}

impl Walker<'_> {
    fn stand(&mut self) {
        let spot = self.map.spot(self.customer, self.here);
        self.path.stand(self.at, spot, Look::Well);
    }

    fn stay(&mut self, wait: f64) {
        self.at += wait.max(STAY);
        let here = self.path.last();
        self.path.stand(self.at, here, Look::Well);
    }

    fn walk(&mut self, line: &[Point], to: usize, over: f64) {
        self.here = to;
        self.at += over;
        let line: Vec<Point> = line.iter().copied().chain([self.map.spot(self.customer, to)]).collect();
        self.path.walk(&line, self.at);
    }

    fn hold(&mut self, link: usize, wait: f64) {
        let Some(place) = self.map.places.get(link) else { return };
        if place.kind == LinkShape::Touchpoint {
            return self.stay(wait);
        }
        let way = self.map.along(link, self.map.center_of(self.here));
        let rest = if std::mem::take(&mut self.is_half_way) { way.len() / 2 } else { 0 };
        self.walk(&way[rest..], place.to, wait.max(WALK));
    }

    fn fail(&mut self, link: usize, wait: f64) {
        let Some(place) = self.map.places.get(link) else { return };
        if place.kind == LinkShape::Touchpoint || self.is_half_way {
            return self.stay(wait);
        }
        let way = self.map.along(link, self.map.center_of(self.here));
        self.is_half_way = true;
        self.at += wait.max(WALK);
        self.path.walk(&way[..(way.len() / 2).max(1).min(way.len())], self.at);
    }
}

impl ChainMap {
    /// The middle of a touchpoint.
    fn center_of(&self, touchpoint: usize) -> Point {
        self.places.get(touchpoint).map_or(self.oval.center, |place| place.ring.center)
    }

    /// The line of a handover, beginning at the end that is nearer to a place.
    pub(super) fn along(&self, handover: usize, from: Point) -> Vec<Point> {
        let mut way = self.places.get(handover).map(|place| place.way.clone()).unwrap_or_default();
        let far = |p: Option<&Point>| p.map_or(0.0, |p| p.distance(from));
        if far(way.first()) > far(way.last()) {
            way.reverse();
        }
        way
    }

    /// Where a dot ends that a link has failed.
    pub(super) fn under(&self, customer: usize, link: usize, from: Point) -> Point {
        let Some(space) = self.places.get(link).and_then(|place| place.falls) else {
            return Point::new(from.x, from.y + DEEP);
        };
        let Rect { x, y, width, height } = space;
        let part = |which| scatter(customer as u64, link as u64, which);
        Point::new(x + width * (part(21) + part(22)) / 2.0, y + height * part(23))
    }
}
