//! A link's name and the place of its strength, kept clear of links and of each other.

use super::size;
use crate::charts::geometry::{Capsule, Point, Rect};
use crate::charts::text;

/// Words beside a link: a name in one or more lines, and a line for its strength.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub lines: Vec<String>,
    /// Whether the name is shortened; the full one has to be at hand elsewhere.
    pub cut: bool,
    /// Baseline of each line of the name, and of the strength.
    pub name_at: Point,
    pub value_at: Point,
    /// How many drop out here; before the purchase only.
    pub drops: Option<Drops>,
    pub anchor: Anchor,
    /// The room that all of it takes: the name's, the strength's and the drop-outs'.
    pub boxes: Vec<Rect>,
}

/// Which end of a line its point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// Room that a strength may need ("100 % → 100 %" is never written in a label, "100 %" is).
const VALUE_WIDTH: f64 = 40.0;

/// How many drop out at a link.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drops {
    /// Baseline, of the first line.
    pub at: Point,
    pub word: Word,
}

/// Where the word that tells what a number counts stands: "1 352 drop out".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Beside,
    Under,
    /// It stands at the number of another link.
    Elsewhere,
}

impl Drops {
    /// Room that number and word need [px].
    pub fn width(word: Word) -> f64 {
        match word {
            Word::Beside => 100.0,
            Word::Under => 62.0,
            Word::Elsewhere => 42.0,
        }
    }

    /// Where it ends downwards.
    pub fn bottom(self) -> f64 {
        self.at.y + 4.0 + if self.word == Word::Under { size::DROPS_LINE } else { 0.0 }
    }
}

/// A name over a link in at most so many lines, and its strength under it.
pub fn over_and_under(name: &str, ring: &Capsule, limit: f64, most: usize) -> Label {
    let (lines, cut) = text::wrap(name, size::NAME, limit, most);
    let outer = ring.bounds();
    let half = size::THICK / 2.0;
    let (top, bottom) = (outer.y - half - 10.0, outer.bottom() + half + 17.0);
    let x = ring.center.x;
    let height = lines.len() as f64 * size::LINE;
    let width = widest(&lines);
    Label {
        name_at: Point::new(x, top - (lines.len() as f64 - 1.0) * size::LINE),
        value_at: Point::new(x, bottom),
        drops: None,
        anchor: Anchor::Middle,
        boxes: vec![
            Rect::new(x - width / 2.0, top - height + 3.0, width, height),
            Rect::new(x - VALUE_WIDTH / 2.0, bottom - 12.0, VALUE_WIDTH, 15.0),
        ],
        lines,
        cut,
    }
}

/// A name with its strength under it, as one block beside a link: the point is where the block touches the link.
pub fn beside(name: &str, at: Point, anchor: Anchor, lift: f64, limit: f64, most: usize) -> Label {
    let (lines, cut) = text::wrap(name, size::NAME, limit, most);
    let width = widest(&lines).max(VALUE_WIDTH);
    let height = (lines.len() as f64 + 1.0) * size::LINE;
    let top = at.y - height * lift;
    let x = match anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - width / 2.0,
        Anchor::End => at.x - width,
    };
    Label {
        name_at: Point::new(at.x, top + 12.0),
        value_at: Point::new(at.x, top + 12.0 + lines.len() as f64 * size::LINE),
        drops: None,
        anchor,
        boxes: vec![Rect::new(x, top, width, height)],
        lines,
        cut,
    }
}

/// A strength alone, for a handover.
pub fn value_only(at: Point, anchor: Anchor) -> Label {
    let width = 32.0;
    let x = match anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - width / 2.0,
        Anchor::End => at.x - width,
    };
    Label {
        lines: Vec::new(),
        cut: false,
        name_at: at,
        value_at: at,
        drops: None,
        anchor,
        boxes: vec![Rect::new(x, at.y - 11.0, width, 14.0)],
    }
}

impl Label {
    /// With room for how many drop out, under the strength.
    pub fn with_drops(mut self, word: Word) -> Self {
        let drops = Drops { at: Point::new(self.value_at.x, self.value_at.y + 15.0), word };
        let width = Drops::width(word);
        let x = match self.anchor {
            Anchor::Start => drops.at.x,
            Anchor::Middle => drops.at.x - width / 2.0,
            Anchor::End => drops.at.x - width,
        };
        let top = self.value_at.y + 2.0;
        self.boxes.push(Rect::new(x, top, width, drops.bottom() - top));
        self.drops = Some(drops);
        self
    }

    /// Whether it keeps clear of links, of other words, and within the drawing.
    pub fn is_clear(&self, rings: &[(Capsule, f64)], words: &[Rect], within: &Rect) -> bool {
        self.boxes.iter().all(|b| {
            within.holds(b)
                && !words.iter().any(|w| w.overlaps(b))
                && !rings.iter().any(|(ring, thick)| ring.gap_to_rect(b) < thick / 2.0 + 1.0)
        })
    }
}

fn widest(lines: &[String]) -> f64 {
    lines.iter().map(|l| text::width(l, size::NAME)).fold(0.0, f64::max)
}
