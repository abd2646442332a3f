//! What the page and the shell say: the texts of `locales/`, filled in, and numbers as each language writes them. All of
//! it is made from a language and plain values, so that every sentence can be tested without a page.

pub mod about;
pub mod advice;
pub mod bets;
pub mod brief;
pub mod building;
pub mod calibrating;
pub mod chain;
pub mod change;
pub mod crowd;
pub mod dashboards;
pub mod data;
pub mod embed;
pub mod gain;
pub mod goal;
pub mod headline;
pub mod help;
pub mod inspector;
pub mod isolate;
pub mod lane;
pub mod left_over;
pub mod lesson;
pub mod lever;
pub mod library;
pub mod life;
pub mod link;
pub mod logic;
pub mod matching;
pub mod money;
pub mod notice;
pub mod number;
pub mod outcome;
pub mod persona;
pub mod phrase;
pub mod pool;
pub mod problem;
pub mod progress;
pub mod proposals;
pub mod quality;
pub mod race;
pub mod ranking;
pub mod reach;
pub mod ready_made;
pub mod rescue;
pub mod retention;
pub mod sayings;
pub mod scenario;
pub mod scenes;
pub mod sheet;
pub mod strained;
pub mod straining;
pub mod strength;
pub mod sure;
pub mod tables;
mod teller;
pub mod turned_out;
pub mod typed;
pub mod unit;
pub mod value_account;
pub mod way;
pub mod why;

use crate::app::Language;
use std::fmt::{Display, Write};
pub use teller::Teller;

/// The texts of `locales/` by the paths of their keys; `build.rs` writes them. Use [`crate::say`].
#[allow(clippy::module_inception, reason = "a text may be called as the group that it stands in")]
#[cfg_attr(not(feature = "ui"), allow(dead_code, reason = "the labels are said by the page alone"))]
pub(crate) mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// A text of `locales/` in a language: `say!(language, headline.stay, n = count, of = all)`. The language is whatever
/// [`Speaks`] one; values that are filled in can be anything with a [`Display`] of its own.
macro_rules! say {
    ($speaker:expr, $($key:ident).+ $(,)?) => {
        $crate::words::texts::$($key)::+($crate::words::Speaks::language(&$speaker))
    };
    ($speaker:expr, $($key:ident).+, $($place:ident = $value:expr),+ $(,)?) => {
        $crate::words::texts::$($key)::+(
            $crate::words::Speaks::language(&$speaker),
            $crate::words::texts::$($key)::+::Args { $($place: &$value),+ },
        )
    };
}

pub(crate) use say;

/// What texts can be said in the language of.
pub trait Speaks {
    /// The language that is spoken.
    fn language(&self) -> Language;
}

impl Speaks for Language {
    fn language(&self) -> Language {
        *self
    }
}

impl<T: Speaks> Speaks for &T {
    fn language(&self) -> Language {
        (*self).language()
    }
}

/// The text with its numbered places filled in (`build.rs`).
fn fill(text: &str, places: &[&dyn Display]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match places.get((letter as usize).wrapping_sub(1)) {
            // Writing into a text cannot fail.
            Some(place) => drop(write!(filled, "{place}")),
            None => filled.push(letter),
        }
    }
    filled
}
