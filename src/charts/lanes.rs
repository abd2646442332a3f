//! The lanes under the chain: one column for each touchpoint in the order of the flow, the emotion curve over them, and
//! what each gives and takes as bars on one scale.

use super::chain::flow;
use super::geometry::{Point, polyline};
use super::scale::{Scale, Tick, part, period_ticks};
use crate::model::{Journey, LinkId};

/// Narrower a column never is: a journey of many touchpoints is as wide as it has to be.
const NARROWEST: f64 = 58.0;

/// The columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// The touchpoints, in the order of the flow.
    pub links: Vec<LinkId>,
    /// How many of them stand before the purchase.
    pub before: usize,
    /// Width of one.
    pub column: f64,
}

impl Columns {
    /// The columns of a journey in a width.
    pub fn of(journey: &Journey, width: f64) -> Self {
        let (before, after) = flow(journey);
        let id = |i: &usize| journey.touchpoints.get(*i).map(|t| t.id.clone());
        let links: Vec<LinkId> = before.iter().chain(&after).filter_map(id).collect();
        let column = (width / links.len().max(1) as f64).max(NARROWEST);
        Self { links, before: before.len(), column }
    }

    pub fn width(&self) -> f64 {
        self.column * self.links.len() as f64
    }

    /// Neighbours with the same value as one run: value and number of columns. None reaches over the purchase.
    pub fn runs<T: PartialEq>(&self, value: impl Fn(&LinkId) -> T) -> Vec<(T, usize)> {
        let mut runs: Vec<(T, usize)> = Vec::new();
        for (place, link) in self.links.iter().enumerate() {
            let value = value(link);
            match runs.last_mut() {
                Some((same, columns)) if *same == value && place != self.before => *columns += 1,
                _ => runs.push((value, 1)),
            }
        }
        runs
    }
}

/// Gains up and pains down from one line, on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Accounts {
    /// Where the line stands, from the top.
    pub zero: f64,
    /// Height of each gain and of each pain.
    pub bars: Vec<(f64, f64)>,
}

/// Lays out gains and pains [prices, not negative] in a height.
pub fn accounts(values: &[(f64, f64)], height: f64) -> Accounts {
    let gain = values.iter().fold(0.0, |most, v| v.0.max(most));
    let pain = values.iter().fold(0.0, |most, v| v.1.max(most));
    let unit = if gain + pain > 0.0 { height / (gain + pain) } else { 0.0 };
    Accounts { zero: gain * unit, bars: values.iter().map(|(g, p)| (g * unit, p * unit)).collect() }
}

/// The mood of one group in one world [prices].
#[derive(Clone, Debug, PartialEq)]
pub struct Mood<'a> {
    /// Right after each touchpoint before the purchase, in the order of the columns; `None` where nobody came.
    pub before: Vec<Option<f64>>,
    /// At the end of each period as a customer from 1.
    pub after: &'a [f64],
}

/// One drawn mood.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub before: String,
    /// The points of `before`.
    pub dots: Vec<Point>,
    pub after: String,
    /// Where the label at its end stands; `None` without customers.
    pub end: Option<Point>,
}

/// The emotion curve: by touchpoint up to the purchase, by period as a customer after it.
#[derive(Clone, Debug, PartialEq)]
pub struct MoodCurve {
    pub lines: Vec<Line>,
    /// Where the mood is 0.
    pub zero: f64,
    /// Highest and lowest mood, where they are not 0.
    pub y_ticks: Vec<Tick>,
    /// Periods as a customer.
    pub x_ticks: Vec<Tick>,
    /// Between the two parts.
    pub purchase: f64,
    /// Where the second part ends.
    pub last: f64,
}

/// Room over and under the curve, beside the second part and at its end.
const EDGE: f64 = 14.0;
const BESIDE: f64 = 16.0;
const LABELS: f64 = 150.0;
/// From one label to the next.
const GAP: f64 = 15.0;

/// Lays moods out over columns in a height. The lines come in the order of the moods.
pub fn curve(columns: &Columns, moods: &[Mood], height: f64) -> MoodCurve {
    let values = || moods.iter().flat_map(|m| m.before.iter().flatten().chain(m.after).copied());
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let span = if high > low { (low, high) } else { (0.0, 1.0) };
    let y = Scale { from: span, to: (height - EDGE, EDGE) };
    let purchase = columns.column * columns.before as f64;
    let last = (columns.width() - LABELS).max(purchase + BESIDE + 40.0);
    let periods = moods.iter().map(|m| m.after.len()).max().unwrap_or(0);
    let x = Scale { from: (1.0, periods.max(2) as f64), to: (purchase + BESIDE, last) };
    let mut lines: Vec<Line> = moods
        .iter()
        .map(|mood| {
            let column =
                |(i, v): (usize, &Option<f64>)| Some(Point::new(columns.column * (i as f64 + 0.5), y.at((*v)?)));
            let dots: Vec<Point> = mood.before.iter().enumerate().filter_map(column).collect();
            let period = |(i, v): (usize, &f64)| Point::new(x.at(i as f64 + 1.0), y.at(*v));
            let after: Vec<Point> = mood.after.iter().enumerate().map(period).collect();
            Line {
                before: polyline(&dots),
                dots,
                end: after.last().map(|p| Point::new(last + 8.0, p.y + 4.0)),
                after: polyline(&after),
            }
        })
        .collect();
    let mut ends: Vec<&mut f64> = lines.iter_mut().filter_map(|l| l.end.as_mut()).map(|end| &mut end.y).collect();
    part(&mut ends, GAP, (10.0, height - 2.0));
    MoodCurve {
        lines,
        zero: y.at(0.0),
        y_ticks: [high, low].into_iter().filter(|v| *v != 0.0).map(|value| y.tick(value)).collect(),
        x_ticks: period_ticks(periods, 6)
            .into_iter()
            .map(|p| p.max(1))
            .map(|p| x.tick(p as f64))
            .filter(|_| periods > 0)
            .collect(),
        purchase,
        last,
    }
}
