//! The same number of good contacts, another outcome: customers of one persona with as many good contacts in their first
//! periods, by how often the link failed over which most of them leave.

use super::Rate;
use crate::analysis::{Fate, Trail, TrailStep, Z95};
use crate::model::{Journey, LinkId, PersonaId, Role};
use std::collections::BTreeMap;

/// The first periods as a customer, in which contacts are counted [periods].
const FIRST: u32 = 2;
/// Who leaves is looked at in so many periods after them [periods].
const NEXT: u32 = 3;
/// Fewer customers than this tell nothing.
const FEWEST: u64 = 40;

/// What becomes of customers who had as many good contacts.
#[derive(Clone, Debug, PartialEq)]
pub struct SameMoments {
    /// The persona that leaves most over one link, and that link.
    pub persona: PersonaId,
    pub link: LinkId,
    /// In so many first periods.
    pub periods: u32,
    /// Good contacts in them, on average and in both groups alike.
    pub good: f64,
    /// The link failed at least so often in one group, and less often in the other.
    pub failures: u32,
    /// Who leaves within so many periods after them.
    pub next: u32,
    pub failed: Rate,
    pub spared: Rate,
}

/// What one customer had in the first periods.
struct First {
    good: u32,
    failures: u32,
    leaves: bool,
}

/// Counts it in lives; `None` where there are too few to tell, or where nobody leaves over a link.
pub fn same_moments(journey: &Journey, trails: &[&Trail]) -> Option<SameMoments> {
    let (persona, link) = blamed(journey, trails)?;
    let theirs = trails.iter().filter(|trail| trail.persona == persona);
    let firsts: Vec<First> = theirs.filter_map(|trail| first(trail, journey.touchpoints.len(), link)).collect();
    let best = (1..=FIRST).filter_map(|failures| compared(&firsts, failures).map(|found| (failures, found)));
    let (failures, found) = best.max_by(|(_, a), (_, b)| a.weight.total_cmp(&b.weight))?;
    Some(SameMoments {
        persona: journey.personas.get(usize::from(persona))?.id.clone(),
        link: journey.links().nth(link.into())?.clone(),
        periods: FIRST,
        next: NEXT,
        good: found.good,
        failures,
        failed: found.failed,
        spared: found.spared,
    })
}

/// The persona and the touchpoint after the purchase over which most of one persona leave.
fn blamed(journey: &Journey, trails: &[&Trail]) -> Option<(u16, u16)> {
    let mut counts: BTreeMap<(u16, u16), u64> = BTreeMap::new();
    for trail in trails {
        if let Some(TrailStep::Left { link: Some(link) }) = trail.steps.last() {
            *counts.entry((trail.persona, *link)).or_default() += 1;
        }
    }
    let is_met = |link: u16| journey.touchpoints.get(usize::from(link)).is_some_and(|t| t.role != Role::Purchase);
    counts.retain(|(_, link), _| is_met(*link));
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(blamed, _)| blamed)
}

/// The first periods of one who is still a customer after them; `None` of everybody else.
fn first(trail: &Trail, touchpoints: usize, link: u16) -> Option<First> {
    let bought = trail.steps.iter().position(|step| matches!(step, TrailStep::Bought))?;
    let mut first = First { good: 0, failures: 0, leaves: leaves_soon(trail) };
    let mut period = 0;
    for step in trail.steps.iter().skip(bought) {
        match *step {
            TrailStep::Began => period += 1,
            TrailStep::Held { link: met } if usize::from(met) < touchpoints => first.good += 1,
            TrailStep::Failed { link: met } if met == link => first.failures += 1,
            _ => {}
        }
        if period > FIRST {
            return Some(first);
        }
    }
    None
}

/// Whether somebody leaves within the next periods after the first.
fn leaves_soon(trail: &Trail) -> bool {
    let lived = trail.steps.iter().filter(|step| matches!(step, TrailStep::Began)).count();
    trail.fate == Fate::Left && lived <= (FIRST + NEXT) as usize
}

struct Compared {
    /// How much can be told by it.
    weight: f64,
    good: f64,
    failed: Rate,
    spared: Rate,
}

/// Both groups, weighted so that there are as many good contacts in both (Mantel and Haenszel, 1959).
fn compared(firsts: &[First], failures: u32) -> Option<Compared> {
    // By good contacts: customers, and leavers among them; spared, then failed.
    let mut strata: BTreeMap<u32, [(u64, u64); 2]> = BTreeMap::new();
    for first in firsts {
        let group = &mut strata.entry(first.good).or_default()[usize::from(first.failures >= failures)];
        group.0 += 1;
        group.1 += u64::from(first.leaves);
    }
    strata.retain(|_, groups| groups.iter().all(|(customers, _)| *customers > 0));
    let weight = |groups: &[(u64, u64); 2]| {
        let [(a, _), (b, _)] = *groups;
        a as f64 * b as f64 / (a + b) as f64
    };
    let all: f64 = strata.values().map(weight).sum();
    let of = |group: usize| -> Option<Rate> {
        let customers: u64 = strata.values().map(|groups| groups[group].0).sum();
        if customers < FEWEST {
            return None;
        }
        let (mut share, mut variance) = (0.0, 0.0);
        for groups in strata.values() {
            let (part, (customers, leavers)) = (weight(groups) / all, groups[group]);
            let (n, p) = (customers as f64, leavers as f64 / customers as f64);
            // With one more of each, so that no group of few is taken to be certain.
            let likely = (leavers as f64 + 1.0) / (n + 2.0);
            share += part * p;
            variance += part * part * likely * (1.0 - likely) / n;
        }
        let half = Z95 * variance.sqrt();
        Some(Rate { share, low: (share - half).max(0.0), high: (share + half).min(1.0), of: customers })
    };
    let good = strata.iter().map(|(good, groups)| f64::from(*good) * weight(groups) / all).sum();
    Some(Compared { weight: all, good, failed: of(1)?, spared: of(0)? })
}
