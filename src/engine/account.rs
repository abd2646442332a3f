//! The value account: what a customer's experiences add up to.

use super::link::{Blame, LinkIndex};
use serde::{Deserialize, Serialize};
use std::hint::select_unpredictable;

/// Heaviness at which the chain logic halves what is good elsewhere [prices]. Assumption (docs/model.md).
const HALF_HEAVY: f64 = 0.25;

/// How much lower a price is asked about when a leaving is booked [part of the price]: as much as a discount that is given
/// to keep somebody. Assumption (docs/model.md).
pub const LOWER_PRICE: f64 = 0.1;

/// How soon a difference becomes a strong opinion: at which share of the price, or at which mood, a customer is half way
/// to certain [-]. Assumption; with 8, hardly anybody was left between for and against (docs/model.md).
const OPINION: f64 = 4.0;

/// A customer's value account, kept as gains and pains apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// G: what held, faded [prices].
    pub gains: f64,
    /// P: what failed, faded [prices].
    pub pains: f64,
    /// M: the mood, which fades faster [prices].
    pub mood: f64,
    /// H: the heaviest failure still fresh [prices].
    pub heaviest: f64,
    /// The link of the heaviest failure; means something only while that is over 0.
    pub blame: LinkIndex,
}

impl Account {
    /// Books a link that held, before the purchase.
    #[inline(always)]
    pub(super) fn gain(&mut self, gain: f64) {
        self.gains += gain;
        self.mood += gain;
    }

    /// Books a link that failed, before the purchase.
    #[inline(always)]
    pub(super) fn suffer(&mut self, pain: f64) {
        self.pains += pain;
        self.mood -= pain;
    }

    /// Books links met after the purchase, where the heaviest failure counts; on a tie the later one is the heaviest.
    #[inline(always)]
    pub(super) fn apply(&mut self, effect: AccountEffect) {
        self.gains += effect.gains;
        self.pains += effect.pains;
        self.mood += effect.gains - effect.pains;
        // What holds has no pain: while nothing heavy is fresh it may be blamed here, which then means nothing.
        self.blame = select_unpredictable(effect.heaviest >= self.heaviest, effect.blame, self.blame);
        self.heaviest = heavier(self.heaviest, effect.heaviest);
    }

    /// The account after an effect.
    #[inline(always)]
    pub(super) fn with(mut self, effect: AccountEffect) -> Self {
        self.apply(effect);
        self
    }

    /// Lends a copy to what is not inlined, and takes over what becomes of it: so the account itself stays in registers.
    /// By value it would be copied again on the way in and out, in WebAssembly by calls.
    #[inline(always)]
    pub(super) fn lend<T>(&mut self, borrow: impl FnOnce(&mut Self) -> T) -> T {
        let mut copy = *self;
        let result = borrow(&mut copy);
        *self = copy;
        result
    }

    /// Takes back a failure that the complaint desk made good.
    pub(super) fn mend(&mut self, pain: f64, was_heaviest: bool) {
        self.pains -= pain;
        self.mood += pain;
        if was_heaviest {
            self.heaviest = 0.0;
        }
    }

    /// Fades the account by one period; `keep` is what is left of gains, pains and the heaviest failure.
    #[inline(always)]
    pub(super) fn fade(&mut self, keep: f64) {
        self.gains *= keep;
        self.pains *= keep;
        self.heaviest *= keep;
        self.mood *= 0.5;
    }
}

/// The greater of two pains.
///
/// V8 makes a branch, which can't be foreseen, of choosing between two floats, but not of choosing between whole numbers;
/// those of the bits are in the same order, as pains are never negative.
#[inline(always)]
fn heavier(a: f64, b: f64) -> f64 {
    if cfg!(target_arch = "wasm32") {
        f64::from_bits((a.to_bits() as i64).max(b.to_bits() as i64) as u64)
    } else if a > b {
        a
    } else {
        b
    }
}

/// What meeting links adds to an account [prices].
#[derive(Clone, Copy, Debug)]
pub(super) struct AccountEffect {
    gains: f64,
    pains: f64,
    heaviest: f64,
    /// The link of the heaviest failure; means something only where that is over 0.
    blame: LinkIndex,
}

impl AccountEffect {
    /// The effect of what did not take place.
    pub const NONE: Self = Self { gains: 0.0, pains: 0.0, heaviest: 0.0, blame: LinkIndex(0) };

    /// The effect of a link that holds and gives, or fails and takes.
    #[inline(always)]
    pub fn of(link: LinkIndex, holds: bool, gain: f64, pain: f64) -> Self {
        let pains = select_unpredictable(holds, 0.0, pain);
        Self { gains: select_unpredictable(holds, gain, 0.0), pains, heaviest: pains, blame: link }
    }

    /// The sum of this effect and another after it.
    pub fn then(self, next: Self) -> Self {
        let last = if next.heaviest >= self.heaviest { next } else { self };
        Self {
            gains: self.gains + next.gains,
            pains: self.pains + next.pains,
            heaviest: last.heaviest,
            blame: last.blame,
        }
    }
}

/// What a customer holds an account against.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    /// Of the bare product, per period [prices].
    pub usefulness: f64,
    /// κ [0..1].
    pub chain_feel: f64,
    /// The price as it is felt [prices].
    pub felt_price: f64,
}

impl Standing {
    /// What the customer finds it worth [prices]: usefulness plus gains, voided by the heaviest failure as far as the
    /// chain feel says, minus pains.
    #[inline(always)]
    pub fn worth(&self, account: &Account) -> f64 {
        // Most of the time goes into dividing, which without chain feel changes nothing.
        let kept = if self.chain_feel > 0.0 {
            account.gains * (1.0 - self.chain_feel * account.heaviest / (account.heaviest + HALF_HEAVY))
        } else {
            account.gains
        };
        self.usefulness + kept - account.pains
    }

    /// What would have kept a customer who weighs the account and finds it too light, asked of the account as it is: had the
    /// heaviest failure been made good, as the complaint desk does it, and had the price been lower.
    ///
    /// By value: a copy is made where somebody leaves, and the account itself stays in registers everywhere else.
    #[cold]
    #[inline(never)]
    pub(super) fn blame(self, account: Account) -> Blame {
        let mut without = account;
        without.mend(account.heaviest, true);
        let is_failure = account.heaviest > 0.0 && self.worth(&without) >= self.felt_price;
        let is_price = self.worth(&account) >= self.felt_price * (1.0 - LOWER_PRICE);
        match (is_failure, is_price) {
            (true, true) => Blame::Either(account.blame),
            (true, false) => Blame::Link(account.blame),
            (false, _) => Blame::Price,
        }
    }

    /// The recommendation score 0..=10, half from worth against price and half from mood, rounded half up.
    #[inline(always)]
    pub fn score(&self, account: &Account) -> u8 {
        let squash = |x: f64| 0.5 + 0.5 * x / (1.0 + x.abs());
        let rational = squash(OPINION * (self.worth(account) - self.felt_price) / self.felt_price);
        let emotional = squash(OPINION * account.mood);
        // Never negative: cutting off what follows the point is rounding down.
        (10.0 * (0.5 * rational + 0.5 * emotional) + 0.5) as u8
    }
}

/// Score from which a customer recommends.
const PROMOTER: u8 = 9;
/// Score up to which a customer advises against.
const DETRACTOR: u8 = 6;

/// +1 for a promoter, -1 for a detractor, 0 between.
pub fn recommends(score: u8) -> i64 {
    i64::from(score >= PROMOTER) - i64::from(score <= DETRACTOR)
}
