//! Levers in words: what each is called, its value in its own unit, and what is said of a value that was set.

use super::typed::{Misread, NumberKind};
use super::{Teller, number, unit};
use crate::app::{Doubt, Language};
use crate::model::fields::Unit;
use crate::model::{Field, LinkId};
use crate::say;

/// What a lever is called.
pub fn name(language: Language, lever: Field) -> &'static str {
    match lever {
        Field::Strength => say!(language, strength.name),
        Field::Gain => say!(language, levers.gain.name),
        Field::Pain => say!(language, levers.pain.name),
        Field::Frequency => say!(language, levers.frequency.name),
        Field::Days => say!(language, levers.days.name),
        Field::Sensing => say!(language, levers.sensing.name),
        Field::Share => say!(language, levers.share.name),
        other => other.name(),
    }
}

/// What a lever is called in the middle of a sentence.
pub fn lower_name(language: Language, lever: Field) -> String {
    name(language, lever).to_lowercase()
}

/// The unit that stands after a typed value; empty for shares, which carry theirs with them.
pub fn unit_after(teller: &Teller, lever: Field) -> String {
    match lever.unit() {
        Some(Unit::Prices) => unit::prices(teller).to_owned(),
        Some(Unit::PerPeriod) => say!(teller, levers.unit_times, period = unit::period(teller)),
        Some(Unit::Days) => say!(teller, levers.unit_days).to_owned(),
        _ => String::new(),
    }
}

/// What a field for a lever's value is called: its name, with its unit where that says more.
pub fn typed(teller: &Teller, lever: Field) -> String {
    let (name, unit) = (name(teller.language, lever), unit_after(teller, lever));
    match unit {
        _ if is_share(lever) => say!(teller, levers.typed, name = name, unit = say!(teller, levers.unit_percent)),
        unit if unit.is_empty() || unit == lower_name(teller.language, lever) => name.to_owned(),
        unit => say!(teller, levers.typed, name = name, unit = unit),
    }
}

/// True if a lever's value is a part of a whole.
pub fn is_share(lever: Field) -> bool {
    lever.unit() == Some(Unit::Share)
}

/// A lever's value without its unit, except for per cents.
pub fn bare_value(language: Language, lever: Field, value: f64) -> String {
    if is_share(lever) { number::short_percent(language, value) } else { number::free(language, value) }
}

/// A lever's value with its unit.
pub fn value(teller: &Teller, lever: Field, value: f64) -> String {
    let unit = unit_after(teller, lever);
    let bare = bare_value(teller.language, lever, value);
    if unit.is_empty() { bare } else { format!("{bare}\u{a0}{unit}") }
}

/// A lever of a link: "Invoice, pain"; a strength goes by the link alone.
pub fn of_link(teller: &Teller, link: &LinkId, lever: Field) -> String {
    let link = teller.link_name(link);
    match lever {
        Field::Strength => link,
        _ => say!(teller, levers.of, link = link, lever = lower_name(teller.language, lever)),
    }
}

/// The levers of a link as a list with a capital, and how many of them are changed.
pub fn summary(teller: &Teller, levers: &[Field], changed: usize) -> String {
    let names = levers.iter().map(|lever| lower_name(teller.language, *lever)).collect();
    let names = super::phrase::capital(&number::list(names, say!(teller, levers.and)));
    match changed {
        0 => names,
        1 => say!(teller, levers.changed_one, names = names),
        n => say!(teller, levers.changed_many, names = names, n = teller.count(n)),
    }
}

/// A lever's value as it is spoken, with today's where it differs.
pub fn spoken(teller: &Teller, lever: Field, today: f64, now: f64) -> String {
    let said = |v| value(teller, lever, v);
    if now == today {
        say!(teller, levers.spoken_same, now = said(now))
    } else {
        say!(teller, levers.spoken, now = said(now), today = said(today))
    }
}

/// Why words that were typed for a lever of a link are not taken, where its values go from `least` to `most`.
pub fn wrong(teller: &Teller, link: &LinkId, lever: Field, (least, most): (f64, f64), misread: &Misread) -> String {
    let kind = NumberKind::lever(teller, lever, (least, most));
    let from = teller.journey.handover(link).map(|h| &h.from);
    match (lever, from, misread) {
        (Field::Share, Some(from), Misread::NoNumber | Misread::Beyond) if most < 1.0 => {
            say!(teller, levers.wrong_share, most = kind.write(most), from = teller.link_name(from))
        }
        _ => kind.told(misread),
    }
}

/// What is asked about a value that can be, but hardly is.
pub fn doubt(teller: &Teller, doubt: Doubt) -> String {
    match doubt {
        Doubt::ManyPrices(n) => say!(teller, levers.doubt_prices, time = unit::periods(teller, n as u64)),
        Doubt::Often(n) => say!(teller, levers.doubt_often, n = number::whole(teller.language, n)),
        Doubt::Never => say!(teller, levers.doubt_never).to_owned(),
        Doubt::Slow => say!(teller, levers.doubt_slow).to_owned(),
        Doubt::Quick => say!(teller, levers.doubt_quick).to_owned(),
        Doubt::NoticesAll => say!(teller, levers.doubt_notices).to_owned(),
        Doubt::Nobody => say!(teller, levers.doubt_nobody).to_owned(),
    }
}
