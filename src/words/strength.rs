//! Strengths and strain in words.

use super::{Teller, number, unit};
use crate::app::{Language, NamedRange, StrainLevel, strain_level};
use crate::say;

/// The name of a range of strengths.
pub fn range_name(language: Language, range: NamedRange) -> &'static str {
    match range {
        NamedRange::Worn => say!(language, strength.worn),
        NamedRange::Holds => say!(language, strength.holds),
        NamedRange::Strong => say!(language, strength.strong),
    }
}

/// A strength [0..1] as it is spoken, with today's where it differs.
pub fn spoken(language: Language, today: f64, now: f64) -> String {
    let percent = |share: f64| number::short_percent(language, share);
    let range = range_name(language, NamedRange::of(now));
    if now == today {
        say!(language, strength.spoken_same, now = percent(now), range = range)
    } else {
        say!(language, strength.spoken, now = percent(now), today = percent(today), range = range)
    }
}

/// What an edit of a strength costs [effort], where halving its failures costs `halving`; `spent` is `None` where no
/// effort would be enough.
pub fn effort(teller: &Teller, halving: f64, spent: Option<f64>) -> String {
    match spent {
        None => say!(teller, strength.perfect).to_owned(),
        Some(0.0) => say!(teller, strength.price, effort = unit::effort(teller, halving)),
        Some(spent) if spent > 0.0 => say!(teller, strength.spent, effort = unit::effort(teller, spent)),
        Some(spent) => say!(teller, strength.freed, effort = unit::effort(teller, -spent)),
    }
}

/// A strain [≥ 0] with what kind of day it is.
pub fn strain(language: Language, strain: f64) -> String {
    let level = match strain_level(strain) {
        StrainLevel::Calm => say!(language, world.calm),
        StrainLevel::Busy => say!(language, world.busy),
        StrainLevel::Storm => say!(language, world.storm),
    };
    format!("{} · {level}", number::decimal(language, strain, 1))
}
