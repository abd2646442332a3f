//! Tallies: what happened to the same customers in one world or two. A block's tally does not depend on who lives it, or
//! when.

use super::cells::{Cell, by_cell, cell_at, in_cells};
use super::counts::Counts;
use super::noise::Noise;
use crate::engine::draws::Luck;
use crate::engine::life::{Fate, Life, Scratch, live_as};
use crate::engine::world::World;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What happened to many customers today and, where there is a change, to the same ones in the what-if.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub today: Counts,
    pub what_if: Option<Counts>,
    pub noise: Noise,
    /// Twins by fate today × what-if, by persona.
    pub fates: Vec<[[u64; 3]; 3]>,
}

impl Tally {
    /// An empty tally for customers of these worlds.
    pub fn new(today: &World, what_if: Option<&World>) -> Self {
        let personas = today.persona_ids().len();
        Self {
            today: Counts::new(today),
            what_if: what_if.map(Counts::new),
            noise: Noise::new(today.reach(what_if)),
            fates: vec![[[0; 3]; 3]; personas],
        }
    }

    /// Whether it counts as many links, personas and periods as another one, and so can be of the same worlds.
    pub fn is_like(&self, other: &Self) -> bool {
        let what_if = match (&self.what_if, &other.what_if) {
            (Some(mine), Some(theirs)) => mine.is_like(theirs),
            (mine, theirs) => mine.is_none() && theirs.is_none(),
        };
        let are_as_many =
            self.noise.personas.len() == other.noise.personas.len() && self.fates.len() == other.fates.len();
        what_if && are_as_many && self.today.is_like(&other.today)
    }

    /// Adds the tally of other customers of the same worlds.
    pub fn add(&mut self, other: &Self) {
        self.today.add(&other.today);
        if let (Some(mine), Some(theirs)) = (&mut self.what_if, &other.what_if) {
            mine.add(theirs);
        }
        self.noise.add(&other.noise);
        for (mine, theirs) in self.fates.iter_mut().flatten().flatten().zip(other.fates.iter().flatten().flatten()) {
            *mine += theirs;
        }
    }

    /// Begins to witness lives in these worlds.
    pub(super) fn begin(&mut self, today: &World, what_if: Option<&World>) {
        self.today.begin(today);
        if let (Some(counts), Some(world)) = (&mut self.what_if, what_if) {
            counts.begin(world);
        }
    }

    /// Ends it.
    pub(super) fn settle(&mut self, today: &World, what_if: Option<&World>) {
        self.today.settle(today);
        if let (Some(counts), Some(world)) = (&mut self.what_if, what_if) {
            counts.settle(world);
        }
    }

    #[inline]
    pub(super) fn book_fates(&mut self, today: &Life, what_if: &Life) {
        let column = |fate: Fate| fate as usize;
        self.fates[today.persona][column(today.fate)][column(what_if.fate)] += 1;
    }
}

/// Lives blocks of a cohort of `customers`, each customer today and, where there is one, in the what-if.
pub fn live_blocks(today: &World, what_if: Option<&World>, seed: u64, blocks: Range<u64>, customers: u64) -> Tally {
    let mut living = Living::new(today, what_if, seed);
    for customers in by_cell(blocks, customers) {
        living.live(customers);
        living.cell.close(&mut living.tally.noise);
    }
    living.settled()
}

/// Lives any customers in a row. The cells at the two ends whose other customers are not among them stay open, so that they can
/// be added to the rest of theirs before they are closed; with the first customer of each.
pub fn live_range(
    today: &World,
    what_if: Option<&World>,
    seed: u64,
    customers: Range<u64>,
) -> (Tally, Vec<(u64, Cell)>) {
    let mut living = Living::new(today, what_if, seed);
    let mut open = Vec::new();
    for part in in_cells(customers) {
        let whole = cell_at(part.start);
        living.live(part.clone());
        if part == whole {
            living.cell.close(&mut living.tally.noise);
        } else {
            let nobody = Cell::new(today.persona_ids().len());
            open.push((whole.start, std::mem::replace(&mut living.cell, nobody)));
        }
    }
    (living.settled(), open)
}

/// Customers being lived, and their tally.
struct Living<'a> {
    today: &'a World,
    what_if: Option<&'a World>,
    seed: u64,
    tally: Tally,
    cell: Cell,
    scratch: Scratch,
}

impl<'a> Living<'a> {
    fn new(today: &'a World, what_if: Option<&'a World>, seed: u64) -> Self {
        let mut tally = Tally::new(today, what_if);
        tally.begin(today, what_if);
        let (cell, scratch) = (Cell::new(today.persona_ids().len()), Scratch::for_worlds(today, what_if));
        Self { today, what_if, seed, tally, cell, scratch }
    }

    #[inline]
    fn live(&mut self, customers: Range<u64>) {
        for customer in customers {
            let luck = Luck::of(self.seed, customer);
            // Twins are the same person: who somebody is, no scenario changes.
            let persona = self.today.persona_of(luck);
            let life = live_as(self.today, luck, persona, 0, &mut self.scratch, self.tally.today.persona(persona));
            self.cell.add_today(&life);
            if let (Some(world), Some(counts)) = (self.what_if, &mut self.tally.what_if) {
                let twin = live_as(world, luck, persona, 0, &mut self.scratch, counts.persona(persona));
                self.cell.add_what_if(&twin);
                self.tally.noise.note_twins(&life, &twin);
                self.tally.book_fates(&life, &twin);
            }
        }
    }

    fn settled(mut self) -> Tally {
        self.tally.settle(self.today, self.what_if);
        self.tally
    }
}
