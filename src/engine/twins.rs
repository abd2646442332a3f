//! One population in a base world and, as twins, in many other worlds at once.
//!
//! The base life is lived once for all of them. Where two worlds differ in strengths alone, a twin is lived anew only
//! when the change can have touched them: who never failed at a link that is stronger now, and never got past one that
//! is weaker, draws the same luck with the same outcome everywhere (`docs/model.md`, "Draws").

use super::blocks::by_cell;
use super::life::live_as;
use super::noise::Cell;
use super::stretch::{Outcome, Stretch};
use super::tally::PersonaCounts;
use super::{Account, Counts, Fate, Life, Link, Luck, Noise, Scratch, Silent, Standing, Witness, World};
use super::{Blame, Drop};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Links by their index, a bit for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Links(Vec<u64>);

impl Links {
    fn none_of(links: usize) -> Self {
        Self(vec![0; links.div_ceil(64)])
    }

    #[inline(always)]
    fn mark(&mut self, link: Link, is_in: bool) {
        self.0[link.0 / 64] |= u64::from(is_in) << (link.0 % 64);
    }

    #[inline(always)]
    fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(mine, theirs)| mine & theirs != 0)
    }
}

/// Which customers a change can touch, told from their lives in the base world.
#[derive(Clone, Debug)]
pub struct Touch {
    everybody: bool,
    stronger: Links,
    weaker: Links,
}

impl Touch {
    /// Any change: nobody's life can be told from the base world.
    pub fn everybody() -> Self {
        Self { everybody: true, stronger: Links::default(), weaker: Links::default() }
    }

    /// A change of strengths alone, by link index in both worlds [0..1].
    pub fn by_strength(base: &[f64], what_if: &[f64]) -> Self {
        let (mut stronger, mut weaker) = (Links::none_of(base.len()), Links::none_of(base.len()));
        for (link, (before, after)) in base.iter().zip(what_if).enumerate() {
            stronger.mark(Link(link), after > before);
            weaker.mark(Link(link), after < before);
        }
        Self { everybody: false, stronger, weaker }
    }

    #[inline(always)]
    fn reaches(&self, marks: &Marks) -> bool {
        self.everybody || self.stronger.meets(&marks.failed) || self.weaker.meets(&marks.held)
    }
}

/// Where a customer failed and where they got past.
struct Marks {
    failed: Links,
    held: Links,
}

/// Counts a life like any other and marks where it failed and held.
struct Marking<'a> {
    counts: &'a mut PersonaCounts,
    marks: &'a mut Marks,
}

impl Marking<'_> {
    #[inline(always)]
    fn mark(&mut self, link: Link, held: bool) {
        self.marks.failed.mark(link, !held);
        self.marks.held.mark(link, held);
    }
}

impl Witness for Marking<'_> {
    #[inline(always)]
    fn tried(&mut self, link: Link, holds: bool, account: &Account) {
        self.mark(link, holds);
        self.counts.tried(link, holds, account);
    }

    #[inline(always)]
    fn met(&mut self, link: Link, holds: bool, account: &Account) {
        self.mark(link, holds);
        self.counts.met(link, holds, account);
    }

    #[inline(always)]
    fn passed(&mut self, stretch: &Stretch, outcome: Outcome, account: &Account) {
        for (link, held) in stretch.met(outcome) {
            self.mark(link, held);
        }
        self.counts.passed(stretch, outcome, account);
    }

    #[inline(always)]
    fn dropped(&mut self, link: Link, why: Drop) {
        self.counts.dropped(link, why);
    }

    #[inline(always)]
    fn complained(&mut self, link: Link) {
        self.counts.complained(link);
    }

    #[inline(always)]
    fn left(&mut self, tenure: u32, blame: Blame, walked_out: bool, account: &Account) {
        self.counts.left(tenure, blame, walked_out, account);
    }

    #[inline(always)]
    fn lived(&mut self, tenure: u32, rung: u32, stays: bool, account: &Account, standing: Standing) {
        self.counts.lived(tenure, rung, stays, account, standing);
    }
}

/// The same customers in the base world and in one other: figures with their noise, and fates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Twins {
    /// The base world stands where today stands.
    pub noise: Noise,
    /// Twins by fate in the base world × in the other, by persona.
    pub fates: Vec<[[u64; 3]; 3]>,
}

/// What many customers lived in a base world, and their twins in others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lived {
    /// What happened in the base world.
    pub base: Counts,
    /// The figures of the base world alone.
    pub noise: Noise,
    /// By other world, in the order they were given.
    pub twins: Vec<Twins>,
}

impl Lived {
    /// Nobody yet, in a base world and so many others.
    pub fn nobody(base: &World, others: usize) -> Self {
        let personas = base.persona_ids().len();
        let twins = Twins { noise: Noise::new(personas), fates: vec![[[0; 3]; 3]; personas] };
        Self { base: Counts::new(base), noise: Noise::new(personas), twins: vec![twins; others] }
    }

    /// Adds what other customers lived in the same worlds.
    pub fn add(&mut self, other: &Self) {
        self.base.add(&other.base);
        self.noise.add(&other.noise);
        for (mine, theirs) in self.twins.iter_mut().zip(&other.twins) {
            mine.noise.add(&theirs.noise);
            let theirs = theirs.fates.iter().flatten().flatten();
            for (sum, more) in mine.fates.iter_mut().flatten().flatten().zip(theirs) {
                *sum += more;
            }
        }
    }
}

/// Lives blocks of a population of so many customers in the base world and in the others.
pub fn live_twins(base: &World, others: &[(World, Touch)], seed: u64, blocks: Range<u64>, customers: u64) -> Lived {
    let personas = base.persona_ids().len();
    let mut lived = Lived::nobody(base, others.len());
    let mut cell = Cell::new(personas);
    let mut cells: Vec<Cell> = others.iter().map(|_| Cell::new(personas)).collect();
    let mut marks = Marks { failed: Links::none_of(base.links()), held: Links::none_of(base.links()) };
    let mut scratch = Scratch::for_world(base);
    lived.base.begin(base);
    for customers in by_cell(blocks, customers) {
        for customer in customers {
            let luck = Luck::of(seed, customer);
            let persona = base.persona_of(luck);
            marks.failed.0.fill(0);
            marks.held.0.fill(0);
            let mut witness = Marking { counts: lived.base.of(persona), marks: &mut marks };
            let life = live_as(base, luck, persona, 0, &mut scratch, &mut witness);
            cell.add_today(&life);
            for (((world, touch), twins), cell) in others.iter().zip(&mut lived.twins).zip(&mut cells) {
                let twin = if touch.reaches(&marks) {
                    live_as(world, luck, persona, 0, &mut scratch, &mut Silent)
                } else {
                    life
                };
                cell.add_what_if(&twin);
                twins.book(&life, &twin);
            }
        }
        for (twins, other) in lived.twins.iter_mut().zip(&mut cells) {
            other.close_beside(&cell, &mut twins.noise);
        }
        cell.close(&mut lived.noise);
    }
    lived.base.settle(base);
    lived
}

impl Twins {
    #[inline]
    fn book(&mut self, base: &Life, other: &Life) {
        let column = |fate: Fate| fate as usize;
        self.fates[base.persona][column(base.fate)][column(other.fate)] += 1;
    }
}
