//! One customer's life, from first contact to leaving or the horizon.

mod after;
mod before;
mod record;
mod witness;

pub use record::{Fate, Life, Scratch, Worlds};
pub use witness::{DropReason, Silent, Witness};

use super::account::Account;
use super::draws::Luck;
use before::BeforePurchase;

/// Lives one customer, who arrives in a calendar period, and tells the witness each event. Whoever lives few names them
/// `dyn Worlds` and `dyn Witness`: they share one copy of the whole life.
pub fn live<P: Worlds + ?Sized, W: Witness + ?Sized>(
    worlds: &P,
    luck: Luck,
    arrival: i32,
    scratch: &mut Scratch,
    witness: &mut W,
) -> Life {
    live_as(worlds, luck, worlds.at(arrival).persona_of(luck), arrival, scratch, witness)
}

/// The same with the persona known, which depends on luck alone.
///
/// Not inlined: twins then share one copy of the whole life.
#[inline(never)]
pub(super) fn live_as<P: Worlds + ?Sized, W: Witness + ?Sized>(
    worlds: &P,
    luck: Luck,
    persona: usize,
    arrival: i32,
    scratch: &mut Scratch,
    witness: &mut W,
) -> Life {
    let mut account = Account::default();
    match before::live_before_purchase(worlds, luck, arrival, persona, &mut account, scratch, witness) {
        BeforePurchase::DroppedOut { days } => Life { persona, days, ..Life::default() },
        BeforePurchase::Bought(purchase) => {
            after::live_after_purchase(worlds, luck, persona, purchase, account, scratch, witness)
        }
    }
}
