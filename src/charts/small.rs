//! Small drawings without axes or words, to be set beside others: a curve, a bar of gain and pain, a picture of a journey
//! to be recognised by.

use super::chain::{Direction, Room, chain, thickness};
use super::geometry::{Point, Rect, polyline};
use crate::model::{Journey, LinkId};

/// A line through values [0..1] at even distances, in a box of `width` by `height`: 1 at its top, 0 at its foot.
pub fn small(values: &[f64], width: f64, height: f64) -> String {
    let last = values.len().saturating_sub(1).max(1) as f64;
    let at = |(i, v): (usize, &f64)| Point::new(width * i as f64 / last, height * (1.0 - v.clamp(0.0, 1.0)));
    polyline(&values.iter().enumerate().map(at).collect::<Vec<_>>())
}

/// To which side an account leans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Balance {
    TakesMore,
    GivesMore,
    Even,
}

/// A bar with what is taken to the left of a middle line and what is given to the right, on one scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BalanceBar {
    pub middle: f64,
    pub takes: f64,
    pub gives: f64,
    pub leaning: Balance,
}

/// From this many times on, one side is said to be the larger.
const CLEARLY: f64 = 1.5;

/// Lays out gain and pain [prices, not negative] in a width; both 0 gives an empty bar.
pub fn balance(gain: f64, pain: f64, width: f64) -> BalanceBar {
    let unit = width / (gain + pain).max(f64::MIN_POSITIVE);
    let leaning = if pain > gain * CLEARLY {
        Balance::TakesMore
    } else if gain > pain * CLEARLY {
        Balance::GivesMore
    } else {
        Balance::Even
    };
    BalanceBar { middle: pain * unit, takes: pain * unit, gives: gain * unit, leaning }
}

/// How wide the chain is laid out before it is shown small.
const WIDTH: f64 = 1_000.0;
/// Lines are drawn so much thicker than in the large drawing, to be seen at all [times].
const THICKER: f64 = 1.3;

/// A link's ring.
#[derive(Clone, Debug, PartialEq)]
pub struct Ring {
    /// Centre line, as path data.
    pub path: String,
    pub thickness: f64,
    /// True if it is the journey's weakest link.
    pub weakest: bool,
}

/// The picture: its box, and its rings from the first to the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    pub size: Rect,
    pub rings: Vec<Ring>,
}

/// The picture of a journey with its weakest link marked.
pub fn picture(journey: &Journey, weakest: Option<&LinkId>) -> Picture {
    let drawn = chain(&Room { journey, lang: "en", width: WIDTH, way: Direction::Across, scale: 1.0 });
    let capsules = || drawn.shapes.iter().flat_map(|s| s.rings.iter().map(move |r| (s, r)));
    let rings = capsules().map(|(shape, ring)| Ring {
        path: ring.path(),
        thickness: THICKER * thickness(shape.kind, journey.strength(&shape.link).unwrap_or(0.0)),
        weakest: weakest == Some(&shape.link),
    });
    let rings = rings.collect();
    let edge = THICKER * thickness(super::chain::LinkShape::Touchpoint, 1.0) / 2.0;
    let boxes = capsules().map(|(_, ring)| ring.grown(edge).bounds());
    Picture { size: boxes.reduce(|all, one| all.with(&one)).unwrap_or_default(), rings }
}
