//! The qualities of a persona as a reader meets them: what they stand at, how far a slider goes, and setting them.

use super::{Project, SliderScale};
use crate::model::fields::Unit;
use crate::model::{Field, PersonaChange, PersonaId};

/// Values nearer to today's than this count as today's.
const SAME: f64 = 1e-6;

impl Project {
    /// What a quality of a persona stands at today, in its own unit.
    pub fn quality_today(&self, persona: &PersonaId, quality: Field) -> Option<f64> {
        self.journey.quality(persona, quality)
    }

    /// What it stands at with everything that is changed.
    pub fn quality_now(&self, persona: &PersonaId, quality: Field) -> Option<f64> {
        let set = self.scenario.qualities.iter().rfind(|change| is_of(change, persona, quality));
        set.map(|change| change.value).or_else(|| self.quality_today(persona, quality))
    }

    /// How many qualities of a persona are changed.
    pub fn changed_qualities(&self, persona: &PersonaId) -> usize {
        self.scenario.qualities.iter().filter(|change| change.persona == *persona).count()
    }

    /// Sets a quality, kept within what it can be. Back at today's it is no change; an unknown persona, and what is no
    /// quality, change nothing.
    pub(super) fn set_quality(&mut self, persona: &PersonaId, quality: Field, value: f64) {
        let (Some(today), Some((least, most))) = (self.quality_today(persona, quality), quality_bounds(quality)) else {
            return;
        };
        if !value.is_finite() {
            return;
        }
        let value = value.clamp(least, most);
        let value = if is_whole(quality) { value.round() } else { value };
        if (value - today).abs() < SAME {
            return self.reset_quality(persona, quality);
        }
        match self.scenario.qualities.iter_mut().find(|change| is_of(change, persona, quality)) {
            Some(change) => change.value = value,
            None => self.scenario.qualities.push(PersonaChange { persona: persona.clone(), quality, value }),
        }
    }

    /// A quality back to today.
    pub(super) fn reset_quality(&mut self, persona: &PersonaId, quality: Field) {
        self.scenario.qualities.retain(|change| !is_of(change, persona, quality));
    }
}

fn is_of(change: &PersonaChange, persona: &PersonaId, quality: Field) -> bool {
    change.persona == *persona && change.quality == quality
}

/// The lowest and the highest value that can be chosen, in the quality's own unit; `None` for what is no quality.
pub fn quality_bounds(quality: Field) -> Option<(f64, f64)> {
    let row = quality.as_quality()?;
    // Where the lowest itself is excluded, one step of the slider is the least.
    let least = if row.is_above_least { row.least + 1.0 / per_unit(quality) } else { row.least };
    Some((least, row.most))
}

/// True of what is counted.
fn is_whole(quality: Field) -> bool {
    quality.as_quality().is_some_and(|row| row.whole.is_some())
}

/// Steps of a slider in one unit.
fn per_unit(quality: Field) -> f64 {
    match quality.unit() {
        _ if is_whole(quality) => 1.0,
        Some(Unit::Periods) => 10.0,
        _ => 100.0,
    }
}

/// The scale of a quality of a persona. It holds today's value well inside, and now's at its end at the worst.
pub fn quality_scale(work: &Project, persona: &PersonaId, quality: Field) -> SliderScale {
    let today = work.quality_today(persona, quality).unwrap_or(0.0);
    let now = work.quality_now(persona, quality).unwrap_or(today);
    let most = quality_bounds(quality).map_or(1.0, |(_, most)| most);
    // Two years of memory, ten steps: what is beyond them can be typed.
    let usual: f64 = match quality.unit() {
        Some(Unit::Periods) => 12.0,
        Some(Unit::Rungs) => 10.0,
        Some(Unit::Share) => 1.0,
        _ => 2.0,
    };
    let wide = usual.max((1.5 * today).ceil()).max(now.ceil()).min(most);
    SliderScale { most: wide, per_unit: per_unit(quality) }
}
