//! Stretches: touchpoints that come round one after the other and lead nowhere else. What meeting them can come to is
//! added up when a journey is compiled, so that living one takes its draws and one look.

use super::account::Effect;
use super::draws::Address;
use super::world::AfterFailure;
use super::{Chance, Link, Luck};

/// Touchpoints in a stretch at most: each one more makes three times as many outcomes to add up beforehand.
pub(super) const LONGEST: usize = 4;
/// Ways in which meeting a touchpoint can turn out: it does not take place, fails, or holds.
const TURNS: usize = 3;

/// What can happen on a stretch, for one persona.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// In the order in which they are met.
    links: Vec<Link>,
    /// By outcome.
    effects: Vec<Effect>,
    /// Where its outcomes stand among those of all the persona's stretches.
    first: usize,
}

/// How meeting the touchpoints of a stretch turned out: a digit for each, 0 where it did not take place, 1 where it
/// failed and 2 where it held, the last touchpoint's digit the lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome(usize);

impl Outcome {
    /// With the next touchpoint.
    #[inline(always)]
    pub(super) fn and(self, happened: bool, held: bool) -> Self {
        Self(self.0 * TURNS + usize::from(happened) + usize::from(held))
    }

    /// With so many touchpoints more, none of which took place.
    pub(super) fn and_nothing(self, touchpoints: usize) -> Self {
        (0..touchpoints).fold(self, |outcome, _| outcome.and(false, false))
    }
}

impl Stretch {
    /// Of touchpoints in the order in which they are met, each with what it gives and takes; its outcomes stand from
    /// here on.
    pub(super) fn new(first: usize, touchpoints: impl Iterator<Item = (Link, f64, f64)>) -> Self {
        let (mut links, mut effects) = (Vec::new(), vec![Effect::NONE]);
        for (link, gain, pain) in touchpoints {
            let turns = [Effect::NONE, Effect::of(link, false, gain, pain), Effect::of(link, true, gain, pain)];
            effects = effects.iter().flat_map(|before| turns.map(|last| before.then(last))).collect();
            links.push(link);
        }
        Self { links, effects, first }
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

    /// Each touchpoint that took place in an outcome, whether it held, and what it came to up to there.
    pub(super) fn met(&self, outcome: Outcome) -> impl Iterator<Item = (Link, bool, Outcome)> + '_ {
        let mut later = self.effects.len();
        self.links.iter().filter_map(move |link| {
            later /= TURNS;
            let turn = outcome.0 / later % TURNS;
            (turn > 0).then_some((*link, turn > 1, Outcome(outcome.0 / later * later)))
        })
    }

    /// Each outcome, and how often it came to it, out of how often all the persona's stretches came to theirs.
    pub(super) fn counted<'a>(&'a self, all: &'a [u64]) -> impl Iterator<Item = (Outcome, u64)> + 'a {
        all[self.first..self.end()].iter().enumerate().map(|(outcome, times)| (Outcome(outcome), *times))
    }
}

/// A stretch as it comes round in some tenures.
#[derive(Clone, Debug)]
pub(super) struct Part {
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

impl Part {
    /// Draws all of it.
    ///
    /// Without branches on chance, which a processor can't foresee: what may follow a failure is drawn in any case.
    #[inline(always)]
    pub fn draw(&self, luck: Luck) -> Drawn {
        // A whole stretch without a loop: so the machine code knows where each figure stands.
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
