//! The crowd: where each customer is at a moment of time, on the chain as it is laid out. A dot is one simulated
//! customer; everything that it does stands in the trail that the engine told.
//!
//! What is drawn differs from what happened in two ways. Before the purchase each link takes at least a visible moment,
//! also where no days pass. And after it a dot goes round the loop once a period, through what the customer meets and
//! past the rest, whatever the order of the meetings.

mod after;
mod before;
mod dot;
mod map;
mod path;
mod round;

pub use dot::{Dot, Light, Look};

use super::chain::ChainDrawing;
use super::geometry::Point;
use crate::analysis::{Fate, Trail};
use crate::model::Journey;
use map::ChainMap;
use path::{Parted, Path};

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
    pub chain: &'a ChainDrawing,
    pub arrivals: Arrivals,
}

/// How many customers of the crowd are where [customers].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrowdCounts {
    /// Have come so far.
    pub come: u64,
    /// Have neither bought nor dropped out.
    pub on_the_way: u64,
    pub dropped: u64,
    /// Have bought and are still there.
    pub customers: u64,
    pub left: u64,
    /// Customers by rung of the phase-out ladder, lowest first.
    pub rungs: Vec<u64>,
}

/// All customers of the crowd with their ways over the chain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Crowd {
    paths: Vec<Path>,
    /// From when to when each dot can be seen [periods]: most can't at any one time, and need not be looked up.
    spans: Vec<(f64, f64)>,
    /// Rungs of the longest phase-out ladder.
    rungs: usize,
}

/// How long before its end a dot is lit at the latest, so that it is seen of whoever parts at the very end [periods].
const SEEN_LIT: f64 = 0.5;

impl Crowd {
    /// The crowd of these trails. With those of another world the dots follow that, and twins whose fates differ are
    /// lit from where they part. `shows` says whose customers are drawn, by index of persona.
    pub fn new(ground: &Ground, today: &[Trail], what_if: Option<&[Trail]>, shows: impl Fn(usize) -> bool) -> Self {
        let map = ChainMap::new(ground.journey, ground.chain);
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
            let mut path = path_of(&map, customer, other.unwrap_or(trail), at);
            if let Some(other) = other
                && other.fate != trail.fate
            {
                let today = path_of(&map, customer, trail, at);
                path.parted = Some(Parted {
                    at: today.end.min(path.end - SEEN_LIT),
                    light: if is_better(trail.fate, other.fate) { Light::Better } else { Light::Worse },
                });
            }
            path
        });
        let paths: Vec<Path> = paths.collect();
        let spans = paths.iter().map(Path::span).collect();
        Self { paths, spans, rungs: map.rungs.iter().copied().max().unwrap_or(1).into() }
    }

    /// Every dot that can be seen at a time [periods].
    pub fn dots(&self, time: f64) -> impl Iterator<Item = Dot> + '_ {
        let is_seen = move |&(from, to): &(f64, f64)| from <= time && time < to;
        let seen = self.paths.iter().zip(&self.spans).filter(move |(_, span)| is_seen(span));
        seen.filter_map(move |(path, _)| path.dot(time))
    }

    /// The dot nearest to a place, not further away than `reach` [px].
    pub fn nearest(&self, time: f64, to: Point, reach: f64) -> Option<Dot> {
        let near = self.dots(time).map(|dot| (dot.at.distance(to), dot)).filter(|(far, _)| *far <= reach);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, dot)| dot)
    }

    /// How many are where at a time [periods].
    pub fn counts(&self, time: f64) -> CrowdCounts {
        counts(&self.paths, self.rungs, time)
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

/// The path of one customer on the map.
fn path_of(map: &ChainMap, customer: usize, trail: &Trail, arrival: f64) -> Path {
    let rungs = map.rungs.get(usize::from(trail.persona)).copied().unwrap_or(1);
    let mut path = Path::new(customer, rungs, trail.fate);
    if let Some(purchase) = before::draw_before_purchase(map, &mut path, customer, trail, arrival) {
        after::draw_after_purchase(map, &mut path, customer, trail, purchase);
    }
    path
}

fn counts(paths: &[Path], rungs: usize, time: f64) -> CrowdCounts {
    let mut counts = CrowdCounts { rungs: vec![0; rungs], ..CrowdCounts::default() };
    for path in paths.iter().filter(|path| path.came() <= time) {
        counts.come += 1;
        let has_bought = path.bought.is_some_and(|at| at <= time);
        match (has_bought, path.end <= time, path.fate) {
            (false, true, _) => counts.dropped += 1,
            (false, false, _) => counts.on_the_way += 1,
            (true, true, Fate::Left) => counts.left += 1,
            (true, ..) => {
                counts.customers += 1;
                if let Some(crowd) = counts.rungs.get_mut(path.rung(time)) {
                    *crowd += 1;
                }
            }
        }
    }
    counts
}
