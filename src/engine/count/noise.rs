//! Simulation noise, measured between cells of customers.
//!
//! Every figure is a ratio of two sums over customers. Consecutive customers form cells of equal size; from the cells'
//! sums and products the variance of any ratio, and of the paired difference of two, follows by the delta method.
//! All sums are whole numbers, so they add up to the same bits in any order.

use crate::engine::account::recommends;
use crate::engine::life::{Fate, Life};
use crate::engine::world::ChangeReach;
use serde::{Deserialize, Serialize};

/// Prices and days are counted in whole numbers of this part.
pub const UNIT: f64 = (1 << 20) as f64;

/// What is summed over customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variable {
    Arrived,
    Bought,
    Left,
    /// Periods lived.
    Periods,
    /// [1/UNIT prices]
    Revenue,
    /// Promoters minus detractors.
    Recommends,
    /// Still there after 12 periods.
    Stays12,
    /// Days to the purchase [1/UNIT days].
    Days,
    OffersMade,
    OffersSold,
    /// Left in a period lived, not on the day of purchase.
    LeftLater,
    /// Complaints voiced.
    Complaints,
}

const VARIABLES: usize = 12;

/// A ratio of two sums, whose noise is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ratio {
    Conversion,
    Churn,
    Retention12,
    Lifetime,
    RevenuePerArrival,
    Recommendation,
    OfferSuccess,
    DaysToPurchase,
    Complaints,
}

impl Ratio {
    /// All ratios, each at its own index.
    pub const ALL: [Self; 9] = [
        Self::Conversion,
        Self::Churn,
        Self::Retention12,
        Self::Lifetime,
        Self::RevenuePerArrival,
        Self::Recommendation,
        Self::OfferSuccess,
        Self::DaysToPurchase,
        Self::Complaints,
    ];

    /// The numerator and the denominator.
    pub const fn variables(self) -> (Variable, Variable) {
        use Variable::*;
        match self {
            Self::Conversion => (Bought, Arrived),
            Self::Churn => (LeftLater, Periods),
            Self::Retention12 => (Stays12, Bought),
            Self::Lifetime => (Periods, Bought),
            Self::RevenuePerArrival => (Revenue, Arrived),
            Self::Recommendation => (Recommends, Bought),
            Self::OfferSuccess => (OffersSold, OffersMade),
            Self::DaysToPurchase => (Days, Bought),
            Self::Complaints => (Complaints, Periods),
        }
    }
}

/// The numerators and denominators of all ratios, by index.
const RATIOS: [(Variable, Variable); Ratio::ALL.len()] = {
    let mut ratios = [(Variable::Arrived, Variable::Arrived); Ratio::ALL.len()];
    let mut i = 0;
    while i < ratios.len() {
        ratios[i] = Ratio::ALL[i].variables();
        i += 1;
    }
    ratios
};

/// Periods at which retention is reported.
const AT_12: u32 = 12;

/// A value in fixed point, for values below 2³¹.
///
/// Adding 1.5 · 2⁵² leaves the nearest whole number in the lowest bits: a plain cast costs three times as much, since
/// it must look after what does not fit.
#[inline(always)]
pub(super) fn fixed(value: f64) -> i64 {
    const SHIFT: f64 = 6_755_399_441_055_744.0;
    (value * UNIT + SHIFT).to_bits().wrapping_sub(SHIFT.to_bits()) as i64
}

/// Whether somebody who bought is still there after 12 periods.
#[inline]
pub(super) fn stays_12(life: &Life) -> bool {
    life.fate == Fate::Stays || life.tenures > AT_12
}

/// Whether somebody left in a period that was lived, not on the day of purchase.
#[inline]
pub(super) fn left_later(life: &Life) -> bool {
    life.fate == Fate::Left && life.tenures > 0
}

/// Sums over customers in one world.
pub(super) type Sums = [i64; VARIABLES];

/// The sums of one life.
pub(super) fn sums_of(life: &Life) -> Sums {
    let mut sums = Sums::default();
    add_life(&mut sums, life);
    sums
}

/// Adds a life to sums.
#[inline]
pub(super) fn add_life(sums: &mut Sums, life: &Life) {
    use Variable::*;
    sums[Arrived as usize] += 1;
    if life.fate == Fate::Dropped {
        return;
    }
    sums[Bought as usize] += 1;
    sums[Left as usize] += i64::from(life.fate == Fate::Left);
    sums[Periods as usize] += i64::from(life.tenures);
    sums[Revenue as usize] += fixed(life.revenue);
    sums[Recommends as usize] += recommends(life.score);
    sums[Stays12 as usize] += i64::from(stays_12(life));
    sums[Days as usize] += fixed(life.days);
    sums[OffersMade as usize] += i64::from(life.offers_made);
    sums[OffersSold as usize] += i64::from(life.offers_sold);
    sums[LeftLater as usize] += i64::from(left_later(life));
    sums[Complaints as usize] += i64::from(life.complaints);
}

/// Sums over cells of the products of one ratio's two variables in two worlds: upper triangle over
/// (today's numerator, today's denominator, what-if's numerator, what-if's denominator).
type Products = [i128; 10];

/// Sums and products of a group of customers (everybody, or one persona).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moments {
    today: Sums,
    what_if: Sums,
    products: [Products; RATIOS.len()],
    /// Cells with anybody of them.
    cells: u64,
    /// Twins of whom one of the ratio's two variables is another in the what-if, by ratio.
    touched: [u64; RATIOS.len()],
    reach: ChangeReach,
}

impl Moments {
    pub(super) fn add_cell(&mut self, today: &Sums, what_if: &Sums) {
        self.cells += 1;
        for (sum, cell) in self.today.iter_mut().zip(today).chain(self.what_if.iter_mut().zip(what_if)) {
            *sum += cell;
        }
        for (products, (numerator, denominator)) in self.products.iter_mut().zip(RATIOS) {
            let (a, b) = (today[numerator as usize], today[denominator as usize]);
            let (c, d) = (what_if[numerator as usize], what_if[denominator as usize]);
            let pairs = [(a, a), (a, b), (a, c), (a, d), (b, b), (b, c), (b, d), (c, c), (c, d), (d, d)];
            for (product, (one, other)) in products.iter_mut().zip(pairs) {
                *product += i128::from(one) * i128::from(other);
            }
        }
    }

    /// What a cell adds where the what-if's sums are so much more than today's, beyond what it would add if they were the
    /// same.
    pub(super) fn add_more(&mut self, today: &Sums, more: &Sums) {
        for (sum, more) in self.what_if.iter_mut().zip(more) {
            *sum += more;
        }
        for (products, (numerator, denominator)) in self.products.iter_mut().zip(RATIOS) {
            let [n, d] = [numerator, denominator].map(|variable| i128::from(today[variable as usize]));
            let [of_n, of_d] = [numerator, denominator].map(|variable| i128::from(more[variable as usize]));
            if (of_n, of_d) == (0, 0) {
                continue;
            }
            // Today's own three products stay as they are.
            products[2] += n * of_n;
            products[3] += n * of_d;
            products[5] += d * of_n;
            products[6] += d * of_d;
            products[7] += (2 * n + of_n) * of_n;
            products[8] += n * of_d + d * of_n + of_n * of_d;
            products[9] += (2 * d + of_d) * of_d;
        }
    }

    /// Today's world beside itself.
    fn beside_itself(&self) -> Self {
        let twice = |[nn, nd, _, _, dd, ..]: Products| [nn, nd, nn, nd, dd, nd, dd, nn, nd, dd];
        let (touched, reach) = Default::default();
        Self {
            today: self.today,
            what_if: self.today,
            products: self.products.map(twice),
            cells: self.cells,
            touched,
            reach,
        }
    }

    /// Notes a pair of twins who differ.
    fn touch(&mut self, today: &Sums, what_if: &Sums) {
        for (touched, variables) in self.touched.iter_mut().zip(RATIOS) {
            let differs = |variable: Variable| today[variable as usize] != what_if[variable as usize];
            *touched += u64::from(differs(variables.0) || differs(variables.1));
        }
    }

    fn add(&mut self, other: &Self) {
        for (sum, more) in self.today.iter_mut().zip(other.today).chain(self.what_if.iter_mut().zip(other.what_if)) {
            *sum += more;
        }
        let theirs = other.products.iter().flatten();
        for (product, more) in self.products.iter_mut().flatten().zip(theirs) {
            *product += more;
        }
        self.cells += other.cells;
        for (touched, more) in self.touched.iter_mut().zip(other.touched) {
            *touched += more;
        }
        self.reach = self.reach.or(other.reach);
    }

    /// Cells with anybody of them.
    pub fn cells(&self) -> u64 {
        self.cells
    }

    /// Twins whose part in a ratio is another in the what-if.
    pub fn touched(&self, ratio: Ratio) -> u64 {
        self.touched[ratio as usize]
    }

    /// How far the change reaches.
    pub fn reach(&self) -> ChangeReach {
        self.reach
    }

    /// A sum in today's world, or in the what-if's.
    pub fn sum(&self, what_if: bool, variable: Variable) -> i64 {
        if what_if { self.what_if[variable as usize] } else { self.today[variable as usize] }
    }

    /// Sum over cells of the product of two of a ratio's four values: numerator and denominator today (0, 1) and in
    /// the what-if (2, 3).
    pub fn product(&self, ratio: Ratio, a: usize, b: usize) -> i128 {
        const ROWS: [usize; 4] = [0, 4, 7, 9];
        let (a, b) = (a.min(b), a.max(b));
        self.products[ratio as usize][ROWS[a] + b - a]
    }
}

/// The moments of everybody and of each persona.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noise {
    pub everybody: Moments,
    pub personas: Vec<Moments>,
}

impl Noise {
    /// The base world beside itself.
    pub(super) fn beside_itself(&self) -> Self {
        let personas = self.personas.iter().map(Moments::beside_itself).collect();
        Self { everybody: self.everybody.beside_itself(), personas }
    }

    /// The noise of nobody, with a reach for each persona.
    pub(super) fn new(reach: impl Iterator<Item = ChangeReach>) -> Self {
        let of = |reach| Moments { reach, ..Moments::default() };
        let personas: Vec<Moments> = reach.map(of).collect();
        let everybody = personas.iter().fold(ChangeReach::default(), |all, persona| all.or(persona.reach));
        Self { everybody: of(everybody), personas }
    }

    /// Notes a pair of twins who differ.
    pub(super) fn touch(&mut self, persona: usize, today: &Sums, what_if: &Sums) {
        self.everybody.touch(today, what_if);
        self.personas[persona].touch(today, what_if);
    }

    /// Notes a pair of twins.
    pub(super) fn note_twins(&mut self, today: &Life, what_if: &Life) {
        if today != what_if {
            self.touch(today.persona, &sums_of(today), &sums_of(what_if));
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.everybody.add(&other.everybody);
        for (mine, theirs) in self.personas.iter_mut().zip(&other.personas) {
            mine.add(theirs);
        }
    }
}
