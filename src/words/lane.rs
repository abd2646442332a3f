//! The lanes under the chain in words: the mood, and what customers say to themselves.

use super::{Teller, number, unit};
use crate::analysis::{Outcome, Report};
use crate::app::{Emotion, Language};
use crate::charts::lanes::Columns;
use crate::model::LinkId;
use crate::say;

/// The finding.
pub fn title(teller: &Teller, found: Option<&Emotion>) -> String {
    match found {
        None => String::new(),
        Some(Emotion::NeverFalls) => say!(teller, lanes.never_falls).to_owned(),
        Some(Emotion::FallsMost { link, .. }) => say!(teller, lanes.falls, link = teller.link_name(link)),
        Some(Emotion::FallsNow { link, before, .. }) => {
            say!(teller, lanes.falls_now, link = teller.link_name(link), before = teller.link_name(before))
        }
    }
}

/// By how much the mood falls there. `None` where it never does.
pub fn each(teller: &Teller, found: &Emotion) -> Option<String> {
    match found {
        Emotion::FallsMost { each, .. } | Emotion::FallsNow { each, .. } => {
            Some(say!(teller, lanes.each, n = price(teller.language, *each)))
        }
        Emotion::NeverFalls => None,
    }
}

/// A part of the price of one period, with its sign: "−0.24".
pub fn price(language: Language, value: f64) -> String {
    number::signed(language, value, 2)
}

/// The curve in words, under its finding; `is_changed` where the what-if is looked at.
pub fn sentences(teller: &Teller, columns: &Columns, report: &Report, is_changed: bool) -> Vec<String> {
    let mut parts = Vec::new();
    let outcome = &report.today;
    let at = |link: &&LinkId| outcome.mood_by_link.contains_key(*link);
    let met: Vec<&LinkId> = columns.links.iter().take(columns.before).filter(at).collect();
    let mood = |link: &LinkId| price(teller.language, outcome.mood_by_link.get(link).copied().unwrap_or_default());
    if let (Some(first), Some(last)) = (met.first(), met.last()) {
        let (from, to) = (teller.link_name(first), teller.link_name(last));
        parts.push(say!(teller, lanes.curve_before, first = mood(first), from = from, last = mood(last), to = to));
    }
    let ends = |o: &Outcome| o.mood_by_tenure.first().copied().zip(o.mood_by_tenure.last().copied());
    if let Some((first, last)) = ends(outcome) {
        let (time, period) = (unit::periods(teller, outcome.mood_by_tenure.len() as u64), unit::period(teller));
        let (first, last) = (price(teller.language, first), price(teller.language, last));
        parts.push(say!(teller, lanes.curve_after, first = first, period = period, last = last, time = time));
    }
    if let Some((first, last)) = report.what_if.as_ref().filter(|_| is_changed).and_then(ends) {
        parts.push(say!(
            teller,
            lanes.curve_changed,
            first = price(teller.language, first),
            last = price(teller.language, last)
        ));
    }
    parts
}

/// The mood right after a touchpoint before the purchase [prices], and today's where a change has moved it.
pub fn mood(language: Language, today: f64, now: f64) -> String {
    let (today, now) = (price(language, today), price(language, now));
    let words = say!(language, lanes.mood, n = now);
    if now == today { words } else { format!("{words} ({})", say!(language, lanes.mood_was, n = today)) }
}

/// The name of a touchpoint's channel; empty where it has none.
pub fn channel(teller: &Teller, link: &LinkId) -> String {
    let channel = teller.journey.touchpoint(link).map(|t| &t.channel);
    let found = teller.journey.channels.iter().find(|c| Some(&c.id) == channel);
    found.map(|c| teller.named(&c.name)).unwrap_or_default()
}

/// The name of a touchpoint's owner; empty where it has none.
pub fn owner(teller: &Teller, link: &LinkId) -> String {
    let owner = teller.journey.touchpoint(link).map(|t| &t.owner);
    let found = teller.journey.owners.iter().find(|o| Some(&o.id) == owner);
    found.map(|o| teller.named(&o.name)).unwrap_or_default()
}

/// A touchpoint's words between quotation marks; empty where it has none.
pub fn quote(teller: &Teller, link: &LinkId) -> String {
    let words = teller.journey.touchpoint(link).map(|t| teller.named(&t.words)).unwrap_or_default();
    if words.is_empty() { String::new() } else { say!(teller, lanes.quote, words = words) }
}
