//! Tallies: what happened to many customers, in whole numbers that add up in any order.

use super::noise::{Noise, fixed};
use super::stretch::{Outcome, Stretch};
use super::visits::Visits;
use super::witness::{Blame, Drop};
use super::world::Persona;
use super::{Account, Fate, Life, Link, Standing, Witness, World};
use crate::model::defaults::MAX_TOLERANCE;
use serde::{Deserialize, Serialize};

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
    /// By outcome of the stretches: only while customers are witnessed, then booked on the links.
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
}

/// The counts of one persona, or of all of them added up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    pub held: Vec<u64>,
    pub failed: Vec<u64>,
    pub complaints: Vec<u64>,
    pub dropped: Vec<u64>,
    pub dead_ends: Vec<u64>,
    pub left: Vec<u64>,
    pub left_at: Vec<u64>,
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

    fn begin(&mut self, persona: &Persona) {
        self.outcomes = vec![0; persona.plans.outcomes()];
    }

    fn settle(&mut self, persona: &Persona) {
        let outcomes = std::mem::take(&mut self.outcomes);
        for stretch in &persona.plans.stretches {
            for (outcome, times) in stretch.counted(&outcomes) {
                for (link, held) in stretch.met(outcome) {
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
        }
        self.left_by_price += other.left_by_price;
        add_up(&mut self.left_at, &other.left_at);
        for (mine, theirs) in self.tenures.iter_mut().zip(&other.tenures) {
            mine.mood += theirs.mood;
            add_up(&mut mine.on_rung, &theirs.on_rung);
        }
        self.looping += other.looping;
    }

    fn part(&self) -> Part {
        let by_link = |of: fn(&LinkCounts) -> u64| self.links.iter().map(of).collect();
        let mut mood_at: Vec<i64> = self.links.iter().map(|link| link.mood).collect();
        mood_at[self.touchpoints..].fill(0);
        let mut left: Vec<u64> = by_link(|link| link.left);
        left.push(self.left_by_price);
        Part {
            held: by_link(|link| link.visits.held()),
            failed: by_link(|link| link.visits.failed()),
            complaints: by_link(|link| link.complaints),
            dropped: by_link(|link| link.dropped),
            dead_ends: by_link(|link| link.dead_ends),
            left,
            left_at: self.left_at.clone(),
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

    /// Ends it: books on their links what the stretches came to.
    pub(super) fn settle(&mut self, world: &World) {
        for (counts, persona) in self.personas.iter_mut().zip(&world.personas) {
            counts.settle(persona);
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.personas.iter_mut().zip(&other.personas) {
            mine.add(theirs);
        }
    }

    /// The witness of a persona's customers.
    #[inline(always)]
    pub(super) fn of(&mut self, persona: usize) -> &mut PersonaCounts {
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

    /// The counts of one persona, or of everybody.
    pub fn part(&self, persona: Option<usize>) -> Part {
        let mut asked = self.personas.iter().zip(0..).filter(|(_, i)| persona.is_none_or(|p| p == *i)).map(|(p, _)| p);
        let mut sum = asked.next().cloned().unwrap_or_default();
        for more in asked {
            sum.add(more);
        }
        sum.part()
    }
}

fn add_up<T: Copy + std::ops::AddAssign>(mine: &mut [T], theirs: &[T]) {
    for (sum, more) in mine.iter_mut().zip(theirs) {
        *sum += *more;
    }
}

impl Witness for PersonaCounts {
    #[inline(always)]
    fn tried(&mut self, link: Link, holds: bool, account: &Account) {
        let counts = &mut self.links[link.0];
        counts.visits.book(holds, 1);
        counts.mood += fixed(account.mood);
    }

    #[inline(always)]
    fn met(&mut self, link: Link, holds: bool, _account: &Account) {
        self.links[link.0].visits.book(holds, 1);
    }

    #[inline(always)]
    fn passed(&mut self, stretch: &Stretch, outcome: Outcome, _account: &Account) {
        self.outcomes[stretch.place(outcome)] += 1;
    }

    #[inline(always)]
    fn dropped(&mut self, link: Link, why: Drop) {
        let counts = &mut self.links[link.0];
        counts.dropped += 1;
        counts.dead_ends += u64::from(why == Drop::DeadEnd);
        self.looping += u64::from(why == Drop::Looping);
    }

    #[inline(always)]
    fn complained(&mut self, link: Link) {
        self.links[link.0].complaints += 1;
    }

    #[inline(always)]
    fn left(&mut self, tenure: u32, blame: Blame, _walked_out: bool, _account: &Account) {
        match blame {
            Blame::Link(link) => self.links[link.0].left += 1,
            Blame::Price => self.left_by_price += 1,
        }
        self.left_at[tenure as usize] += 1;
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
            noise: Noise::new(personas),
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
