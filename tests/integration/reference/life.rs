//! What is written down of one life.

use std::collections::{BTreeMap, BTreeSet};

/// How the part of a life before the purchase ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Ending {
    Bought,
    /// The link it is booked on.
    Dropped {
        link: String,
        dead_end: bool,
        after_1000_visits: bool,
    },
}

/// How things stood at the end of one period of a customer's life.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    pub left: bool,
    pub rung: u32,
    pub mood: f64,
    /// Recommendation score, 0 to 10.
    pub score: f64,
    /// Paid within the period [prices].
    pub revenue: f64,
    /// Complaints voiced within the period, and failures met.
    pub complaints: f64,
    pub failures: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Life {
    pub persona: String,
    /// Calendar period of arrival.
    pub arrival: i32,
    /// From first contact to the purchase or the drop-out [days].
    pub days: f64,
    pub ending: Ending,
    /// The day of purchase, then tenure 1, 2 and so on up to the last one lived; empty for who did not buy.
    pub periods: Vec<Period>,
    /// The link, or "price", that the leaving is booked on.
    pub left: Option<String>,
    /// Whether a price a tenth lower would have kept them as well.
    pub or_price: bool,
    /// Tenures in which they would have left and were bound.
    pub bound_in: BTreeSet<u32>,
    pub met: BTreeMap<String, f64>,
    pub failed: BTreeMap<String, f64>,
    pub complaints: BTreeMap<String, f64>,
    /// Per touchpoint before the purchase: the sum of the moods right after it (as often as it was met).
    pub moods_after: BTreeMap<String, f64>,
    pub offers_met: f64,
    pub offers_held: f64,
}

impl Life {
    pub fn new(persona: &str, arrival: i32) -> Self {
        Self {
            persona: persona.to_owned(),
            arrival,
            days: 0.0,
            ending: Ending::Bought,
            periods: Vec::new(),
            left: None,
            or_price: false,
            bound_in: BTreeSet::new(),
            met: BTreeMap::new(),
            failed: BTreeMap::new(),
            complaints: BTreeMap::new(),
            moods_after: BTreeMap::new(),
            offers_met: 0.0,
            offers_held: 0.0,
        }
    }

    pub fn bought(&self) -> bool {
        self.ending == Ending::Bought
    }

    /// "A customer who leaves on the day of purchase has lived 0 periods; the period of leaving counts as lived."
    pub fn periods_lived(&self) -> usize {
        self.periods.len().saturating_sub(1)
    }

    /// Whether a buyer is still a customer at the end of this tenure.
    pub fn stands_at(&self, tenure: usize) -> bool {
        self.periods.get(tenure).is_some_and(|period| !period.left)
    }

    pub fn revenue(&self) -> f64 {
        self.periods.iter().map(|period| period.revenue).sum()
    }

    /// "The calendar period of the purchase is the arrival period + ⌊days / period length⌋", for any moment
    /// before the purchase.
    pub fn calendar_period(&self, days_per_period: f64) -> i32 {
        self.arrival + (self.days / days_per_period).floor() as i32
    }
}

pub fn add_one(counts: &mut BTreeMap<String, f64>, id: &str) {
    add(counts, id, 1.0);
}

pub fn add(sums: &mut BTreeMap<String, f64>, id: &str, amount: f64) {
    *sums.entry(id.to_owned()).or_insert(0.0) += amount;
}

/// The value account, with the mood M beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// G.
    pub gains: f64,
    /// P.
    pub pains: f64,
    /// M.
    pub mood: f64,
}
