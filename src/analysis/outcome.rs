//! What happened to one population in one world, from its counts.

use super::figures;
use super::interval::share;
use super::report::{Outcome, PRICE};
use crate::engine::{Counts, GroupCounts, Moments, Noise, UNIT, Variable, World};
use crate::model::order;
use crate::model::{Journey, LinkId, Stage};
use std::collections::BTreeMap;

/// The outcome for everybody, and for each persona within it.
pub(super) fn of(journey: &Journey, world: &World, counts: &Counts, noise: &Noise, what_if: bool) -> Outcome {
    let teller = Teller { journey, world, counts, what_if };
    let personas = world.persona_ids().iter().zip(&noise.personas).enumerate();
    Outcome {
        by_persona: order::map(personas.map(|(i, (id, moments))| (id.clone(), teller.tell(moments, Some(i))))),
        lost_in_loops: counts.looping(),
        ..teller.tell(&noise.everybody, None)
    }
}

struct Teller<'a> {
    journey: &'a Journey,
    world: &'a World,
    counts: &'a Counts,
    what_if: bool,
}

impl Teller<'_> {
    fn tell(&self, moments: &Moments, persona: Option<usize>) -> Outcome {
        let part = self.counts.group(persona);
        let sum = |variable| moments.sum(self.what_if, variable).unsigned_abs();
        let figures = figures::of(moments, self.what_if, self.world.horizon());
        let bought = sum(Variable::Bought);
        let met: Vec<u64> = part.held.iter().zip(&part.failed).map(|(held, failed)| held + failed).collect();
        let (survival, survival_low, survival_high) = survival(&part, bought);
        Outcome {
            figures,
            revenue_per_arrival_money: figures.revenue_per_arrival.map(|e| e.times(self.journey.price)),
            survival,
            survival_low,
            survival_high,
            arrived: sum(Variable::Arrived),
            bought,
            left: sum(Variable::Left),
            left_at_once: sum(Variable::Left) - sum(Variable::LeftLater),
            dropped_by_link: self.by_link(&part.dropped),
            dead_ends_by_link: self.by_link(&part.dead_ends),
            left_by_link: self.left_by_link(&part),
            or_price_by_link: self.by_link(&part.or_price),
            mood_by_link: self.mood_by_link(&part, &met),
            met_by_link: self.by_link(&met),
            failed_by_link: self.by_link(&part.failed),
            complaints_by_link: self.by_link(&part.complaints),
            mood_by_tenure: mood_by_tenure(&part, bought),
            rungs: part.on_rung,
            bound_by_tenure: part.bound,
            by_persona: BTreeMap::new(),
            lost_in_loops: 0,
        }
    }

    fn by_link(&self, counts: &[u64]) -> BTreeMap<LinkId, u64> {
        order::map(self.world.link_ids().iter().cloned().zip(counts.iter().copied()))
    }

    fn left_by_link(&self, part: &GroupCounts) -> BTreeMap<LinkId, u64> {
        let mut left = self.by_link(&part.left);
        left.insert(PRICE.into(), part.left.last().copied().unwrap_or(0));
        left
    }

    /// Of the touchpoints before the purchase that anybody met.
    fn mood_by_link(&self, part: &GroupCounts, met: &[u64]) -> BTreeMap<LinkId, f64> {
        let journey = self.journey;
        let is_before =
            |id: &LinkId| journey.touchpoint(id).and_then(|t| journey.stage(&t.phase)) == Some(Stage::Before);
        let links = self.world.link_ids().iter().zip(&part.mood_at).zip(met);
        let met_before = links.filter(|((id, _), met)| **met > 0 && is_before(id));
        order::map(met_before.map(|((id, mood), met)| (id.clone(), *mood as f64 / UNIT / *met as f64)))
    }
}

/// Share of buyers still there at the end of each tenure from 0, with its 95 % band. Empty when nobody bought.
fn survival(part: &GroupCounts, bought: u64) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
    let (mut curve, mut low, mut high) = (Vec::new(), Vec::new(), Vec::new());
    let mut there = bought;
    for left in part.left_at.iter().filter(|_| bought > 0) {
        there -= left;
        let band = share(there as f64, bought as f64);
        curve.push(there as f64 / bought as f64);
        low.push(band.0);
        high.push(band.1);
    }
    (curve, low, high)
}

/// Mean mood at the end of each tenure from 1, of those who lived it (leavers as they leave); ends where nobody is left.
fn mood_by_tenure(part: &GroupCounts, bought: u64) -> Vec<f64> {
    let mut there = bought;
    let lived = part.left_at.iter().map(|left| {
        there -= left;
        there
    });
    lived
        .zip(&part.mood)
        .take_while(|(lived, _)| *lived > 0)
        .map(|(lived, mood)| *mood as f64 / UNIT / lived as f64)
        .collect()
}
