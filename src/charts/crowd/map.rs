//! The chain as the dots of the crowd need it: where each link is, and the loop of those after the purchase.

use super::round::Oval;
use crate::charts::chain::{ChainDrawing, LinkShape};
use crate::charts::geometry::{Capsule, Point, Rect, scatter};
use crate::model::{Journey, LinkId};
use std::f64::consts::TAU;
use std::sync::Arc;

/// The chain as a dot needs it.
pub(super) struct ChainMap {
    /// By link: touchpoints in journey order, then handovers in theirs.
    pub places: Vec<LinkPlace>,
    pub touchpoints: usize,
    /// Touchpoints in the order of the loop.
    pub ring: Vec<usize>,
    pub oval: Arc<Oval>,
    pub period_days: f64,
    /// Rungs of each persona's ladder.
    pub rungs: Vec<u8>,
}

/// A link as a dot needs it.
pub(super) struct LinkPlace {
    pub ring: Capsule,
    /// The line that a handover follows.
    pub way: Vec<Point>,
    /// The touchpoint that a handover leads to.
    pub to: usize,
    pub falls: Option<Rect>,
    pub kind: LinkShape,
}

impl ChainMap {
    /// The map of a journey on its chain as it is laid out.
    pub fn new(journey: &Journey, chain: &ChainDrawing) -> Self {
        let index = |id: &LinkId| journey.touchpoints.iter().position(|t| t.id == *id);
        let place = |id: &LinkId| {
            let shape = chain.shape(id);
            let ring = shape.and_then(|s| s.rings.get(s.rings.len() / 2)).copied();
            let ring = ring.unwrap_or(Capsule::new(chain.size.center(), 1.0, 1.0, 0.0));
            LinkPlace {
                ring,
                way: shape.map(|s| s.way.clone()).unwrap_or_default(),
                to: journey.handover(id).and_then(|h| index(&h.to)).unwrap_or_default(),
                falls: shape.and_then(|s| s.falls),
                kind: shape.map_or(LinkShape::Touchpoint, |s| s.kind),
            }
        };
        let places: Vec<LinkPlace> = journey.links().map(place).collect();
        let middle = chain.middle.map_or((chain.size.center(), (1.0, 1.0)), |m| (m.at, (m.rx, m.ry)));
        let mut oval = Oval { center: middle.0, axes: middle.1, angles: Vec::new() };
        // Touchpoints stand among the shapes in the order of the loop.
        let members = chain.shapes.iter().filter(|s| s.kind == LinkShape::Touchpoint && s.after);
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
            rungs: journey.personas.iter().map(|p| p.top_rung()).collect(),
        }
    }

    /// A place of one's own in the hole of a link.
    pub fn spot(&self, customer: usize, link: usize) -> Point {
        let Some(LinkPlace { ring, .. }) = self.places.get(link) else { return self.oval.center };
        let (a, b, c) = (
            scatter(customer as u64, link as u64, 11),
            scatter(customer as u64, link as u64, 12),
            scatter(customer as u64, link as u64, 13),
        );
        let along = (a + b - 1.0) * (ring.half + ring.radius * 0.35);
        let across = (c - 0.5) * ring.radius * 0.9;
        ring.center.polar(along, ring.angle).polar(across, ring.angle + std::f64::consts::FRAC_PI_2)
    }
}
