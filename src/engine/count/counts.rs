//! Counts: what happened to many customers in one world.

use super::noise::fixed;
use crate::engine::account::{Account, Standing};
use crate::engine::life::{DropReason, Witness};
use crate::engine::link::{Blame, LinkIndex};
use crate::engine::world::World;
use crate::engine::world::batch::{BatchOutcome, TouchpointBatch};
use crate::engine::world::persona::CompiledPersona;
use crate::model::defaults::MAX_TOLERANCE;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What happened in one world.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    personas: Vec<PersonaCounts>,
}

/// What happened to the customers of one persona, who are witnessed one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PersonaCounts {
    rungs: usize,
    /// By link.
    links: Vec<LinkCounts>,
    /// Touchpoints, which come first among the links.
    touchpoints: usize,
    /// By outcome of the batches: only while customers are witnessed, then booked on the links.
    #[serde(skip)]
    outcomes: Vec<u64>,
    left_by_price: u64,
    /// Leavings by tenure 0..=horizon.
    left_at: Vec<u64>,
    /// By tenure from 1.
    tenures: Vec<TenureCounts>,
    looping: u64,
}

/// What there was at the end of one tenure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct TenureCounts {
    /// Sum of moods [1/UNIT prices].
    mood: i64,
    /// Customers who would have left and stay because they are bound.
    bound: u64,
    /// Customers who stay, by rung.
    on_rung: [u64; MAX_TOLERANCE as usize],
}

/// What happened at one link. Together, so that a visit books in one place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct LinkCounts {
    visits: Visits,
    /// Sum of moods right after it, before the purchase [1/UNIT prices].
    mood: i64,
    complaints: u64,
    dropped: u64,
    dead_ends: u64,
    left: u64,
    /// Of those, whom a lower price would have kept too.
    or_price: u64,
}

/// What happened to a group of customers: those of one persona, or everybody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupCounts {
    pub held: Vec<u64>,
    pub failed: Vec<u64>,
    pub complaints: Vec<u64>,
    pub dropped: Vec<u64>,
    pub dead_ends: Vec<u64>,
    pub left: Vec<u64>,
    pub or_price: Vec<u64>,
    pub left_at: Vec<u64>,
    /// By tenure from 1.
    pub bound: Vec<u64>,
    /// By tenure from 1, then by rung.
    pub on_rung: Vec<Vec<u64>>,
    pub mood: Vec<i64>,
    pub mood_at: Vec<i64>,
}

impl PersonaCounts {
    fn new(world: &World) -> Self {
        let (horizon, rungs) = (world.horizon() as usize, world.top_rung());
        Self {
            rungs,
            links: vec![LinkCounts::default(); world.links()],
            touchpoints: world.touchpoints(),
            outcomes: Vec::new(),
            left_by_price: 0,
            left_at: vec![0; horizon + 1],
            tenures: vec![TenureCounts::default(); horizon],
            looping: 0,
        }
    }

    fn begin(&mut self, persona: &CompiledPersona) {
        self.outcomes = vec![0; persona.plans.outcomes()];
    }

    fn settle(&mut self, persona: &CompiledPersona) {
        let outcomes = std::mem::take(&mut self.outcomes);
        for batch in &persona.plans.batches {
            for (outcome, times) in batch.counted(&outcomes) {
                for (link, held) in batch.met(outcome) {
                    self.links[link.0].visits.book(held, times);
                }
            }
        }
    }

    fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.links.iter_mut().zip(&other.links) {
            mine.visits.add(&theirs.visits);
            mine.mood += theirs.mood;
            mine.complaints += theirs.complaints;
            mine.dropped += theirs.dropped;
            mine.dead_ends += theirs.dead_ends;
            mine.left += theirs.left;
            mine.or_price += theirs.or_price;
        }
        self.left_by_price += other.left_by_price;
        add_up(&mut self.left_at, &other.left_at);
        for (mine, theirs) in self.tenures.iter_mut().zip(&other.tenures) {
            mine.mood += theirs.mood;
            mine.bound += theirs.bound;
            add_up(&mut mine.on_rung, &theirs.on_rung);
        }
        self.looping += other.looping;
    }

    fn to_group(&self) -> GroupCounts {
        let by_link = |of: fn(&LinkCounts) -> u64| self.links.iter().map(of).collect();
        let mut mood_at: Vec<i64> = self.links.iter().map(|link| link.mood).collect();
        mood_at[self.touchpoints..].fill(0);
        let mut left: Vec<u64> = by_link(|link| link.left);
        left.push(self.left_by_price);
        GroupCounts {
            held: by_link(|link| link.visits.held()),
            failed: by_link(|link| link.visits.failed()),
            complaints: by_link(|link| link.complaints),
            dropped: by_link(|link| link.dropped),
            dead_ends: by_link(|link| link.dead_ends),
            left,
            or_price: by_link(|link| link.or_price),
            left_at: self.left_at.clone(),
            bound: self.tenures.iter().map(|t| t.bound).collect(),
            on_rung: self.tenures.iter().map(|t| t.on_rung[..self.rungs].to_vec()).collect(),
            mood: self.tenures.iter().map(|t| t.mood).collect(),
            mood_at,
        }
    }
}

impl Counts {
    pub(super) fn new(world: &World) -> Self {
        Self { personas: world.personas.iter().map(|_| PersonaCounts::new(world)).collect() }
    }

    /// Begins to witness lives in this world.
    pub(super) fn begin(&mut self, world: &World) {
        for (counts, persona) in self.personas.iter_mut().zip(&world.personas) {
            counts.begin(persona);
        }
    }

    /// Ends it: books on their links what the batches came to.
    pub(super) fn settle(&mut self, world: &World) {
        for (counts, persona) in self.personas.iter_mut().zip(&world.personas) {
            counts.settle(persona);
        }
    }

    /// Whether it counts as many of everything as another one.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let sizes = |counts: &PersonaCounts| {
            (counts.rungs, counts.touchpoints, counts.links.len(), counts.left_at.len(), counts.tenures.len())
        };
        self.personas.iter().map(sizes).eq(other.personas.iter().map(sizes))
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.personas.iter_mut().zip(&other.personas) {
            mine.add(theirs);
        }
    }

    /// The witness of a persona's customers.
    #[inline(always)]
    pub(super) fn persona(&mut self, persona: usize) -> &mut PersonaCounts {
        &mut self.personas[persona]
    }

    /// Rungs that are told apart.
    pub fn rungs(&self) -> usize {
        self.personas.first().map_or(0, |persona| persona.rungs)
    }

    /// Customers dropped for having gone round in circles.
    pub fn looping(&self) -> u64 {
        self.personas.iter().map(|persona| persona.looping).sum()
    }

    /// The counts of one persona, by index, or of everybody.
    pub fn group(&self, persona: Option<usize>) -> GroupCounts {
        let mut asked = self.personas.iter().zip(0..).filter(|(_, i)| persona.is_none_or(|p| p == *i)).map(|(p, _)| p);
        let mut sum = asked.next().cloned().unwrap_or_default();
        for more in asked {
            sum.add(more);
        }
        sum.to_group()
    }
}

fn add_up<T: Copy + std::ops::AddAssign>(mine: &mut [T], theirs: &[T]) {
    for (sum, more) in mine.iter_mut().zip(theirs) {
        *sum += *more;
    }
}

/// Encounters that failed and that held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Visits([u64; 2]);

impl Visits {
    /// Books `times` encounters. Which of the two to count up is not asked but computed: nobody could foresee it.
    #[inline(always)]
    fn book(&mut self, held: bool, times: u64) {
        self.0[usize::from(held)] += times;
    }

    fn add(&mut self, other: &Self) {
        for (sum, more) in self.0.iter_mut().zip(other.0) {
            *sum += more;
        }
    }

    fn failed(&self) -> u64 {
        self.0[0]
    }

    fn held(&self) -> u64 {
        self.0[1]
    }
}

/// Written as those that took place and, of these, those that held.
impl Serialize for Visits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.failed() + self.held(), self.held()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Visits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (met, held) = <(u64, u64)>::deserialize(deserializer)?;
        Ok(Self([met.saturating_sub(held), held]))
    }
}

impl Witness for PersonaCounts {
    #[inline(always)]
    fn tried(&mut self, link: LinkIndex, holds: bool, account: &Account) {
        let counts = &mut self.links[link.0];
        counts.visits.book(holds, 1);
        counts.mood += fixed(account.mood);
    }

    #[inline(always)]
    fn met(&mut self, link: LinkIndex, holds: bool, _account: &Account) {
        self.links[link.0].visits.book(holds, 1);
    }

    #[inline(always)]
    fn passed(&mut self, batch: &TouchpointBatch, outcome: BatchOutcome, _account: &Account) {
        self.outcomes[batch.index_of(outcome)] += 1;
    }

    #[inline(always)]
    fn dropped(&mut self, link: LinkIndex, why: DropReason) {
        let counts = &mut self.links[link.0];
        counts.dropped += 1;
        counts.dead_ends += u64::from(why == DropReason::DeadEnd);
        self.looping += u64::from(why == DropReason::Looping);
    }

    #[inline(always)]
    fn complained(&mut self, link: LinkIndex) {
        self.links[link.0].complaints += 1;
    }

    #[inline(always)]
    fn left(&mut self, tenure: u32, blame: Blame, _walked_out: bool, _account: &Account) {
        match blame {
            Blame::Link(link) => self.links[link.0].left += 1,
            Blame::Either(link) => {
                let counts = &mut self.links[link.0];
                counts.left += 1;
                counts.or_price += 1;
            }
            Blame::Price => self.left_by_price += 1,
        }
        self.left_at[tenure as usize] += 1;
    }

    fn stayed_bound(&mut self, tenure: u32, _rung: u32) {
        // On the day of purchase nobody looks back yet.
        if let Some(row) = (tenure as usize).checked_sub(1) {
            self.tenures[row].bound += 1;
        }
    }

    #[inline(always)]
    fn lived(&mut self, tenure: u32, rung: u32, stays: bool, account: &Account, _standing: Standing) {
        let Some(row) = (tenure as usize).checked_sub(1) else { return };
        let counts = &mut self.tenures[row];
        counts.mood += fixed(account.mood);
        if stays {
            counts.on_rung[rung as usize] += 1;
        }
    }
}
