//! The way of one dot: where it is when, and how it looks.

use super::dot::{Dot, Light, Look};
use super::round::Going;
use crate::analysis::Fate;
use crate::charts::geometry::Point;

#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    /// [periods]
    at: f64,
    spot: Point,
    look: Look,
}

/// From when on, and how, a dot is lit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Parted {
    pub at: f64,
    pub light: Light,
}

/// The way of one dot: from place to place up to the purchase, round the loop after it, and the fall at the end.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Path {
    customer: usize,
    keys: Vec<Key>,
    /// How many of the keys stand before the loop.
    before: usize,
    going: Option<Going>,
    rungs: u8,
    pub fate: Fate,
    /// When it bought, and when it dropped out, left or was followed to the end [periods].
    pub bought: Option<f64>,
    pub end: f64,
    pub parted: Option<Parted>,
}

impl Path {
    pub fn new(customer: usize, rungs: u8, fate: Fate) -> Self {
        Self {
            customer,
            keys: Vec::with_capacity(16),
            before: usize::MAX,
            going: None,
            rungs,
            fate,
            bought: None,
            end: 0.0,
            parted: None,
        }
    }

    /// Is at a place at a time [periods], and looks so from then on.
    pub fn stand(&mut self, at: f64, spot: Point, look: Look) {
        self.keys.push(Key { at, spot, look });
        self.end = at;
    }

    /// Walks along a line until a time [periods].
    pub fn walk(&mut self, line: &[Point], until: f64) {
        let Some(&Key { at: begins, spot, .. }) = self.keys.last() else { return };
        let whole = length(spot, line).max(1e-6);
        let (mut here, mut walked) = (spot, 0.0);
        for &point in line {
            walked += here.distance(point);
            here = point;
            self.stand(begins + (until - begins) * walked / whole, point, Look::Well);
        }
    }

    /// Goes round the loop from where it stands now.
    pub fn go_round(&mut self, going: Going) {
        self.before = self.keys.len();
        self.going = Some(going);
    }

    /// Falls from where it is to a place, over so long [periods].
    pub fn fall(&mut self, to: Point, over: f64) {
        let Some(last) = self.keys.last_mut() else { return };
        last.look = Look::Falling;
        let at = last.at + over;
        self.keys.push(Key { at, spot: to, look: Look::Falling });
    }

    /// Where the dot last stood.
    pub fn last(&self) -> Point {
        self.keys.last().map(|key| key.spot).unwrap_or_default()
    }

    /// When the dot came [periods].
    pub fn came(&self) -> f64 {
        self.keys.first().map_or(f64::INFINITY, |key| key.at)
    }

    /// When the dot comes and when it has gone [periods].
    pub fn span(&self) -> (f64, f64) {
        let last = self.keys.last().map_or(f64::NEG_INFINITY, |key| key.at);
        (self.came(), last.max(self.end))
    }

    /// The rung of a customer at a time [periods].
    pub fn rung(&self, time: f64) -> usize {
        self.going.as_ref().and_then(|going| going.at(time)).map_or(0, |(_, _, rung)| usize::from(rung))
    }

    /// The dot at a time [periods]; `None` before it comes and when it has gone.
    pub fn dot(&self, time: f64) -> Option<Dot> {
        let next = self.keys.partition_point(|key| key.at <= time);
        let from = self.keys.get(next.checked_sub(1)?)?;
        let light = self.parted.filter(|parted| parted.at <= time).map(|parted| parted.light);
        let dot = |at, look, rung: u8, fade| Dot {
            customer: self.customer,
            at,
            look,
            heat: f64::from(rung) / f64::from(self.rungs.max(1)),
            fade,
            light,
        };
        if next == self.before
            && let Some((at, look, rung)) = self.going.as_ref().and_then(|going| going.at(time))
        {
            return Some(dot(at, look, rung, 1.0));
        }
        let to = self.keys.get(next)?;
        let part = (time - from.at) / (to.at - from.at).max(f64::MIN_POSITIVE);
        if from.look == Look::Falling {
            let rung = self.going.as_ref().map_or(0, |going| going.last_rung);
            return Some(dot(from.spot.towards(to.spot, part * part), Look::Falling, rung, 1.0 - part));
        }
        Some(dot(from.spot.towards(to.spot, part), from.look, 0, 1.0))
    }
}

/// Length of a line from a place on.
fn length(mut from: Point, line: &[Point]) -> f64 {
    let mut length = 0.0;
    for &point in line {
        length += from.distance(point);
        from = point;
    }
    length
}
