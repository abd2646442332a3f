//! Where each way of spending puts its units.

use crate::analysis::studies::rank::best_first;
use crate::analysis::studies::terms::{largest_first, with, with_effort};
use crate::analysis::studies::trial::strengths;
use crate::analysis::studies::{LivedRounds, NeedsTrials, StudyTerms, Trial};
use crate::engine::TrialTally;
use crate::model::{Change, Journey, LinkId, OwnerId, Scenario, strengthened};
use serde::{Deserialize, Serialize};

/// A way of spending a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WayOfSpending {
    /// The same on every link.
    Evenly,
    /// The same for every owner, who spends it evenly on their own links. Links without an owner get nothing.
    BySilo,
    /// Each unit where most complaints are voiced by then.
    ByComplaints,
    /// Each unit on the link that is weakest by then.
    WeakestFirst,
    /// Each unit where it does most by then: greedy, and so not always the best that could be done.
    BestEffect,
    /// The same links as by best effect, with the effort taken evenly from all others instead of added.
    Moved,
}

/// Effort spent on a link; below 0 it was taken from there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spent {
    pub link: LinkId,
    /// [effort]
    pub effort: f64,
}

/// Effort by link index [effort].
#[derive(Clone, Debug, PartialEq)]
pub(in crate::analysis::studies) struct Efforts(pub Vec<f64>);

impl Efforts {
    /// A scenario with all this effort on top.
    pub fn on(&self, base: &Scenario, links: &[LinkId]) -> Scenario {
        let spent = links.iter().zip(&self.0).filter(|(_, effort)| **effort != 0.0);
        let changes: Vec<Change> =
            spent.map(|(link, effort)| Change::Strengthen { link: link.clone(), effort: *effort }).collect();
        if changes.is_empty() { base.clone() } else { with(base, changes) }
    }

    /// The links that got or lost something.
    pub fn spent(&self, links: &[LinkId]) -> Vec<Spent> {
        let all = links.iter().zip(&self.0).filter(|(_, effort)| **effort != 0.0);
        all.map(|(link, effort)| Spent { link: link.clone(), effort: *effort }).collect()
    }
}

/// One way's plan: what each unit adds, by link index [effort].
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub way: WayOfSpending,
    units: Vec<Unit>,
    links: usize,
}

#[derive(Clone, Debug)]
enum Unit {
    Spread(Vec<f64>),
    On { link: usize, effort: f64 },
    Moved { link: usize, effort: f64 },
}

impl Plan {
    fn empty(way: WayOfSpending, links: usize) -> Self {
        Self { way, units: Vec::new(), links }
    }

    /// All effort after a number of units.
    pub fn after(&self, units: u32) -> Efforts {
        let mut efforts = vec![0.0; self.links];
        for unit in self.units.iter().take(units as usize) {
            match unit {
                Unit::Spread(parts) => efforts.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part),
                Unit::On { link, effort } => efforts[*link] += effort,
                Unit::Moved { link, effort } => {
                    let from_each = effort / (self.links as f64 - 1.0).max(1.0);
                    let taken = efforts.iter_mut().zip(0..).filter(|(_, at)| at != link);
                    taken.for_each(|(sum, _)| *sum -= from_each);
                    efforts[*link] += effort;
                }
            }
        }
        Efforts(efforts)
    }

    /// The link of each unit, where it goes to one.
    pub fn order(&self) -> impl Iterator<Item = usize> {
        self.units.iter().filter_map(|unit| match unit {
            Unit::Spread(_) => None,
            Unit::On { link, .. } | Unit::Moved { link, .. } => Some(*link),
        })
    }
}

/// The plans of all ways, in their order; the two that look before each unit are made together, a round for each.
pub(super) fn plans(terms: &StudyTerms, units: u32, rounds: &mut LivedRounds) -> Result<Vec<Plan>, NeedsTrials> {
    use WayOfSpending::*;
    let links = terms.links();
    let spread = |way, parts: Vec<f64>| Plan {
        units: (0..units).map(|_| Unit::Spread(parts.clone())).collect(),
        ..Plan::empty(way, links.len())
    };
    let [mut complaints, mut best] = [ByComplaints, BestEffect].map(|way| Plan::empty(way, links.len()));
    for unit in 0..units {
        let [heard, seen] = [&complaints, &best].map(|plan| plan.after(unit).on(&terms.base, &links));
        let alone = terms.trial(heard, Vec::new(), terms.seed);
        let [heard, seen] = rounds.live_these([alone, each_link(terms, seen, &links)])?;
        complaints.units.push(Unit::On { link: loudest(heard), effort: terms.effort });
        best.units.push(Unit::On { link: best_of(terms, seen), effort: terms.effort });
    }
    let moved = best.order().map(|link| Unit::Moved { link, effort: terms.effort }).collect();
    Ok(vec![
        spread(Evenly, vec![terms.effort / links.len() as f64; links.len()]),
        spread(BySilo, by_silo(&terms.journey, terms.effort)),
        complaints,
        weakest_first(terms, units),
        best,
        Plan { units: moved, ..Plan::empty(Moved, links.len()) },
    ])
}

/// A unit on each link in turn, beside a base.
pub(super) fn each_link(terms: &StudyTerms, base: Scenario, links: &[LinkId]) -> Trial {
    let others = links.iter().map(|link| with_effort(&base, link, terms.effort)).collect();
    terms.trial(base, others, terms.seed)
}

/// The link on which a unit does most.
pub(super) fn best_of(terms: &StudyTerms, lived: &TrialTally) -> usize {
    let gains: Vec<_> = terms.effects(lived).into_iter().map(|e| e.map(|e| terms.goal.gain(e))).collect();
    best_first(&gains).first().copied().unwrap_or(0)
}

/// The link about which most complaints are voiced.
fn loudest(lived: &TrialTally) -> usize {
    let voiced: Vec<f64> = lived.base.group(None).complaints.iter().map(|voiced| *voiced as f64).collect();
    largest_first(&voiced).first().copied().unwrap_or(0)
}

/// Each unit on the link that is weakest by then.
fn weakest_first(terms: &StudyTerms, units: u32) -> Plan {
    let mut plan = Plan::empty(WayOfSpending::WeakestFirst, terms.journey.links().count());
    for unit in 0..units {
        let link = weakest(terms, &plan.after(unit));
        plan.units.push(Unit::On { link, effort: terms.effort });
    }
    plan
}

/// The weakest link once this effort has been spent.
fn weakest(terms: &StudyTerms, efforts: &Efforts) -> usize {
    let costs = terms.journey.links().map(|link| terms.journey.halving_cost(link).unwrap_or(1.0));
    let now = strengths(&terms.journey, &terms.base).into_iter().zip(&efforts.0).zip(costs);
    let failures: Vec<f64> =
        now.map(|((s, effort), cost)| 1.0 - strengthened(s, *effort, cost, terms.base.effort_curve)).collect();
    largest_first(&failures).first().copied().unwrap_or(0)
}

/// A unit's parts by link: the same for every owner who has links, spread evenly over them.
fn by_silo(journey: &Journey, effort: f64) -> Vec<f64> {
    let touchpoints = journey.touchpoints.iter().map(|t| Some(&t.owner));
    let owners: Vec<Option<&OwnerId>> = touchpoints.chain(journey.handovers.iter().map(|h| h.owner.as_ref())).collect();
    let links_of = |owner: &OwnerId| owners.iter().filter(|of| **of == Some(owner)).count();
    let with_links = journey.owners.iter().filter(|owner| links_of(&owner.id) > 0).count();
    let part = |owner: &Option<&OwnerId>| owner.map_or(0.0, |o| effort / (with_links * links_of(o)) as f64);
    owners.iter().map(part).collect()
}
