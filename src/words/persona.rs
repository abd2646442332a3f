//! The personas side by side in words.

use super::{Teller, number, outcome, unit};
use crate::app::{Language, Opposite};
use crate::say;

/// The outcome that becomes better for some and worse for others.
pub fn opposite(teller: &Teller, found: &Opposite) -> String {
    let (better, worse) = (teller.first_names(&found.better), teller.first_names(&found.worse));
    say!(teller, personas.opposite, outcome = outcome::name(teller, found.kind), better = better, worse = worse)
}

/// How large a part [0..1] of those who come are such as this persona.
pub fn of_100(language: Language, share: f64) -> String {
    say!(language, personas.of_100, n = number::whole(language, 100.0 * share))
}

/// How large a part [0..1] of a persona's customers are left after so many periods.
pub fn stay(teller: &Teller, share: f64, periods: u64) -> String {
    let share = number::percent(teller.language, share, 0);
    say!(teller, personas.stay, share = share, time = unit::periods(teller, periods))
}
