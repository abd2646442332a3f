//! What the retention curve shows, as a finding.

use crate::analysis::Report;

/// The least difference that whole per cents can show [0..1].
const SEEN: f64 = 0.005;

/// The title of the retention curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Finding {
    /// Nobody bought.
    NoCustomers,
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
    let (Some(&end), true) = (today.survival.last(), today.bought > 0) else { return Finding::NoCustomers };
    let periods = (today.survival.len() - 1) as u16;
    if let (true, Some(what_if)) = (changed, &report.what_if)
        && let Some(&now) = what_if.survival.last()
    {
        let noise = half_width(today) + half_width(what_if);
        return match now - end {
            gap if gap > (noise / 2.0).max(SEEN) => Finding::More { today: end, now, periods },
            gap if gap < -(noise / 2.0).max(SEEN) => Finding::Fewer { today: end, now, periods },
            _ => Finding::Alike,
        };
    }
    let half = 1.0 - (1.0 - end) / 2.0;
    match today.survival.iter().position(|&s| s <= half) {
        Some(at) if end < 1.0 => Finding::HalfBy { periods: at as u16 },
        _ => Finding::NobodyLeaves,
    }
}

/// Half the width of the band at the last tenure [0..1].
fn half_width(outcome: &crate::analysis::Outcome) -> f64 {
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
    let left = |outcome: &crate::analysis::Outcome| {
        let kept = outcome.survival.last().copied().unwrap_or(0.0);
        (kept * outcome.bought as f64 / report.customers.max(1) as f64 * 10_000.0).round() as u64
    };
    Remaining {
        today: left(&report.today),
        what_if: report.what_if.as_ref().filter(|_| changed).map(left),
        periods: report.today.survival.len().saturating_sub(1) as u16,
    }
}
