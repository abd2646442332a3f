//! Exact conversion: the journey before the purchase is an absorbing Markov chain, solved as a linear system per
//! persona and readiness. Computed from the journey itself, apart from the engine, so that each checks the other.

use crate::model::order;
use crate::model::{Entry, Journey, LinkId, Persona, Role, Scenario, Stage, Touchpoint, apply};
use nalgebra::{DMatrix, DVector};
use std::collections::BTreeMap;

/// The share of arrivals that buy [0..1], without noise, in the what-if world of a scenario.
///
/// Holds for a checked journey. The bound of 1 000 visits, which no sane journey reaches, is left out.
pub fn exact_conversion(journey: &Journey, scenario: &Scenario) -> f64 {
    let journey = apply(journey, scenario);
    let chain = MarkovChain::new(&journey, scenario);
    let weighted: f64 = journey.personas.iter().map(|p| p.share * chain.of_persona(p)).sum();
    weighted / journey.personas.iter().map(|p| p.share).sum::<f64>()
}

struct MarkovChain<'a> {
    journey: &'a Journey,
    scenario: &'a Scenario,
    /// Touchpoints before the purchase, and their phase index.
    spots: Vec<(&'a Touchpoint, usize)>,
    index: BTreeMap<&'a LinkId, usize>,
}

/// The chance to get past a link on which a customer may try again after each failure.
fn pass(holds: f64, patience: f64) -> f64 {
    if holds == 0.0 { 0.0 } else { holds / (1.0 - patience * (1.0 - holds)) }
}

impl<'a> MarkovChain<'a> {
    fn new(journey: &'a Journey, scenario: &'a Scenario) -> Self {
        let phase = |t: &Touchpoint| journey.phases.iter().position(|p| p.id == t.phase && p.stage == Stage::Before);
        let spots: Vec<_> = journey.touchpoints.iter().filter_map(|t| Some((t, phase(t)?))).collect();
        let index = order::map(spots.iter().enumerate().map(|(i, (t, _))| (&t.id, i)));
        Self { journey, scenario, spots, index }
    }

    fn of_persona(&self, persona: &Persona) -> f64 {
        let mut by_readiness: BTreeMap<usize, Vec<&Entry>> = BTreeMap::new();
        for entry in &persona.entries {
            let readiness = self.journey.phases.iter().position(|p| p.id == entry.readiness).unwrap_or(0);
            by_readiness.entry(readiness).or_default().push(entry);
        }
        let mut bought = 0.0;
        for (readiness, entries) in by_readiness {
            let chances = self.solve(persona, readiness);
            let from = |entry: &Entry| self.index.get(&entry.touchpoint).and_then(|i| chances.get(*i)).copied();
            bought += entries.iter().map(|entry| entry.share * from(entry).unwrap_or(0.0)).sum::<f64>();
        }
        bought / persona.entries.iter().map(|entry| entry.share).sum::<f64>()
    }

    /// The chance of buying from each touchpoint, for a persona of a readiness.
    fn solve(&self, persona: &Persona, readiness: usize) -> Vec<f64> {
        let size = self.spots.len();
        let mut system = DMatrix::<f64>::identity(size, size);
        let mut buys = DVector::<f64>::zeros(size);
        let ahead = self.spots.iter().position(|(_, phase)| *phase == readiness);
        for (i, (t, phase)) in self.spots.iter().enumerate() {
            let gap = readiness.saturating_sub(*phase);
            let mut stays = 1.0;
            if let (true, Some(ahead)) = (gap > 0, ahead) {
                system[(i, ahead)] -= t.sensing;
                stays -= t.sensing;
            }
            let passes = stays * pass(self.holds(t, gap, persona), persona.patience);
            if t.role == Role::Purchase {
                buys[i] = passes;
                continue;
            }
            for (to, share, strength) in self.ways(t, persona) {
                system[(i, to)] -= passes * share * pass(strength, persona.patience);
            }
        }
        system.lu().solve(&buys).map_or_else(|| vec![0.0; size], |chances| chances.iter().copied().collect())
    }

    fn under_strain(&self, strength: f64, exposure: f64) -> f64 {
        libm::pow(strength, 1.0 + self.scenario.strain * exposure)
    }

    fn holds(&self, t: &Touchpoint, gap: usize, persona: &Persona) -> f64 {
        let gap = gap as f64;
        let calm = self.under_strain(t.strength.likely, t.exposure) * libm::pow(1.0 - self.journey.disturbance, gap);
        match self.scenario.price {
            Some(now) if t.role == Role::Purchase => {
                (calm * libm::pow(now / self.journey.price, -persona.elasticity)).min(1.0)
            }
            _ => calm,
        }
    }

    /// Ways out: where to, share after leaning, strength.
    fn ways(&self, from: &Touchpoint, persona: &Persona) -> Vec<(usize, f64, f64)> {
        let out = || self.journey.handovers.iter().filter(|h| h.from == from.id);
        let leaned = |to: &LinkId| self.journey.touchpoint(to).map_or(1.0, |t| persona.leaning(&t.channel));
        let sum: f64 = out().map(|h| h.share).sum();
        let total: f64 = out().map(|h| h.share * leaned(&h.to)).sum();
        if total == 0.0 {
            return Vec::new();
        }
        out()
            .filter_map(|h| {
                let to = *self.index.get(&h.to)?;
                Some((to, h.share * leaned(&h.to) * sum / total, self.under_strain(h.strength.likely, h.exposure)))
            })
            .collect()
    }
}
