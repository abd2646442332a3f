//! Cells of consecutive customers, between which the noise is measured.

use super::noise::{Noise, Sums, Variable, add_life, sums_of};
use crate::engine::life::Life;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Customers in a cell. Small enough that a preview of some thousand has enough cells, large enough to cost nothing.
const CELL: u64 = 64;
/// The same among the first customers, who otherwise would make too few cells when they are all there are.
const SMALL_CELL: u64 = 16;
const IN_SMALL_CELLS: u64 = 4 * BLOCK;

/// Customers in a block; the last one of a population may hold fewer.
pub const BLOCK: u64 = 1024;

/// The customers of these blocks of a population of `customers`, cell by cell.
pub(super) fn by_cell(blocks: Range<u64>, customers: u64) -> impl Iterator<Item = Range<u64>> {
    let end = customers.min(blocks.end.saturating_mul(BLOCK));
    in_cells(blocks.start.saturating_mul(BLOCK).min(end)..end)
}

/// Any customers in a row, cell by cell: of the first cell and the last, only those who are among them.
pub(super) fn in_cells(customers: Range<u64>) -> impl Iterator<Item = Range<u64>> {
    let mut next = customers.start;
    std::iter::from_fn(move || {
        let first = next;
        next = customers.end.min(cell_at(first).end);
        (first < next).then_some(first..next)
    })
}

/// The customers of the cell that a customer belongs to.
pub fn cell_at(customer: u64) -> Range<u64> {
    let size = if customer < IN_SMALL_CELLS { SMALL_CELL } else { CELL };
    let first = customer / size * size;
    first..first.saturating_add(size)
}

/// The sums of a cell that is being filled, by persona.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    today: Vec<Sums>,
    what_if: Vec<Sums>,
}

impl Cell {
    /// A cell of nobody yet.
    pub(super) fn new(personas: usize) -> Self {
        Self { today: vec![Sums::default(); personas], what_if: vec![Sums::default(); personas] }
    }

    #[inline]
    pub(super) fn add_today(&mut self, life: &Life) {
        add_life(&mut self.today[life.persona], life);
    }

    #[inline]
    pub(super) fn add_what_if(&mut self, life: &Life) {
        add_life(&mut self.what_if[life.persona], life);
    }

    /// Adds other customers of the same cell.
    pub fn add(&mut self, others: &Self) {
        let pairs = |mine: &mut [Sums], theirs: &[Sums]| {
            for (sum, more) in mine.iter_mut().flatten().zip(theirs.iter().flatten()) {
                *sum += more;
            }
        };
        pairs(&mut self.today, &others.today);
        pairs(&mut self.what_if, &others.what_if);
    }

    /// Whether it has the personas that these counts of noise are about.
    pub fn fits(&self, noise: &Noise) -> bool {
        [&self.today, &self.what_if].iter().all(|sums| sums.len() == noise.personas.len())
    }

    /// Books the cell and starts the next one.
    pub fn close(&mut self, noise: &mut Noise) {
        let (mut today, mut what_if) = (Sums::default(), Sums::default());
        for ((moments, mine), theirs) in noise.personas.iter_mut().zip(&mut self.today).zip(&mut self.what_if) {
            if mine[Variable::Arrived as usize] == 0 {
                continue;
            }
            moments.add_cell(mine, theirs);
            for (all, part) in today.iter_mut().zip(mine).chain(what_if.iter_mut().zip(theirs)) {
                *all += *part;
                *part = 0;
            }
        }
        noise.everybody.add_cell(&today, &what_if);
    }
}

/// How much more a world's cell holds than the base world's, by persona. Nothing is noted where a twin lives as in the
/// base world, which is so for most: what a world costs follows what it changes.
pub(super) struct MoreInCell {
    more: Vec<Sums>,
    is_any: bool,
}

impl MoreInCell {
    pub fn new(personas: usize) -> Self {
        Self { more: vec![Sums::default(); personas], is_any: false }
    }

    /// Notes a twin beside the life in the base world, whose sums are given.
    pub fn note(&mut self, base: &Sums, twin: &Life, noise: &mut Noise) {
        let sums = sums_of(twin);
        if sums != *base {
            self.is_any = true;
            noise.touch(twin.persona, base, &sums);
            for ((more, twin), base) in self.more[twin.persona].iter_mut().zip(sums).zip(base) {
                *more += twin - base;
            }
        }
    }

    /// Books the cell beside that of the base world, which is still open, and starts the next one.
    pub fn close(&mut self, base: &Cell, noise: &mut Noise) {
        if !std::mem::take(&mut self.is_any) {
            return;
        }
        let (mut today, mut all_more) = (Sums::default(), Sums::default());
        for ((moments, base), more) in noise.personas.iter_mut().zip(&base.today).zip(&mut self.more) {
            if *more != Sums::default() {
                moments.add_more(base, more);
            }
            for (all, part) in today.iter_mut().zip(base).chain(all_more.iter_mut().zip(&*more)) {
                *all += *part;
            }
            *more = Sums::default();
        }
        noise.everybody.add_more(&today, &all_more);
    }
}
