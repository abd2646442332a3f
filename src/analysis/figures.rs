//! Figures with their noise, from sums and products over cells of customers.

use super::interval::{beside_bound, either_side, share, wider_by};
use super::report::{Estimate, Figures};
use crate::engine::{Moments, Ratio, UNIT, Variable};
use crate::model::limited;

/// The fewest cells, and people behind a mean, from which its noise can be told.
const FEWEST: f64 = 3.0;

/// What never happened in n tries may still in three of n.
const RULE_OF_THREE: f64 = 2.9957;

/// How much wider days are told for one buyer: a few long waits make most of their spread, and few buyers miss those.
/// Found by `make coverage`.
const LONG_WAITS_MISSED: f64 = 3.0;

/// How a figure is shown.
#[derive(Clone, Copy)]
struct Shown {
    /// Units of the ratio in one unit of the figure.
    scale: f64,
    /// Bounds of what it can be, in units of the ratio.
    low: f64,
    high: f64,
    kind: Kind,
}

/// What a figure is made of.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// People who do or do not: nothing but their number is needed.
    Counted,
    /// Events, of which people have more or fewer.
    Share,
    /// A mean of amounts.
    Amount,
    /// Events, of which people have any number.
    Events,
}

/// How a ratio is shown, where buyers are followed to a horizon [periods].
fn shown(ratio: Ratio, horizon: u32) -> Shown {
    let share = Shown { scale: 1.0, low: 0.0, high: 1.0, kind: Kind::Share };
    let amount = Shown { scale: 1.0, low: 0.0, high: f64::INFINITY, kind: Kind::Amount };
    match ratio {
        Ratio::Conversion | Ratio::Retention12 => Shown { kind: Kind::Counted, ..share },
        Ratio::Churn | Ratio::OfferSuccess => share,
        Ratio::Lifetime => Shown { high: f64::from(horizon), ..amount },
        Ratio::RevenuePerArrival | Ratio::DaysToPurchase => Shown { scale: 1.0 / UNIT, ..amount },
        Ratio::Complaints => Shown { kind: Kind::Events, ..amount },
        Ratio::Recommendation => Shown { scale: 100.0, low: -1.0, high: 1.0, ..amount },
    }
}

/// The shortest horizon within which retention at 12 can be told [periods].
pub(super) const RETENTION_NEEDS: u32 = 12;

/// The figures of one world whose buyers are followed to a horizon [periods].
pub(super) fn of(moments: &Moments, what_if: bool, horizon: u32) -> Figures {
    figures(horizon, |ratio| level(moments, ratio, what_if, horizon))
}

/// The paired differences, what-if minus today.
pub(super) fn differences(moments: &Moments, horizon: u32) -> Figures {
    figures(horizon, |ratio| difference(moments, ratio, horizon))
}

fn figures(horizon: u32, figure: impl Fn(Ratio) -> Option<Estimate>) -> Figures {
    Figures {
        conversion: figure(Ratio::Conversion),
        churn: figure(Ratio::Churn),
        retention_12: if horizon < RETENTION_NEEDS { None } else { figure(Ratio::Retention12) },
        lifetime: figure(Ratio::Lifetime),
        revenue_per_arrival: figure(Ratio::RevenuePerArrival),
        recommendation: figure(Ratio::Recommendation),
        offer_success: figure(Ratio::OfferSuccess),
        days_to_purchase: figure(Ratio::DaysToPurchase),
        complaints_per_period: figure(Ratio::Complaints),
    }
}

/// A ratio in one world.
#[derive(Clone, Copy)]
struct Parts {
    above: f64,
    below: f64,
    /// People whom it tells of.
    people: f64,
}

impl Parts {
    /// `None` if there is nothing to divide by.
    fn of(moments: &Moments, ratio: Ratio, what_if: bool) -> Option<Self> {
        let (numerator, denominator) = ratio.variables();
        let sum = |variable| moments.sum(what_if, variable) as f64;
        let below = sum(denominator);
        let people = sum(if ratio == Ratio::Conversion { Variable::Arrived } else { Variable::Bought });
        (below > 0.0).then(|| Self { above: sum(numerator), below, people })
    }

    fn value(self) -> f64 {
        self.above / self.below
    }

    /// What a single customer can make of it, in its own unit.
    fn one(self, shown: Shown, horizon: u32) -> f64 {
        match shown.kind {
            Kind::Counted => 1.0 / self.below,
            // Who leaves also lives no further period, and who is not sold to is not asked.
            Kind::Share => (1.0 + self.value() * f64::from(horizon)) / self.below,
            Kind::Amount if shown.high.is_finite() => (shown.high - shown.low) / self.below,
            // As much as a whole customer, and of events at least one.
            Kind::Amount => self.above / self.people.max(1.0) / self.below,
            Kind::Events => (self.above / self.people.max(1.0)).max(1.0) / self.below,
        }
    }
}

/// Standard error of a sum over cells with these weights on the ratio's four values, wider where there are few cells, or
/// few people in them. `None` where there are too few to tell.
fn error(moments: &Moments, ratio: Ratio, weights: [f64; 4], people: f64) -> Option<f64> {
    let mut sum = 0.0;
    for (i, a) in weights.iter().enumerate() {
        for (j, b) in weights.iter().enumerate() {
            sum += a * b * moments.product(ratio, i, j) as f64;
        }
    }
    let told_by = people.min(moments.cells() as f64);
    let missed = if ratio == Ratio::DaysToPurchase { LONG_WAITS_MISSED / people } else { 0.0 };
    let widened = || wider_by(told_by - 1.0) * (1.0 + missed);
    (told_by >= FEWEST).then(|| (sum.max(0.0) * told_by / (told_by - 1.0)).sqrt() * widened())
}

fn level(moments: &Moments, ratio: Ratio, what_if: bool, horizon: u32) -> Option<Estimate> {
    let parts = Parts::of(moments, ratio, what_if)?;
    let (shown, value) = (shown(ratio, horizon), parts.value());
    let scaled = |(low, high): (f64, f64)| Estimate { value, low, high }.times(shown.scale);
    if shown.kind == Kind::Counted {
        return Some(scaled(share(parts.above, parts.below)));
    }
    let (on_above, on_below) = (1.0 / parts.below, -value / parts.below);
    let weights = if what_if { [0.0, 0.0, on_above, on_below] } else { [on_above, on_below, 0.0, 0.0] };
    let Some(error) = error(moments, ratio, weights, parts.people) else {
        return Some(Estimate::untold(value * shown.scale));
    };
    Some(scaled(if shown.kind == Kind::Share {
        // As a share of so many events as would have this error if they had nothing to do with each other.
        let alone = value * (1.0 - value) / (error * error);
        let of = if alone < parts.below { alone } else { parts.below };
        share(value * of, of)
    } else {
        let one = parts.one(shown, horizon);
        let from_high = shown.high - value < value - shown.low;
        let distance = if from_high { shown.high - value } else { value - shown.low };
        let (low, high) = beside_bound(distance, error, one);
        let widest = shown.high - shown.low;
        let (low, high) = (low.min(widest), high.min(widest));
        if from_high { (shown.high - high, shown.high - low) } else { (shown.low + low, shown.low + high) }
    }))
}

fn difference(moments: &Moments, ratio: Ratio, horizon: u32) -> Option<Estimate> {
    let today = Parts::of(moments, ratio, false)?;
    let what_if = Parts::of(moments, ratio, true)?;
    let reach = moments.reach();
    let is_of_buying = matches!(ratio, Ratio::Conversion | Ratio::DaysToPurchase);
    if !(if is_of_buying { reach.buying } else { reach.anything }) {
        return Some(Estimate::NOTHING);
    }
    let shown = shown(ratio, horizon);
    let value = what_if.value() - today.value();
    let touched = moments.touched(ratio) as f64;
    let weights =
        [-1.0 / today.below, today.value() / today.below, 1.0 / what_if.below, -what_if.value() / what_if.below];
    let Some(error) = error(moments, ratio, weights, today.people.min(what_if.people)) else {
        return Some(Estimate::untold(value * shown.scale));
    };
    let one = today.one(shown, horizon).max(what_if.one(shown, horizon));
    let each = if touched > 0.0 && error > 0.0 { error / touched.sqrt() } else { one };
    Some(of_twins(value, each, touched, one).times(shown.scale))
}

/// A difference that is made by so many twins, each of whom moves it by about so much one way or the other. Whom none of
/// them is like could be three, who each move it by as much as `one` can.
fn of_twins(value: f64, each: f64, twins: f64, one: f64) -> Estimate {
    if each <= 0.0 {
        return Estimate { value, low: value, high: value };
    }
    // So many more moved it up than down.
    let more_up = limited(value / each, -twins, twins);
    let (below, above) = either_side((twins + more_up) / 2.0, (twins - more_up) / 2.0);
    let [below, above] = [below, above].map(|side| (each * side).max(RULE_OF_THREE * one));
    Estimate { value, low: value - below, high: value + above }
}

/// A paired difference of shares: so many more and so many fewer, of all. `None` if there is nobody. Where the change
/// cannot reach anybody it is nothing for certain.
pub fn paired(more: u64, fewer: u64, all: u64, is_reached: bool) -> Option<Estimate> {
    if !is_reached {
        return (all > 0).then_some(Estimate::NOTHING);
    }
    let (more, fewer, all) = (more as f64, fewer as f64, all as f64);
    let value = (more - fewer) / all;
    let (below, above) = either_side(more, fewer);
    // Who is one of the more is none of the fewer: where they are many, that narrows it.
    let part = if more + fewer > 0.0 { (1.0 - value * (more - fewer) / (more + fewer)).max(0.0).sqrt() } else { 1.0 };
    let [below, above] = [below, above].map(|side| side * part / all);
    (all > 0.0).then_some(Estimate { value, low: (value - below).max(-1.0), high: (value + above).min(1.0) })
}
