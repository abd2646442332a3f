//! Help for every lever, always in the same order: what it means, in the customer's words, what to look for, how it is
//! counted, where the number comes from, what is often objected.

use super::lever::{self, name};
use super::{Teller, number, unit};
use crate::app::Language;
use crate::model::edit::{evidence_of, kind_of, part_of, value_of};
use crate::model::fields::FieldDef;
use crate::model::{Evidence, Field, Grounds, Journey, LinkId, PartId, Strength};
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

/// How a lever is counted with, as docs/model.md has it, and what it is where nobody says otherwise.
pub fn formula(teller: &Teller, link: &LinkId, lever: Field) -> String {
    let period = unit::period(teller);
    let formula = match lever {
        Field::Strength => say!(teller, help.formula_text).to_owned(),
        Field::Gain => say!(teller, levers.gain.formula, period = period),
        Field::Pain => say!(teller, levers.pain.formula).to_owned(),
        Field::Frequency => say!(teller, levers.frequency.formula, period = period),
        Field::Days => say!(teller, levers.days.formula).to_owned(),
        Field::Sensing => say!(teller, levers.sensing.formula).to_owned(),
        Field::Share => say!(teller, levers.share.formula).to_owned(),
        _ => String::new(),
    };
    let row = kind_of(&part_of(&teller.journey, link)).and_then(|kind| lever.on(kind));
    let by_default = row.and_then(FieldDef::default).map(|value| {
        let value = match lever {
            // "once a month" is no number of times.
            Field::Frequency => unit::how_often(teller, value, false),
            _ => lever::value(teller, lever, value),
        };
        format!(" {}", say!(teller, help.by_default, value = value))
    });
    formula + &by_default.unwrap_or_default()
}

/// Where a link's value of a lever comes from, and between which values it probably lies.
pub fn source(teller: &Teller, link: &LinkId, lever: Field) -> String {
    let (journey, language) = (&teller.journey, teller.language);
    let part = part_of(journey, link);
    let evidence = evidence_of(journey, &part).and_then(|all| all.get(&lever));
    let range = match lever {
        Field::Strength => strength_of(journey, link).and_then(Strength::range),
        _ => evidence.zip(lever_of(journey, &part, lever)).and_then(|(evidence, likely)| evidence.range(likely)),
    };
    let bare = |end| lever::bare_value(language, lever, end);
    with_range(teller, grounds(teller, evidence), range, bare, &lever::unit_after(teller, lever))
}

fn strength_of(journey: &Journey, link: &LinkId) -> Option<Strength> {
    journey.touchpoint(link).map(|t| t.strength).or_else(|| journey.handover(link).map(|h| h.strength))
}

fn lever_of(journey: &Journey, part: &PartId, lever: Field) -> Option<f64> {
    value_of(journey, part, lever.on(kind_of(part)?)?)
}

/// What is said of a figure, and after it between which values it probably lies, where somebody says so.
pub fn with_range(
    teller: &Teller,
    said: String,
    range: Option<(f64, f64)>,
    bare: impl Fn(f64) -> String,
    unit: &str,
) -> String {
    let Some((low, high)) = range else { return said };
    let high = if unit.is_empty() { bare(high) } else { format!("{}\u{a0}{unit}", bare(high)) };
    format!("{said} {}", say!(teller, help.range, low = bare(low), high = high))
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
