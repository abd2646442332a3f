//! Help for every lever, always in the same order: what it means, in the customer's words, what to look for, where the
//! number comes from, what is often objected.

use super::{Teller, lever::name, number, unit};
use crate::app::{Language, figure_of};
use crate::model::{Grounds, Lever, LinkId};
use crate::say;

/// The title behind which a lever's help stands.
pub fn title(language: Language, lever: Lever) -> &'static str {
    match lever {
        Lever::Strength => say!(language, help.title),
        _ => name(language, lever),
    }
}

/// What a lever means.
pub fn means(teller: &Teller, lever: Lever) -> String {
    let period = unit::period(teller);
    let price = number::money(teller.language, teller.journey.price, teller.currency());
    match lever {
        Lever::Strength => say!(teller, help.means_text).to_owned(),
        Lever::Gain => say!(teller, levers.gain.means, period = period, price = price),
        Lever::Pain => say!(teller, levers.pain.means, period = period, price = price),
        Lever::Frequency => say!(teller, levers.frequency.means, period = period),
        Lever::Days => say!(teller, levers.days.means).to_owned(),
        Lever::Sensing => say!(teller, levers.sensing.means).to_owned(),
        Lever::Share => say!(teller, levers.share.means).to_owned(),
    }
}

/// A lever in the customer's words.
pub fn customer(language: Language, lever: Lever) -> &'static str {
    match lever {
        Lever::Strength => say!(language, help.customer_text),
        Lever::Gain => say!(language, levers.gain.customer),
        Lever::Pain => say!(language, levers.pain.customer),
        Lever::Frequency => say!(language, levers.frequency.customer),
        Lever::Days => say!(language, levers.days.customer),
        Lever::Sensing => say!(language, levers.sensing.customer),
        Lever::Share => say!(language, levers.share.customer),
    }
}

/// What to look for, to find a lever's value in a company.
pub fn look(language: Language, lever: Lever) -> &'static str {
    match lever {
        Lever::Strength => say!(language, help.look_text),
        Lever::Gain => say!(language, levers.gain.look),
        Lever::Pain => say!(language, levers.pain.look),
        Lever::Frequency => say!(language, levers.frequency.look),
        Lever::Days => say!(language, levers.days.look),
        Lever::Sensing => say!(language, levers.sensing.look),
        Lever::Share => say!(language, levers.share.look),
    }
}

/// What is often objected to a lever, and the answer.
pub fn objection(teller: &Teller, lever: Lever) -> String {
    let period = unit::period(teller);
    match lever {
        Lever::Strength => say!(teller, help.objection_text).to_owned(),
        Lever::Gain => say!(teller, levers.gain.objection, period = period),
        Lever::Pain => say!(teller, levers.pain.objection).to_owned(),
        Lever::Frequency => say!(teller, levers.frequency.objection, period = period),
        Lever::Days => say!(teller, levers.days.objection).to_owned(),
        Lever::Sensing => say!(teller, levers.sensing.objection).to_owned(),
        Lever::Share => say!(teller, levers.share.objection).to_owned(),
    }
}

/// Where a link's value of a lever comes from.
pub fn source(teller: &Teller, link: &LinkId, lever: Lever) -> String {
    let journey = &teller.journey;
    let all = journey.touchpoint(link).map(|t| &t.evidence).or_else(|| journey.handover(link).map(|h| &h.evidence));
    let evidence = all.and_then(|all| all.get(&figure_of(lever)));
    let grounds = match evidence.map(|e| e.grounds) {
        Some(Grounds::Measured) => say!(teller, help.measured),
        Some(Grounds::Estimated) => say!(teller, help.estimated),
        Some(Grounds::Assumption) => say!(teller, help.assumption),
        None => say!(teller, help.unknown),
    };
    let words = evidence.map_or("", |e| e.source.get(teller.code()));
    if words.is_empty() { grounds.to_owned() } else { format!("{grounds} {words}") }
}
