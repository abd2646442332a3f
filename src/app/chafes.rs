//! Where it chafes: what the inbox shows of the links, beside what is felt at them and who is lost.

use super::{FACTS_OF, Project, is_changed};
use crate::analysis::{LeftOver, Report};
use crate::model::{Journey, LinkId, order};

/// Links that are named in each list.
const NAMED: usize = 4;

/// The inbox and what chafes, the most first; links where there is nothing are left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Chafes {
    /// Complaints voiced about each [complaints for 10 000 who come].
    pub inbox: Vec<(LinkId, u64)>,
    /// What failures take at each from the value that customers feel [0..1 of all that failures take].
    pub chafes: Vec<(LinkId, f64)>,
    /// People lost at each, who drop out there or leave because of it [of 10 000 who come].
    pub lost: Vec<(LinkId, u64)>,
    /// What would have kept those who left.
    pub left_over: LeftOver,
}

/// What the inbox shows beside where it chafes and where people are lost.
pub fn chafes(work: &Project, report: &Report) -> Chafes {
    let outcome = report.what_if.as_ref().filter(|_| is_changed(work)).unwrap_or(&report.today);
    let per = FACTS_OF as f64 / report.customers.max(1) as f64;
    let top = |of: &dyn Fn(&LinkId) -> u64| {
        let counted = |link: &LinkId| (link.clone(), (of(link) as f64 * per).round() as u64);
        let mut all: Vec<(LinkId, u64)> = work.journey.links().map(counted).filter(|(_, n)| *n > 0).collect();
        order::sort(&mut all, |a, b| b.1.cmp(&a.1));
        all.truncate(NAMED);
        all
    };
    let count = |link: &LinkId, map: &std::collections::BTreeMap<LinkId, u64>| map.get(link).copied().unwrap_or(0);
    Chafes {
        inbox: top(&|link| count(link, &outcome.complaints_by_link)),
        chafes: chafing(&work.changed_journey(), &|link| count(link, &outcome.failed_by_link)),
        lost: top(&|link| {
            let dropped = count(link, &outcome.dropped_by_link).saturating_sub(count(link, &outcome.dead_ends_by_link));
            dropped + count(link, &outcome.left_by_link)
        }),
        left_over: LeftOver::of(outcome),
    }
}

/// What failures take, by link: how often it fails, times what each failure hurts.
fn chafing(journey: &Journey, failed: &dyn Fn(&LinkId) -> u64) -> Vec<(LinkId, f64)> {
    let touchpoints = journey.touchpoints.iter().map(|t| (&t.id, t.pain));
    let pains = touchpoints.chain(journey.handovers.iter().map(|h| (&h.id, h.pain)));
    let taken = pains.map(|(link, pain)| (link.clone(), failed(link) as f64 * pain));
    let mut all: Vec<(LinkId, f64)> = taken.filter(|(_, taken)| *taken > 0.0).collect();
    let sum: f64 = all.iter().map(|(_, taken)| taken).sum();
    order::sort(&mut all, |a, b| b.1.total_cmp(&a.1));
    all.truncate(NAMED);
    all.into_iter().map(|(link, taken)| (link, taken / sum)).collect()
}
