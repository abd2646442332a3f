//! The phase-out ladder today beside the one with the change, of a hundred customers each.

use crate::analysis::{Outcome, Report};

/// Customers on each rung of the ladder after so many periods, and those who have left by then.
#[derive(Clone, Debug, PartialEq)]
pub struct OnLadder {
    /// Lowest first [customers].
    pub standing: Vec<u64>,
    /// [customers]
    pub left: u64,
}

impl OnLadder {
    fn of(outcome: &Outcome, period: usize) -> Option<Self> {
        let standing = outcome.rungs.get(period.checked_sub(1)?)?.clone();
        let there: u64 = standing.iter().sum();
        Some(Self { left: outcome.bought.saturating_sub(there), standing })
    }

    /// The part of all who bought that is on some rung [0..1]; `None` of nobody.
    pub fn doubt(&self) -> Option<f64> {
        let on: u64 = self.standing.iter().skip(1).sum();
        self.part(on)
    }

    /// The part that has left [0..1]; `None` of nobody.
    pub fn gone(&self) -> Option<f64> {
        self.part(self.left)
    }

    fn part(&self, some: u64) -> Option<f64> {
        let all = self.standing.iter().sum::<u64>() + self.left;
        (all > 0).then(|| some as f64 / all as f64)
    }
}

/// Both ladders after so many periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladders {
    pub period: usize,
    pub today: OnLadder,
    /// `None` where nothing is changed.
    pub what_if: Option<OnLadder>,
}

/// The ladders in the middle of the time that is followed, when many are on their way out. `None` where nobody buys.
pub fn ladders(report: &Report, is_changed: bool) -> Option<Ladders> {
    let period = report.today.rungs.len().div_ceil(2);
    let what_if = report.what_if.as_ref().filter(|_| is_changed).and_then(|outcome| OnLadder::of(outcome, period));
    let today = OnLadder::of(&report.today, period).filter(|_| report.today.bought > 0)?;
    Some(Ladders { period, today, what_if })
}
