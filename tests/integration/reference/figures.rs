//! "What is reported": the figures of a cohort, each with the spread between customers, so that two runs can be compared.

use super::life::{Ending, Life};
use kedja::model::{Journey, Persona};
use std::collections::BTreeMap;

/// A figure of the report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    Conversion,
    Churn,
    Retention12,
    Lifetime,
    RevenuePerArrival,
    Recommendation,
    OfferSuccess,
    DaysToPurchase,
    ComplaintsPerPeriod,
    Promoters,
    Detractors,
    LostInLoops,
    Survival {
        tenure: usize,
    },
    MoodAtTenure {
        tenure: usize,
    },
    Rung {
        tenure: usize,
        rung: usize,
    },
    /// Would have left in that tenure, and were bound.
    Bound {
        tenure: usize,
    },
    MoodAfter {
        link: String,
    },
    Dropped {
        link: String,
    },
    DeadEnd {
        link: String,
    },
    Left {
        link: String,
    },
    OrPrice {
        link: String,
    },
    Met {
        link: String,
    },
    Failed {
        link: String,
    },
    Complaints {
        link: String,
    },
}

/// What a measure is a share or a mean of, when that is the same for every customer.
#[derive(PartialEq)]
enum Per {
    Arrival,
    Buyer,
    /// A ratio of two counts that differ between customers.
    Itself,
}

impl Measure {
    fn per(&self) -> Per {
        use Measure::*;
        match self {
            Conversion | RevenuePerArrival | LostInLoops => Per::Arrival,
            Rung { .. } | Bound { .. } | Dropped { .. } | DeadEnd { .. } | Left { .. } | OrPrice { .. } => Per::Arrival,
            Met { .. } | Failed { .. } | Complaints { .. } => Per::Arrival,
            Retention12 | Lifetime | Recommendation | DaysToPurchase => Per::Buyer,
            Promoters | Detractors | Survival { .. } => Per::Buyer,
            Churn | ComplaintsPerPeriod | OfferSuccess | MoodAtTenure { .. } | MoodAfter { .. } => Per::Itself,
        }
    }
}

/// The ratio of two sums over independent customers: Σx / Σy. A plain mean has y = 1 for each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ratio {
    /// Customers that were asked.
    pub added: f64,
    /// Of them those with an x that is not 0.
    pub with_x: f64,
    pub x: f64,
    pub y: f64,
    xx: f64,
    xy: f64,
    yy: f64,
}

impl Ratio {
    /// Something that happened to none of so many.
    pub fn nothing_of(customers: f64) -> Self {
        let mut ratio = Self::default();
        ratio.add_rest(customers);
        ratio
    }

    /// Adds one customer.
    fn add(&mut self, x: f64, y: f64) {
        self.added += 1.0;
        if x != 0.0 {
            self.with_x += 1.0;
        }
        self.x += x;
        self.y += y;
        self.xx += x * x;
        self.xy += x * y;
        self.yy += y * y;
    }

    /// Adds those to whom it did not happen: x = 0 and y = 1.
    fn add_rest(&mut self, customers: f64) {
        self.y += customers;
        self.yy += customers;
        self.added += customers;
    }

    /// `None` where there is nothing to count.
    pub fn value(&self) -> Option<f64> {
        (self.y > 0.0).then(|| self.x / self.y)
    }

    /// The variance of the value, times the number of customers in the whole run: divided by the number of customers of
    /// a run of any size it gives that run's squared standard error. By the delta method, exact for a plain mean.
    pub fn variance(&self, customers: f64) -> f64 {
        let value = self.x / self.y;
        let squares = self.xx - 2.0 * value * self.xy + value * value * self.yy;
        squares.max(0.0) * customers / (self.y * self.y)
    }
}

pub type Group = BTreeMap<Measure, Ratio>;

/// The figures of a cohort.
pub struct Figures {
    pub customers: f64,
    pub everybody: Group,
    pub by_persona: BTreeMap<String, Group>,
}

/// Counts a cohort, "for everybody and by persona". A measure that nobody gave anything to is absent.
pub fn count(journey: &Journey, lives: &[Life]) -> Figures {
    let of_persona = |persona: &Persona| {
        let theirs: Vec<&Life> = lives.iter().filter(|life| life.persona == persona.id.as_str()).collect();
        (persona.id.as_str().to_owned(), count_group(journey, &theirs))
    };
    Figures {
        customers: lives.len() as f64,
        everybody: count_group(journey, &lives.iter().collect::<Vec<_>>()),
        by_persona: journey.personas.iter().map(of_persona).collect(),
    }
}

fn count_group(journey: &Journey, lives: &[&Life]) -> Group {
    let mut group = main_figures(journey, lives);
    group.append(&mut further_figures(journey, lives));
    group
}

fn add(group: &mut Group, measure: Measure, x: f64, y: f64) {
    group.entry(measure).or_default().add(x, y);
}

/// The figures that come with an interval.
fn main_figures(journey: &Journey, lives: &[&Life]) -> Group {
    let mut group = Group::new();
    for life in lives {
        // "Conversion = bought / arrived."
        add(&mut group, Measure::Conversion, f64::from(life.bought()), 1.0);
        // "Revenue per arrival."
        add(&mut group, Measure::RevenuePerArrival, life.revenue(), 1.0);
        if life.offers_met > 0.0 {
            // "Share of offers that succeed."
            add(&mut group, Measure::OfferSuccess, life.offers_held, life.offers_met);
        }
        let Some(last) = life.periods.last() else { continue };
        let lived = life.periods_lived() as f64;
        // "Churn per period = left in a period / customer-periods lived … who leaves on that very day is counted apart."
        add(&mut group, Measure::Churn, f64::from(last.left && lived > 0.0), lived);
        // "Complaints = voiced after the purchase / customer-periods lived."
        let complaints: f64 = life.complaints.values().sum();
        add(&mut group, Measure::ComplaintsPerPeriod, complaints, lived);
        // "Retention … at 12."
        if journey.horizon >= 12 {
            add(&mut group, Measure::Retention12, f64::from(life.stands_at(12)), 1.0);
        }
        // "Mean lifetime within the horizon."
        add(&mut group, Measure::Lifetime, lived, 1.0);
        // "Recommendation (promoters − detractors, %)": "9 and over promoter, 6 and under detractor", "at the last tenure
        // lived".
        let side = f64::from(last.score >= 9.0) - f64::from(last.score <= 6.0);
        add(&mut group, Measure::Recommendation, 100.0 * side, 1.0);
        // "Days to purchase."
        add(&mut group, Measure::DaysToPurchase, life.days, 1.0);
    }
    group
}

/// What is counted by link and by tenure.
fn further_figures(journey: &Journey, lives: &[&Life]) -> Group {
    let mut group = Group::new();
    for life in lives {
        if let Ending::Dropped { link, dead_end, after_1000_visits } = &life.ending {
            add(&mut group, Measure::Dropped { link: link.clone() }, 1.0, 1.0);
            if *dead_end {
                add(&mut group, Measure::DeadEnd { link: link.clone() }, 1.0, 1.0);
            }
            if *after_1000_visits {
                add(&mut group, Measure::LostInLoops, 1.0, 1.0);
            }
        }
        if let Some(link) = &life.left {
            add(&mut group, Measure::Left { link: link.clone() }, 1.0, 1.0);
            if life.or_price {
                add(&mut group, Measure::OrPrice { link: link.clone() }, 1.0, 1.0);
            }
        }
        for (link, times) in &life.met {
            add(&mut group, Measure::Met { link: link.clone() }, *times, 1.0);
        }
        for (link, times) in &life.failed {
            add(&mut group, Measure::Failed { link: link.clone() }, *times, 1.0);
        }
        for (link, times) in &life.complaints {
            add(&mut group, Measure::Complaints { link: link.clone() }, *times, 1.0);
        }
        for (link, moods) in &life.moods_after {
            add(&mut group, Measure::MoodAfter { link: link.clone() }, *moods, life.met[link]);
        }
        for tenure in life.bound_in.iter().filter(|tenure| **tenure > 0) {
            add(&mut group, Measure::Bound { tenure: *tenure as usize }, 1.0, 1.0);
        }
        let Some(last) = life.periods.last() else { continue };
        if last.score >= 9.0 {
            add(&mut group, Measure::Promoters, 1.0, 1.0);
        }
        if last.score <= 6.0 {
            add(&mut group, Measure::Detractors, 1.0, 1.0);
        }
        for (tenure, period) in life.periods.iter().enumerate() {
            if tenure > 0 {
                add(&mut group, Measure::MoodAtTenure { tenure }, period.mood, 1.0);
            }
            if period.left {
                continue;
            }
            add(&mut group, Measure::Survival { tenure }, 1.0, 1.0);
            if tenure > 0 {
                add(&mut group, Measure::Rung { tenure, rung: period.rung as usize }, 1.0, 1.0);
            }
        }
    }
    // Who was not named above was there all the same.
    let arrived = lives.len() as f64;
    let bought = lives.iter().filter(|life| life.bought()).count() as f64;
    for tenure in 0..=usize::from(journey.horizon) {
        group.entry(Measure::Survival { tenure }).or_default();
    }
    for (measure, ratio) in &mut group {
        match measure.per() {
            Per::Arrival => ratio.add_rest(arrived - ratio.added),
            Per::Buyer => ratio.add_rest(bought - ratio.added),
            Per::Itself => {}
        }
    }
    group
}
