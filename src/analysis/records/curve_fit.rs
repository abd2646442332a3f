//! Fits a journey to a curve of who stays, by simulation: how useful the product is, how much customers differ in that, how long
//! they remember, and how many failures they put up with. Many quite different customers can make the same curve, so the
//! answer is a band: every curve that fits as well, told on into periods that nobody has seen.
//!
//! Nothing is drawn by chance: places to try are those of Halton's sequence (1960), then those that what
//! fits so far points at. The caller lives each of them, in whatever way it has, and tells what came of it.

use crate::model::data::StayingCurve;
use crate::model::fields::PartKind;
use crate::model::{
    CheckedJourney, Evidence, Field, Grounds, Journey, Persona, PersonaChange, Problem, Scenario, Text, defaults,
};
use serde::{Deserialize, Serialize};

/// What is fitted, of all personas together.
pub const FITTED: [Field; 4] = [Field::Usefulness, Field::Spread, Field::Memory, Field::Tolerance];

/// Places tried at first, then in each later round, and how many rounds there are.
const FIRST: usize = 144;
const LATER: usize = 40;
const ROUNDS: usize = 7;
/// Places that later ones are made of, also where fewer fit as well.
const FEWEST: usize = 16;
/// How far what fits as well may be off in all, in chi-squares of four freedoms at 95 %.
const AS_WELL: f64 = 9.488;
/// Buyers that each place is lived with.
const BUYERS: f64 = 3_000.0;
/// People behind a table of shares, where nobody says how many they are. Assumption.
const PEOPLE: f64 = 1_000.0;
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
    /// The spread of usefulness of every persona [prices].
    pub spread: f64,
    /// Times the memory of every persona.
    pub memory: f64,
    /// Added to the tolerance of every persona [rungs].
    pub tolerance: i8,
}

impl Candidate {
    /// From a place in the unit box.
    fn at(place: &[f64; 4]) -> Self {
        let value = |n: usize| BOX[n].0 + (BOX[n].1 - BOX[n].0) * place[n].clamp(0.0, 1.0);
        let hundredths = |value: f64| (value * 100.0).round() / 100.0;
        Self {
            more_useful: hundredths(value(0)),
            spread: SPREADS[((place[1].clamp(0.0, 1.0) * SPREADS.len() as f64) as usize).min(SPREADS.len() - 1)],
            memory: hundredths(libm::exp2(value(2))),
            tolerance: value(3).round() as i8,
        }
    }

    /// Their own part of each of the four, for telling how far apart those that fit are [0..1].
    fn place(&self) -> [f64; 4] {
        let part = |n: usize, value: f64| (value - BOX[n].0) / (BOX[n].1 - BOX[n].0);
        [
            part(0, self.more_useful),
            (SPREADS.iter().filter(|spread| **spread < self.spread).count() as f64 + 0.5) / SPREADS.len() as f64,
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
            for (quality, value) in self.qualities_of(persona) {
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
            persona.usefulness.spread = self.spread;
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
        persona.tolerance.saturating_add_signed(self.tolerance).clamp(1, defaults::MAX_TOLERANCE)
    }

    /// What else is other about the customers, as a scenario of that journey.
    pub fn scenario(&self, journey: &Journey) -> Scenario {
        let of = |persona: &Persona| {
            let change = |(quality, value)| PersonaChange { persona: persona.id.clone(), quality, value };
            self.qualities_of(persona).map(change)
        };
        Scenario { qualities: journey.personas.iter().flat_map(of).collect(), ..Scenario::default() }
    }

    fn qualities_of(&self, persona: &Persona) -> [(Field, f64); 3] {
        let within = |field: Field, value: f64| {
            let row = field.on(PartKind::Persona);
            (field, row.map_or(value, |row| value.clamp(row.least, row.most)))
        };
        [
            within(Field::Usefulness, persona.usefulness.mean + self.more_useful),
            within(Field::Memory, (persona.memory * self.memory).max(LEAST_MEMORY)),
            within(Field::Tolerance, f64::from(self.tolerance_of(persona))),
        ]
    }
}

/// Customers who were lived, and how far off they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LivedKind {
    pub candidate: Candidate,
    /// Share still there, by period from 0 [0..1].
    pub shares: Vec<f64>,
    /// Twice the logarithm of how much better a perfect curve would explain the counts.
    pub misfit: f64,
}

/// A fit under way.
#[derive(Clone, Debug)]
pub struct CurveFit {
    curve: StayingCurve,
    round: usize,
    tried: Vec<LivedKind>,
}

/// A fit that is done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FittedCurve {
    pub best: LivedKind,
    /// The lowest and the highest share still there of all curves that fit as well, by period from 0 [0..1].
    pub low: Vec<f64>,
    pub high: Vec<f64>,
    /// The curve of the best, less the one that was counted, by period from 1 [0..1].
    pub residuals: Vec<f64>,
    /// How many were tried, and how many fit as well.
    pub tried: usize,
    pub as_well: usize,
    /// The least and the most of each of [`FITTED`] among those: added usefulness, spread, times the memory, added rungs.
    pub ranges: [(f64, f64); 4],
    /// Those of [`FITTED`] that the curve says little about: half of all that was tried fits as well.
    pub unknown: Vec<Field>,
    /// Whether the curve can be made at all, within what counting so many people leaves open.
    pub is_made: bool,
}

impl CurveFit {
    /// Begins a fit.
    pub fn new(curve: &StayingCurve) -> Self {
        Self { curve: curve.clone(), round: 0, tried: Vec::new() }
    }

    /// Customers to live for each candidate, where so many of them buy [0..1].
    pub fn customers(conversion: f64) -> u64 {
        (BUYERS / conversion.max(1e-3)).clamp(BUYERS, 200_000.0) as u64
    }

    /// Part of the work that is done [0..1].
    pub fn progress(&self) -> f64 {
        self.tried.len() as f64 / (FIRST + ROUNDS * LATER) as f64
    }

    /// Whom to live next; nobody when the fit is done.
    pub fn next_round(&mut self) -> Vec<Candidate> {
        let round = self.round;
        self.round += 1;
        if round == 0 {
            return (1..=FIRST).map(|n| Candidate::at(&halton(n))).collect();
        }
        if round > ROUNDS || self.tried.is_empty() {
            return Vec::new();
        }
        let best = self.best().misfit;
        let mut near: Vec<&LivedKind> = self.tried.iter().collect();
        near.sort_by(|a, b| a.misfit.total_cmp(&b.misfit));
        let fit = near.iter().filter(|tried| tried.misfit <= best + AS_WELL).count();
        near.truncate(fit.max(FEWEST));
        // Of all that fit as well, those outermost that tell the least and the most of the last period.
        let last = |tried: &LivedKind| tried.shares.last().copied().unwrap_or(0.0);
        let mut outermost: Vec<&LivedKind> = near[..fit].to_vec();
        outermost.sort_by(|a, b| last(a).total_cmp(&last(b)));
        let places = |kinds: &[&LivedKind]| kinds.iter().map(|kind| kind.candidate.place()).collect::<Vec<_>>();
        let (near, outermost) = (places(&near), places(&outermost));
        (0..LATER).map(|n| Candidate::at(&next_place(round, n, &near, &outermost))).collect()
    }

    /// What came of a candidate who was lived: the share still there, by period from 0, of so many buyers.
    pub fn tell(&mut self, candidate: Candidate, shares: &[f64], buyers: u64) {
        let misfit = self.misfit(shares, buyers as f64);
        if misfit.is_finite() {
            self.tried.push(LivedKind { candidate, shares: shares.to_vec(), misfit });
        }
    }

    fn best(&self) -> &LivedKind {
        // The first of those as good.
        let better = |best: usize, at: usize| if self.tried[at].misfit < self.tried[best].misfit { at } else { best };
        &self.tried[(0..self.tried.len()).fold(0, better)]
    }

    fn misfit(&self, shares: &[f64], buyers: f64) -> f64 {
        let first = self.curve.points.first().map_or(0.0, |point| point.there);
        let mut sum = 0.0;
        for (n, point) in self.curve.points.iter().enumerate() {
            let (Some(before), Some(after)) = (if n == 0 { Some(&1.0) } else { shares.get(n) }, shares.get(n + 1))
            else {
                return f64::INFINITY;
            };
            if point.there <= 0.0 {
                continue;
            }
            let seen = if self.curve.are_people { point.there } else { point.there / first * PEOPLE };
            // What is simulated has its own noise.
            let weight = seen * (buyers * before) / (seen + buyers * before).max(1.0);
            let stays = (after / before.max(1e-9)).clamp(0.5 / buyers, 1.0 - 0.5 / buyers);
            let stayed = point.stayed / point.there;
            let part = |seen: f64, told: f64| if seen > 0.0 { seen * libm::log(seen / told) } else { 0.0 };
            sum += 2.0 * weight * (part(stayed, stays) + part(1.0 - stayed, 1.0 - stays));
        }
        sum
    }

    /// What the fit says; `None` where nothing could be lived.
    pub fn fitted(&self) -> Option<FittedCurve> {
        if self.tried.is_empty() {
            return None;
        }
        let best = self.best().clone();
        let as_well: Vec<&LivedKind> =
            self.tried.iter().filter(|tried| tried.misfit <= best.misfit + AS_WELL).collect();
        let periods = best.shares.len();
        let over = |pick: fn(f64, f64) -> f64| -> Vec<f64> {
            let at = |n: usize| as_well.iter().filter_map(|t| t.shares.get(n)).copied().reduce(pick).unwrap_or(0.0);
            (0..periods).map(at).collect()
        };
        let counted = self.curve.shares();
        let residual = |n: usize| best.shares.get(n).map(|share| share - counted[n]);
        let residuals = (1..counted.len()).filter_map(residual).collect();
        let of = |n: usize| {
            let value = |t: &LivedKind| match n {
                0 => t.candidate.more_useful,
                1 => t.candidate.spread,
                2 => t.candidate.memory,
                _ => f64::from(t.candidate.tolerance),
            };
            let values = || as_well.iter().map(|t| value(t));
            (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max))
        };
        let width = |n: usize| {
            let places = || as_well.iter().map(|t| t.candidate.place()[n]);
            places().fold(0.0, f64::max) - places().fold(1.0, f64::min)
        };
        let unknown = (0..4).filter(|n| width(*n) > 0.5).map(|n| FITTED[n]).collect();
        let is_made = best.misfit <= AS_WELL + 2.0 * self.curve.points.len() as f64;
        Some(FittedCurve {
            low: over(f64::min),
            high: over(f64::max),
            residuals,
            tried: self.tried.len(),
            as_well: as_well.len(),
            ranges: [of(0), of(1), of(2), of(3)],
            unknown,
            is_made,
            best,
        })
    }
}

impl FittedCurve {
    /// The journey with the customers that fit best. Their usefulness, memory and tolerance say their source, and the first two
    /// between which values others fit as well.
    ///
    /// # Errors
    /// What is wrong with that journey.
    pub fn applied(&self, journey: &Journey, source: &Text) -> Result<Journey, Vec<Problem>> {
        let applied = self.best.candidate.applied(journey, journey.horizon)?;
        let mut made = Journey::clone(&applied);
        let [usefulness, _, memory, _] = self.ranges;
        for (before, persona) in journey.personas.iter().zip(&mut made.personas) {
            let (mean, times) = (before.usefulness.mean, before.memory);
            let estimated = Evidence::new(Grounds::Estimated, source.clone());
            let others = [
                (Field::Usefulness, persona.usefulness.mean, (mean + usefulness.0, mean + usefulness.1)),
                (Field::Memory, persona.memory, ((times * memory.0).max(LEAST_MEMORY), times * memory.1)),
            ];
            for (field, best, (low, high)) in others {
                let Some(row) = field.on(PartKind::Persona) else { continue };
                let (low, high) = (low.clamp(row.least, best), high.clamp(best, row.most));
                // Where nothing else fits as well, how far off it may be goes by its grounds.
                let (low, high) = if low < high { (Some(low), Some(high)) } else { (None, None) };
                persona.evidence.insert(field, Evidence { low, high, ..estimated.clone() });
            }
            persona.evidence.insert(Field::Tolerance, estimated);
        }
        Ok(made)
    }
}

/// A place to try in a later round, out of those near the best, and of those that fit as well by what they tell of the last
/// period.
fn next_place(round: usize, n: usize, near: &[[f64; 4]], outermost: &[[f64; 4]]) -> [f64; 4] {
    let draw = halton(FIRST + round * LATER + n);
    let picked = |at: usize| near[((draw[at] * near.len() as f64) as usize).min(near.len() - 1)];
    let step = |at: usize, width: f64| (draw[at] - 0.5) * width;
    let width = 0.5 / (1.0 + round as f64);
    let (from, by): ([f64; 4], [f64; 4]) = match n % 4 {
        // Around the best.
        0 => (near[(n / 4) % near.len().min(6)], [0, 1, 2, 3].map(|at| step(at, width))),
        // One of the four at its whole length: what the curve doesn't tell is found at its other end too, and not only near
        // where the best happens to lie.
        1 => {
            let (from, across) = (near[(n / 4) % near.len()], (n / 4) % 4);
            let by = |at| if at == across { draw[at] - from[at] } else { step(at, width / 4.0) };
            (from, [0, 1, 2, 3].map(by))
        }
        // From one as another lies from a third, so that the places follow what fits wherever it bends (Storn and Price 1997).
        2 => {
            let (one, other) = (picked(0), picked(1));
            (picked(2), [0, 1, 2, 3].map(|at| 0.7 * (one[at] - other[at])))
        }
        // Outwards from the outermost, so that the band is as wide as it is.
        _ => {
            let rank = ((n / 8) % 3).min(outermost.len() - 1);
            let from = outermost[if n % 8 == 3 { rank } else { outermost.len() - 1 - rank }];
            let inner = picked(0);
            (from, [0, 1, 2, 3].map(|at| 0.6 * draw[3] * (from[at] - inner[at]) + step(at, width / 4.0)))
        }
    };
    [0, 1, 2, 3].map(|at| (from[at] + by[at]).clamp(0.0, 1.0))
}

/// A place of Halton's sequence, which fills the unit box evenly.
fn halton(n: usize) -> [f64; 4] {
    [2, 3, 5, 7].map(|base| {
        let (mut n, mut part, mut place) = (n, 1.0, 0.0);
        while n > 0 {
            part /= base as f64;
            place += part * (n % base) as f64;
            n /= base;
        }
        place
    })
}
