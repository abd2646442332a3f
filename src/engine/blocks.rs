//! Populations, lived in blocks of fixed size. A block's tally does not depend on who lives it, or when.

use super::life::live_as;
use super::noise::{CELL, Cell};
use super::{Luck, Scratch, Tally, World};
use std::ops::Range;

/// Customers in a block; the last one of a population may hold fewer.
pub const BLOCK: u64 = 1024;

/// The customers of these blocks of a population of so many, cell by cell.
pub(super) fn by_cell(blocks: Range<u64>, customers: u64) -> impl Iterator<Item = Range<u64>> {
    let end = customers.min(blocks.end.saturating_mul(BLOCK));
    let first = blocks.start.saturating_mul(BLOCK).min(end);
    (first..end).step_by(CELL as usize).map(move |first| first..end.min(first + CELL))
}

/// Lives blocks of a cohort of so many customers, each customer today and, where there is one, in the what-if.
pub fn live_blocks(today: &World, what_if: Option<&World>, seed: u64, blocks: Range<u64>, customers: u64) -> Tally {
    let mut tally = Tally::new(today, what_if);
    tally.begin(today, what_if);
    let mut cell = Cell::new(today.persona_ids().len());
    let mut scratch = Scratch::for_world(today);
    for customers in by_cell(blocks, customers) {
        for customer in customers {
            let luck = Luck::of(seed, customer);
            // Twins are the same person: who somebody is, no scenario changes.
            let persona = today.persona_of(luck);
            let life = live_as(today, luck, persona, 0, &mut scratch, tally.today.of(persona));
            cell.add_today(&life);
            if let (Some(world), Some(counts)) = (what_if, &mut tally.what_if) {
                let twin = live_as(world, luck, persona, 0, &mut scratch, counts.of(persona));
                cell.add_what_if(&twin);
                tally.book_fates(&life, &twin);
            }
        }
        cell.close(&mut tally.noise);
    }
    tally.settle(today, what_if);
    tally
}
