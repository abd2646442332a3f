//! The way of one dot: where it is when, and how it looks.

use crate::charts::geometry::Point;
use crate::engine::Fate;

/// How a dot looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// On its way, or a customer.
    Well,
    /// A link has just failed it.
    Failed,
    /// Drops out, or leaves.
    Falling,
}

/// Why a dot is lit: its twin's fate is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    Better,
    Worse,
}

/// A dot to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Number of the customer.
    pub customer: usize,
    pub at: Point,
    pub look: Look,
    /// How far up the phase-out ladder the customer stands [0..1].
    pub heat: f64,
    /// What is left of it while it falls [0..1].
    pub fade: f64,
    pub light: Option<Light>,
}

/// A place of a dot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Spot {
    At(Point),
    /// In the loop: how far round [radians, growing from round to round], and how far inside the line of links [px].
    Round {
        angle: f64,
        inside: f64,
    },
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    /// [periods]
    at: f32,
    spot: Spot,
    look: Look,
    rung: u8,
}

/// From when on, and how, a dot is lit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Parted {
    pub at: f32,
    pub light: Light,
}

/// The loop that dots go round.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Oval {
    pub center: Point,
    pub axes: (f64, f64),
}

impl Oval {
    /// How far round a place is [radians].
    pub fn angle(&self, p: Point) -> f64 {
        libm::atan2((p.y - self.center.y) / self.axes.1, (p.x - self.center.x) / self.axes.0)
    }

    pub fn point(&self, spot: Spot) -> Point {
        match spot {
            Spot::At(point) => point,
            Spot::Round { angle, inside } => Point::new(
                self.center.x + (self.axes.0 - inside) * libm::cos(angle),
                self.center.y + (self.axes.1 - inside) * libm::sin(angle),
            ),
        }
    }

    /// A place part of the way [0..1] between two: round the loop where both are in it.
    fn between(&self, from: Spot, to: Spot, part: f64) -> Point {
        match (from, to) {
            (Spot::Round { angle: a, inside: i }, Spot::Round { angle: b, inside: j }) => {
                self.point(Spot::Round { angle: a + (b - a) * part, inside: i + (j - i) * part })
            }
            _ => self.point(from).towards(self.point(to), part),
        }
    }
}

/// The way of one dot.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Path {
    customer: usize,
    oval: Oval,
    keys: Vec<Key>,
    rungs: u8,
    pub fate: Fate,
    /// When it bought, and when it dropped out, left or was followed to the end [periods].
    pub bought: Option<f32>,
    pub end: f32,
    pub parted: Option<Parted>,
}

impl Path {
    pub fn new(customer: usize, oval: Oval, rungs: u8, fate: Fate) -> Self {
        Self { customer, oval, keys: Vec::new(), rungs, fate, bought: None, end: 0.0, parted: None }
    }

    /// Is at a place at a time [periods], and looks so from then on.
    pub fn stand(&mut self, at: f64, spot: Spot, look: Look, rung: u8) {
        self.keys.push(Key { at: at as f32, spot, look, rung });
        self.end = at as f32;
    }

    /// Walks along a line until a time [periods].
    pub fn walk(&mut self, line: &[Point], until: f64) {
        let Some(&Key { at, spot, .. }) = self.keys.last() else { return };
        let mut here = self.oval.point(spot);
        let lengths: Vec<f64> = line
            .iter()
            .map(|&p| {
                let step = here.distance(p);
                here = p;
                step
            })
            .collect();
        let whole = lengths.iter().sum::<f64>().max(1e-6);
        let mut walked = 0.0;
        for (&point, step) in line.iter().zip(lengths) {
            walked += step;
            let at = f64::from(at) + (until - f64::from(at)) * walked / whole;
            self.stand(at, Spot::At(point), Look::Well, 0);
        }
    }

    /// Falls from where it is to a place, over so long [periods].
    pub fn fall(&mut self, to: Point, over: f64) {
        let Some(last) = self.keys.last_mut() else { return };
        last.look = Look::Falling;
        let (at, rung) = (last.at, last.rung);
        self.keys.push(Key { at: at + over as f32, spot: Spot::At(to), look: Look::Falling, rung });
    }

    /// Where the dot last stood.
    pub fn last(&self) -> Point {
        self.keys.last().map_or(self.oval.center, |key| self.oval.point(key.spot))
    }

    /// When the dot came [periods].
    pub fn came(&self) -> f32 {
        self.keys.first().map_or(f32::INFINITY, |key| key.at)
    }

    /// The rung of a customer at a time.
    pub fn rung(&self, time: f32) -> usize {
        let next = self.keys.partition_point(|key| key.at <= time);
        next.checked_sub(1).and_then(|i| self.keys.get(i)).map_or(0, |key| usize::from(key.rung))
    }

    /// The dot at a time; `None` before it comes and when it has gone.
    pub fn dot(&self, time: f32) -> Option<Dot> {
        let next = self.keys.partition_point(|key| key.at <= time);
        let from = self.keys.get(next.checked_sub(1)?)?;
        let to = self.keys.get(next)?;
        let part = f64::from((time - from.at) / (to.at - from.at).max(f32::MIN_POSITIVE));
        let falls = from.look == Look::Falling;
        Some(Dot {
            customer: self.customer,
            at: self.oval.between(from.spot, to.spot, if falls { part * part } else { part }),
            look: from.look,
            heat: f64::from(from.rung) / f64::from(self.rungs.max(1)),
            fade: if falls { 1.0 - part } else { 1.0 },
            light: self.parted.filter(|parted| parted.at <= time).map(|parted| parted.light),
        })
    }
}
