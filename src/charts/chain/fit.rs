//! The chain for a screen: at the largest scale at which all of it is seen at once, with words that can be read.

use super::{ChainDrawing, Direction, Room, chain};
use crate::model::{Journey, Lang};

/// The scales that are tried, the largest first [times the natural size].
const SCALES: [f64; 9] = [1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.66, 0.62];
/// Scales below those, for a wall, where nothing is scrolled.
const SMALLER: [f64; 6] = [0.58, 0.54, 0.5, 0.46, 0.43, 0.4];
/// A journey that would have to be smaller still is shown so, and is scrolled.
const SCROLLED: f64 = 0.85;
/// By how much the first try may mislead: shown smaller, a ladder may stand beside the loop that stood under it.
const HOPE: f64 = 0.04;

/// So many scales are tried for the sake of names that are cut.
const FOR_NAMES: usize = 4;

/// What a screen offers for a journey [units of the drawing at its natural size].
#[derive(Clone, Copy, Debug)]
pub struct Screen<'a> {
    pub journey: &'a Journey,
    pub lang: &'a Lang,
    pub width: f64,
    /// Infinite where the page is scrolled anyhow.
    pub height: f64,
    pub way: Direction,
}

impl Screen<'_> {
    fn drawn(&self, scale: f64) -> ChainDrawing {
        // What runs downwards is as wide as the screen at every scale.
        let width = if self.way == Direction::Across { self.width / scale } else { self.width };
        chain(&Room { journey: self.journey, lang: self.lang, width, way: self.way, scale })
    }

    /// The scale at which all of a drawing is seen, not over the natural one.
    fn scale_of(&self, drawing: &ChainDrawing) -> f64 {
        (self.width / drawing.size.width).min(self.height / drawing.size.height).min(1.0)
    }
}

/// Lays the chain out for a screen.
pub fn fitted(screen: &Screen) -> ChainDrawing {
    all_seen(screen, screen.drawn(1.0), &SCALES).unwrap_or_else(|| {
        let drawing = screen.drawn(SCROLLED);
        let wide = (screen.width / drawing.size.width).clamp(SCROLLED, 1.0);
        ChainDrawing { scale: wide, ..drawing }
    })
}

/// Lays the chain out for a wall: as for a screen, where no name is cut that need not be, and then as large as there is
/// room for. Nothing is scrolled there, so that what is too large for every scale is seen smaller than it can be read.
pub fn for_wall(screen: &Screen) -> ChainDrawing {
    let first = screen.drawn(1.0);
    let drawing = all_seen(screen, first.clone(), &SCALES)
        .or_else(|| all_seen(screen, first, &SMALLER))
        .unwrap_or_else(|| screen.drawn(SMALLER[SMALLER.len() - 1]));
    let scale = (screen.width / drawing.size.width).min(screen.height / drawing.size.height);
    ChainDrawing { scale, ..drawing }
}

/// The chain at the largest of some scales, the largest first, at which all of it is seen and hardly a name is cut;
/// `None` where none is small enough. `first` is the chain at its natural size.
fn all_seen(screen: &Screen, first: ChainDrawing, scales: &[f64]) -> Option<ChainDrawing> {
    let hoped = screen.scale_of(&first) + HOPE;
    if hoped >= 1.0 + HOPE {
        return Some(first);
    }
    let cut = |drawing: &ChainDrawing| {
        drawing.shapes.iter().filter(|shape| shape.label.as_ref().is_some_and(|label| label.cut)).count()
    };
    let mut best: Option<(usize, ChainDrawing)> = None;
    for (tried, &scale) in scales.iter().filter(|scale| **scale <= hoped).enumerate() {
        let drawing = if scale < 1.0 { screen.drawn(scale) } else { first.clone() };
        let seen = screen.scale_of(&drawing);
        if seen < scale - 1e-9 {
            continue;
        }
        let (cut, drawing) = (cut(&drawing), ChainDrawing { scale: seen, ..drawing });
        if best.as_ref().is_none_or(|(least, _)| cut < *least) {
            best = Some((cut, drawing));
        }
        // Some steps smaller there may be room for a whole name.
        if tried >= FOR_NAMES || best.as_ref().is_some_and(|(cut, _)| *cut == 0) {
            break;
        }
    }
    best.map(|(_, drawing)| drawing)
}
