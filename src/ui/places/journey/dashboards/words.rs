//! What the two dashboards say.

use crate::app::{Dashboards, Seen, Series, cause};
use crate::ui::places::journey::headline::{cause_words, marked};
use crate::ui::state::Store;
use crate::ui::{format, say, unit};
use leptos::prelude::*;

/// How long it takes until what is reported has moved; without a change, what is reported.
pub fn lag(store: Store, both: &Dashboards) -> Vec<AnyView> {
    marked(&lag_words(store, both), "")
}

fn lag_words(store: Store, both: &Dashboards) -> String {
    let Some(cause) = store.work.with(cause).filter(|_| both.complaints.what_if.is_some()) else {
        return alone(store, both);
    };
    let (cause, time) = (cause_words(store, &cause), unit::numbered(store, both.start.into()));
    let at = |period: u16| when(store, both.start, period);
    if both.complaints.seen == Seen::Never && both.churn.seen == Seen::Never {
        let horizon = unit::periods(store, u64::from(both.periods - both.start));
        return say!(store, dashboards.too_little, cause = cause, time = time, horizon = horizon);
    }
    if let (Seen::Falls(complaints), Seen::Falls(churn)) = (both.complaints.seen, both.churn.seen)
        && complaints == churn
    {
        return say!(store, dashboards.both_show, cause = cause, time = time, when = at(churn));
    }
    let churn = match both.churn.seen {
        Seen::Falls(period) => say!(store, dashboards.churn_falls, time = at(period)),
        Seen::Rises(period) => say!(store, dashboards.churn_rises, time = at(period)),
        Seen::Never | Seen::Alone => say!(store, dashboards.churn_never).to_owned(),
    };
    let complaints = match both.complaints.seen {
        Seen::Falls(period) => say!(store, dashboards.complaints_fall, time = at(period)),
        Seen::Rises(period) => say!(store, dashboards.complaints_rise, time = at(period)),
        Seen::Never | Seen::Alone => say!(store, dashboards.complaints_never).to_owned(),
    };
    say!(store, dashboards.lag, cause = cause, time = time, leaving = churn, complaints = complaints)
}

/// "in the same month", or "in month 4"; with how much later that is where it is not told by the number.
fn when(store: Store, start: u16, period: u16) -> String {
    let time = unit::numbered(store, period.into());
    match (start, period.saturating_sub(start)) {
        (_, 0) => say!(store, dashboards.same_time, period = unit::period(store)),
        (0, _) => say!(store, dashboards.from, time = time),
        (_, lag) => say!(store, dashboards.later, time = time, lag = unit::periods(store, lag.into())),
    }
}

fn alone(store: Store, both: &Dashboards) -> String {
    let language = store.language.get();
    let complaints = format::whole(language, both.complaints.mean());
    let churn = format::percent(language, both.churn.mean(), 1);
    say!(store, dashboards.alone, complaints = complaints, leaving = churn, period = unit::period(store))
}

/// How many failures are silent.
pub fn silent(store: Store, both: &Dashboards) -> String {
    match both.silent {
        Some(silent) => say!(store, dashboards.silent, n = format::whole(store.language.get(), silent)),
        None => say!(store, dashboards.silent_all).to_owned(),
    }
}

/// How many stand on the ladder.
pub fn doubting(store: Store, both: &Dashboards) -> String {
    let share = |values: &[f64]| format::percent(store.language.get(), values.last().copied().unwrap_or_default(), 1);
    let (time, today) = (unit::numbered(store, both.periods.into()), share(&both.doubt.today));
    match both.doubt.what_if.as_deref().map(share).filter(|now| *now != today) {
        Some(now) => say!(store, dashboards.doubting_now, share = now, time = time, today = today),
        None => say!(store, dashboards.doubting, share = today, time = time),
    }
}

/// How the charts are read.
pub fn band(store: Store, both: &Dashboards) -> String {
    let period = unit::period(store);
    if both.complaints.what_if.is_some() {
        say!(store, dashboards.band, period = period)
    } else {
        say!(store, dashboards.band_today, period = period)
    }
}

/// What they rest on.
pub fn based(store: Store, both: &Dashboards) -> String {
    let language = store.language.get();
    say!(
        store,
        dashboards.based,
        simulated = format::count(language, both.simulated),
        period = unit::period(store),
        arrivals = format::whole(language, both.arrivals)
    )
}

/// A chart as a sentence.
pub fn spoken(store: Store, both: &Dashboards, name: String, series: &Series, value: impl Fn(f64) -> String) -> String {
    let time = unit::numbered(store, both.periods.into());
    let end = |values: &[f64]| value(values.last().copied().unwrap_or_default());
    let first = value(series.today.first().copied().unwrap_or_default());
    match &series.what_if {
        Some(what_if) => say!(
            store,
            dashboards.spoken_changed,
            name = name,
            first = first,
            time = time,
            last = end(what_if),
            today = end(&series.today)
        ),
        None => say!(store, dashboards.spoken, name = name, first = first, last = end(&series.today), time = time),
    }
}
