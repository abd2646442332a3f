//! Periods and effort in words, in the units of the journey.

use super::{Teller, number};
use crate::model::{EffortUnit, PeriodUnit};
use crate::say;

/// A whole number of periods: "24 months".
pub fn periods(teller: &Teller, n: u64) -> String {
    let count = teller.count(n);
    match (teller.journey.period, n) {
        (PeriodUnit::Week, 1) => say!(teller, unit.week_one).to_owned(),
        (PeriodUnit::Week, _) => say!(teller, unit.week_many, n = count),
        (PeriodUnit::Month, 1) => say!(teller, unit.month_one).to_owned(),
        (PeriodUnit::Month, _) => say!(teller, unit.month_many, n = count),
        (PeriodUnit::Quarter, 1) => say!(teller, unit.quarter_one).to_owned(),
        (PeriodUnit::Quarter, _) => say!(teller, unit.quarter_many, n = count),
        (PeriodUnit::Year, 1) => say!(teller, unit.year_one).to_owned(),
        (PeriodUnit::Year, _) => say!(teller, unit.year_many, n = count),
    }
}

/// How long customers are followed: "24 months".
pub fn horizon(teller: &Teller) -> String {
    periods(teller, u64::from(teller.journey.horizon))
}

/// A mean number of periods: "20.3 months".
pub fn mean_periods(teller: &Teller, n: f64) -> String {
    let n = number::decimal(teller.language, n, 1);
    match teller.journey.period {
        PeriodUnit::Week => say!(teller, unit.week_many, n = n),
        PeriodUnit::Month => say!(teller, unit.month_many, n = n),
        PeriodUnit::Quarter => say!(teller, unit.quarter_many, n = n),
        PeriodUnit::Year => say!(teller, unit.year_many, n = n),
    }
}

/// A time in periods, with a decimal only where it is no whole number of them: "2 months".
pub fn about_periods(teller: &Teller, n: f64) -> String {
    if n.fract() == 0.0 { periods(teller, n as u64) } else { mean_periods(teller, n) }
}

/// A period by its number: "month 4".
pub fn numbered(teller: &Teller, n: u64) -> String {
    let n = teller.count(n);
    match teller.journey.period {
        PeriodUnit::Week => say!(teller, dashboards.week_n, n = n),
        PeriodUnit::Month => say!(teller, dashboards.month_n, n = n),
        PeriodUnit::Quarter => say!(teller, dashboards.quarter_n, n = n),
        PeriodUnit::Year => say!(teller, dashboards.year_n, n = n),
    }
}

/// What a period is called: "month", as in "per month".
pub fn period(teller: &Teller) -> &'static str {
    match teller.journey.period {
        PeriodUnit::Week => say!(teller, unit.week),
        PeriodUnit::Month => say!(teller, unit.month),
        PeriodUnit::Quarter => say!(teller, unit.quarter),
        PeriodUnit::Year => say!(teller, unit.year),
    }
}

/// What several periods are called: "months".
pub fn plural(teller: &Teller) -> &'static str {
    match teller.journey.period {
        PeriodUnit::Week => say!(teller, unit.weeks),
        PeriodUnit::Month => say!(teller, unit.months),
        PeriodUnit::Quarter => say!(teller, unit.quarters),
        PeriodUnit::Year => say!(teller, unit.years),
    }
}

/// What gains and pains are counted in, after a number: "× the monthly price".
pub fn prices(teller: &Teller) -> &'static str {
    match teller.journey.period {
        PeriodUnit::Week => say!(teller, unit.week_prices),
        PeriodUnit::Month => say!(teller, unit.month_prices),
        PeriodUnit::Quarter => say!(teller, unit.quarter_prices),
        PeriodUnit::Year => say!(teller, unit.year_prices),
    }
}

/// The name of an axis of tenure: "months as a customer".
pub fn as_customer(teller: &Teller) -> &'static str {
    match teller.journey.period {
        PeriodUnit::Week => say!(teller, unit.weeks_as_customer),
        PeriodUnit::Month => say!(teller, unit.months_as_customer),
        PeriodUnit::Quarter => say!(teller, unit.quarters_as_customer),
        PeriodUnit::Year => say!(teller, unit.years_as_customer),
    }
}

/// The name of an axis of the calendar: "months from now".
pub fn from_now(teller: &Teller) -> &'static str {
    match teller.journey.period {
        PeriodUnit::Week => say!(teller, dashboards.weeks_from_now),
        PeriodUnit::Month => say!(teller, dashboards.months_from_now),
        PeriodUnit::Quarter => say!(teller, dashboards.quarters_from_now),
        PeriodUnit::Year => say!(teller, dashboards.years_from_now),
    }
}

/// Effort with its unit: "1.5 units of effort", "2 units of effort".
pub fn effort(teller: &Teller, effort: f64) -> String {
    let tenths = (effort * 10.0).round();
    let n = number::decimal(teller.language, effort, u8::from(tenths % 10.0 != 0.0));
    match teller.journey.effort_unit {
        EffortUnit::Points if tenths == 10.0 => say!(teller, unit.effort_one).to_owned(),
        EffortUnit::Points => say!(teller, unit.effort_points, n = n),
        EffortUnit::Hours if tenths == 10.0 => say!(teller, unit.effort_hour).to_owned(),
        EffortUnit::Hours => say!(teller, unit.effort_hours, n = n),
        EffortUnit::Money => say!(teller, unit.effort_money, n = n, currency = teller.currency()),
    }
}

/// The unit of effort in brackets: "(units)", "(hours)", "(kr)".
pub fn effort_unit(teller: &Teller) -> String {
    match teller.journey.effort_unit {
        EffortUnit::Points => format!("({})", say!(teller, proposals.unit_effort)),
        EffortUnit::Hours => format!("({})", say!(teller, proposals.unit_hours)),
        EffortUnit::Money => format!("({})", teller.currency()),
    }
}

/// Times per period below which it is told how many periods there are to each time.
const SELDOM: f64 = 0.7;

/// How often customers meet a touchpoint: "once a month". A reckoning is said to be one, and what that is.
pub fn how_often(teller: &Teller, frequency: f64, is_reckoning: bool) -> String {
    let period = period(teller);
    let words = if frequency == 0.0 {
        say!(teller, inspector.only_led).to_owned()
    } else if frequency == 1.0 {
        say!(teller, inspector.once, period = period)
    } else if frequency < SELDOM {
        seldom(teller, frequency)
    } else {
        let digits = if frequency < 10.0 && frequency.fract() != 0.0 { 2 } else { 0 };
        say!(teller, inspector.times, n = number::decimal(teller.language, frequency, digits), period = period)
    };
    if is_reckoning { format!("{words} · {}", say!(teller, inspector.reckoning)) } else { words }
}

/// "about once every 16 months": halves of a period up to four, whole ones from there on.
fn seldom(teller: &Teller, frequency: f64) -> String {
    let every = 1.0 / frequency;
    let every = if every < 4.0 { (every * 2.0).round() / 2.0 } else { every.round() };
    say!(teller, inspector.once_in, time = about_periods(teller, every))
}
