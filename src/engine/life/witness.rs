//! Witnesses: who is told each event of a life, in the past tense. Each listens to what it needs; the compiler drops
//! the rest.

use crate::engine::account::{Account, Standing};
use crate::engine::link::{Blame, LinkIndex};
use crate::engine::world::batch::{BatchOutcome, TouchpointBatch};
use serde::{Deserialize, Serialize};

/// Why a customer dropped out before the purchase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DropReason {
    /// The link failed them, and they did not try again.
    Failed,
    /// No way led on from the touchpoint.
    DeadEnd,
    /// 1 000 visits were made; must not happen in a sane journey.
    Looping,
}

/// Is told a life as it unfolds. Every method does nothing unless a witness says otherwise.
#[allow(unused_variables, reason = "the names say what a witness is told")]
pub trait Witness {
    /// Came in at a touchpoint; `readiness` is the index of the phase where the customer truly is.
    fn arrived(&mut self, persona: usize, touchpoint: usize, readiness: usize) {}
    /// A touchpoint noticed that the customer was further on, and took them straight to another.
    fn sensed(&mut self, touchpoint: usize, to: usize) {}
    /// Time passed at a link before the purchase [days].
    fn waited(&mut self, link: LinkIndex, days: f64) {}
    /// Before the purchase a link held or failed; the account is as it is after that.
    fn tried(&mut self, link: LinkIndex, holds: bool, account: &Account) {}
    /// After the purchase a link held or failed; the account is as it is after that.
    fn met(&mut self, link: LinkIndex, holds: bool, account: &Account) {}
    /// After the purchase a batch was met, or a piece of it up to a failure that something follows; the rest did not
    /// take place. The account is as it was before that.
    fn passed(&mut self, batch: &TouchpointBatch, outcome: BatchOutcome, account: &Account) {
        for (link, held, so_far) in batch.met_in_order(outcome) {
            self.met(link, held, &account.with(batch.effect(so_far)));
        }
    }
    /// Tries the failed link again.
    fn tried_again(&mut self, link: LinkIndex) {}
    /// Dropped out before the purchase, booked on a link.
    fn dropped(&mut self, link: LinkIndex, why: DropReason) {}
    /// Bought, this time after the first contact [days]. The account has the remorse already.
    fn bought(&mut self, touchpoint: usize, days: f64, account: &Account) {}
    /// A tenure began; the account has faded.
    fn began(&mut self, tenure: u32, account: &Account) {}
    /// A complaint was voiced.
    fn complained(&mut self, link: LinkIndex) {}
    /// The complaint desk made a failure good.
    fn mended(&mut self, link: LinkIndex, account: &Account) {}
    /// An offer was made; sold or not [prices].
    fn offered(&mut self, touchpoint: usize, sold: bool, worth: f64) {}
    /// A reckoning was judged; the rung is the one after it, of so many that this customer has.
    fn judged(&mut self, touchpoint: usize, worth: f64, felt_price: f64, rung: u32, rungs: u32) {}
    /// Would have left in this tenure and is bound: stays, on the last rung. Told once a tenure.
    fn stayed_bound(&mut self, tenure: u32, rung: u32) {}
    /// The price was paid [prices].
    fn paid(&mut self, amount: f64) {}
    /// Left in this tenure: walked out at once, or phased out at the top of the ladder.
    fn left(&mut self, tenure: u32, blame: Blame, walked_out: bool, account: &Account) {}
    /// A tenure (0 is the day of purchase) was lived to its end, or left in.
    fn lived(&mut self, tenure: u32, rung: u32, stays: bool, account: &Account, standing: Standing) {}
}

/// A witness that listens to nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Witness for Silent {
    #[inline(always)]
    fn passed(&mut self, _stretch: &TouchpointBatch, _outcome: BatchOutcome, _account: &Account) {}
}
