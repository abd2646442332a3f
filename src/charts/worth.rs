//! One customer's worth at each reckoning against the felt price: a small curve for each twin.

use super::geometry::{Point, Rect, polyline};
use super::scale::Scale;

/// A drawn curve with its last point.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub path: String,
    pub end: Point,
}

/// The whole chart.
#[derive(Clone, Debug, PartialEq)]
pub struct WorthChart {
    pub plot: Rect,
    /// Height of the felt price.
    pub price: f64,
    /// One for each life that came to a reckoning.
    pub lines: Vec<Option<Line>>,
    /// Places of the first and the last tenure.
    pub ends: [f64; 2],
}

/// Lays out the lives' points (tenure and worth [periods, prices]) with the felt price, in a box. `None` where no life
/// came to a reckoning.
pub fn worth_chart(lives: &[&[(u32, f64)]], price: f64, last: u32, width: f64, height: f64) -> Option<WorthChart> {
    let values = lives.iter().flat_map(|points| points.iter().map(|(_, worth)| *worth));
    let (low, high) = values.fold((price, price), |(low, high), v| (low.min(v), high.max(v)));
    if lives.iter().all(|points| points.is_empty()) {
        return None;
    }
    let room = ((high - low) * 0.12).max(0.05);
    let plot = Rect::new(4.0, 6.0, width - 8.0, height - 12.0);
    let x = Scale { from: (1.0, f64::from(last.max(2))), to: (plot.x, plot.right()) };
    let y = Scale { from: (low - room, high + room), to: (plot.bottom(), plot.y) };
    let line = |points: &[(u32, f64)]| {
        let places: Vec<Point> =
            points.iter().map(|&(tenure, worth)| Point::new(x.at(f64::from(tenure)), y.at(worth))).collect();
        places.last().map(|&end| Line { path: polyline(&places), end })
    };
    Some(WorthChart {
        plot,
        price: y.at(price),
        lines: lives.iter().map(|points| line(points)).collect(),
        ends: [x.at(1.0), x.at(f64::from(last.max(2)))],
    })
}
