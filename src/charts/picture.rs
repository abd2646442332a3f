//! A small picture of a journey: its own chain without words, to be recognised by.

use super::chain::{Room, Way, chain, thickness};
use super::geometry::Rect;
use crate::model::{Journey, LinkId};

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
    /// Whether it is the journey's weakest link.
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
    let drawn = chain(&Room { journey, lang: "en", width: WIDTH, way: Way::Across });
    let capsules = || drawn.shapes.iter().flat_map(|s| s.rings.iter().map(move |r| (s, r)));
    let rings = capsules().map(|(shape, ring)| Ring {
        path: ring.path(),
        thickness: THICKER * thickness(shape.kind, journey.strength(&shape.link).unwrap_or(0.0)),
        weakest: weakest == Some(&shape.link),
    });
    let rings = rings.collect();
    let edge = THICKER * thickness(super::chain::Kind::Touchpoint, 1.0) / 2.0;
    let boxes = capsules().map(|(_, ring)| ring.grown(edge).bounds());
    Picture { size: boxes.reduce(|all, one| all.with(&one)).unwrap_or_default(), rings }
}
