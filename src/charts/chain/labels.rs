//! A link's name and the place of its strength, kept clear of links and of each other.

use super::{Lettering, size};
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
/// The same of a handover, with its height.
const SMALL_VALUE: (f64, f64) = (32.0, 14.0);

/// How many drop out at a link.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drops {
    /// Baseline, of the first line.
    pub at: Point,
    pub word: Word,
    /// Where it ends downwards.
    pub bottom: f64,
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
    /// Room that number and word need.
    pub fn width(word: Word, lettering: &Lettering) -> f64 {
        let usual = match word {
            Word::Beside => 100.0,
            Word::Under => 62.0,
            Word::Elsewhere => 42.0,
        };
        usual * lettering.values()
    }
}

/// A name broken into lines.
pub struct Wrapped {
    lines: Vec<String>,
    cut: bool,
    /// Whether a word goes on in the next line.
    broken: bool,
    /// How many lines it might have had.
    pub most: usize,
    /// Of the widest line.
    width: f64,
    pub lettering: Lettering,
}

/// A place where words may stand; a label without them.
pub struct LabelPlace<'a> {
    /// `None` for a strength alone.
    name: Option<&'a Wrapped>,
    name_at: Point,
    value_at: Point,
    drops: Option<Drops>,
    anchor: Anchor,
    pub boxes: Vec<Rect>,
}

impl Wrapped {
    /// A name in lines no wider than a limit, at most so many.
    pub fn new(name: &str, lettering: Lettering, limit: f64, most: usize) -> Self {
        let (lines, cut) = text::wrap(name, lettering.name, limit, most);
        let width = lines.iter().map(|l| text::width(l, lettering.name)).fold(0.0, f64::max);
        let broken = !cut && lines.join(" ") != name;
        Self { lines, cut, broken, most, width, lettering }
    }

    /// Over a link, with its strength under it.
    pub fn over_and_under(&self, ring: &Capsule) -> LabelPlace<'_> {
        let outer = ring.bounds();
        let half = size::THICK / 2.0;
        let (line, value) = (self.lettering.line(), self.lettering.value);
        let (top, bottom) = (outer.y - half - 10.0, outer.bottom() + half + 5.0 + value);
        let x = ring.center.x;
        let height = self.lines.len() as f64 * line;
        let value_width = VALUE_WIDTH * self.lettering.values();
        LabelPlace {
            name: Some(self),
            name_at: Point::new(x, top - (self.lines.len() as f64 - 1.0) * line),
            value_at: Point::new(x, bottom),
            drops: None,
            anchor: Anchor::Middle,
            boxes: vec![
                Rect::new(x - self.width / 2.0, top - height + 3.0, self.width, height),
                Rect::new(x - value_width / 2.0, bottom - value, value_width, value * 1.25),
            ],
        }
    }

    /// With its strength under it, as one block beside a link: the point is where the block touches the link.
    pub fn beside(&self, at: Point, anchor: Anchor, lift: f64) -> LabelPlace<'_> {
        let width = self.width.max(VALUE_WIDTH * self.lettering.values());
        let line = self.lettering.line();
        let height = (self.lines.len() as f64 + 1.0) * line;
        let top = at.y - height * lift;
        let first = top + line * 0.75;
        LabelPlace {
            name: Some(self),
            name_at: Point::new(at.x, first),
            value_at: Point::new(at.x, first + self.lines.len() as f64 * line),
            drops: None,
            anchor,
            boxes: vec![Rect::new(from(at.x, anchor, width), top, width, height)],
        }
    }
}

/// Where something begins that is anchored at a place.
fn from(x: f64, anchor: Anchor, width: f64) -> f64 {
    match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    }
}

impl<'a> LabelPlace<'a> {
    /// For a strength alone, of a handover.
    pub fn value_only(at: Point, anchor: Anchor, lettering: &Lettering) -> Self {
        let large = lettering.smalls();
        let (width, height) = (SMALL_VALUE.0 * large, SMALL_VALUE.1 * large);
        Self {
            name: None,
            name_at: at,
            value_at: at,
            drops: None,
            anchor,
            boxes: vec![Rect::new(from(at.x, anchor, width), at.y - lettering.small, width, height)],
        }
    }

    /// With room for how many drop out, under the strength.
    pub fn with_drops(mut self, word: Word, lettering: &Lettering) -> Self {
        let at = Point::new(self.value_at.x, self.value_at.y + lettering.value * 1.25);
        let under = if word == Word::Under { lettering.drops_line() } else { 0.0 };
        let bottom = at.y + 4.0 + under;
        let width = Drops::width(word, lettering);
        let top = self.value_at.y + 2.0;
        self.boxes.push(Rect::new(from(at.x, self.anchor, width), top, width, bottom - top));
        self.drops = Some(Drops { at, word, bottom });
        self
    }

    /// The same with the name so far aside and higher; the strength stays where it is.
    pub fn lifted(mut self, aside: f64, by: f64) -> Self {
        self.name_at.x += aside;
        self.name_at.y -= by;
        if let Some(name) = self.boxes.first_mut() {
            name.x += aside;
            name.y -= by;
        }
        self
    }

    /// Whether the name is shortened here.
    pub fn is_cut(&self) -> bool {
        self.name.is_some_and(|name| name.cut)
    }

    /// Whether a word of the name goes on in the next line here.
    pub fn is_broken(&self) -> bool {
        self.name.is_some_and(|name| name.broken)
    }

    /// The label that stands here.
    pub fn label(self) -> Label {
        Label {
            lines: self.name.map_or(Vec::new(), |name| name.lines.clone()),
            cut: self.is_cut(),
            name_at: self.name_at,
            value_at: self.value_at,
            drops: self.drops,
            anchor: self.anchor,
            boxes: self.boxes,
        }
    }
}
