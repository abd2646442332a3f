//! Tallies: what happened to the same customers in one world or two. A block's tally does not depend on who lives it, or
//! when.

use super::counts::Counts;
use super::noise::{Cell, Noise, by_cell};
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
                tally.noise.note_twins(&life, &twin);
                tally.book_fates(&life, &twin);
            }
        }
        cell.close(&mut tally.noise);
    }
    tally.settle(today, what_if);
    tally
}
