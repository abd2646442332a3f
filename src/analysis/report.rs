//! What is reported of a cohort run (docs/model.md, "What is reported"). Its JSON is the shell's, kept stable by a test.

use crate::model::{LinkId, PersonaId};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;

/// A figure with its simulation noise: a 95 % interval that only more customers would narrow.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    pub value: f64,
    /// Ends of the interval; infinite, in JSON null, where there were too few to tell.
    #[serde(deserialize_with = "low_end")]
    pub low: f64,
    #[serde(deserialize_with = "high_end")]
    pub high: f64,
}

fn low_end<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
    end(from, f64::NEG_INFINITY)
}

fn high_end<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
    end(from, f64::INFINITY)
}

/// As bytes a number is read as it is; JSON has none that is infinite.
fn end<'de, D: Deserializer<'de>>(from: D, untold: f64) -> Result<f64, D::Error> {
    if from.is_human_readable() {
        Ok(Option::<f64>::deserialize(from)?.unwrap_or(untold))
    } else {
        f64::deserialize(from)
    }
}

impl Estimate {
    /// Nothing, without noise.
    pub(super) const NOTHING: Self = Self { value: 0.0, low: 0.0, high: 0.0 };

    /// A value of too few for its noise to be told.
    pub(super) fn untold(value: f64) -> Self {
        Self { value, low: f64::NEG_INFINITY, high: f64::INFINITY }
    }

    /// The noise, as it stands after a ±: how far the interval reaches on its longer side. `None` where there were too few
    /// to tell.
    pub fn noise(&self) -> Option<f64> {
        let noise = (self.high - self.value).max(self.value - self.low);
        noise.is_finite().then_some(noise)
    }

    /// The same in another unit, of which `factor` (not negative) make one of this.
    pub fn times(self, factor: f64) -> Self {
        Self { value: self.value * factor, low: self.low * factor, high: self.high * factor }
    }

    /// The sum with another figure of other customers: the noise of both is in it.
    pub fn and(self, other: Self) -> Self {
        let value = self.value + other.value;
        let below = libm::hypot(self.value - self.low, other.value - other.low);
        let above = libm::hypot(self.high - self.value, other.high - other.value);
        Self { value, low: value - below, high: value + above }
    }

    /// The difference seen from the other side: what was more is less.
    pub fn reversed(self) -> Self {
        Self { value: 0.0 - self.value, low: 0.0 - self.high, high: 0.0 - self.low }
    }

    /// True if noise does not explain it: the whole interval lies on one side of 0.
    pub fn tells(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }

    /// True if noise alone does not explain that it is above 0.
    pub fn is_above_zero(&self) -> bool {
        self.low > 0.0
    }
}

/// The figures of one world, or the paired differences between two. `None` where there is nothing to count (a mean
/// lifetime when nobody bought, an offer that nobody met, a retention at 12 within a shorter horizon).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Bought of arrived [0..1].
    pub conversion: Option<Estimate>,
    /// Left per customer-period lived [0..1 per period]. Who leaves on the day of purchase has lived none, and is counted
    /// apart.
    pub churn: Option<Estimate>,
    /// Still customers after 12 periods, of those who bought [0..1].
    pub retention_12: Option<Estimate>,
    /// Mean periods lived as a customer within the horizon [periods].
    pub lifetime: Option<Estimate>,
    /// [prices per arrival]
    pub revenue_per_arrival: Option<Estimate>,
    /// Promoters minus detractors of those who bought [-100..100].
    pub recommendation: Option<Estimate>,
    /// Offers that succeed, of those made [0..1].
    pub offer_success: Option<Estimate>,
    /// Mean days from first contact to the purchase, of those who bought [days].
    pub days_to_purchase: Option<Estimate>,
    /// Complaints voiced per customer-period lived [complaints per customer and period].
    pub complaints_per_period: Option<Estimate>,
}

/// What a leaving is booked on when no single failure explains it: stands beside the links in `left_by_link`.
pub const PRICE: &str = "price";

/// What happened to one population in one world.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Outcome {
    pub figures: Figures,
    /// Revenue per arrival in money, at the journey's own price as unit [money per arrival].
    pub revenue_per_arrival_money: Option<Estimate>,
    /// Share of buyers still there, by tenure from 0 [0..1].
    pub survival: Vec<f64>,
    /// 95 % band of `survival` [0..1].
    pub survival_low: Vec<f64>,
    pub survival_high: Vec<f64>,
    /// [customers]
    pub arrived: u64,
    pub bought: u64,
    pub left: u64,
    /// Of those, who left on the day of purchase [customers].
    pub left_at_once: u64,
    /// Customers dropped before the purchase, by the link that it is booked on [customers].
    pub dropped_by_link: BTreeMap<LinkId, u64>,
    /// Of those, dropped where no way led on, by touchpoint [customers].
    pub dead_ends_by_link: BTreeMap<LinkId, u64>,
    /// Customers who left, by the link whose failure drove them out, or "price" where they would have left without their
    /// heaviest failure too [customers].
    pub left_by_link: BTreeMap<LinkId, u64>,
    /// Of those by link, whom a price a tenth lower would have kept as well [customers].
    pub or_price_by_link: BTreeMap<LinkId, u64>,
    /// [encounters]
    pub met_by_link: BTreeMap<LinkId, u64>,
    pub failed_by_link: BTreeMap<LinkId, u64>,
    /// Complaints voiced [complaints].
    pub complaints_by_link: BTreeMap<LinkId, u64>,
    /// Customers standing on each rung at the end of each tenure from 1: `rungs[tenure - 1][rung]` [customers].
    pub rungs: Vec<Vec<u64>>,
    /// Customers who would have left in each tenure from 1 and stay because they are bound [customers].
    pub bound_by_tenure: Vec<u64>,
    /// Mean mood M right after meeting each touchpoint before the purchase [prices].
    pub mood_by_link: BTreeMap<LinkId, f64>,
    /// Mean mood M at the end of each tenure from 1, of those who lived it [prices].
    pub mood_by_tenure: Vec<f64>,
    /// The same for each persona; theirs is empty.
    pub by_persona: BTreeMap<PersonaId, Outcome>,
    /// Customers dropped for having made 1 000 visits; 0 in a sane journey.
    pub lost_in_loops: u64,
}

/// Fates today × what-if [customers]: rows today, columns what-if; in both the order dropped, left, stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fates(pub [[u64; 3]; 3]);

/// Paired differences, what-if minus today, over the same customers.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Difference {
    pub figures: Figures,
    /// Dropped today, buys in the what-if [customers].
    pub won: u64,
    /// Buys today, dropped in the what-if [customers].
    pub sale_lost: u64,
    /// Leaves today, stays in the what-if [customers].
    pub saved: u64,
    /// Stays today, leaves in the what-if [customers].
    pub lost: u64,
    /// Same fate in both [customers].
    pub unchanged: u64,
    /// False if the change cannot reach any of them: then nothing differs for certain, not by chance.
    pub reaches: bool,
    pub fates: Fates,
    /// The same for each persona; theirs is empty.
    pub by_persona: BTreeMap<PersonaId, Difference>,
}

impl Fates {
    /// All of several.
    pub fn sum(parts: &[[[u64; 3]; 3]]) -> Self {
        let mut sum = [[0; 3]; 3];
        for part in parts {
            for (sum, more) in sum.iter_mut().flatten().zip(part.iter().flatten()) {
                *sum += more;
            }
        }
        Self(sum)
    }

    /// Everybody [customers].
    pub fn all(&self) -> u64 {
        self.0.iter().flatten().sum()
    }

    /// Those who buy today and in the what-if: the customers of whom it can be asked whether the change saves them
    /// [customers].
    pub fn buy_in_both(&self) -> u64 {
        let [_, left, stays] = self.0;
        left[1] + left[2] + stays[1] + stays[2]
    }
}

impl Difference {
    /// The paired differences with what the fates say in people.
    pub(super) fn of(figures: Figures, fates: Fates, reaches: bool) -> Self {
        let [dropped, left, stays] = fates.0;
        Self {
            figures,
            won: dropped[1] + dropped[2],
            sale_lost: left[0] + stays[0],
            saved: left[2],
            lost: stays[1],
            unchanged: dropped[0] + left[1] + stays[2],
            reaches,
            fates,
            by_persona: BTreeMap::new(),
        }
    }
}

/// A value today and in the what-if.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TodayAndWhatIf<T> {
    pub today: T,
    pub what_if: Option<T>,
}

/// Answers without noise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Exact {
    pub conversion: TodayAndWhatIf<f64>,
}

/// A cohort run: today's world and, where there is a change, the what-if's, over the same customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Version of the model; another version may give other numbers for the same seed.
    pub model: u32,
    /// Id of the journey.
    pub journey: String,
    /// Customers lived.
    pub customers: u64,
    pub seed: u64,
    pub today: Outcome,
    pub what_if: Option<Outcome>,
    pub difference: Option<Difference>,
    pub exact: Exact,
}
