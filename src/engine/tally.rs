//! Tallies: what happened to many customers, in whole numbers that add up in any order.

use super::noise::{Noise, fixed};
use super::witness::{Blame, Drop};
use super::{Account, Fate, Life, Link, Standing, Witness, World};
use serde::{Deserialize, Serialize};

/// What happened in one world. Arrays run over personas first: `met[persona * links + link]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    links: usize,
    touchpoints: usize,
    horizon: usize,
    rungs: usize,
    /// Failed and held.
    met: Vec<[u64; 2]>,
    complaints: Vec<u64>,
    dropped: Vec<u64>,
    dead_ends: Vec<u64>,
    /// The last place of each persona is "price".
    left: Vec<u64>,
    /// Leavings by tenure 0..=horizon.
    left_at: Vec<u64>,
    /// By tenure from 1, at its end: the sum of moods [1/UNIT prices], then the customers on each rung.
    tenures: Vec<i64>,
    /// Sum of moods right after meeting each touchpoint before the purchase [1/UNIT prices].
    mood_at: Vec<i64>,
    looping: u64,
    /// Where the persona being lived begins.
    #[serde(skip)]
    at: Position,
}

/// Where the customer being lived is booked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Position {
    persona: usize,
    /// Of their persona, in arrays by link.
    first_link: usize,
    /// The coming tenure, in `tenures`.
    tenure: usize,
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

impl Counts {
    fn new(world: &World) -> Self {
        let (personas, links, horizon) = (world.persona_ids().len(), world.links(), world.horizon() as usize);
        let rungs = world.top_rung();
        let by_link = || vec![0; personas * links];
        Self {
            links,
            touchpoints: world.touchpoints(),
            horizon,
            rungs,
            met: vec![[0; 2]; personas * links],
            complaints: by_link(),
            dropped: by_link(),
            dead_ends: by_link(),
            left: vec![0; personas * (links + 1)],
            left_at: vec![0; personas * (horizon + 1)],
            tenures: vec![0; personas * horizon * (rungs + 1)],
            mood_at: vec![0; personas * links],
            looping: 0,
            at: Position::default(),
        }
    }

    fn add(&mut self, other: &Self) {
        let pairs = [
            (&mut self.complaints, &other.complaints),
            (&mut self.dropped, &other.dropped),
            (&mut self.dead_ends, &other.dead_ends),
            (&mut self.left, &other.left),
            (&mut self.left_at, &other.left_at),
        ];
        for (mine, theirs) in pairs {
            add_up(mine, theirs);
        }
        for (mine, theirs) in self.met.iter_mut().zip(&other.met) {
            add_up(mine, theirs);
        }
        add_up(&mut self.tenures, &other.tenures);
        add_up(&mut self.mood_at, &other.mood_at);
        self.looping += other.looping;
    }

    /// Rungs that are told apart.
    pub fn rungs(&self) -> usize {
        self.rungs
    }

    /// Customers dropped for having gone round in circles.
    pub fn looping(&self) -> u64 {
        self.looping
    }

    /// The counts of one persona, or of everybody.
    pub fn part(&self, persona: Option<usize>) -> Part {
        let (links, horizon) = (self.links, self.horizon);
        let met = part(self.met.as_flattened(), 2 * links, persona);
        let (met, _) = met.as_chunks::<2>();
        let tenures = part(&self.tenures, horizon * (self.rungs + 1), persona);
        let tenures: Vec<&[i64]> = tenures.chunks(self.rungs + 1).collect();
        Part {
            held: met.iter().map(|[_, held]| *held).collect(),
            failed: met.iter().map(|[failed, _]| *failed).collect(),
            complaints: part(&self.complaints, links, persona),
            dropped: part(&self.dropped, links, persona),
            dead_ends: part(&self.dead_ends, links, persona),
            left: part(&self.left, links + 1, persona),
            left_at: part(&self.left_at, horizon + 1, persona),
            on_rung: tenures.iter().map(|row| row.iter().skip(1).map(|n| n.unsigned_abs()).collect()).collect(),
            mood: tenures.iter().filter_map(|row| row.first().copied()).collect(),
            mood_at: part(&self.mood_at, links, persona),
        }
    }
}

fn add_up<T: Copy + std::ops::AddAssign>(mine: &mut [T], theirs: &[T]) {
    for (sum, more) in mine.iter_mut().zip(theirs) {
        *sum += *more;
    }
}

/// One persona's stretch of an array, or the sum of all stretches.
fn part<T: Copy + Default + std::ops::AddAssign>(all: &[T], width: usize, persona: Option<usize>) -> Vec<T> {
    let mut sum = vec![T::default(); width];
    if width > 0 {
        for (i, stretch) in all.chunks_exact(width).enumerate() {
            if persona.is_none_or(|p| p == i) {
                add_up(&mut sum, stretch);
            }
        }
    }
    sum
}

impl Witness for Counts {
    #[inline(always)]
    fn arrived(&mut self, persona: usize, _touchpoint: usize, _readiness: usize) {
        self.at =
            Position { persona, first_link: persona * self.links, tenure: persona * self.horizon * (self.rungs + 1) };
    }

    #[inline(always)]
    fn tried(&mut self, link: Link, holds: bool, account: &Account) {
        self.met[self.at.first_link + link.0][usize::from(holds)] += 1;
        if link.0 < self.touchpoints {
            self.mood_at[self.at.first_link + link.0] += fixed(account.mood);
        }
    }

    #[inline(always)]
    fn met(&mut self, link: Link, holds: bool, _account: &Account) {
        self.met[self.at.first_link + link.0][usize::from(holds)] += 1;
    }

    #[inline(always)]
    fn dropped(&mut self, link: Link, why: Drop) {
        let place = self.at.first_link + link.0;
        self.dropped[place] += 1;
        self.dead_ends[place] += u64::from(why == Drop::DeadEnd);
        self.looping += u64::from(why == Drop::Looping);
    }

    #[inline(always)]
    fn complained(&mut self, link: Link) {
        self.complaints[self.at.first_link + link.0] += 1;
    }

    #[inline(always)]
    fn left(&mut self, tenure: u32, blame: Blame, _walked_out: bool, _account: &Account) {
        let link = match blame {
            Blame::Link(link) => link.0,
            Blame::Price => self.links,
        };
        self.left[self.at.persona * (self.links + 1) + link] += 1;
        self.left_at[self.at.persona * (self.horizon + 1) + tenure as usize] += 1;
    }

    #[inline(always)]
    fn lived(&mut self, tenure: u32, rung: u32, stays: bool, account: &Account, _standing: Standing) {
        if tenure == 0 {
            return;
        }
        let width = self.rungs + 1;
        let row = &mut self.tenures[self.at.tenure..self.at.tenure + width];
        self.at.tenure += width;
        row[0] += fixed(account.mood);
        if stays {
            row[rung as usize + 1] += 1;
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

    #[inline]
    pub(super) fn book_fates(&mut self, today: &Life, what_if: &Life) {
        let column = |fate: Fate| fate as usize;
        self.fates[today.persona][column(today.fate)][column(what_if.fate)] += 1;
    }
}
