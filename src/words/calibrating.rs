//! A journey made to match a company's own figures: what may be changed, what was, and what is simulated then.

use super::matching::{level, name};
use super::{Teller, building, data, number};
use crate::analysis::records::{Adjusted, Calibrated, FittedCustomers, Judged, JudgedFigure, Means, NotAdjusted};
use crate::model::{OwnFigure, Text};
use crate::say;

/// What may be changed, as somebody chooses it.
pub fn means(teller: &Teller, means: Means) -> String {
    match means {
        Means::Failures => say!(teller, calibrating.means.failures).to_owned(),
        Means::Days => say!(teller, calibrating.means.days).to_owned(),
        Means::Complaints => say!(teller, calibrating.means.complaints).to_owned(),
        Means::Customers => say!(teller, calibrating.means.customers).to_owned(),
        Means::Price => {
            let price = number::money(teller.language, teller.journey.price, teller.currency());
            say!(teller, calibrating.means.price, price = price)
        }
    }
}

/// What a figure says that it comes from once it has been changed.
pub fn source() -> Text {
    building::in_all(|language| say!(language, calibrating.source).to_owned())
}

/// What was changed, and what could not be.
pub fn found(teller: &Teller, found: &Calibrated) -> Vec<String> {
    // Of a small part the first digits.
    let times = |times: f64| number::decimal(teller.language, times, if times < 0.1 { 4 } else { 2 });
    let money = |value: f64| number::money(teller.language, value, teller.currency());
    let mut said: Vec<String> = Vec::new();
    for adjusted in &found.adjusted {
        match adjusted {
            Adjusted::Failures(by) => said.push(say!(teller, calibrating.did.failures, times = times(*by))),
            Adjusted::Days(by) => said.push(say!(teller, calibrating.did.days, times = times(*by))),
            Adjusted::Complaints(by) => said.push(say!(teller, calibrating.did.complaints, times = times(*by))),
            Adjusted::Customers(customers) => said.extend(of_customers(teller, customers)),
            Adjusted::Price(from, to) => {
                said.push(say!(teller, calibrating.did.price, from = money(*from), to = money(*to)));
            }
        }
    }
    let not = |(figure, why): &(OwnFigure, NotAdjusted)| {
        let figure = name(teller, *figure);
        match why {
            NotAdjusted::Measured => say!(teller, calibrating.not.measured, figure = figure),
            NotAdjusted::Nothing => say!(teller, calibrating.not.nothing, figure = figure),
            NotAdjusted::OutOfReach => say!(teller, calibrating.not.reach, figure = figure),
            NotAdjusted::NotTogether => say!(teller, calibrating.not.together, figure = figure),
            NotAdjusted::NotAllowed => say!(teller, calibrating.not.allowed, figure = figure),
            NotAdjusted::Moved => say!(teller, calibrating.not.moved, figure = figure),
        }
    };
    said.extend(found.not_adjusted.iter().map(not));
    said
}

fn of_customers(teller: &Teller, customers: &FittedCustomers) -> Vec<String> {
    let (language, best) = (teller.language, &customers.best);
    let mut said: Vec<String> = Vec::new();
    let part = number::percent(language, best.more_useful.abs(), 0);
    if best.more_useful > 0.0 {
        said.push(say!(teller, calibrating.did.useful, part = part));
    } else if best.more_useful < 0.0 {
        said.push(say!(teller, calibrating.did.useless, part = part));
    }
    if best.memory != 1.0 {
        said.push(say!(teller, calibrating.did.memory, times = number::decimal(language, best.memory, 2)));
    }
    let n = teller.count(u64::from(best.tolerance.unsigned_abs()));
    if best.tolerance > 0 {
        said.push(say!(teller, calibrating.did.more_tolerant, n = n));
    } else if best.tolerance < 0 {
        said.push(say!(teller, calibrating.did.less_tolerant, n = n));
    }
    let (tried, n) = (teller.count(customers.tried as u64), teller.count(customers.as_well as u64));
    said.push(match customers.as_well {
        0 | 1 => say!(teller, calibrating.as_well_one, tried = tried),
        _ => say!(teller, calibrating.as_well, tried = tried, n = n),
    });
    if !customers.unknown.is_empty() {
        said.push(say!(teller, calibrating.unknown, fields = data::fields(language, &customers.unknown)));
    }
    said
}

/// A figure beside those of the journey as it was and as it is now.
pub struct Row {
    pub figure: String,
    pub yours: String,
    pub before: String,
    pub after: String,
    pub is_hit: bool,
}

/// All figures that were compared.
pub fn rows(teller: &Teller, found: &Calibrated) -> Vec<Row> {
    let row = |after: &Judged| {
        let JudgedFigure::Own(figure) = after.figure else { return None };
        let before = found.before.iter().find(|one| one.figure == after.figure);
        let level = |value: f64| level(teller, &after.figure, value);
        Some(Row {
            figure: name(teller, figure),
            yours: level(after.came),
            before: before.map_or_else(String::new, |one| level(one.said)),
            after: level(after.said),
            is_hit: after.is_hit,
        })
    };
    found.after.iter().filter_map(row).collect()
}
