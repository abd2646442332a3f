//! The part before the purchase: from steps and tracks to places on the paper.

use super::tracks::Tracks;
use super::{Direction, Lettering, size};
use crate::charts::geometry::{Capsule, Point, polyline};
use std::f64::consts::FRAC_PI_2;

/// From one step to the next, least and most; with room for a handover between.
pub const STEP: (f64, f64) = (98.0, 176.0);
/// From one step to the next when the journey runs downwards.
pub const STEP_DOWN: f64 = 136.0;
/// Room across the flow for one track: name, link, strength and the space where drop-outs fall.
const TRACK: f64 = 196.0;
const TRACK_OF_MANY: f64 = 152.0;
/// From so many tracks on drop-outs have less room to fall.
pub const MANY: usize = 3;
/// Across, a link stands so far below the beginning of its track: drop-outs fall below it.
const LINK_AT: f64 = 80.0;
/// Downwards, a link stands so far from the beginning of its track: its words stand beside it.
const LINK_BESIDE: f64 = 62.0;

/// The places before the purchase.
pub struct Before {
    pub way: Direction,
    /// From one step to the next.
    pub step: f64,
    origin: Point,
    lowest: i32,
    track: f64,
    /// Where a link stands in its track.
    link_at: f64,
    /// How much more room than usual a name takes that stands over it.
    taller: f64,
    /// Room across the flow, and along it.
    pub across: f64,
    pub along: f64,
}

/// The room that the tracks take; `width` is that of the screen, for the way downwards.
pub fn plan(tracks: &Tracks, way: Direction, step: f64, width: f64, lettering: &Lettering) -> Before {
    let (low, high) = tracks.range;
    let count = (high - low + 1).max(1) as usize;
    let taller = 3.0 * (lettering.line() - size::LINE);
    // The name over a link, and two lines of numbers under it.
    let more = taller + 2.0 * (lettering.drops_line() - size::DROPS_LINE);
    let track = match way {
        Direction::Across if count >= MANY => TRACK_OF_MANY + more,
        Direction::Across => TRACK + more,
        Direction::Down => (width / count as f64).max(96.0),
    };
    Before {
        way,
        step,
        origin: Point::default(),
        lowest: low,
        track,
        link_at: match way {
            Direction::Across => LINK_AT + taller,
            Direction::Down => LINK_BESIDE.min(track / 2.0),
        },
        taller,
        across: track * count as f64,
        along: tracks.length as f64 * step / 2.0,
    }
}

impl Before {
    pub fn moved_to(self, origin: Point) -> Self {
        Self { origin, ..self }
    }

    /// A place so far along the flow and so far across it.
    pub fn point(&self, along: f64, across: f64) -> Point {
        match self.way {
            Direction::Across => Point::new(self.origin.x + along, self.origin.y + across),
            Direction::Down => Point::new(self.origin.x + across, self.origin.y + along),
        }
    }

    /// How far along and across a place is.
    pub fn measure(&self, p: Point) -> (f64, f64) {
        let (x, y) = (p.x - self.origin.x, p.y - self.origin.y);
        if self.way == Direction::Across { (x, y) } else { (y, x) }
    }

    /// Direction of the flow.
    pub fn flow(&self) -> f64 {
        if self.way == Direction::Across { 0.0 } else { FRAC_PI_2 }
    }

    /// Where the links of a track stand across the flow.
    pub fn track_at(&self, track: i32) -> f64 {
        f64::from(track - self.lowest) * self.track + self.link_at
    }

    /// A touchpoint's link.
    pub fn link(&self, tracks: &Tracks, touchpoint: usize) -> Option<Capsule> {
        let &(step, track) = tracks.places.get(&touchpoint)?;
        let length = size::LINK.0.min(self.step - 34.0).max(size::LINK.1 + 8.0);
        let center = self.point((step as f64 + 1.0) * self.step / 2.0, self.track_at(track));
        Some(Capsule::new(center, length, size::LINK.1, self.flow()))
    }

    /// Lines across which a long handover can run: over, between and under the tracks.
    pub fn lanes(&self, tracks: &Tracks) -> Vec<f64> {
        let mut lanes = Vec::new();
        let over = -98.0 - self.taller;
        for track in tracks.range.0..=tracks.range.1 {
            let at = self.track_at(track);
            match self.way {
                Direction::Across => lanes
                    .extend([over, -45.0, -30.0, -15.0, 0.0, 15.0, 30.0, self.track + over].map(|aside| at + aside)),
                Direction::Down => lanes.push(at),
            }
        }
        let ends = match self.way {
            Direction::Across => vec![self.track_at(tracks.range.0) + over - 24.0, self.across + 20.0],
            Direction::Down => {
                [14.0].into_iter().chain([14.0, 40.0, 66.0, 92.0].map(|aside| self.across - aside)).collect()
            }
        };
        lanes.extend(ends);
        lanes
    }

    /// Where two phases part, along the flow: between two half-steps.
    pub fn parting(&self, last: usize, first: usize) -> f64 {
        let origin = if self.way == Direction::Across { self.origin.x } else { self.origin.y };
        origin + ((last + first) as f64 / 2.0 + 1.0) * self.step / 2.0
    }

    /// A half link that hangs from a touchpoint with its legs broken off, where no way leads on.
    pub fn dead_end(&self, link: &Capsule) -> String {
        let flow = self.flow();
        let from = link.spine()[1].polar(link.radius, flow + FRAC_PI_2 * 0.6);
        let leg = |shift: f64, length: f64| {
            let top = from.polar(shift, flow);
            polyline(&[top, top.polar(length, flow + FRAC_PI_2)])
        };
        leg(-5.0, 22.0) + &leg(5.0, 15.0)
    }
}
