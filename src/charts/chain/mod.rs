//! The chain: where every link of a journey stands. Touchpoints are links of a chain and handovers the smaller links
//! between them; after the purchase the relationship is a loop. Depends on the journey, the language and the room,
//! not on strengths: a strength only makes a link thicker ([`thickness`]), so that nothing jumps while one is changed.

mod before;
mod falls;
mod fit;
mod grid;
mod handovers;
mod headings;
mod labels;
mod lettering;
mod marks;
mod naming;
mod outline;
mod paper;
mod place;
mod ring;
mod route;
mod signs;
mod spare;
mod tracks;
mod weave;

pub use falls::{FallenDot, fall};
pub use fit::{Screen, fitted, for_wall};
pub use labels::{Anchor, Drops, Label, Word};
pub use lettering::{LEAST, Lettering};
pub use marks::{HandMark, SEAL, seal};
pub use outline::Outline;
pub use place::{chain, counted, flow};
pub use signs::Sign;
pub use weave::Over;

use super::geometry::{Capsule, Point, Rect};
use crate::model::{Journey, Lang, LinkId};

/// Which way the journey runs before the purchase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right; the loop stands to the right.
    Across,
    /// Downwards, for narrow screens; the loop stands below.
    Down,
}

/// What is laid out, and in how much room.
#[derive(Clone, Copy, Debug)]
pub struct Room<'a> {
    pub journey: &'a Journey,
    pub lang: &'a Lang,
    /// What the screen offers; a journey that needs more gets more.
    pub width: f64,
    pub way: Direction,
    /// How large it will be shown [times its natural size]: words are so large that they can be read then.
    pub scale: f64,
}

/// What a link is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkShape {
    Touchpoint,
    Handover,
}

/// A link as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    pub link: LinkId,
    pub kind: LinkShape,
    /// Centre lines of its rings: one for a touchpoint, one or more in a row for a handover.
    pub rings: Vec<Capsule>,
    /// The line that a handover follows, from one touchpoint towards the next; empty for a touchpoint.
    pub way: Vec<Point>,
    /// The line that carries the rings of a long handover, as path data; empty where rings reach all the way.
    pub strand: String,
    /// Pieces of this link's own centre line that pass over a neighbour: what makes links interlock.
    pub over: Vec<Over>,
    /// Its name and where the strength is written; a handover without room for them has none.
    pub label: Option<Label>,
    /// Whether it stands in the loop after the purchase.
    pub after: bool,
    /// Where dots fall that drop out here: the space under a touchpoint before the purchase, where there is some.
    pub falls: Option<Rect>,
    /// The broken link where no way leads on, as path data.
    pub dead_end: Option<String>,
}

/// A phase's heading with the line under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    pub words: String,
    pub at: Point,
    pub line: (Point, Point),
}

/// The middle of the loop, and its half axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Middle {
    pub at: Point,
    pub rx: f64,
    pub ry: f64,
    /// Where more words than one can stand: in the middle, or below the loop where that is too narrow.
    pub words: Point,
}

/// The whole drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainDrawing {
    pub size: Rect,
    /// How large it is shown [times its natural size], and its words.
    pub scale: f64,
    pub lettering: Lettering,
    pub way: Direction,
    pub headings: Vec<Heading>,
    /// In the order of the flow: each touchpoint followed by the handovers out of it.
    pub shapes: Vec<Shape>,
    pub middle: Option<Middle>,
    /// Every room in which words stand.
    pub words: Vec<Rect>,
    /// Room for the phase-out ladder beside the loop, where there is some.
    pub ladder: Option<Rect>,
}

impl ChainDrawing {
    pub fn shape(&self, link: &LinkId) -> Option<&Shape> {
        self.shapes.iter().find(|s| s.link == *link)
    }
}

/// How thick a link's line is at a strength [0..1].
pub fn thickness(kind: LinkShape, strength: f64) -> f64 {
    let s = strength.clamp(0.0, 1.0);
    match kind {
        LinkShape::Touchpoint => 3.5 + 12.5 * s,
        LinkShape::Handover => 2.0 + 5.0 * s,
    }
}

/// Sizes at natural size; of links those of the centre lines.
pub mod size {
    /// Length and width of a touchpoint before the purchase.
    pub const LINK: (f64, f64) = (98.0, 50.0);
    /// Width of a handover.
    pub const HANDOVER: f64 = 18.0;
    /// The thickest that a touchpoint gets, and a handover.
    pub const THICK: f64 = 16.0;
    pub const THIN: f64 = 7.0;
    /// Free space that words want beside a link at its thickest, at the least.
    pub const TIGHT: f64 = 1.0;
    /// How far a handover reaches into the hole of a touchpoint, from centre line to centre line.
    pub const REACH: f64 = 15.0;
    /// Type sizes of a link's name, of what stands beside it, of what is small, and of a phase's name.
    pub const NAME: f64 = 13.0;
    pub const VALUE: f64 = 12.0;
    pub const SMALL: f64 = 11.0;
    pub const PHASE: f64 = 12.5;
    /// From baseline to baseline, of a name and of a number with its word under it.
    pub const LINE: f64 = 16.0;
    pub const DROPS_LINE: f64 = 14.0;
    /// The same of words that are small.
    pub const SMALL_LINE: f64 = 14.0;
}
