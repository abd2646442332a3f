//! One population in a base world and, as twins, in many other worlds at once.
//!
//! The base life is lived once for all of them. Where two worlds differ in strengths alone, a twin is lived anew only
//! when the change can have touched them: who never failed at a link that is stronger now, and never got past one that
//! is weaker, draws the same luck with the same outcome everywhere (`docs/model.md`, "Draws").

use super::buyers::Buyers;
use super::cells::{Cell, MoreInCell, by_cell};
use super::counts::{Counts, PersonaCounts};
use super::noise::{Noise, sums_of};
use crate::engine::account::{Account, Standing};
use crate::engine::draws::Luck;
use crate::engine::life::{DropReason, Life, Scratch, Silent, Witness, live_as};
use crate::engine::link::{Blame, LinkIndex};
use crate::engine::world::World;
use crate::engine::world::batch::{BatchOutcome, TouchpointBatch};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Links by their index, a bit for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct LinkSet(Vec<u64>);

impl LinkSet {
    fn none_of(links: usize) -> Self {
        Self(vec![0; links.div_ceil(64)])
    }

    #[inline(always)]
    fn mark(&mut self, link: LinkIndex, is_in: bool) {
        self.0[link.0 / 64] |= u64::from(is_in) << (link.0 % 64);
    }

    #[inline(always)]
    fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(mine, theirs)| mine & theirs != 0)
    }
}

/// Which lives a change may affect, told from the lives in the base world.
#[derive(Clone, Debug)]
pub struct AffectedLives {
    everybody: bool,
    stronger: LinkSet,
    weaker: LinkSet,
}

impl AffectedLives {
    /// Any change: nobody's life can be told from the base world.
    pub fn everybody() -> Self {
        Self { everybody: true, stronger: LinkSet::default(), weaker: LinkSet::default() }
    }

    /// A change of strengths alone, by link index in both worlds [0..1].
    pub fn by_strength(base: &[f64], what_if: &[f64]) -> Self {
        let (mut stronger, mut weaker) = (LinkSet::none_of(base.len()), LinkSet::none_of(base.len()));
        for (link, (before, after)) in base.iter().zip(what_if).enumerate() {
            stronger.mark(LinkIndex(link), after > before);
            weaker.mark(LinkIndex(link), after < before);
        }
        Self { everybody: false, stronger, weaker }
    }

    #[inline(always)]
    fn may_affect(&self, touched: &TouchedLinks) -> bool {
        self.everybody || self.stronger.meets(&touched.failed) || self.weaker.meets(&touched.held)
    }
}

/// The links where a customer failed and where they got past.
struct TouchedLinks {
    failed: LinkSet,
    held: LinkSet,
}

/// Counts a life like any other and touched where it failed and held.
struct CountingAndMarking<'a> {
    counts: &'a mut PersonaCounts,
    touched: &'a mut TouchedLinks,
}

impl CountingAndMarking<'_> {
    #[inline(always)]
    fn mark(&mut self, link: LinkIndex, held: bool) {
        self.touched.failed.mark(link, !held);
        self.touched.held.mark(link, held);
    }
}

impl Witness for CountingAndMarking<'_> {
    #[inline(always)]
    fn tried(&mut self, link: LinkIndex, holds: bool, account: &Account) {
        self.mark(link, holds);
        self.counts.tried(link, holds, account);
    }

    #[inline(always)]
    fn met(&mut self, link: LinkIndex, holds: bool, account: &Account) {
        self.mark(link, holds);
        self.counts.met(link, holds, account);
    }

    #[inline(always)]
    fn passed(&mut self, batch: &TouchpointBatch, outcome: BatchOutcome, account: &Account) {
        for (link, held) in batch.met(outcome) {
            self.mark(link, held);
        }
        self.counts.passed(batch, outcome, account);
    }

    #[inline(always)]
    fn dropped(&mut self, link: LinkIndex, why: DropReason) {
        self.counts.dropped(link, why);
    }

    #[inline(always)]
    fn complained(&mut self, link: LinkIndex) {
        self.counts.complained(link);
    }

    fn stayed_bound(&mut self, tenure: u32, rung: u32) {
        self.counts.stayed_bound(tenure, rung);
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
    /// Who is a customer in both worlds and who in one alone, by persona.
    pub buyers: Vec<Buyers>,
}

/// What many customers lived in a base world, and their twins in others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrialTally {
    /// What happened in the base world.
    pub base: Counts,
    /// The figures of the base world alone.
    pub noise: Noise,
    /// By other world, in the order they were given.
    pub twins: Vec<Twins>,
}

impl TrialTally {
    /// The tally of nobody, in a base world and this number of others.
    pub fn nobody(base: &World, others: usize) -> Self {
        let personas = base.persona_ids().len();
        let twins = Twins {
            noise: Noise::new(base.reach(None)),
            fates: vec![[[0; 3]; 3]; personas],
            buyers: vec![Buyers::default(); personas],
        };
        Self { base: Counts::new(base), noise: Noise::new(base.reach(None)), twins: vec![twins; others] }
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
        for (mine, theirs) in self.twins.iter_mut().zip(&other.twins) {
            mine.buyers.iter_mut().zip(&theirs.buyers).for_each(|(sum, more)| sum.add(more));
        }
    }
}

/// Lives blocks of a population of `customers` in the base world and in the others.
pub fn live_twins(
    base: &World,
    others: &[(World, AffectedLives)],
    seed: u64,
    blocks: Range<u64>,
    customers: u64,
) -> TrialTally {
    let personas = base.persona_ids().len();
    let mut lived = TrialTally::nobody(base, others.len());
    for (twins, (world, _)) in lived.twins.iter_mut().zip(others) {
        twins.noise = Noise::new(base.reach(Some(world)));
    }
    let mut cell = Cell::new(personas);
    let mut cells: Vec<MoreInCell> = others.iter().map(|_| MoreInCell::new(personas)).collect();
    let mut fates = vec![[0; 3]; personas];
    let mut touched = TouchedLinks { failed: LinkSet::none_of(base.links()), held: LinkSet::none_of(base.links()) };
    let mut scratch = Scratch::for_world(base);
    lived.base.begin(base);
    for customers in by_cell(blocks, customers) {
        for customer in customers {
            let luck = Luck::of(seed, customer);
            let persona = base.persona_of(luck);
            touched.failed.0.fill(0);
            touched.held.0.fill(0);
            let mut witness = CountingAndMarking { counts: lived.base.persona(persona), touched: &mut touched };
            let life = live_as(base, luck, persona, 0, &mut scratch, &mut witness);
            cell.add_today(&life);
            fates[persona][life.fate as usize] += 1;
            let sums = sums_of(&life);
            for (((world, affected), twins), cell) in others.iter().zip(&mut lived.twins).zip(&mut cells) {
                if affected.may_affect(&touched) {
                    let twin = live_as(world, luck, persona, 0, &mut scratch, &mut Silent);
                    twins.buyers[persona].book(&life, &twin);
                    cell.note(&sums, &twin, &mut twins.noise);
                    twins.book(&life, &twin);
                }
            }
        }
        for (twins, other) in lived.twins.iter_mut().zip(&mut cells) {
            other.close(&cell, &mut twins.noise);
        }
        cell.close(&mut lived.noise);
    }
    let same = lived.noise.beside_itself();
    for twins in &mut lived.twins {
        twins.noise.add(&same);
        twins.book_the_same(&fates);
    }
    lived.base.settle(base);
    lived
}

impl Twins {
    /// Books a twin whose fate is another than in the base world.
    #[inline]
    fn book(&mut self, base: &Life, other: &Life) {
        if base.fate != other.fate {
            self.fates[base.persona][base.fate as usize][other.fate as usize] += 1;
        }
    }

    /// Books all whose fate is the same, once the others are: `fates` counts lives in the base world by persona.
    fn book_the_same(&mut self, fates: &[[u64; 3]]) {
        for (booked, all) in self.fates.iter_mut().zip(fates) {
            for (fate, (row, all)) in booked.iter_mut().zip(all).enumerate() {
                row[fate] = all - row.iter().sum::<u64>();
            }
        }
    }
}
