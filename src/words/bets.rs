//! Bets in words.

use super::Teller;
use crate::app::{Bets, ChipsOnLink};
use crate::say;

/// How many chips are laid.
pub fn laid(teller: &Teller, chips: usize) -> String {
    match chips {
        0 => say!(teller, bets.none).to_owned(),
        1 => say!(teller, bets.one).to_owned(),
        n => say!(teller, bets.many, n = teller.count(n)),
    }
}

/// The chips against the answer.
pub fn title(teller: &Teller, bets: &Bets) -> String {
    let count = |n: usize| teller.count(n);
    match (bets.all, bets.on_binding) {
        (0, _) => say!(teller, bets.title).to_owned(),
        (_, None) => say!(teller, bets.awaited).to_owned(),
        (_, Some(0)) if bets.too_close => say!(teller, bets.close_none).to_owned(),
        (_, Some(0)) => say!(teller, bets.hit_none).to_owned(),
        (all, Some(n)) if bets.too_close => say!(teller, bets.close, n = count(n), all = count(all)),
        (all, Some(n)) if n == all => say!(teller, bets.hit_all).to_owned(),
        (all, Some(n)) => say!(teller, bets.hit, n = count(n), all = count(all)),
    }
}

/// A link that was bet on, with its chips.
pub fn laid_on(teller: &Teller, laid: &ChipsOnLink) -> String {
    let chips = match laid.chips {
        1 => say!(teller, bets.chips_one).to_owned(),
        n => say!(teller, bets.chips, n = teller.count(n)),
    };
    format!("{}, {chips}", teller.link_name(&laid.link))
}

/// Where a link that was bet on came, of so many links. `None` before that is known.
pub fn place(teller: &Teller, laid: &ChipsOnLink, of: usize) -> Option<String> {
    laid.place.map(|place| say!(teller, bets.place, n = teller.count(place), of = teller.count(of)))
}
