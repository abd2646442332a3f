//! The retention curve: today and what-if with its band, axes, and labels at the ends that keep clear of each other.

use super::geometry::{Point, Rect, polyline};
use super::scale::{Scale, Tick, period_axis};

/// One world's shares of customers still there, by tenure from 0 [0..1], with the band of simulation noise.
#[derive(Clone, Copy, Debug)]
pub struct RetentionCurve<'a> {
    pub value: &'a [f64],
    pub low: &'a [f64],
    pub high: &'a [f64],
}

/// One drawn curve.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnCurve {
    pub line: String,
    pub band: String,
    /// The last value [0..1], and where its label stands (baseline, beside the curve's end).
    pub end: f64,
    pub end_label: Point,
    /// Where the curve's own name stands: over or under its middle, clear of the other curve.
    pub name: Point,
}

/// The whole chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Retention {
    pub plot: Rect,
    pub x_ticks: Vec<Tick>,
    pub y_ticks: Vec<Tick>,
    pub today: DrawnCurve,
    pub what_if: Option<DrawnCurve>,
}

/// Room for the labels of the value axis, at the ends of the curves, over the plot and under it.
const LEFT: f64 = 42.0;
const RIGHT: f64 = 54.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 24.0;
/// Least distance between the baselines of two end labels.
const LABEL_GAP: f64 = 17.0;

/// Lays the chart out in a box of `width` by `height`. `None` without at least one period.
pub fn retention(today: RetentionCurve, what_if: Option<RetentionCurve>, width: f64, height: f64) -> Option<Retention> {
    let last = today.value.len().checked_sub(1).filter(|&last| last > 0)?;
    let plot = Rect::new(LEFT, TOP, (width - LEFT - RIGHT).max(40.0), (height - TOP - BOTTOM).max(40.0));
    let x = Scale { from: (0.0, last as f64), to: (plot.x, plot.right()) };
    let y = Scale { from: (0.0, 1.0), to: (plot.bottom(), plot.y) };
    let mut today_drawn = draw(&today, x, y)?;
    let mut what_if_drawn = what_if.as_ref().and_then(|curve| draw(curve, x, y));
    if let (Some(other), Some(curve)) = (&mut what_if_drawn, &what_if) {
        part(&mut today_drawn.end_label, &mut other.end_label, plot);
        let (at, ours, theirs) = (last * 2 / 5, middle(&today, x, y), middle(curve, x, y));
        let above = curve.value.get(at) >= today.value.get(at);
        let lift = |p: Point, up: bool| {
            Point::new(p.x, (p.y + if up { -14.0 } else { 22.0 }).clamp(plot.y + 10.0, plot.bottom() - 6.0))
        };
        other.name = lift(theirs, above);
        today_drawn.name = lift(ours, !above);
    }
    Some(Retention {
        plot,
        x_ticks: period_axis(x, last, width),
        y_ticks: [0.0, 0.5, 1.0].map(|share| y.tick(share)).to_vec(),
        today: today_drawn,
        what_if: what_if_drawn,
    })
}

fn middle(curve: &RetentionCurve, x: Scale, y: Scale) -> Point {
    let at = (curve.value.len() - 1) * 2 / 5;
    Point::new(x.at(at as f64), y.at(curve.value.get(at).copied().unwrap_or(0.0)))
}

fn draw(curve: &RetentionCurve, x: Scale, y: Scale) -> Option<DrawnCurve> {
    let points = |values: &[f64]| -> Vec<Point> {
        values.iter().enumerate().map(|(i, &v)| Point::new(x.at(i as f64), y.at(v))).collect()
    };
    let line = points(curve.value);
    let mut band = points(curve.high);
    band.extend(points(curve.low).into_iter().rev());
    let end = *curve.value.last()?;
    let last = *line.last()?;
    let mid = middle(curve, x, y);
    Some(DrawnCurve {
        line: polyline(&line),
        band: if band.is_empty() { String::new() } else { polyline(&band) + "Z" },
        end,
        end_label: Point::new(last.x + 8.0, last.y + 4.5),
        name: Point::new(mid.x, mid.y - 14.0),
    })
}

/// Moves two end labels apart, evenly, and back into the plot.
fn part(a: &mut Point, b: &mut Point, plot: Rect) {
    let gap = (a.y - b.y).abs();
    if gap < LABEL_GAP {
        let push = (LABEL_GAP - gap) / 2.0;
        let (upper, lower) = if a.y < b.y { (a, b) } else { (b, a) };
        upper.y -= push;
        lower.y += push;
        let under = (lower.y - plot.bottom()).max(0.0);
        upper.y -= under;
        lower.y -= under;
        let over = (plot.y + 4.0 - upper.y).max(0.0);
        upper.y += over;
        lower.y += over;
    }
}
