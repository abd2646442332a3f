//! The value account: what a customer's experiences add up to.

use super::Link;

/// Heaviness at which the chain logic halves what is good elsewhere [prices]. Assumption (docs/model.md).
const HALF_HEAVY: f64 = 0.25;

/// A customer's value account, kept as gains and pains apart.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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
    pub blame: Link,
}

impl Account {
    /// A link held or failed: gain or pain, in both the account and the mood.
    ///
    /// Written without branches: whether a link holds is what a processor can't foresee.
    #[inline(always)]
    pub(super) fn meet(&mut self, holds: bool, gain: f64, pain: f64) {
        let mask = u64::from(holds).wrapping_neg();
        let gained = f64::from_bits(gain.to_bits() & mask);
        let pained = f64::from_bits(pain.to_bits() & !mask);
        self.gains += gained;
        self.pains += pained;
        self.mood += gained - pained;
    }

    /// The same after the purchase, where the heaviest failure counts; on a tie the later one is the heaviest.
    /// True when this failure now is the heaviest.
    #[inline(always)]
    pub(super) fn encounter(&mut self, link: Link, holds: bool, gain: f64, pain: f64) -> bool {
        self.meet(holds, gain, pain);
        let is_heaviest = !holds & (pain >= self.heaviest);
        self.heaviest = if is_heaviest { pain } else { self.heaviest };
        self.blame = if is_heaviest { link } else { self.blame };
        is_heaviest
    }

    /// A failure made good at the complaint desk.
    pub(super) fn mend(&mut self, pain: f64, was_heaviest: bool) {
        self.pains -= pain;
        self.mood += pain;
        if was_heaviest {
            self.heaviest = 0.0;
        }
    }

    /// One period's fading; `keep` is what is left of gains, pains and the heaviest failure.
    #[inline(always)]
    pub(super) fn fade(&mut self, keep: f64) {
        self.gains *= keep;
        self.pains *= keep;
        self.heaviest *= keep;
        self.mood *= 0.5;
    }
}

/// What a customer holds an account against.
#[derive(Clone, Copy, Debug, PartialEq)]
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
        // Skipped where it changes nothing: a division is dear in the inner loop.
        let voided = if account.heaviest > 0.0 && self.chain_feel > 0.0 {
            self.chain_feel * account.heaviest / (account.heaviest + HALF_HEAVY)
        } else {
            0.0
        };
        self.usefulness + account.gains * (1.0 - voided) - account.pains
    }

    /// The recommendation score 0..=10, half from worth against price and half from mood, rounded half up.
    pub fn score(&self, account: &Account) -> u8 {
        let squash = |x: f64| 0.5 + 0.5 * x / (1.0 + x.abs());
        let rational = squash(8.0 * (self.worth(account) - self.felt_price) / self.felt_price);
        let emotional = squash(8.0 * account.mood);
        (10.0 * (0.5 * rational + 0.5 * emotional) + 0.5).floor() as u8
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
