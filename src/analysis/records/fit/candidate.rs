//! Customers of another kind than the journey's.

use super::ToLive;
use super::scaled::is_measured;
use crate::model::fields::PartKind;
use crate::model::{
    CheckedJourney, Evidence, Field, Grounds, Journey, Persona, PersonaChange, Problem, Scenario, Text, defaults,
};
use serde::{Deserialize, Serialize};

/// Bounds of what is tried: added to usefulness [prices], the place among [`SPREADS`], times the memory as a power of two, added to the
/// tolerance [rungs].
const BOX: [(f64, f64); 4] = [(-1.5, 3.0), (0.0, 1.0), (-2.0, 3.0), (-2.5, 6.5)];

/// The shortest memory that is tried [periods]: there must be one.
const LEAST_MEMORY: f64 = 0.05;

/// The spreads that are tried [prices]: few, so that those who differ in nothing else can be lived together.
const SPREADS: [f64; 12] = [0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1.0, 1.3, 1.7, 2.2, 3.0];

/// Customers of another kind than the journey's.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Added to the usefulness of every persona [prices].
    pub more_useful: f64,
    /// The spread of usefulness of every persona [prices]; `None` leaves each persona its own.
    pub spread: Option<f64>,
    /// Times the memory of every persona.
    pub memory: f64,
    /// Added to the tolerance of every persona [rungs].
    pub tolerance: i8,
}

impl Candidate {
    /// The journey's own customers.
    pub const AS_THEY_ARE: Self = Self { more_useful: 0.0, spread: None, memory: 1.0, tolerance: 0 };

    /// From a place in the unit box.
    pub(super) fn at(place: &[f64; 4]) -> Self {
        let value = |n: usize| BOX[n].0 + (BOX[n].1 - BOX[n].0) * place[n].clamp(0.0, 1.0);
        let hundredths = |value: f64| (value * 100.0).round() / 100.0;
        Self {
            more_useful: hundredths(value(0)),
            spread: Some(SPREADS[((place[1].clamp(0.0, 1.0) * SPREADS.len() as f64) as usize).min(SPREADS.len() - 1)]),
            memory: hundredths(libm::exp2(value(2))),
            tolerance: value(3).round() as i8,
        }
    }

    /// Their own part of each of the four, for telling how far apart those that fit are [0..1].
    pub(super) fn place(&self) -> [f64; 4] {
        let part = |n: usize, value: f64| (value - BOX[n].0) / (BOX[n].1 - BOX[n].0);
        [
            part(0, self.more_useful),
            self.spread.map_or(0.5, |own| {
                (SPREADS.iter().filter(|spread| **spread < own).count() as f64 + 0.5) / SPREADS.len() as f64
            }),
            part(2, libm::log2(self.memory)),
            part(3, f64::from(self.tolerance)),
        ]
    }

    /// The journey with these customers, followed for so many periods.
    ///
    /// # Errors
    /// What is wrong with that journey.
    pub fn applied(&self, journey: &Journey, periods: u16) -> Result<CheckedJourney, Vec<Problem>> {
        let mut journey = self.spread_out(journey, periods);
        for persona in &mut journey.personas {
            for (quality, value) in self.qualities_of(persona).collect::<Vec<_>>() {
                if let Some(row) = quality.as_quality() {
                    row.set_on_persona(persona, value);
                }
            }
        }
        CheckedJourney::new(journey)
    }

    /// The journey with what no scenario changes, followed for so many periods: the spread, and how much customers differ in
    /// rungs, which is never so much that somebody would have none.
    pub fn spread_out(&self, journey: &Journey, periods: u16) -> Journey {
        let mut journey = journey.clone();
        journey.horizon = periods;
        for persona in &mut journey.personas {
            let tolerance = self.tolerance_of(persona);
            persona.usefulness.spread = self.spread.unwrap_or(persona.usefulness.spread);
            persona.tolerance_spread =
                persona.tolerance_spread.min(tolerance - 1).min(defaults::MAX_TOLERANCE - tolerance);
        }
        journey
    }

    /// Whether both are lived in the same journey, and differ by a scenario alone.
    pub fn is_lived_with(&self, other: &Self) -> bool {
        self.spread == other.spread && self.tolerance == other.tolerance
    }

    /// The rungs of a persona [rungs].
    fn tolerance_of(&self, persona: &Persona) -> u8 {
        let more = if is_measured(&persona.evidence, Field::Tolerance) { 0 } else { self.tolerance };
        persona.tolerance.saturating_add_signed(more).clamp(1, defaults::MAX_TOLERANCE)
    }

    /// What else is other about the customers, as a scenario of that journey.
    pub fn scenario(&self, journey: &Journey) -> Scenario {
        let of = |persona: &Persona| {
            let change = |(quality, value)| PersonaChange { persona: persona.id.clone(), quality, value };
            self.qualities_of(persona).map(change).collect::<Vec<_>>()
        };
        Scenario { qualities: journey.personas.iter().flat_map(of).collect(), ..Scenario::default() }
    }

    /// What of a persona is other than it was; what somebody has measured is not.
    fn qualities_of(&self, persona: &Persona) -> impl Iterator<Item = (Field, f64)> {
        let within = |field: Field, value: f64| {
            let row = field.on(PartKind::Persona);
            (field, row.map_or(value, |row| value.clamp(row.least, row.most)))
        };
        let qualities = [
            within(Field::Usefulness, persona.usefulness.mean + self.more_useful),
            within(Field::Memory, (persona.memory * self.memory).max(LEAST_MEMORY)),
            within(Field::Tolerance, f64::from(self.tolerance_of(persona))),
        ];
        qualities.into_iter().filter(|(field, _)| !is_measured(&persona.evidence, *field))
    }
}

/// Whether all that a kind of customer is made of was measured, of everybody.
pub(super) fn are_measured(journey: &Journey) -> bool {
    let all = [Field::Usefulness, Field::Memory, Field::Tolerance];
    journey.personas.iter().all(|persona| all.iter().all(|field| is_measured(&persona.evidence, *field)))
}

/// Customers of several kinds, put together as far as they are lived in one journey. Each is known by its number.
pub(super) fn to_live(
    journey: &Journey,
    periods: u16,
    customers: u64,
    kinds: impl IntoIterator<Item = (u32, Candidate)>,
) -> Vec<ToLive> {
    let mut groups: Vec<(Candidate, ToLive)> = Vec::new();
    for (number, kind) in kinds {
        let known = groups.iter().position(|(first, _)| first.is_lived_with(&kind)).unwrap_or_else(|| {
            let journey = kind.spread_out(journey, periods);
            groups.push((kind, ToLive { journey, scenarios: Vec::new(), customers }));
            groups.len() - 1
        });
        let group = &mut groups[known].1;
        let scenario = kind.scenario(&group.journey);
        group.scenarios.push((number, scenario));
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The journey with customers of another kind. Their usefulness, memory and tolerance say their source, and the first two between
/// which values others fit as well (`ranges`, of added usefulness, spread, times the memory and added rungs).
///
/// # Errors
/// What is wrong with that journey.
pub(super) fn with_customers(
    journey: &Journey,
    kind: Candidate,
    ranges: &[(f64, f64); 4],
    source: &Text,
) -> Result<Journey, Vec<Problem>> {
    let mut made = Journey::clone(&*kind.applied(journey, journey.horizon)?);
    let [usefulness, _, memory, _] = ranges;
    for (before, persona) in journey.personas.iter().zip(&mut made.personas) {
        let (mean, times) = (before.usefulness.mean, before.memory);
        let estimated = Evidence::new(Grounds::Estimated, source.clone());
        let others = [
            (Field::Usefulness, persona.usefulness.mean, (mean + usefulness.0, mean + usefulness.1)),
            (Field::Memory, persona.memory, ((times * memory.0).max(LEAST_MEMORY), times * memory.1)),
        ];
        for (field, best, (low, high)) in others {
            let Some(row) = field.on(PartKind::Persona).filter(|_| !is_measured(&before.evidence, field)) else {
                continue;
            };
            let (low, high) = (low.clamp(row.least, best), high.clamp(best, row.most));
            // Where nothing else fits as well, how far off it may be goes by its grounds.
            let (low, high) = if low < high { (Some(low), Some(high)) } else { (None, None) };
            persona.evidence.insert(field, Evidence { low, high, ..estimated.clone() });
        }
        if !is_measured(&before.evidence, Field::Tolerance) {
            persona.evidence.insert(Field::Tolerance, estimated);
        }
    }
    Ok(made)
}

/// The least and the most of each of the four.
pub(super) fn ranges(kinds: &[Candidate]) -> [(f64, f64); 4] {
    [0, 1, 2, 3].map(|n| {
        let value = |kind: &Candidate| match n {
            0 => kind.more_useful,
            1 => kind.spread.unwrap_or(0.0),
            2 => kind.memory,
            _ => f64::from(kind.tolerance),
        };
        let values = || kinds.iter().map(value);
        (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max))
    })
}
