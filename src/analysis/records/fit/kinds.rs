//! Kinds of customer, tried until they do what was counted of customers. Few visitors of each are lived, always the same ones; how far
//! off these very visitors are is learnt from kinds of whom many more are lived.

use super::candidate::{Candidate, ranges};
use super::search::{CLOSE, PLACES, ROUNDS, TriedPlace, best_of, near, places, widths};
use crate::analysis::interval::Z95;
use crate::analysis::records::judge::{simulated, step_of};
use crate::analysis::report::Outcome;
use crate::model::{Field, OwnCount, OwnFigure, OwnFigures};

/// What customers are told by.
pub(super) const OF_CUSTOMERS: [OwnFigure; 3] = [OwnFigure::Churn, OwnFigure::Retention12, OwnFigure::Recommendation];
/// The chi-square of three freedoms at 95 %.
const AS_WELL: f64 = 7.815;
/// Of many kinds that do as well the nearest is taken: how much a whole side of the box counts beside the figures, in chi-squares.
const FAR: f64 = 1.0;
/// Kinds of whom many are lived after each round, and after the last.
const SIEVED: usize = 3;
const LAST: usize = 8;
/// Rounds closer and closer to the best, once the whole box has been searched.
const CLOSER: usize = 6;
/// What is left of the noise of few visitors once it is known how far off those very visitors are. Assumption.
const COMMON: f64 = 0.5;

/// The customers who do best what was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct FittedCustomers {
    pub best: Candidate,
    /// How many kinds were tried, and how many of them do it as well.
    pub tried: usize,
    pub as_well: usize,
    /// The least and the most among those: added usefulness, spread, times the memory, added rungs.
    pub ranges: [(f64, f64); 4],
    /// What the figures say little about: half of all that was tried does as well.
    pub unknown: Vec<Field>,
}

/// One of the figures, as it was counted.
#[derive(Clone, Copy, Debug)]
struct Target {
    figure: OwnFigure,
    own: f64,
    /// Standard error of counting so few, or of writing so few digits.
    error: f64,
}

impl Target {
    fn of(figure: OwnFigure, count: OwnCount) -> Self {
        let share = count.value;
        let error = match count.of {
            Some(of) if figure.bounds() == (0.0, 1.0) => (share * (1.0 - share) / of.max(1.0)).sqrt(),
            // Any value of a digit's width is as likely.
            _ => step_of(count.value, figure) / 12_f64.sqrt(),
        };
        Self { figure, own: count.value, error }
    }
}

/// What came of one kind, of each target: its value and its noise.
#[derive(Clone, Debug)]
struct Kind {
    candidate: Candidate,
    is_large: bool,
    told: Vec<(f64, f64)>,
}

/// Kinds that were tried, and those that are being lived.
#[derive(Clone, Debug)]
pub(super) struct KindsTried {
    targets: Vec<Target>,
    round: usize,
    /// Each with whether many of it are lived.
    pub asked: Vec<(Candidate, bool)>,
    tried: Vec<Kind>,
    /// How much lower the few visitors are than many, by target.
    off: Vec<f64>,
}

impl KindsTried {
    /// How many are tried in all, about.
    pub const ALL: f64 = (PLACES + CLOSER * CLOSE + (ROUNDS + CLOSER) * SIEVED + LAST) as f64;

    /// For those figures of customers of which something can be told.
    pub fn new(own: &OwnFigures, is_told: impl Fn(OwnFigure) -> bool) -> Self {
        let target = |figure| own.get(figure).map(|count| Target::of(figure, count));
        let targets: Vec<Target> =
            OF_CUSTOMERS.into_iter().filter(|figure| is_told(*figure)).filter_map(target).collect();
        let off = vec![0.0; targets.len()];
        Self { targets, round: 0, asked: Vec::new(), tried: Vec::new(), off }
    }

    /// How many were tried.
    pub fn len(&self) -> usize {
        self.tried.len()
    }

    /// Asks for the next kinds; for none once all are tried.
    pub fn ask(&mut self) {
        let known: Vec<TriedPlace> = self.tried.iter().map(|kind| self.judged(kind)).collect();
        let closer = (self.round > ROUNDS).then(|| self.round - ROUNDS - 1);
        let places = match closer {
            None => places(self.round, &known),
            Some(n) if n < CLOSER => near(n, &known),
            Some(_) => Vec::new(),
        };
        let few = places.into_iter().map(|place| Candidate { spread: None, ..Candidate::at(&place) });
        self.asked = few.map(|kind| (kind, false)).collect();
        if self.round == 0 {
            self.asked.extend([(Candidate::AS_THEY_ARE, false), (Candidate::AS_THEY_ARE, true)]);
        } else if closer.is_none_or(|n| n <= CLOSER) {
            let best = self.best(if closer == Some(CLOSER) { LAST } else { SIEVED });
            self.asked.extend(best.into_iter().map(|kind| (kind, true)));
        }
        self.round += 1;
    }

    /// The best of whom no large number has been lived yet.
    fn best(&self, many: usize) -> Vec<Candidate> {
        let is_known = |kind: &Kind| self.tried.iter().any(|one| one.is_large && one.candidate == kind.candidate);
        let mut few: Vec<(f64, Candidate)> = Vec::new();
        for kind in self.tried.iter().filter(|kind| !kind.is_large && !is_known(kind)) {
            if !few.iter().any(|(_, known)| *known == kind.candidate) {
                few.push((self.judged(kind).misfit, kind.candidate));
            }
        }
        few.sort_by(|a, b| a.0.total_cmp(&b.0));
        few.into_iter().take(many).map(|(_, kind)| kind).collect()
    }

    /// What came of the kind that was asked for at this place.
    pub fn take(&mut self, at: usize, outcome: Option<&Outcome>) {
        let (Some((candidate, is_large)), Some(outcome)) = (self.asked.get(at).copied(), outcome) else { return };
        let told = |target: &Target| {
            let estimate = simulated(outcome, target.figure)?;
            Some((estimate.value, (estimate.high - estimate.low) / (2.0 * Z95)))
        };
        let told: Option<Vec<(f64, f64)>> = self.targets.iter().map(told).collect();
        self.tried.extend(told.map(|told| Kind { candidate, is_large, told }));
    }

    /// Learns how far off the few visitors are, from the newest kinds that were lived both ways: they are the nearest to what fits.
    pub fn learn(&mut self) {
        let both = self.tried.iter().rev().filter(|kind| kind.is_large).filter_map(|large| {
            let few = self.tried.iter().find(|few| !few.is_large && few.candidate == large.candidate)?;
            Some((large, few))
        });
        let both: Vec<(&Kind, &Kind)> = both.take(2 * SIEVED).collect();
        let many = both.len().max(1) as f64;
        let off = |n: usize| both.iter().map(|(large, few)| large.told[n].0 - few.told[n].0).sum::<f64>() / many;
        self.off = (0..self.targets.len()).map(off).collect();
    }

    /// How far off a kind is from what was counted, in chi-squares.
    fn misfit(&self, kind: &Kind) -> f64 {
        let part = |((target, (value, noise)), off): ((&Target, &(f64, f64)), &f64)| {
            let (value, noise) = if kind.is_large { (*value, *noise) } else { (value + off, noise * COMMON) };
            (value - target.own) * (value - target.own) / (noise * noise + target.error * target.error).max(1e-18)
        };
        self.targets.iter().zip(&kind.told).zip(&self.off).map(part).sum()
    }

    /// The same, and how far from the journey's own customers it is.
    fn judged(&self, kind: &Kind) -> TriedPlace {
        let (place, home) = (kind.candidate.place(), Candidate::AS_THEY_ARE.place());
        let far: f64 = place.iter().zip(&home).map(|(a, b)| (a - b) * (a - b)).sum();
        let last = kind.told.first().map_or(0.0, |(value, _)| *value);
        TriedPlace { place, misfit: self.misfit(kind) + FAR * far, last }
    }

    /// The best of those of whom many were lived, and whether they do what was counted within what counting and writing leave open.
    pub fn found(&self) -> Option<(FittedCustomers, bool)> {
        let large: Vec<&Kind> = self.tried.iter().filter(|kind| kind.is_large).collect();
        let best = large[best_of(large.iter().map(|kind| self.judged(kind).misfit))?];
        let most = self.misfit(best) + AS_WELL;
        // Of a kind that was lived by few and by many, once.
        let distinct = |kinds: &mut dyn Iterator<Item = &Kind>| {
            let mut all: Vec<Candidate> = Vec::new();
            for kind in kinds {
                if !all.contains(&kind.candidate) {
                    all.push(kind.candidate);
                }
            }
            all
        };
        let tried = distinct(&mut self.tried.iter()).len();
        let as_well = distinct(&mut self.tried.iter().filter(|kind| self.misfit(kind) <= most));
        let widths = widths(&as_well);
        let fields = [(0, Field::Usefulness), (2, Field::Memory), (3, Field::Tolerance)];
        let found = FittedCustomers {
            best: best.candidate,
            tried,
            as_well: as_well.len(),
            ranges: ranges(&as_well),
            unknown: fields.into_iter().filter(|(n, _)| widths[*n] > 0.5).map(|(_, field)| field).collect(),
        };
        Some((found, self.misfit(best) <= AS_WELL))
    }
}
