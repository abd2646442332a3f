//! The value account of one life in words: what an event added or took, and how the customer weighs the sum.

use super::{Teller, number, unit};
use crate::analysis::LinkIndex;
use crate::app::{EntryOf, Judgement};
use crate::model::PersonaId;
use crate::say;

/// Less than this is nothing, at two decimals [prices].
const NOTHING: f64 = 0.005;

/// A part of a price, with its sign: "−0.45".
pub fn amount(teller: &Teller, value: f64) -> String {
    number::signed(teller.language, value, 2)
}

/// What an event added or took: "takes 0.45". `None` where that is nothing.
pub fn change(teller: &Teller, change: f64) -> Option<String> {
    let n = number::decimal(teller.language, change.abs(), 2);
    if change.abs() < NOTHING {
        None
    } else if change > 0.0 {
        Some(say!(teller, value_account.adds, n = n))
    } else {
        Some(say!(teller, value_account.takes, n = n))
    }
}

/// The name of a link by its index.
pub fn link(teller: &Teller, link: LinkIndex) -> String {
    teller.journey.links().nth(link.0).map(|id| teller.link_name(id)).unwrap_or_default()
}

/// What an entry comes from.
pub fn entry(teller: &Teller, of: EntryOf) -> String {
    match of {
        EntryOf::Link(met) => link(teller, met),
        EntryOf::PutRight(failed) => say!(teller, value_account.put_right, link = link(teller, failed)),
        EntryOf::Doubt => say!(teller, value_account.doubt).to_owned(),
    }
}

/// The small entries that are not listed one by one.
pub fn others(teller: &Teller, n: usize) -> String {
    if n == 1 {
        say!(teller, value_account.older_one).to_owned()
    } else {
        say!(teller, value_account.older, n = teller.count(n))
    }
}

/// What 1 means, and how fast a persona's experiences fade.
pub fn unit(teller: &Teller, persona: &PersonaId) -> Option<String> {
    let memory = teller.journey.personas.iter().find(|p| p.id == *persona)?.memory;
    Some(say!(teller, value_account.unit, period = unit::period(teller), time = unit::about_periods(teller, memory)))
}

/// What came of a value check.
pub fn judgement(teller: &Teller, judged: Judgement) -> String {
    let (rung, top) = (teller.count(judged.rung), teller.count(judged.rungs));
    if judged.is_worth_it {
        say!(teller, value_account.worth_it, rung = rung, top = top)
    } else {
        say!(teller, value_account.not_worth_it, rung = rung, top = top)
    }
}
