//! The outcomes in words: each figure, today's beside it, and what can be said of the difference.

use super::{Teller, number, unit};
use crate::analysis::Estimate;
use crate::app::{OutcomeKind, OutcomeRow, Verdict, half_width};
use crate::say;

/// The figure as it stands large; "none" where there is nothing to count.
pub fn figure(teller: &Teller, row: &OutcomeRow) -> String {
    row.now.map_or_else(|| say!(teller, outcomes.none).to_owned(), |e| value(teller, row.kind, e.value))
}

/// Today's figure, where there is another to compare it with.
pub fn today(teller: &Teller, row: &OutcomeRow) -> Option<String> {
    let today = row.today.filter(|_| row.verdict != Verdict::Alone)?;
    Some(say!(teller, outcomes.today, value = value(teller, row.kind, today.value)))
}

/// What an outcome is called.
pub fn name(teller: &Teller, kind: OutcomeKind) -> String {
    match kind {
        OutcomeKind::Conversion => say!(teller, outcomes.conversion).to_owned(),
        OutcomeKind::Churn => say!(teller, outcomes.churn, period = unit::period(teller)),
        OutcomeKind::Revenue => say!(teller, outcomes.revenue).to_owned(),
        OutcomeKind::Recommendation => say!(teller, outcomes.recommendation).to_owned(),
    }
}

/// An outcome's value in its own unit.
pub fn value(teller: &Teller, kind: OutcomeKind, v: f64) -> String {
    let language = teller.language;
    match kind {
        OutcomeKind::Conversion | OutcomeKind::Churn => number::percent(language, v, 1),
        OutcomeKind::Revenue => number::money(language, v, teller.currency()),
        OutcomeKind::Recommendation => number::whole(language, v),
    }
}

/// The difference in the figure's own unit, with half the width of its interval.
pub fn difference(teller: &Teller, row: &OutcomeRow) -> String {
    match row.verdict {
        Verdict::Alone => row.now.map_or_else(String::new, |e| noise(teller, row.kind, &e)),
        Verdict::Nothing => String::new(),
        Verdict::Same => say!(teller, outcomes.unchanged).to_owned(),
        Verdict::TooClose => say!(teller, outcomes.too_close).to_owned(),
        Verdict::Better | Verdict::Worse => row.difference.map_or_else(String::new, |e| {
            let (sign, spread) = (change(teller, row.kind, e.value), spread(teller, row.kind, &e));
            say!(teller, outcomes.difference, n = sign, noise = spread)
        }),
    }
}

fn noise(teller: &Teller, kind: OutcomeKind, e: &Estimate) -> String {
    match e.noise() {
        Some(_) => say!(teller, outcomes.noise, n = spread(teller, kind, e)),
        None => say!(teller, outcomes.too_few).to_owned(),
    }
}

/// A change, shares in percentage points.
pub fn change(teller: &Teller, kind: OutcomeKind, v: f64) -> String {
    let language = teller.language;
    match kind {
        OutcomeKind::Conversion | OutcomeKind::Churn => {
            say!(teller, outcomes.points, n = number::signed_points(language, v, 2))
        }
        OutcomeKind::Revenue => number::signed_money(language, v, teller.currency()),
        OutcomeKind::Recommendation => number::signed(language, v, 1),
    }
}

fn spread(teller: &Teller, kind: OutcomeKind, e: &Estimate) -> String {
    let language = teller.language;
    let half = half_width(e);
    match kind {
        OutcomeKind::Conversion | OutcomeKind::Churn => number::points(language, half, 2),
        OutcomeKind::Revenue => number::decimal(language, half, 0),
        OutcomeKind::Recommendation => number::decimal(language, half, 1),
    }
}

/// A difference in people. `None` where it is none, or cannot be counted so.
pub fn people(teller: &Teller, row: &OutcomeRow) -> Option<String> {
    let people = row.people.filter(|p| row.has_difference() && p.gained.count + p.lost.count > 0)?;
    let count = |n: u64| teller.count(n);
    let (gained, lost, of) = (count(people.gained.count), count(people.lost.count), count(people.gained.of));
    match row.kind {
        OutcomeKind::Conversion => Some(say!(teller, outcomes.won, won = gained, lost = lost, of = of)),
        OutcomeKind::Churn => Some(say!(teller, outcomes.saved, saved = gained, lost = lost, of = of)),
        OutcomeKind::Revenue | OutcomeKind::Recommendation => None,
    }
}
