//! Levers in words: what each is called, and its value in its own unit.

use super::{format, say, unit};
use crate::model::{Lever, LinkId};
use crate::ui::state::Store;
use leptos::prelude::*;

/// What a lever is called.
pub fn name(store: Store, lever: Lever) -> &'static str {
    match lever {
        Lever::Strength => say!(store, strength.name),
        Lever::Gain => say!(store, levers.gain.name),
        Lever::Pain => say!(store, levers.pain.name),
        Lever::Frequency => say!(store, levers.frequency.name),
        Lever::Days => say!(store, levers.days.name),
        Lever::Sensing => say!(store, levers.sensing.name),
        Lever::Share => say!(store, levers.share.name),
    }
}

/// What a lever is called in the middle of a sentence.
pub fn lower_name(store: Store, lever: Lever) -> String {
    name(store, lever).to_lowercase()
}

/// The unit that stands after a typed value; shares carry theirs with them.
pub fn unit_after(store: Store, lever: Lever) -> String {
    match lever {
        Lever::Gain | Lever::Pain => say!(store, levers.unit_prices).to_owned(),
        Lever::Frequency => say!(store, levers.unit_times, period = unit::period(store)),
        Lever::Days => say!(store, levers.unit_days).to_owned(),
        Lever::Strength | Lever::Sensing | Lever::Share => String::new(),
    }
}

/// The unit in a word, also that of shares.
pub fn unit_word(store: Store, lever: Lever) -> String {
    match lever {
        Lever::Strength | Lever::Sensing | Lever::Share => say!(store, levers.unit_percent).to_owned(),
        _ => unit_after(store, lever),
    }
}

/// Whether a lever's value is a part of a whole.
pub fn is_share(lever: Lever) -> bool {
    matches!(lever, Lever::Strength | Lever::Sensing | Lever::Share)
}

/// A lever's value without its unit, except for per cents.
pub fn bare_value(store: Store, lever: Lever, value: f64) -> String {
    if is_share(lever) {
        format::short_percent(store.language.get(), value)
    } else {
        format::free(store.language.get(), value)
    }
}

/// A lever's value with its unit.
pub fn value(store: Store, lever: Lever, value: f64) -> String {
    let unit = unit_after(store, lever);
    let bare = bare_value(store, lever, value);
    if unit.is_empty() { bare } else { format!("{bare}\u{a0}{unit}") }
}

/// "Invoice, pain"; a strength goes by the link alone.
pub fn of_link(store: Store, link: &LinkId, lever: Lever) -> String {
    let link = store.link_name(link);
    match lever {
        Lever::Strength => link,
        _ => say!(store, levers.of, link = link, lever = lower_name(store, lever)),
    }
}
