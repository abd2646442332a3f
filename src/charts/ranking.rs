//! Bars with their intervals on one scale, and rings that are as large as a link is strong.

use crate::analysis::Estimate;

/// A bar: what a link gives, with its interval, and what it could give at most.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bar {
    pub gain: Option<Estimate>,
    pub ceiling: Option<f64>,
}

/// From where to where something reaches, the lesser first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    pub from: f64,
    pub to: f64,
}

impl Reach {
    fn between(a: f64, b: f64) -> Self {
        Self { from: a.min(b), to: a.max(b) }
    }

    /// How long it is, never negative.
    pub fn length(&self) -> f64 {
        self.to - self.from
    }

    /// The part of it that lies within another; none where they do not meet.
    fn within(self, other: Self) -> Option<Self> {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        (from < to).then_some(Self { from, to })
    }
}

/// A bar laid out. A gain of nothing and a missing one have no length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DrawnBar {
    pub bar: Reach,
    pub ceiling: Option<Reach>,
    /// The interval, and the part of it that lies on the bar.
    pub interval: Option<Reach>,
    pub on_bar: Option<Reach>,
}

/// All bars, and where 0 stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    pub zero: f64,
    pub bars: Vec<DrawnBar>,
}

/// Lays bars out in a width. All have one scale, which holds 0, every interval and every ceiling.
pub fn bars(rows: &[Bar], width: f64) -> Bars {
    let ends = |bar: &Bar| [bar.gain.map(|g| g.low), bar.gain.map(|g| g.high), bar.gain.map(|g| g.value), bar.ceiling];
    let all = || rows.iter().flat_map(ends).flatten().filter(|value| value.is_finite());
    let (least, most) = (all().fold(0.0, f64::min), all().fold(0.0, f64::max));
    let span = if most > least { most - least } else { 1.0 };
    let at = |value: f64| (value.clamp(least, most) - least) / span * width;
    let zero = at(0.0);
    let draw = |row: &Bar| {
        let bar = Reach::between(zero, row.gain.map_or(zero, |gain| at(gain.value)));
        let told = row.gain.filter(|gain| gain.noise().is_some());
        let interval = told.map(|gain| Reach::between(at(gain.low), at(gain.high)));
        DrawnBar {
            bar,
            ceiling: row.ceiling.map(|ceiling| Reach::between(zero, at(ceiling))),
            interval,
            on_bar: interval.and_then(|interval| interval.within(bar)),
        }
    };
    Bars { zero, bars: rows.iter().map(draw).collect() }
}

/// Radius of the ring of a strength [0..1], the largest being `most`: never so small that it is no ring.
pub fn ring(strength: f64, most: f64) -> f64 {
    most * (0.3 + 0.7 * strength.clamp(0.0, 1.0))
}
