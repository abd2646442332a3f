//! What lies on the paper so far: rings, words and the ways of handovers, found by where they lie.

use super::grid::Grid;
use super::{size, weave};
use crate::charts::geometry::{Capsule, Point, Rect};

/// From this far on nothing minds a ring, words, or the way of a handover [px].
const RING_REACH: f64 = 28.0;
const WORDS_REACH: f64 = size::THICK;
const WAY_REACH: f64 = 18.0;
/// Sides of the squares in which rings and words are looked for, and ways: about as long as they are.
const SQUARE: f64 = 64.0;
const SQUARE_OF_WAYS: f64 = 32.0;
/// From one spot to the next at which a laid way is looked at, and how near to one words are crossed by it.
const SPOTS: f64 = 5.0;
const CROSSED: f64 = 2.0;
/// Things may lie so far over the edge of the plan.
const OVER_THE_EDGE: f64 = 128.0;

/// A ring that is laid.
#[derive(Clone, Copy, Debug)]
pub struct Laid {
    pub ring: Capsule,
    /// The thickest that its line gets.
    pub thick: f64,
}

/// A straight piece of a way.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// The number of the way.
    pub way: usize,
    pub from: Point,
    pub to: Point,
    /// Outside this box nothing minds it.
    pub reach: Rect,
}

/// The paper.
#[derive(Debug)]
pub struct Paper {
    pub rings: Vec<Laid>,
    pub words: Vec<Rect>,
    pub pieces: Vec<Piece>,
    ways: usize,
    /// Points close together along all ways.
    spots: Vec<Point>,
    by_ring: Grid,
    by_words: Grid,
    by_piece: Grid,
    by_spot: Grid,
}

impl Paper {
    /// Empty paper for a plan of a size.
    pub fn new(plan: &Rect) -> Self {
        let area = plan.grown(OVER_THE_EDGE);
        Self {
            rings: Vec::new(),
            words: Vec::new(),
            pieces: Vec::new(),
            ways: 0,
            spots: Vec::new(),
            by_ring: Grid::over(&area, SQUARE),
            by_words: Grid::over(&area, SQUARE),
            by_piece: Grid::over(&area, SQUARE_OF_WAYS),
            by_spot: Grid::over(&area, SQUARE_OF_WAYS),
        }
    }

    /// How often something on it was looked at.
    pub fn looked(&self) -> u64 {
        [&self.by_ring, &self.by_words, &self.by_piece, &self.by_spot].into_iter().map(Grid::looked).sum()
    }

    /// Lays a ring.
    pub fn lay(&mut self, ring: Capsule, thick: f64) {
        self.by_ring.put(self.rings.len(), &ring.bounds().grown(RING_REACH));
        self.rings.push(Laid { ring, thick });
    }

    /// Writes words into a box.
    pub fn write(&mut self, words: Rect) {
        self.by_words.put(self.words.len(), &words.grown(WORDS_REACH));
        self.words.push(words);
    }

    /// Takes all words away.
    pub fn wipe(&mut self) {
        self.words.clear();
        self.by_words.clear();
    }

    /// Draws the way of a handover.
    pub fn draw(&mut self, way: &[Point]) {
        for step in way.windows(2) {
            let (from, to) = (step[0], step[1]);
            // The box of a long slanting piece would reach much further than it does.
            let parts = (from.distance(to) / SQUARE).ceil().max(1.0);
            for part in 0..parts as usize {
                let end = |i: usize| from.towards(to, i as f64 / parts);
                self.by_piece.put(self.pieces.len(), &Rect::between(end(part), end(part + 1)).grown(WAY_REACH));
            }
            let reach = Rect::between(from, to).grown(WAY_REACH);
            self.pieces.push(Piece { way: self.ways, from, to, reach });
        }
        self.ways += 1;
        for spot in weave::points(way, SPOTS) {
            self.by_spot.put(self.spots.len(), &Rect::between(spot, spot).grown(CROSSED));
            self.spots.push(spot);
        }
    }

    /// Rings that may matter at a point, by number.
    pub fn rings_at(&self, p: Point) -> &[u32] {
        self.by_ring.at(p)
    }

    pub fn words_at(&self, p: Point) -> &[u32] {
        self.by_words.at(p)
    }

    /// Pieces that may matter at a point, way after way.
    pub fn pieces_at(&self, p: Point) -> &[u32] {
        self.by_piece.at(p)
    }

    /// Rings that may matter to what lies in a place, by number; some come several times.
    pub fn rings_about(&self, place: &Rect) -> impl Iterator<Item = (usize, &Laid)> {
        self.by_ring.about(place).filter_map(|i| Some((i, self.rings.get(i)?)))
    }

    pub fn words_about(&self, place: &Rect) -> impl Iterator<Item = (usize, &Rect)> {
        self.by_words.about(place).filter_map(|i| Some((i, self.words.get(i)?)))
    }

    /// Free space around a ring; at most [`size::THICK`].
    pub fn free(&self, ring: &Capsule) -> f64 {
        self.free_of_rings(ring).min(self.free_of_words(ring))
    }

    /// Free space between a ring and the others; at most [`size::THICK`].
    pub fn free_of_rings(&self, ring: &Capsule) -> f64 {
        let bounds = ring.bounds();
        let near = self.rings_about(&bounds).filter(|(_, l)| l.ring.is_within(size::THICK, ring));
        near.map(|(_, laid)| laid.ring.gap(ring)).fold(size::THICK, f64::min)
    }

    /// Free space between a ring and words; at most [`size::THICK`].
    fn free_of_words(&self, ring: &Capsule) -> f64 {
        let bounds = ring.bounds().grown(size::THICK);
        let near = self.words_about(&bounds).filter(|(_, words)| words.overlaps(&bounds));
        near.map(|(_, words)| ring.gap_to_rect(words)).fold(size::THICK, f64::min)
    }

    /// Whether a place keeps so far clear of the rings at their thickest, and of words.
    pub fn is_clear(&self, place: &Rect, by: f64) -> bool {
        !self.words_about(place).any(|(_, words)| words.overlaps(place))
            && !self.rings_about(place).any(|(_, laid)| {
                let reach = laid.thick / 2.0 + by;
                laid.ring.bounds().grown(reach).overlaps(place) && laid.ring.gap_to_rect(place) < reach
            })
    }

    /// Whether the way of a handover runs through a place.
    pub fn is_crossed(&self, place: &Rect) -> bool {
        self.by_spot.about(place).any(|i| self.spots.get(i).is_some_and(|p| place.distance(*p) < CROSSED))
    }
}
