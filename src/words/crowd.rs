//! The crowd in words: the moment that is shown, and how many are where.

use super::{Teller, number, unit};
use crate::app::Language;
use crate::charts::crowd::CrowdCounts;
use crate::say;

/// The period that is shown, of so many [periods].
pub fn moment(teller: &Teller, period: f64, of: f64) -> String {
    let (n, all) = (number::whole(teller.language, period), number::whole(teller.language, of));
    say!(teller, crowd.moment, period = unit::period(teller), n = n, all = all)
}

/// The counts with their names, in the order of a life: who has come, is on the way, dropped out, is a customer, left.
pub fn counts(language: Language, counts: &CrowdCounts) -> [(&'static str, String); 5] {
    [
        (say!(language, crowd.have_come), counts.come),
        (say!(language, crowd.on_the_way), counts.on_the_way),
        (say!(language, crowd.dropped), counts.dropped),
        (say!(language, crowd.customers), counts.customers),
        (say!(language, crowd.left), counts.left),
    ]
    .map(|(name, people)| (name, number::count(language, people)))
}

/// The counts in one sentence.
pub fn sentence(language: Language, of: &CrowdCounts) -> String {
    counts(language, of).map(|(name, n)| format!("{name} {n}")).join(", ")
}
