//! Help for every lever, always in the same order: what it means, in the customer's words, what to look for, where the
//! number comes from, what is often objected.

use super::{Teller, lever::name, number, unit};
use crate::app::Language;
use crate::model::{Evidence, Field, Grounds, LinkId};
use crate::say;

/// The title behind which a lever's help stands.
pub fn title(language: Language, lever: Field) -> &'static str {
    match lever {
        Field::Strength => say!(language, help.title),
        _ => name(language, lever),
    }
}

/// What a lever means.
pub fn means(teller: &Teller, lever: Field) -> String {
    let period = unit::period(teller);
    let price = number::money(teller.language, teller.journey.price, teller.currency());
    match lever {
        Field::Strength => say!(teller, help.means_text).to_owned(),
        Field::Gain => say!(teller, levers.gain.means, period = period, price = price),
        Field::Pain => say!(teller, levers.pain.means, period = period, price = price),
        Field::Frequency => say!(teller, levers.frequency.means, period = period),
        Field::Days => say!(teller, levers.days.means).to_owned(),
        Field::Sensing => say!(teller, levers.sensing.means).to_owned(),
        Field::Share => say!(teller, levers.share.means).to_owned(),
        _ => String::new(),
    }
}

/// A lever in the customer's words.
pub fn customer(language: Language, lever: Field) -> &'static str {
    match lever {
        Field::Strength => say!(language, help.customer_text),
        Field::Gain => say!(language, levers.gain.customer),
        Field::Pain => say!(language, levers.pain.customer),
        Field::Frequency => say!(language, levers.frequency.customer),
        Field::Days => say!(language, levers.days.customer),
        Field::Sensing => say!(language, levers.sensing.customer),
        Field::Share => say!(language, levers.share.customer),
        _ => "",
    }
}

/// What to look for, to find a lever's value in a company.
pub fn look(language: Language, lever: Field) -> &'static str {
    match lever {
        Field::Strength => say!(language, help.look_text),
        Field::Gain => say!(language, levers.gain.look),
        Field::Pain => say!(language, levers.pain.look),
        Field::Frequency => say!(language, levers.frequency.look),
        Field::Days => say!(language, levers.days.look),
        Field::Sensing => say!(language, levers.sensing.look),
        Field::Share => say!(language, levers.share.look),
        _ => "",
    }
}

/// What is often objected to a lever, and the answer.
pub fn objection(teller: &Teller, lever: Field) -> String {
    let period = unit::period(teller);
    match lever {
        Field::Strength => say!(teller, help.objection_text).to_owned(),
        Field::Gain => say!(teller, levers.gain.objection, period = period),
        Field::Pain => say!(teller, levers.pain.objection).to_owned(),
        Field::Frequency => say!(teller, levers.frequency.objection, period = period),
        Field::Days => say!(teller, levers.days.objection).to_owned(),
        Field::Sensing => say!(teller, levers.sensing.objection).to_owned(),
        Field::Share => say!(teller, levers.share.objection).to_owned(),
        _ => String::new(),
    }
}

/// Where a link's value of a lever comes from.
pub fn source(teller: &Teller, link: &LinkId, lever: Field) -> String {
    let journey = &teller.journey;
    let all = journey.touchpoint(link).map(|t| &t.evidence).or_else(|| journey.handover(link).map(|h| &h.evidence));
    grounds(teller, all.and_then(|all| all.get(&lever)))
}

/// What a figure rests on, in words.
pub fn grounds(teller: &Teller, evidence: Option<&Evidence>) -> String {
    let grounds = match evidence.map(|e| e.grounds) {
        Some(Grounds::Measured) => say!(teller, help.measured),
        Some(Grounds::Published) => say!(teller, help.published),
        Some(Grounds::Estimated) => say!(teller, help.estimated),
        Some(Grounds::Assumption) => say!(teller, help.assumption),
        None => say!(teller, help.unknown),
    };
    let words = evidence.map_or("", |e| e.source.get(teller.code()));
    if words.is_empty() { grounds.to_owned() } else { format!("{grounds} {words}") }
}
