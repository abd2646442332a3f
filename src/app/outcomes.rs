//! The outcomes: each figure today, now, and the difference with what can be said of it.

use super::sentence::{Share, shares};
use super::{Project, is_changed};
use crate::analysis::{Estimate, Figures, Report};

/// Which figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutcomeKind {
    /// [0..1]
    Conversion,
    /// [0..1 per period]
    Churn,
    /// [money per arrival]
    Revenue,
    /// [-100..100]
    Recommendation,
}

/// What can be said of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing is changed, so that there is nothing to compare.
    Alone,
    Better,
    Worse,
    /// The interval of the difference holds 0.
    TooClose,
    /// Not one customer differs.
    Same,
    /// There is nothing to count, today or now.
    Nothing,
}

/// A difference in people, where it can be counted so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct People {
    pub gained: Share,
    pub lost: Share,
}

/// One outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutcomeRow {
    pub kind: OutcomeKind,
    pub today: Option<Estimate>,
    /// The what-if; today's where nothing is changed.
    pub now: Option<Estimate>,
    /// Now minus today, over the same customers.
    pub difference: Option<Estimate>,
    pub verdict: Verdict,
    pub people: Option<People>,
}

impl OutcomeRow {
    pub fn has_difference(&self) -> bool {
        matches!(self.verdict, Verdict::Better | Verdict::Worse)
    }
}

/// The outcomes in the order in which they are shown.
pub fn outcomes(work: &Project, report: &Report) -> [OutcomeRow; 4] {
    outcomes_at(work.journey.price, report, is_changed(work))
}

/// The same of any report, at a price [money]; `changed` says whether its what-if is anything else than today.
pub fn outcomes_at(price: f64, report: &Report, changed: bool) -> [OutcomeRow; 4] {
    [OutcomeKind::Conversion, OutcomeKind::Churn, OutcomeKind::Revenue, OutcomeKind::Recommendation]
        .map(|kind| row(kind, price, report, changed))
}

impl People {
    fn of(gained: u64, lost: u64, all: u64) -> Self {
        let (gained, lost) = shares(gained, lost, all);
        Self { gained, lost }
    }
}

fn row(kind: OutcomeKind, price: f64, report: &Report, changed: bool) -> OutcomeRow {
    let read = |figures: &Figures| match kind {
        OutcomeKind::Conversion => figures.conversion,
        OutcomeKind::Churn => figures.churn,
        OutcomeKind::Revenue => figures.revenue_per_arrival.map(|e| times(e, price)),
        OutcomeKind::Recommendation => figures.recommendation,
    };
    let today = read(&report.today.figures);
    let what_if = report.what_if.as_ref().filter(|_| changed);
    let difference = report.difference.as_ref().filter(|_| changed);
    let gap = difference.and_then(|d| read(&d.figures));
    let now = what_if.map_or(today, |o| read(&o.figures));
    OutcomeRow {
        kind,
        today,
        now,
        difference: gap,
        verdict: match (gap, difference) {
            (Some(gap), _) => verdict(kind, gap),
            (None, Some(_)) if today.is_none() || now.is_none() => Verdict::Nothing,
            (None, Some(_)) => Verdict::Same,
            (None, None) => Verdict::Alone,
        },
        people: difference.and_then(|d| match kind {
            OutcomeKind::Conversion => Some(People::of(d.won, d.sale_lost, d.fates.all())),
            OutcomeKind::Churn => Some(People::of(d.saved, d.lost, d.fates.buy_in_both())),
            OutcomeKind::Revenue | OutcomeKind::Recommendation => None,
        }),
    }
}

fn verdict(kind: OutcomeKind, gap: Estimate) -> Verdict {
    let up = match kind {
        OutcomeKind::Churn => Verdict::Worse,
        _ => Verdict::Better,
    };
    let down = if up == Verdict::Better { Verdict::Worse } else { Verdict::Better };
    if gap.low > 0.0 {
        up
    } else if gap.high < 0.0 {
        down
    } else if gap.low == 0.0 && gap.high == 0.0 {
        Verdict::Same
    } else {
        Verdict::TooClose
    }
}

fn times(e: Estimate, factor: f64) -> Estimate {
    Estimate { value: e.value * factor, low: e.low * factor, high: e.high * factor }
}

/// A figure's noise as it stands after a ±, in the figure's own unit; infinite where there were too few to tell.
pub fn half_width(e: &Estimate) -> f64 {
    e.noise().unwrap_or(f64::INFINITY)
}
