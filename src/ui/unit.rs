//! Periods, effort and money in words.

use super::{format, say};
use crate::model::{EffortUnit, PeriodUnit};
use crate::ui::state::Store;
use leptos::prelude::*;

/// "24 months"
pub fn periods(store: Store, n: u64) -> String {
    let count = format::count(store.language.get(), n);
    match (store.journey.with(|j| j.period), n) {
        (PeriodUnit::Week, 1) => say!(store, unit.week_one).to_owned(),
        (PeriodUnit::Week, _) => say!(store, unit.week_many, n = count),
        (PeriodUnit::Month, 1) => say!(store, unit.month_one).to_owned(),
        (PeriodUnit::Month, _) => say!(store, unit.month_many, n = count),
        (PeriodUnit::Quarter, 1) => say!(store, unit.quarter_one).to_owned(),
        (PeriodUnit::Quarter, _) => say!(store, unit.quarter_many, n = count),
        (PeriodUnit::Year, 1) => say!(store, unit.year_one).to_owned(),
        (PeriodUnit::Year, _) => say!(store, unit.year_many, n = count),
    }
}

/// "20.3 months"
pub fn mean_periods(store: Store, n: f64) -> String {
    let n = format::decimal(store.language.get(), n, 1);
    match store.journey.with(|j| j.period) {
        PeriodUnit::Week => say!(store, unit.week_many, n = n),
        PeriodUnit::Month => say!(store, unit.month_many, n = n),
        PeriodUnit::Quarter => say!(store, unit.quarter_many, n = n),
        PeriodUnit::Year => say!(store, unit.year_many, n = n),
    }
}

/// "month 4"
pub fn numbered(store: Store, n: u64) -> String {
    let n = format::count(store.language.get(), n);
    match store.journey.with(|j| j.period) {
        PeriodUnit::Week => say!(store, dashboards.week_n, n = n),
        PeriodUnit::Month => say!(store, dashboards.month_n, n = n),
        PeriodUnit::Quarter => say!(store, dashboards.quarter_n, n = n),
        PeriodUnit::Year => say!(store, dashboards.year_n, n = n),
    }
}

/// "month", as in "per month"
pub fn period(store: Store) -> &'static str {
    match store.journey.with(|j| j.period) {
        PeriodUnit::Week => say!(store, unit.week),
        PeriodUnit::Month => say!(store, unit.month),
        PeriodUnit::Quarter => say!(store, unit.quarter),
        PeriodUnit::Year => say!(store, unit.year),
    }
}

/// "months", as under an axis
pub fn as_customer(store: Store) -> &'static str {
    match store.journey.with(|j| j.period) {
        PeriodUnit::Week => say!(store, unit.weeks_as_customer),
        PeriodUnit::Month => say!(store, unit.months_as_customer),
        PeriodUnit::Quarter => say!(store, unit.quarters_as_customer),
        PeriodUnit::Year => say!(store, unit.years_as_customer),
    }
}

/// "months from now", as under an axis
pub fn from_now(store: Store) -> &'static str {
    match store.journey.with(|j| j.period) {
        PeriodUnit::Week => say!(store, dashboards.weeks_from_now),
        PeriodUnit::Month => say!(store, dashboards.months_from_now),
        PeriodUnit::Quarter => say!(store, dashboards.quarters_from_now),
        PeriodUnit::Year => say!(store, dashboards.years_from_now),
    }
}

/// "1.5 units of effort", "2 units of effort"
pub fn effort(store: Store, effort: f64) -> String {
    let tenths = (effort * 10.0).round();
    let n = format::decimal(store.language.get(), effort, u8::from(tenths % 10.0 != 0.0));
    match store.journey.with(|j| j.effort_unit) {
        EffortUnit::Points if tenths == 10.0 => say!(store, unit.effort_one).to_owned(),
        EffortUnit::Points => say!(store, unit.effort_points, n = n),
        EffortUnit::Hours => say!(store, unit.effort_hours, n = n),
        EffortUnit::Money => say!(store, unit.effort_money, n = n, currency = currency(store)),
    }
}

/// The journey's currency.
pub fn currency(store: Store) -> String {
    store.journey.with(|j| j.currency.get(store.code()).to_owned())
}

/// What effort is counted in, in brackets: "(units)", "(hours)", "(kr)"
pub fn effort_unit(store: Store) -> String {
    match store.journey.with(|j| j.effort_unit) {
        EffortUnit::Points => format!("({})", say!(store, proposals.unit_effort)),
        EffortUnit::Hours => format!("({})", say!(store, proposals.unit_hours)),
        EffortUnit::Money => format!("({})", currency(store)),
    }
}
