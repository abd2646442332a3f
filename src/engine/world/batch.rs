//! Batches: up to four touchpoints that come round one after the other and lead nowhere else. All 3ⁿ outcomes of meeting
//! n independent touchpoints are added up when a journey is compiled, so that meeting a batch takes its draws and one
//! look into the table.
//!
//! Gains and pains are thereby added batch by batch, not link by link: the last bit of an account may be another where
//! touchpoints stand together otherwise.

use super::links::AfterFailure;
use crate::engine::account::AccountEffect;
use crate::engine::draws::{Address, Chance, Luck};
use crate::engine::link::LinkIndex;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Touchpoints in a batch at most: each one more makes three times as many outcomes to add up beforehand.
pub(in crate::engine) const LONGEST: usize = 4;
/// What meeting a touchpoint can come to: it does not take place, fails, or holds.
const DIGITS: usize = 3;

/// How meeting the touchpoints of a batch turned out: a digit for each, 0 where it did not take place, 1 where it
/// failed and 2 where it held, the last touchpoint's digit the lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BatchOutcome(usize);

impl BatchOutcome {
    /// The outcome with the next touchpoint.
    #[inline(always)]
    pub(in crate::engine) fn and(self, happened: bool, held: bool) -> Self {
        Self(self.0 * DIGITS + usize::from(happened) + usize::from(held))
    }

    /// The outcome with this many more touchpoints, none of which took place.
    pub(in crate::engine) fn and_nothing(self, touchpoints: usize) -> Self {
        (0..touchpoints).fold(self, |outcome, _| outcome.and(false, false))
    }
}

/// What meeting a touchpoint of a batch does to the account.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct TouchpointEffect {
    pub link: LinkIndex,
    /// [prices]
    pub gain: f64,
    /// [prices]
    pub pain: f64,
}

/// The effects of all outcomes of the batches of a journey, each list kept once: they are the same for every persona.
#[derive(Default)]
pub(in crate::engine) struct EffectTable(BTreeMap<Vec<LinkIndex>, Arc<[AccountEffect]>>);

impl EffectTable {
    /// The effects by outcome of these touchpoints, met one after the other.
    fn effects_of(&mut self, touchpoints: &[TouchpointEffect]) -> Arc<[AccountEffect]> {
        let links = touchpoints.iter().map(|met| met.link).collect();
        self.0.entry(links).or_insert_with(|| add_up(touchpoints).into()).clone()
    }
}

fn add_up(touchpoints: &[TouchpointEffect]) -> Vec<AccountEffect> {
    touchpoints.iter().fold(vec![AccountEffect::NONE], |effects, met| {
        let of = |holds| AccountEffect::of(met.link, holds, met.gain, met.pain);
        let digits = [AccountEffect::NONE, of(false), of(true)];
        effects.iter().flat_map(|before| digits.map(|last| before.then(last))).collect()
    })
}

/// What meeting a batch can come to, for one persona.
#[derive(Clone, Debug)]
pub struct TouchpointBatch {
    /// In the order in which they are met.
    links: Vec<LinkIndex>,
    /// By outcome.
    effects: Arc<[AccountEffect]>,
    /// Index of its first outcome among those of all the persona's batches.
    first: usize,
}

impl TouchpointBatch {
    /// The batch of these touchpoints, in the order in which they are met; `first` is the index of its first outcome.
    pub(in crate::engine) fn new(first: usize, touchpoints: &[TouchpointEffect], table: &mut EffectTable) -> Self {
        Self { links: touchpoints.iter().map(|met| met.link).collect(), effects: table.effects_of(touchpoints), first }
    }

    /// Index of the first outcome of the next batch.
    pub(in crate::engine) fn end(&self) -> usize {
        self.first + self.effects.len()
    }

    /// Index of an outcome among those of all the persona's batches.
    #[inline(always)]
    pub(in crate::engine) fn index_of(&self, outcome: BatchOutcome) -> usize {
        self.first + outcome.0
    }

    /// What an outcome does to the account.
    #[inline(always)]
    pub(in crate::engine) fn effect(&self, outcome: BatchOutcome) -> AccountEffect {
        self.effects[outcome.0]
    }

    /// Each touchpoint that took place in an outcome and whether it held, the last one first.
    #[inline(always)]
    pub(in crate::engine) fn met(&self, outcome: BatchOutcome) -> impl Iterator<Item = (LinkIndex, bool)> + '_ {
        let mut rest = outcome.0;
        self.links.iter().rev().filter_map(move |link| {
            let digit = rest % DIGITS;
            rest /= DIGITS;
            (digit > 0).then_some((*link, digit > 1))
        })
    }

    /// The same in the order in which they were met, each with what it came to up to there.
    pub(in crate::engine) fn met_in_order(
        &self,
        outcome: BatchOutcome,
    ) -> impl Iterator<Item = (LinkIndex, bool, BatchOutcome)> + '_ {
        let mut later = self.effects.len();
        self.links.iter().filter_map(move |link| {
            later /= DIGITS;
            let so_far = outcome.0 / later;
            let digit = so_far % DIGITS;
            (digit > 0).then_some((*link, digit > 1, BatchOutcome(so_far * later)))
        })
    }

    /// Each outcome that occurred, with its count, out of the counts of the outcomes of all the persona's batches.
    pub(in crate::engine) fn counted<'a>(&'a self, all: &'a [u64]) -> impl Iterator<Item = (BatchOutcome, u64)> + 'a {
        let times = all[self.first..self.end()].iter().enumerate().filter(|(_, times)| **times > 0);
        times.map(|(outcome, times)| (BatchOutcome(outcome), *times))
    }
}

/// A batch as it comes round in some tenures.
#[derive(Clone, Debug)]
pub(in crate::engine) struct BatchInPeriod {
    /// Index among the persona's batches.
    pub batch: usize,
    /// Its touchpoints, those too that never take place in these tenures.
    pub touchpoints: Vec<DueTouchpoint>,
    /// True if anything can follow a failure.
    pub can_follow_up: bool,
    /// The last touchpoint. `None` if it is no reckoning.
    pub reckoning: Option<usize>,
}

/// A touchpoint of a batch, with all that is needed to draw how meeting it turns out.
#[derive(Clone, Debug)]
pub(in crate::engine) struct DueTouchpoint {
    pub address: Address,
    pub happens: Chance,
    pub holds: Chance,
    pub link: LinkIndex,
    /// [prices]
    pub pain: f64,
    pub after_failure: AfterFailure,
    /// Position of the draw of what may follow a failure.
    pub failing: Address,
}

/// What was drawn of a batch, or of its first touchpoints.
#[derive(Default)]
pub(in crate::engine) struct BatchDraw {
    pub outcome: BatchOutcome,
    /// True if the last touchpoint took place.
    pub last: bool,
    /// True if anything follows a failure.
    pub follows: bool,
}

impl BatchInPeriod {
    /// Draws the whole batch.
    ///
    /// Without branches on chance, which a processor can't foresee: what may follow a failure is drawn in any case.
    #[inline(always)]
    pub fn draw(&self, luck: Luck) -> BatchDraw {
        // A whole batch without a loop: so the machine code knows where each figure stands. With what may follow it
        // would need more registers than there are, and took 5 % longer.
        match <&[DueTouchpoint; LONGEST]>::try_from(self.touchpoints.as_slice()) {
            Ok([first, second, third, fourth]) if !self.can_follow_up => {
                let half = BatchDraw::default().and::<false>(first, luck).and::<false>(second, luck);
                half.and::<false>(third, luck).and::<false>(fourth, luck)
            }
            _ => self.touchpoints.iter().fold(BatchDraw::default(), |drawn, due| drawn.and::<true>(due, luck)),
        }
    }
}

impl BatchDraw {
    /// With the next touchpoint, and with what may follow its failure if anything can.
    #[inline(always)]
    fn and<const FOLLOW_UP: bool>(self, due: &DueTouchpoint, luck: Luck) -> Self {
        let (happened, held) = due.draw(luck);
        Self {
            outcome: self.outcome.and(happened, held),
            last: happened,
            follows: self.follows | (FOLLOW_UP && due.is_followed(luck) & happened & !held),
        }
    }
}

impl DueTouchpoint {
    /// Draws whether it takes place, and whether it takes place and holds.
    #[inline(always)]
    pub fn draw(&self, luck: Luck) -> (bool, bool) {
        let word = luck.word(self.address);
        let happened = self.happens.low(word);
        (happened, happened & self.holds.high(word))
    }

    /// True if anything follows when it fails.
    #[inline(always)]
    pub fn is_followed(&self, luck: Luck) -> bool {
        self.after_failure.is_any && self.after_failure.is_drawn(luck.word(self.failing))
    }
}
