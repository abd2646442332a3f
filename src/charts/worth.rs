//! What it is worth to one customer, event by event, against the felt price: a small curve for each twin.

use super::geometry::{Point, Rect, polyline};
use super::scale::{Scale, Tick, period_axis};
use super::text::{width, wrap};

/// A drawn curve with its last point.
#[derive(Clone, Debug, PartialEq)]
pub struct WorthLine {
    pub path: String,
    pub end: Point,
    /// Where it is weighed against the price.
    pub checks: Vec<Point>,
}

/// The felt price: a level line, and its words in lines beside its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    pub y: f64,
    /// Each line with where its baseline begins.
    pub words: Vec<(String, Point)>,
}

/// The whole chart.
#[derive(Clone, Debug, PartialEq)]
pub struct WorthChart {
    pub plot: Rect,
    pub price: Price,
    /// One for each life; none where nothing was bought.
    pub lines: Vec<Option<WorthLine>>,
    /// By tenure.
    pub x_ticks: Vec<Tick>,
    x: Scale,
}

impl WorthChart {
    /// Where a time stands [periods since the day of purchase].
    pub fn x_of(&self, time: f64) -> f64 {
        self.x.at(time)
    }
}

/// A time, what it is worth then, and whether it is weighed [periods since the day of purchase, prices].
pub type Valued = (f64, f64, bool);

/// What is drawn.
pub struct Weighed<'a> {
    /// By life, in the order of time.
    pub lives: &'a [&'a [Valued]],
    /// As it is felt [prices].
    pub price: f64,
    pub price_words: &'a str,
    /// The last tenure that is followed.
    pub last: u32,
}

/// Size of what is written.
const TYPE: f64 = 11.0;
const LEFT: f64 = 4.0;
const TOP: f64 = 6.0;
const BOTTOM: f64 = 22.0;
const LINE_HEIGHT: f64 = 13.0;
/// Between the price's line and its words.
const GAP: f64 = 8.0;
/// Widest that the words of the price may be, and the least that is left to the plot.
const WORDS: f64 = 84.0;
const LEAST: f64 = 40.0;

/// The day of purchase takes the time before this one.
const DAY_OF_PURCHASE: f64 = -1.0;

/// Lays the chart out in a box of `width` by `height`. `None` where no life came to a purchase.
pub fn worth_chart(weighed: &Weighed, room: f64, height: f64) -> Option<WorthChart> {
    let Weighed { lives, price, price_words, last } = *weighed;
    if lives.iter().all(|points| points.is_empty()) {
        return None;
    }
    let values = lives.iter().flat_map(|points| points.iter().map(|(_, worth, _)| *worth));
    let (low, high) = values.fold((price, price), |(low, high), v| (low.min(v), high.max(v)));
    let margin = ((high - low) * 0.12).max(0.05);
    let (words, _) = wrap(price_words, TYPE, WORDS, 2);
    let beside = words.iter().map(|line| width(line, TYPE)).fold(0.0, f64::max) + GAP;
    let plot = Rect::new(LEFT, TOP, (room - LEFT - beside).max(LEAST), (height - TOP - BOTTOM).max(LEAST));
    let last = last.max(2);
    let x = Scale { from: (DAY_OF_PURCHASE, f64::from(last)), to: (plot.x, plot.right()) };
    let y = Scale { from: (low - margin, high + margin), to: (plot.bottom(), plot.y) };
    let place = |&(time, worth, _): &Valued| Point::new(x.at(time), y.at(worth));
    let line = |points: &[Valued]| {
        let places: Vec<Point> = points.iter().map(place).collect();
        let checks = points.iter().filter(|(.., is_check)| *is_check).map(place).collect();
        places.last().map(|&end| WorthLine { path: polyline(&places), end, checks })
    };
    let level = y.at(price);
    // Beside the middle of the words, and not over the edge.
    let half = (words.len() as f64 - 1.0) * LINE_HEIGHT / 2.0;
    let first = (level + TYPE / 3.0 - half).clamp(plot.y + TYPE, plot.bottom() - 2.0 * half);
    let baselines = (0..).map(|line| first + f64::from(line) * LINE_HEIGHT);
    let words = words.into_iter().zip(baselines).map(|(line, at)| (line, Point::new(plot.right() + GAP, at)));
    Some(WorthChart {
        plot,
        price: Price { y: level, words: words.collect() },
        lines: lives.iter().map(|points| line(points)).collect(),
        x,
        // A life has no reckoning before its first tenure.
        x_ticks: period_axis(x, last as usize, room).into_iter().filter(|tick| tick.value > 0.0).collect(),
    })
}
