//! What the two dashboards say.

use super::headline::cause_of;
use super::{Teller, number, unit};
use crate::app::{Cause, Dashboards, Detection, Language, Series};
use crate::model::defaults::{DETRACTOR_TELLS, PROMOTER_TELLS};
use crate::say;

/// A figure of the two dashboards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DashboardFigure {
    Complaints,
    Churn,
    Failures,
    Doubt,
    Customers,
    Arrived,
}

impl DashboardFigure {
    pub const ALL: [Self; 6] =
        [Self::Complaints, Self::Churn, Self::Failures, Self::Doubt, Self::Customers, Self::Arrived];

    /// What it is called.
    pub fn name(self, teller: &Teller) -> String {
        let period = unit::period(teller);
        match self {
            Self::Complaints => say!(teller, dashboards.complaints, period = period),
            Self::Churn => say!(teller, dashboards.churn, period = period),
            Self::Failures => say!(teller, dashboards.failures, period = period),
            Self::Doubt => say!(teller, dashboards.doubt).to_owned(),
            Self::Customers => say!(teller, dashboards.customers).to_owned(),
            Self::Arrived => say!(teller, dashboards.arrived, period = period),
        }
    }

    /// Its course over the calendar.
    pub fn series(self, both: &Dashboards) -> &Series {
        match self {
            Self::Complaints => &both.complaints,
            Self::Churn => &both.churn,
            Self::Failures => &both.failures,
            Self::Doubt => &both.doubt,
            Self::Customers => &both.customers,
            Self::Arrived => &both.arrived,
        }
    }

    /// One of its values in its own unit.
    pub fn value(self, language: Language, value: f64) -> String {
        match self {
            Self::Churn | Self::Doubt => number::percent(language, value, 1),
            Self::Complaints | Self::Failures | Self::Customers | Self::Arrived => number::whole(language, value),
        }
    }
}

/// How long it takes until what is reported has moved, with its marks; without a change, what is reported.
pub fn lag(teller: &Teller, both: &Dashboards, cause: Option<&Cause>) -> String {
    let Some(cause) = cause.filter(|_| both.complaints.what_if.is_some()) else {
        return alone(teller, both);
    };
    let (cause, time) = (cause_of(teller, cause), unit::numbered(teller, both.start.into()));
    let at = |period: u16| when(teller, both.start, period);
    if both.complaints.seen == Detection::Never && both.churn.seen == Detection::Never {
        let horizon = unit::periods(teller, u64::from(both.periods - both.start));
        return say!(teller, dashboards.too_little, cause = cause, time = time, horizon = horizon);
    }
    if let (Detection::Falls(complaints), Detection::Falls(churn)) = (both.complaints.seen, both.churn.seen)
        && complaints == churn
    {
        return say!(teller, dashboards.both_show, cause = cause, time = time, when = at(churn));
    }
    let churn = match both.churn.seen {
        Detection::Falls(period) => say!(teller, dashboards.churn_falls, time = at(period)),
        Detection::Rises(period) => say!(teller, dashboards.churn_rises, time = at(period)),
        Detection::Never | Detection::Alone => say!(teller, dashboards.churn_never).to_owned(),
    };
    let complaints = match both.complaints.seen {
        Detection::Falls(period) => say!(teller, dashboards.complaints_fall, time = at(period)),
        Detection::Rises(period) => say!(teller, dashboards.complaints_rise, time = at(period)),
        Detection::Never | Detection::Alone => say!(teller, dashboards.complaints_never).to_owned(),
    };
    say!(teller, dashboards.lag, cause = cause, time = time, leaving = churn, complaints = complaints)
}

/// "in the same month", or "in month 4"; with how much later that is where it is not told by the number.
fn when(teller: &Teller, start: u16, period: u16) -> String {
    let time = unit::numbered(teller, period.into());
    match (start, period.saturating_sub(start)) {
        (_, 0) => say!(teller, dashboards.same_time, period = unit::period(teller)),
        (0, _) => say!(teller, dashboards.from, time = time),
        (_, lag) => say!(teller, dashboards.later, time = time, lag = unit::periods(teller, lag.into())),
    }
}

fn alone(teller: &Teller, both: &Dashboards) -> String {
    if !both.has_customers {
        return say!(teller, dashboards.no_customers).to_owned();
    }
    let language = teller.language;
    let complaints = number::whole(language, both.complaints.mean());
    let churn = number::percent(language, both.churn.mean(), 1);
    say!(teller, dashboards.alone, complaints = complaints, leaving = churn, period = unit::period(teller))
}

/// How many failures are silent.
pub fn silent(teller: &Teller, both: &Dashboards) -> String {
    let failures = both.failures.what_if.as_ref().unwrap_or(&both.failures.today);
    match both.silent {
        None if !both.has_customers => say!(teller, dashboards.no_customers).to_owned(),
        None if failures.iter().all(|n| *n == 0.0) => say!(teller, dashboards.silent_none).to_owned(),
        Some(silent) => say!(teller, dashboards.silent, n = number::whole(teller.language, silent)),
        None => say!(teller, dashboards.silent_all).to_owned(),
    }
}

/// How many stand on the ladder; nothing where there are no customers.
pub fn doubting(teller: &Teller, both: &Dashboards) -> String {
    if !both.has_customers {
        return String::new();
    }
    let share = |values: &[f64]| number::percent(teller.language, values.last().copied().unwrap_or_default(), 1);
    let (time, today) = (unit::numbered(teller, both.periods.into()), share(&both.doubt.today));
    match both.doubt.what_if.as_deref().map(share).filter(|now| *now != today) {
        Some(now) => say!(teller, dashboards.doubting_now, share = now, time = time, today = today),
        None => say!(teller, dashboards.doubting, share = today, time = time),
    }
}

/// How many visitors word of mouth brings and keeps away.
pub fn mouth(teller: &Teller, both: &Dashboards) -> String {
    let whole = |people: f64| number::whole(teller.language, people);
    let mouth = both.mouth;
    if mouth.echo == 0.0 {
        return say!(teller, dashboards.mouth_none).to_owned();
    }
    let time = unit::numbered(teller, both.periods.into());
    say!(teller, dashboards.mouth, time = time, brought = whole(mouth.brought), kept = whole(mouth.kept_away))
}

/// Who tells whom.
pub fn who_tells(teller: &Teller, both: &Dashboards) -> String {
    let hundred = |share: f64| number::whole(teller.language, 100.0 * share);
    let tells = |people: f64| number::whole(teller.language, people);
    say!(
        teller,
        dashboards.who_tells,
        recommend = hundred(both.mouth.recommend),
        few = tells(PROMOTER_TELLS),
        against = hundred(both.mouth.against),
        many = tells(DETRACTOR_TELLS)
    )
}

/// How the charts are read.
pub fn band(teller: &Teller, both: &Dashboards) -> String {
    let period = unit::period(teller);
    if both.complaints.what_if.is_some() {
        say!(teller, dashboards.band, period = period)
    } else {
        say!(teller, dashboards.band_today, period = period)
    }
}

/// What they rest on.
pub fn based(teller: &Teller, both: &Dashboards) -> String {
    let language = teller.language;
    say!(
        teller,
        dashboards.based,
        simulated = number::count(language, both.simulated),
        period = unit::period(teller),
        arrivals = number::whole(language, both.arrivals)
    )
}

/// A chart as a sentence.
pub fn spoken(teller: &Teller, both: &Dashboards, track: DashboardFigure) -> String {
    let (name, series) = (track.name(teller), track.series(both));
    let value = |v| track.value(teller.language, v);
    let time = unit::numbered(teller, both.periods.into());
    let end = |values: &[f64]| value(values.last().copied().unwrap_or_default());
    let first = value(series.today.first().copied().unwrap_or_default());
    match &series.what_if {
        Some(what_if) => say!(
            teller,
            dashboards.spoken_changed,
            name = name,
            first = first,
            time = time,
            last = end(what_if),
            today = end(&series.today)
        ),
        None => say!(teller, dashboards.spoken, name = name, first = first, last = end(&series.today), time = time),
    }
}

/// How far word of mouth reaches [0..1], with today's where it differs.
pub fn echo(language: Language, today: f64, now: f64) -> String {
    let (today, now) = (number::percent(language, today, 0), number::percent(language, now, 0));
    if now == today {
        say!(language, dashboards.echo_same, now = now)
    } else {
        say!(language, dashboards.echo_words, now = now, today = today)
    }
}
