//! The crowd: where each customer is at a moment of time, on the chain as it is laid out. A dot is one simulated
//! customer; everything that it does stands in the trail that the engine told.
//!
//! What is drawn differs from what happened in two ways. Before the purchase each link takes at least a visible moment,
//! also where no days pass. And after it a dot goes round the loop once a period, through what the customer meets and
//! past the rest, whatever the order of the meetings.

mod after;
mod before;
mod counts;
mod path;

pub use counts::Counts;
pub use path::{Dot, Light, Look};

use super::chain::{Chain, Kind};
use super::geometry::{Capsule, Point, Rect};
use super::scatter::scatter;
use crate::analysis::{Fate, Trail};
use crate::model::{Journey, LinkId};
use after::Oval;
use path::{Parted, Path};
use std::f64::consts::TAU;
use std::sync::Arc;

/// When customers come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrivals {
    /// Evenly over the time that is shown.
    #[default]
    PerPeriod,
    /// All within the first days.
    AtOnce,
}

/// How long all take to come when they come at once [periods].
const AT_ONCE: f64 = 0.3;

/// What a crowd is drawn on.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    pub journey: &'a Journey,
    pub chain: &'a Chain,
    pub arrivals: Arrivals,
}

/// All customers of the crowd with their ways over the chain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Crowd {
    paths: Vec<Path>,
    /// Rungs of the longest phase-out ladder.
    rungs: usize,
}

impl Crowd {
    /// The crowd of these trails. With those of another world the dots follow that, and twins whose fates differ are
    /// lit from where they part. `shows` says whose customers are drawn, by index of persona.
    pub fn new(ground: &Ground, today: &[Trail], what_if: Option<&[Trail]>, shows: impl Fn(usize) -> bool) -> Self {
        let map = Map::new(ground);
        let length = f64::from(ground.journey.horizon);
        let arrival = |customer: usize| {
            // Customers of neighbouring numbers come at different times.
            let part = (customer as f64 * 0.618_033_988_749_895).fract();
            part * if ground.arrivals == Arrivals::AtOnce { AT_ONCE } else { length }
        };
        let paths = today.iter().enumerate().filter(|(_, trail)| shows(usize::from(trail.persona)));
        let paths = paths.map(|(customer, trail)| {
            let at = arrival(customer);
            let other = what_if.and_then(|what_if| what_if.get(customer));
            let mut path = map.path(customer, other.unwrap_or(trail), at);
            if let Some(other) = other
                && other.fate != trail.fate
            {
                let today = map.path(customer, trail, at);
                path.parted = Some(Parted {
                    at: path.end.min(today.end),
                    light: if is_better(trail.fate, other.fate) { Light::Better } else { Light::Worse },
                });
            }
            path
        });
        Self { paths: paths.collect(), rungs: map.rungs.iter().copied().max().unwrap_or(1).into() }
    }

    /// Every dot that can be seen at a time [periods].
    pub fn dots(&self, time: f64) -> impl Iterator<Item = Dot> + '_ {
        self.paths.iter().filter_map(move |path| path.dot(time))
    }

    /// The dot nearest to a place, not further away than `reach` [px].
    pub fn nearest(&self, time: f64, to: Point, reach: f64) -> Option<Dot> {
        let near = self.dots(time).map(|dot| (dot.at.distance(to), dot)).filter(|(far, _)| *far <= reach);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, dot)| dot)
    }

    /// How many are where at a time [periods].
    pub fn counts(&self, time: f64) -> Counts {
        counts::counts(&self.paths, self.rungs, time)
    }

    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }
}

/// Whether a fate is better than another.
fn is_better(today: Fate, now: Fate) -> bool {
    let rank = |fate| match fate {
        Fate::Dropped => 0,
        Fate::Left => 1,
        Fate::Stays => 2,
    };
    rank(now) > rank(today)
}

/// The chain as a dot needs it.
pub(super) struct Map {
    /// By link: touchpoints in journey order, then handovers in theirs.
    places: Vec<Place>,
    touchpoints: usize,
    /// Touchpoints in the order of the loop.
    ring: Vec<usize>,
    oval: Arc<Oval>,
    period_days: f64,
    /// Rungs of each persona's ladder.
    rungs: Vec<u8>,
}

struct Place {
    ring: Capsule,
    /// The line that a handover follows.
    way: Vec<Point>,
    /// The touchpoint that a handover leads to.
    to: usize,
    falls: Option<Rect>,
    kind: Kind,
}

impl Map {
    fn new(ground: &Ground) -> Self {
        let Ground { journey, chain, .. } = ground;
        let index = |id: &LinkId| journey.touchpoints.iter().position(|t| t.id == *id);
        let place = |id: &LinkId| {
            let shape = chain.shape(id);
            let ring = shape.and_then(|s| s.rings.get(s.rings.len() / 2)).copied();
            let ring = ring.unwrap_or(Capsule::new(chain.size.center(), 1.0, 1.0, 0.0));
            Place {
                ring,
                way: shape.map(|s| s.way.clone()).unwrap_or_default(),
                to: journey.handover(id).and_then(|h| index(&h.to)).unwrap_or_default(),
                falls: shape.and_then(|s| s.falls),
                kind: shape.map_or(Kind::Touchpoint, |s| s.kind),
            }
        };
        let places: Vec<Place> = journey.links().map(place).collect();
        let middle = chain.middle.map_or((chain.size.center(), (1.0, 1.0)), |m| (m.at, (m.rx, m.ry)));
        let mut oval = Oval { center: middle.0, axes: middle.1, angles: Vec::new() };
        // Touchpoints stand among the shapes in the order of the loop.
        let members = chain.shapes.iter().filter(|s| s.kind == Kind::Touchpoint && s.after);
        let ring: Vec<usize> = members.filter_map(|s| index(&s.link)).collect();
        for &touchpoint in &ring {
            let angle = oval.angle(places[touchpoint].ring.center);
            let last = oval.angles.last().copied().unwrap_or(angle);
            oval.angles.push(last + (angle - last).rem_euclid(TAU));
        }
        Self {
            places,
            touchpoints: journey.touchpoints.len(),
            ring,
            oval: Arc::new(oval),
            period_days: journey.period.days(),
            rungs: journey.personas.iter().map(|p| p.tolerance).collect(),
        }
    }

    /// A place of one's own in the hole of a link.
    fn spot(&self, customer: usize, link: usize) -> Point {
        let Some(Place { ring, .. }) = self.places.get(link) else { return self.oval.center };
        let (a, b, c) = (
            scatter(customer as u64, link as u64, 11),
            scatter(customer as u64, link as u64, 12),
            scatter(customer as u64, link as u64, 13),
        );
        let along = (a + b - 1.0) * (ring.half + ring.radius * 0.35);
        let across = (c - 0.5) * ring.radius * 0.9;
        ring.center.polar(along, ring.angle).polar(across, ring.angle + std::f64::consts::FRAC_PI_2)
    }

    fn path(&self, customer: usize, trail: &Trail, arrival: f64) -> Path {
        let rungs = self.rungs.get(usize::from(trail.persona)).copied().unwrap_or(1);
        let mut path = Path::new(customer, rungs, trail.fate);
        if let Some(purchase) = before::approach(self, &mut path, customer, trail, arrival) {
            after::stay(self, &mut path, customer, trail, purchase);
        }
        path
    }
}
