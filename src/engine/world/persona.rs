//! Personas as they are compiled.

use super::fingerprint::Fingerprint;
use super::links::CompiledTouchpoint;
use super::period_plan::PeriodPlans;
use crate::engine::draws::{Chance, Luck};
use crate::engine::positions::once;
use crate::model::defaults::MAX_TOLERANCE;

/// An entry, compiled.
#[derive(Clone, Copy, Debug)]
pub struct CompiledEntry {
    /// Cumulative chance of this entry and those before it.
    pub up_to: Chance,
    pub touchpoint: usize,
    /// Phase index.
    pub readiness: u32,
}

/// A persona, compiled.
#[derive(Clone, Debug)]
pub struct CompiledPersona {
    pub entries: Vec<CompiledEntry>,
    /// Mean and spread [prices per period].
    pub usefulness: (f64, f64),
    /// [prices]
    pub felt_price: f64,
    pub patience: Chance,
    /// Rungs on the ladder of a customer in the middle of the persona.
    pub tolerance: u32,
    /// How many rungs more or fewer a customer of the persona has at most.
    pub tolerance_spread: u32,
    /// Periods from the purchase before which nobody leaves.
    pub binding: u32,
    /// What a period's fading leaves [0..1].
    pub keep: f64,
    /// κ [0..1].
    pub chain_feel: f64,
    /// [prices]
    pub remorse: f64,
    pub plans: PeriodPlans,
    /// True if any touchpoint can be met more than once in a period.
    pub repeats: bool,
    /// By touchpoint index.
    pub touchpoints: Vec<CompiledTouchpoint>,
    /// Chance of holding before the purchase, by touchpoint and gap.
    pub holds: Vec<Chance>,
    /// Gaps that `holds` tells apart, 0 included.
    pub gaps: usize,
    /// Ways on, touchpoint by touchpoint: cumulative chance and handover.
    pub ways: Vec<(Chance, usize)>,
    pub fingerprint: Fingerprint,
}

impl CompiledPersona {
    /// The entry that a customer draws.
    #[inline(always)]
    pub fn entry_of(&self, luck: Luck) -> CompiledEntry {
        let first = self.entries[0];
        if self.entries.len() == 1 {
            return first;
        }
        let word = luck.word(once::ENTRY);
        self.entries.iter().find(|e| e.up_to.high(word)).copied().unwrap_or(first)
    }

    /// The usefulness that a customer draws [prices per period].
    #[inline(always)]
    pub fn usefulness_of(&self, luck: Luck) -> f64 {
        let (mean, spread) = self.usefulness;
        if spread == 0.0 { mean } else { mean + spread * luck.normal(once::USEFULNESS) }
    }

    /// How many rungs more than its persona a customer has on their ladder, fewer where it is negative.
    #[inline(always)]
    pub fn more_rungs_of(&self, luck: Luck) -> i32 {
        let spread = self.tolerance_spread;
        if spread == 0 {
            return 0;
        }
        // The upper half of a word, as a part of all that there can be.
        let drawn = ((luck.word(once::TOLERANCE) >> 32) * u64::from(2 * spread + 1)) >> 32;
        drawn as i32 - spread as i32
    }

    /// Rungs on the ladder of a customer who has so many more than the persona.
    #[inline(always)]
    pub fn rungs(&self, more: i32) -> u32 {
        (self.tolerance as i32 + more).clamp(1, i32::from(MAX_TOLERANCE)) as u32
    }

    /// Chance that a touchpoint holds before the purchase for a customer who is this many phases further on.
    #[inline(always)]
    pub fn holds(&self, touchpoint: usize, compiled: &CompiledTouchpoint, gap: u32) -> Chance {
        if gap == 0 { compiled.holds } else { self.holds[touchpoint * self.gaps + gap as usize] }
    }

    /// The handover taken out of a touchpoint, by the lower half of a word that is only drawn when it is needed. `None`
    /// if no way leads on.
    #[inline(always)]
    pub fn way(&self, from: &CompiledTouchpoint, word: impl FnOnce() -> u64) -> Option<usize> {
        if from.sole_way.is_some() || !from.has_ways {
            return from.sole_way;
        }
        let word = word();
        let (first, end) = from.ways;
        let ways = &self.ways[first as usize..end as usize];
        ways.iter().find(|(up_to, _)| up_to.low(word)).map(|(_, handover)| *handover)
    }
}
