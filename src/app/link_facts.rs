//! What happened at one link, per 10 000 arrivals, today and in the what-if.

use super::{Project, is_changed};
use crate::analysis::{Outcome, Report};
use crate::model::LinkId;

/// Everything is counted out of this many arrivals [people].
pub const FACTS_OF: u64 = 10_000;

/// Counts at one link in one world, per 10 000 arrivals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// [encounters]
    pub met: u64,
    pub held: u64,
    pub failed: u64,
    /// Dropped out because it failed, or left because of it [customers].
    pub gone: u64,
    /// Dropped out because no way led on from it, however strong it is [customers].
    pub led_nowhere: u64,
    /// Of the failures, those that were voiced [complaints], and those that were not.
    pub heard: u64,
    pub silent: u64,
}

/// A link's counts today, and in the what-if where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkFacts {
    pub today: Facts,
    pub what_if: Option<Facts>,
}

impl LinkFacts {
    /// The counts of the world that is looked at: the what-if, else today.
    pub fn now(&self) -> Facts {
        self.what_if.unwrap_or(self.today)
    }
}

/// What happened at a link.
pub fn link_facts(work: &Project, report: &Report, link: &LinkId) -> LinkFacts {
    let changed = is_changed(work);
    LinkFacts {
        today: facts(&report.today, report.customers, link),
        what_if: report.what_if.as_ref().filter(|_| changed).map(|o| facts(o, report.customers, link)),
    }
}

/// How many drop out in handovers before the purchase, of as many arrivals as [`FACTS_OF`]: those who stand under no
/// touchpoint [customers].
pub fn dropped_in_handovers(work: &Project, report: &Report) -> u64 {
    let outcome = report.what_if.as_ref().filter(|_| is_changed(work)).unwrap_or(&report.today);
    let of = |handover: &crate::model::Handover| outcome.dropped_by_link.get(&handover.id).copied().unwrap_or(0);
    let dropped: u64 = work.journey.handovers.iter().map(of).sum();
    (dropped as f64 * FACTS_OF as f64 / report.customers.max(1) as f64).round() as u64
}

fn facts(outcome: &Outcome, arrivals: u64, link: &LinkId) -> Facts {
    let per = FACTS_OF as f64 / arrivals.max(1) as f64;
    let count = |map: &std::collections::BTreeMap<LinkId, u64>| map.get(link).copied().unwrap_or(0);
    let scaled = |n: u64| (n as f64 * per).round() as u64;
    let (met, failed) = (count(&outcome.met_by_link), count(&outcome.failed_by_link));
    let heard = count(&outcome.complaints_by_link);
    let dead_ends = count(&outcome.dead_ends_by_link);
    Facts {
        met: scaled(met),
        // The rest of what is shown, so that the parts add up to the whole.
        held: scaled(met).saturating_sub(scaled(failed)),
        failed: scaled(failed),
        gone: scaled(count(&outcome.dropped_by_link).saturating_sub(dead_ends) + count(&outcome.left_by_link)),
        led_nowhere: scaled(dead_ends),
        heard: scaled(heard),
        silent: scaled(failed).saturating_sub(scaled(heard)),
    }
}
