//! What the retention curve shows, as a finding.

use crate::analysis::{Outcome, Report};

/// The least difference that whole per cents can show [0..1].
const SEEN: f64 = 0.005;

/// The title of the retention curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Finding {
    /// Nobody bought.
    NoCustomers,
    /// Nobody buys today; at the end so many are left of those who do now [0..1].
    OnlyNow {
        now: f64,
        periods: u16,
    },
    /// Nobody leaves within the horizon.
    NobodyLeaves,
    /// Half of all who leave within the horizon have left after so many periods.
    HalfBy {
        periods: u16,
    },
    /// At the end more, or fewer, are left than today [0..1].
    More {
        today: f64,
        now: f64,
        periods: u16,
    },
    Fewer {
        today: f64,
        now: f64,
        periods: u16,
    },
    /// The two curves cannot be told apart at the end.
    Alike,
}

/// What to say over the curve; `changed` is whether the what-if is looked at.
pub fn retention_finding(report: &Report, changed: bool) -> Finding {
    let today = &report.today;
    let now = report.what_if.as_ref().filter(|_| changed).unwrap_or(today);
    let periods = followed(report);
    let last = |outcome: &Outcome| outcome.survival.last().copied().filter(|_| outcome.bought > 0);
    let (end, now) = match (last(today), last(now)) {
        (_, None) => return Finding::NoCustomers,
        (None, Some(now)) => return Finding::OnlyNow { now, periods },
        (Some(end), Some(now)) => (end, now),
    };
    if let (true, Some(what_if)) = (changed, &report.what_if) {
        let noise = half_width(today) + half_width(what_if);
        return match now - end {
            gap if gap > (noise / 2.0).max(SEEN) => Finding::More { today: end, now, periods },
            gap if gap < -(noise / 2.0).max(SEEN) => Finding::Fewer { today: end, now, periods },
            _ => Finding::Alike,
        };
    }
    let half = 1.0 - (1.0 - end) / 2.0;
    match today.survival.iter().position(|&s| s <= half) {
        Some(at) if end < 1.0 => Finding::HalfBy { periods: at.max(1) as u16 },
        _ => Finding::NobodyLeaves,
    }
}

/// Customers who stay only because they are bound: where they are the largest part of those still there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StayBound {
    /// Of those still there at the end of that period [0..1].
    pub share: f64,
    /// [periods as a customer]
    pub period: u32,
}

/// When most of those still there would leave and are bound, in the world that is looked at; `None` where nobody is.
pub fn stay_bound(report: &Report, changed: bool) -> Option<StayBound> {
    let now = report.what_if.as_ref().filter(|_| changed).unwrap_or(&report.today);
    let there = now.rungs.iter().map(|rungs| rungs.iter().sum::<u64>());
    let shares = now.bound_by_tenure.iter().zip(there).zip(1..).filter(|((_, there), _)| *there > 0);
    let shares = shares.map(|((bound, there), period)| StayBound { share: *bound as f64 / there as f64, period });
    shares.max_by(|a, b| a.share.total_cmp(&b.share)).filter(|most| most.share > 0.0)
}

/// How long customers are followed [periods]; 0 where there is none, today or in the what-if.
pub fn followed(report: &Report) -> u16 {
    let both = std::iter::once(&report.today).chain(&report.what_if);
    both.map(|outcome| outcome.survival.len().saturating_sub(1)).max().unwrap_or(0) as u16
}

/// Half the width of the band at the last tenure [0..1].
fn half_width(outcome: &Outcome) -> f64 {
    match (outcome.survival_low.last(), outcome.survival_high.last()) {
        (Some(low), Some(high)) => (high - low) / 2.0,
        _ => 0.0,
    }
}

/// Of 10 000 arrivals, how many are still customers at the end of the horizon, today and in the what-if.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remaining {
    /// [customers]
    pub today: u64,
    pub what_if: Option<u64>,
    /// [periods]
    pub periods: u16,
}

/// Who is left at the end; `changed` is whether the what-if is looked at.
pub fn remaining(report: &Report, changed: bool) -> Remaining {
    let left = |outcome: &Outcome| {
        let kept = outcome.survival.last().copied().unwrap_or(0.0);
        (kept * outcome.bought as f64 / report.customers.max(1) as f64 * 10_000.0).round() as u64
    };
    Remaining {
        today: left(&report.today),
        what_if: report.what_if.as_ref().filter(|_| changed).map(left),
        periods: followed(report),
    }
}
