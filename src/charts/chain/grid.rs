//! What lies where, by squares of the paper: what is near a place is found without looking at everything there is.

use crate::charts::geometry::{Point, Rect};
use std::cell::Cell;

/// Squares of the paper, each with what may lie in it, by number. What lies beyond the paper is in the squares at its
/// edge.
#[derive(Clone, Debug)]
pub struct Grid {
    corner: Point,
    /// Length of a square's side.
    side: f64,
    columns: usize,
    rows: usize,
    squares: Vec<Vec<u32>>,
    /// How often something was looked at.
    looked: Cell<u64>,
}

impl Grid {
    pub fn over(paper: &Rect, side: f64) -> Self {
        let (columns, rows) = ((paper.width / side) as usize + 1, (paper.height / side) as usize + 1);
        Self {
            corner: Point::new(paper.x, paper.y),
            side,
            columns,
            rows,
            squares: vec![Vec::new(); columns * rows],
            looked: Cell::new(0),
        }
    }

    /// Puts something down; it is found wherever its box reaches, and the boxes of its parts when it has several.
    pub fn put(&mut self, thing: usize, place: &Rect) {
        for square in self.squares(place) {
            if let Some(square) = self.squares.get_mut(square).filter(|square| square.last() != Some(&(thing as u32))) {
                square.push(thing as u32);
            }
        }
    }

    /// Takes everything away.
    pub fn clear(&mut self) {
        self.squares.iter_mut().for_each(Vec::clear);
    }

    /// What may reach to a point, in the order in which it was put down.
    pub fn at(&self, p: Point) -> &[u32] {
        let square = self.row(p.y) * self.columns + self.column(p.x);
        let things = self.squares.get(square).map_or(&[][..], Vec::as_slice);
        self.looked.set(self.looked.get() + things.len() as u64);
        things
    }

    /// What may reach into a place; something large comes several times.
    pub fn about(&self, place: &Rect) -> impl Iterator<Item = usize> + '_ {
        let squares = self.squares(place).filter_map(|square| self.squares.get(square));
        squares.flatten().map(|&thing| {
            self.looked.set(self.looked.get() + 1);
            thing as usize
        })
    }

    /// How often something was looked at.
    pub fn looked(&self) -> u64 {
        self.looked.get()
    }

    fn squares(&self, place: &Rect) -> impl Iterator<Item = usize> + use<> {
        let (left, right) = (self.column(place.x), self.column(place.right()));
        let (top, bottom, columns) = (self.row(place.y), self.row(place.bottom()), self.columns);
        (top..=bottom).flat_map(move |row| (left..=right).map(move |column| row * columns + column))
    }

    /// A negative number is the first column, too.
    fn column(&self, x: f64) -> usize {
        (((x - self.corner.x) / self.side) as usize).min(self.columns - 1)
    }

    fn row(&self, y: f64) -> usize {
        (((y - self.corner.y) / self.side) as usize).min(self.rows - 1)
    }
}
