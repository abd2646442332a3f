//! Stretches: touchpoints that come round one after the other and lead nowhere else. What meeting them can come to is
//! added up when a journey is compiled, so that living one takes its draws and one look.
//!
//! Gains and pains are thereby added stretch by stretch, not link by link: the last bit of an account may be another
//! where touchpoints stand together otherwise.

use super::account::Effect;
use super::draws::Address;
use super::world::AfterFailure;
use super::{Chance, Link, Luck};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Touchpoints in a stretch at most: each one more makes three times as many outcomes to add up beforehand.
pub(super) const LONGEST: usize = 4;
/// What meeting a touchpoint can come to: it does not take place, fails, or holds.
const DIGITS: usize = 3;

/// How meeting the touchpoints of a stretch turned out: a digit for each, 0 where it did not take place, 1 where it
/// failed and 2 where it held, the last touchpoint's digit the lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome(usize);

impl Outcome {
    /// With the next touchpoint.
    #[inline(always)]
    pub(super) fn and(self, happened: bool, held: bool) -> Self {
        Self(self.0 * DIGITS + usize::from(happened) + usize::from(held))
    }

    /// With so many touchpoints more, none of which took place.
    pub(super) fn and_nothing(self, touchpoints: usize) -> Self {
        (0..touchpoints).fold(self, |outcome, _| outcome.and(false, false))
    }
}

/// A touchpoint of a stretch, for what meeting it does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met {
    pub link: Link,
    /// [prices]
    pub gain: f64,
    /// [prices]
    pub pain: f64,
}

/// The effects of all outcomes of the stretches of a journey, each list kept once: they are the same for every persona.
#[derive(Default)]
pub(super) struct Sums(BTreeMap<Vec<Link>, Arc<[Effect]>>);

impl Sums {
    /// By outcome, of these touchpoints one after the other.
    fn of(&mut self, touchpoints: &[Met]) -> Arc<[Effect]> {
        let links = touchpoints.iter().map(|met| met.link).collect();
        self.0.entry(links).or_insert_with(|| add_up(touchpoints).into()).clone()
    }
}

fn add_up(touchpoints: &[Met]) -> Vec<Effect> {
    touchpoints.iter().fold(vec![Effect::NONE], |effects, met| {
        let of = |holds| Effect::of(met.link, holds, met.gain, met.pain);
        let digits = [Effect::NONE, of(false), of(true)];
        effects.iter().flat_map(|before| digits.map(|last| before.then(last))).collect()
    })
}

/// What can happen on a stretch, for one persona.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// In the order in which they are met.
    links: Vec<Link>,
    /// By outcome.
    effects: Arc<[Effect]>,
    /// Where its outcomes stand among those of all the persona's stretches.
    first: usize,
}

impl Stretch {
    /// Of touchpoints in the order in which they are met; its outcomes stand from here on.
    pub(super) fn new(first: usize, touchpoints: &[Met], sums: &mut Sums) -> Self {
        Self { links: touchpoints.iter().map(|met| met.link).collect(), effects: sums.of(touchpoints), first }
    }

    /// Where the outcomes of the next stretch stand.
    pub(super) fn end(&self) -> usize {
        self.first + self.effects.len()
    }

    /// Where an outcome stands among those of all the persona's stretches.
    #[inline(always)]
    pub(super) fn place(&self, outcome: Outcome) -> usize {
        self.first + outcome.0
    }

    /// What an outcome does to the account.
    #[inline(always)]
    pub(super) fn effect(&self, outcome: Outcome) -> Effect {
        self.effects[outcome.0]
    }

    /// Each touchpoint that took place in an outcome and whether it held, the last one first.
    #[inline(always)]
    pub(super) fn met(&self, outcome: Outcome) -> impl Iterator<Item = (Link, bool)> + '_ {
        let mut rest = outcome.0;
        self.links.iter().rev().filter_map(move |link| {
            let digit = rest % DIGITS;
            rest /= DIGITS;
            (digit > 0).then_some((*link, digit > 1))
        })
    }

    /// The same in the order in which they were met, each with what it came to up to there.
    pub(super) fn met_in_order(&self, outcome: Outcome) -> impl Iterator<Item = (Link, bool, Outcome)> + '_ {
        let mut later = self.effects.len();
        self.links.iter().filter_map(move |link| {
            later /= DIGITS;
            let so_far = outcome.0 / later;
            let digit = so_far % DIGITS;
            (digit > 0).then_some((*link, digit > 1, Outcome(so_far * later)))
        })
    }

    /// Each outcome that it came to, and how often, out of how often all the persona's stretches came to theirs.
    pub(super) fn counted<'a>(&'a self, all: &'a [u64]) -> impl Iterator<Item = (Outcome, u64)> + 'a {
        let times = all[self.first..self.end()].iter().enumerate().filter(|(_, times)| **times > 0);
        times.map(|(outcome, times)| (Outcome(outcome), *times))
    }
}

/// A stretch as it comes round in some tenures.
#[derive(Clone, Debug)]
pub(super) struct Leg {
    /// Which of the persona's stretches.
    pub stretch: usize,
    /// Its touchpoints, those too that never take place in these tenures.
    pub dues: Vec<Due>,
    /// Whether anything can follow a failure.
    pub goes_on: bool,
    /// The last touchpoint, if it is a reckoning.
    pub reckoning: Option<usize>,
}

/// A touchpoint of a stretch.
#[derive(Clone, Debug)]
pub(super) struct Due {
    pub address: Address,
    pub happens: Chance,
    pub holds: Chance,
    pub link: Link,
    /// [prices]
    pub pain: f64,
    pub after_failure: AfterFailure,
    /// Where it is drawn what may follow a failure.
    pub failing: Address,
}

/// What was drawn of a stretch.
pub(super) struct Drawn {
    pub outcome: Outcome,
    /// Whether the last touchpoint took place.
    pub last: bool,
    /// Whether anything follows a failure.
    pub follows: bool,
}

impl Leg {
    /// Draws all of it.
    ///
    /// Without branches on chance, which a processor can't foresee: what may follow a failure is drawn in any case.
    #[inline(always)]
    pub fn draw(&self, luck: Luck) -> Drawn {
        // A whole stretch without a loop: so the machine code knows where each figure stands. With what may follow it
        // would need more registers than there are, and took 5 % longer.
        match <&[Due; LONGEST]>::try_from(self.dues.as_slice()) {
            Ok(dues) if !self.goes_on => draw::<false>(dues, luck),
            _ => draw::<true>(&self.dues, luck),
        }
    }
}

#[inline(always)]
fn draw<const GOES_ON: bool>(dues: &[Due], luck: Luck) -> Drawn {
    let mut drawn = Drawn { outcome: Outcome::default(), last: false, follows: false };
    for due in dues {
        let (happened, held) = due.draw(luck);
        drawn.outcome = drawn.outcome.and(happened, held);
        drawn.last = happened;
        if GOES_ON {
            drawn.follows |= due.is_followed(luck) & happened & !held;
        }
    }
    drawn
}

impl Due {
    /// Whether it takes place, and whether it holds then.
    #[inline(always)]
    pub fn draw(&self, luck: Luck) -> (bool, bool) {
        let word = luck.word(self.address);
        let happened = self.happens.low(word);
        (happened, happened & self.holds.high(word))
    }

    /// Whether anything follows when it fails.
    #[inline(always)]
    pub fn is_followed(&self, luck: Luck) -> bool {
        self.after_failure.is_any && self.after_failure.is_drawn(luck.word(self.failing))
    }
}
