//! Two dashboards, per calendar period from now on: what the company sees beside what is so, and how long a repair
//! takes to be seen in what is reported.

use super::word_of_mouth::{WordOfMouth, word_of_mouth};
use super::{Project, is_changed};
use crate::analysis::{CalendarReport, Period, Z95};
use crate::model::defaults::PROMOTER_TELLS;

/// Arrivals that one answer lives in all periods together, each in two worlds [customers]: about 150 ms of a worker.
const ONE_ANSWER: f64 = 15_000.0;
/// Answers that are added up at most.
const ANSWERS: u64 = 16;
/// A figure has moved when it stays beyond the noise for so many periods in a row.
const IN_A_ROW: usize = 3;

/// How many arrivals per period one answer should live, and how many are enough in all [customers per period]: never
/// more than the company itself has, unless it is smaller than one answer.
pub fn calendar_size(work: &Project) -> (u64, u64) {
    let (journey, scenario) = (&work.journey, &work.scenario);
    let periods = f64::from(journey.market.warm_up) + f64::from(journey.horizon) + 1.0;
    let arrivals = journey.market.arrivals;
    let echo = scenario.echo.unwrap_or(journey.market.echo).max(journey.market.echo);
    let more = (scenario.arrivals.unwrap_or(arrivals) / arrivals).max(1.0);
    let grown = more * (1.0 + echo * PROMOTER_TELLS / journey.period.per_year());
    let one = ((ONE_ANSWER / periods / grown) as u64).max(10);
    (one, (arrivals.ceil() as u64).clamp(one, one * ANSWERS))
}

/// The calendar with an answer added to it: the first of a request (`from` 0) takes the place of what was there, the
/// others are added to it. `None` if the answer doesn't go on from what is known.
pub fn calendar_with(so_far: Option<&CalendarReport>, from: u64, report: CalendarReport) -> Option<CalendarReport> {
    if from == 0 {
        return Some(report);
    }
    let mut sum = so_far.filter(|so_far| so_far.customers_per_period == from)?.clone();
    sum.add(&report);
    Some(sum)
}

/// Whether and when a figure moves by more than its noise, and stays there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detection {
    /// Nothing is changed, so that nothing can move.
    Alone,
    /// Within the horizon it does not move by more than the noise.
    Never,
    /// From this period on.
    Falls(u16),
    Rises(u16),
}

impl Detection {
    /// The period from which on it is seen.
    pub fn period(self) -> Option<u16> {
        match self {
            Self::Falls(period) | Self::Rises(period) => Some(period),
            Self::Alone | Self::Never => None,
        }
    }
}

/// A figure over the calendar periods from 0 to the horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub today: Vec<f64>,
    /// How far one period's figure swings by chance alone: half a 95 % interval of `today`.
    pub noise: Vec<f64>,
    /// Where something is changed; as today until the scenario starts.
    pub what_if: Option<Vec<f64>>,
    pub seen: Detection,
}

impl Series {
    /// Its mean over the periods today.
    pub fn mean(&self) -> f64 {
        self.today.iter().sum::<f64>() / self.today.len().max(1) as f64
    }
}

/// Both dashboards. Counts are those of a company with the market's own arrivals.
#[derive(Clone, Debug, PartialEq)]
pub struct Dashboards {
    /// Period from which the scenario holds.
    pub start: u16,
    /// Last period.
    pub periods: u16,
    /// What the company sees: complaints voiced [complaints per period], and left of those who were customers in the
    /// period [0..1].
    pub complaints: Series,
    pub churn: Series,
    /// What is so: failures met [encounters per period], customers on any rung of the phase-out ladder [0..1 of them],
    /// customers at the end of the period.
    pub failures: Series,
    pub doubt: Series,
    pub customers: Series,
    /// Customers on each rung from 1 in the world that is looked at [0..1 of them]: `rungs[rung - 1][period]`.
    pub rungs: Vec<Vec<f64>>,
    /// True if there is a customer in some period, in the world that is looked at.
    pub has_customers: bool,
    /// Silent failures for each complaint heard, in the world that is looked at; `None` where none is heard.
    pub silent: Option<f64>,
    /// Visitors who come [visitors per period], and what customers tell others.
    pub arrived: Series,
    pub mouth: WordOfMouth,
    /// Arrivals simulated, and the company's own [customers per period].
    pub simulated: u64,
    pub arrivals: f64,
}

/// What the calendar shows of a work. `None` where it is of another journey.
pub fn dashboards(work: &Project, report: &CalendarReport) -> Option<Dashboards> {
    let from_now = |periods: &[Period]| periods.iter().filter(|p| p.period >= 0).cloned().collect::<Vec<_>>();
    let today = from_now(&report.today);
    let what_if = report.what_if.as_ref().filter(|_| is_changed(work)).map(|w| from_now(w));
    let last = today.len().checked_sub(1).filter(|_| report.journey == work.journey.id)?;
    let arrivals = work.journey.market.arrivals;
    let scale = arrivals / report.customers_per_period.max(1) as f64;
    let start = report.start.clamp(0, last as i32) as u16;
    let worlds = Worlds { today: &today, what_if: what_if.as_deref(), start: start.into(), scale };
    let now = what_if.as_deref().unwrap_or(&today);
    let rungs = now.iter().map(|p| p.rungs.len()).max().unwrap_or(0);
    let on_rung = |p: &Period, rung: usize| part(p.rungs.get(rung).copied().unwrap_or(0), p.customers);
    let (failures, heard) = now.iter().fold((0, 0), |(f, c), p| (f + p.failures, c + p.complaints));
    Some(Dashboards {
        start,
        periods: last as u16,
        complaints: worlds.count(|p| p.complaints),
        churn: worlds.share(|p| (p.left, p.customers + p.left)),
        failures: worlds.count(|p| p.failures),
        doubt: worlds.share(|p| (p.rungs.iter().skip(1).sum(), p.customers)),
        customers: worlds.count(|p| p.customers),
        rungs: (1..rungs).map(|rung| now.iter().map(|p| on_rung(p, rung)).collect()).collect(),
        has_customers: now.iter().any(|p| p.customers + p.left > 0),
        silent: (heard > 0).then(|| failures.saturating_sub(heard) as f64 / heard as f64),
        arrived: worlds.count(|p| p.arrived),
        mouth: word_of_mouth(work, now),
        simulated: report.customers_per_period,
        arrivals,
    })
}

fn part(some: u64, all: u64) -> f64 {
    if all == 0 { 0.0 } else { some as f64 / all as f64 }
}

/// Two runs of the same customers.
struct Worlds<'a> {
    today: &'a [Period],
    what_if: Option<&'a [Period]>,
    start: usize,
    /// Customers of the company for each that is simulated.
    scale: f64,
}

impl Worlds<'_> {
    fn series(&self, figure: impl Fn(&Period) -> f64, noise: impl Fn(&Period) -> f64) -> Series {
        let today: Vec<f64> = self.today.iter().map(&figure).collect();
        let noise: Vec<f64> = self.today.iter().map(noise).collect();
        let what_if: Option<Vec<f64>> = self.what_if.map(|w| w.iter().map(&figure).collect());
        let seen = what_if.as_ref().map_or(Detection::Alone, |w| seen(&today, w, &noise, self.start));
        Series { today, noise, what_if, seen }
    }

    /// A count swings by its root: that of the company, or that of those simulated where they are fewer.
    fn count(&self, of: impl Fn(&Period) -> u64) -> Series {
        let value = |p: &Period| of(p) as f64 * self.scale;
        self.series(value, |p| Z95 * (value(p) * self.scale.max(1.0)).sqrt())
    }

    /// A share swings by chance from customer to customer.
    fn share(&self, of: impl Fn(&Period) -> (u64, u64)) -> Series {
        let value = |p: &Period| {
            let (some, all) = of(p);
            part(some, all)
        };
        self.series(value, |p| {
            let all = of(p).1 as f64 * self.scale.min(1.0);
            Z95 * (value(p) * (1.0 - value(p)) / all.max(1.0)).sqrt()
        })
    }
}

/// From when on the what-if stays on one side of today by more than the noise.
fn seen(today: &[f64], what_if: &[f64], noise: &[f64], start: usize) -> Detection {
    let gaps: Vec<(f64, f64)> = today.iter().zip(what_if).zip(noise).map(|((t, w), n)| (w - t, *n)).collect();
    let stays = |from: usize, up: f64| {
        gaps.get(from..from + IN_A_ROW).is_some_and(|run| run.iter().all(|(gap, noise)| gap * up > *noise))
    };
    (start..gaps.len())
        .find_map(|t| match t as u16 {
            period if stays(t, -1.0) => Some(Detection::Falls(period)),
            period if stays(t, 1.0) => Some(Detection::Rises(period)),
            _ => None,
        })
        .unwrap_or(Detection::Never)
}
