//! Fingerprints: what a persona's lives hang on, in one number, so that two worlds can be told to be the same to somebody.

use crate::model::{Handover, Journey, Persona, Role, Scenario, Stage, Touchpoint, defaults, under_strain};

/// All that decides who buys and when, and all that decides anything else, of one persona in one world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) struct Fingerprint {
    pub way: u64,
    pub life: u64,
}

/// Numbers taken in one after the other. Each step can be undone, so that no single difference is lost.
fn take(print: &mut u64, numbers: &[f64]) {
    for number in numbers {
        *print = (*print ^ number.to_bits()).wrapping_mul(0x0100_0000_01B3).rotate_left(23);
    }
}

impl Fingerprint {
    /// Of a persona in the journey that a scenario has changed; of the scenario strain and price are read.
    pub fn of(journey: &Journey, scenario: &Scenario, p: &Persona, price_ratio: f64) -> Self {
        let strain = |strength: f64, exposure| under_strain(strength, scenario.strain, exposure);
        let (mut way, mut life) = (0, 0);
        let dearer = if price_ratio == 1.0 { 1.0 } else { libm::pow(price_ratio, -p.elasticity) };
        take(&mut way, &[dearer, p.patience, journey.disturbance]);
        for entry in &p.entries {
            take(&mut way, &[entry.share]);
        }
        let is_before = |phase| journey.stage(phase) == Some(Stage::Before);
        for t in &journey.touchpoints {
            let strength = strain(t.strength.likely, t.exposure);
            if is_before(&t.phase) {
                take(&mut way, &[strength, t.days, t.sensing]);
            }
            let until = t.tenure.until.map_or(-1.0, f64::from);
            take(&mut life, &[strength, t.gain, t.pain, t.complaint_rate, t.worth, rate(p, t)]);
            take(&mut life, &[f64::from(t.tenure.from), until]);
        }
        for h in &journey.handovers {
            let to = journey.touchpoint(&h.to);
            let leaning = to.map_or(1.0, |to| p.leaning(&to.channel));
            let Handover { share, days, pain, complaint_rate, .. } = *h;
            let strength = strain(h.strength.likely, h.exposure);
            if to.is_some_and(|to| is_before(&to.phase)) {
                take(&mut way, &[strength, days, share, leaning]);
            }
            take(&mut life, &[strength, share, leaning, pain, complaint_rate]);
        }
        take(&mut life, &[p.usefulness.mean, p.usefulness.spread, p.price_feel, price_ratio, journey.rival_pull]);
        take(&mut life, &[f64::from(p.tolerance), f64::from(p.tolerance_spread), f64::from(p.binding)]);
        take(&mut life, &[p.memory, p.chain_feel, p.remorse]);
        Self { way, life }
    }
}

/// Times that a touchpoint comes round in a period, for one persona.
pub(super) fn rate(p: &Persona, t: &Touchpoint) -> f64 {
    let leaning = if t.role == Role::Reckoning { 1.0 } else { p.leaning(&t.channel) };
    (t.frequency * leaning).min(defaults::MAX_FREQUENCY)
}
