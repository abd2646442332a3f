//! A figure over calendar periods: today with the band in which it swings by chance, the what-if from its start on, and
//! the mark where it has left the band.

use super::geometry::{Point, Rect, polyline};
use super::scale::{Scale, Tick, above, part, period_axis};

/// What is drawn, by period from 0.
#[derive(Clone, Copy, Debug)]
pub struct Track<'a> {
    pub today: &'a [f64],
    /// Half the height of the band around `today`.
    pub noise: &'a [f64],
    pub what_if: Option<&'a [f64]>,
    /// Period from which the what-if differs.
    pub start: usize,
    /// Period from which it is seen to differ.
    pub seen: Option<usize>,
}

/// The end of a line with the place of its label (baseline, beside it).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    pub value: f64,
    pub at: Point,
}

/// The whole chart.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarChart {
    pub plot: Rect,
    pub x_ticks: Vec<Tick>,
    /// 0 and a round value over everything.
    pub y_ticks: [Tick; 2],
    pub today: String,
    pub band: String,
    pub what_if: Option<String>,
    /// Where the scenario starts.
    pub start: f64,
    pub mark: Option<TrackMark>,
    pub ends: (End, Option<End>),
}

/// The period from which on a figure is seen to differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrackMark {
    pub period: usize,
    pub at: Point,
    /// Baseline of its label at the foot of the plot, which grows to the right, or to the left where `to_left`.
    pub label: Point,
    pub to_left: bool,
}

/// Room for the labels of the value axis, at the ends of the lines, over the plot and under it.
const LEFT: f64 = 46.0;
const RIGHT: f64 = 52.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 22.0;
/// Labels at the ends keep so far apart.
const GAP: f64 = 15.0;

/// Lays a track out in a box of `width` by `height`. `None` without at least one period after now.
pub fn calendar(track: &Track, width: f64, height: f64) -> Option<CalendarChart> {
    let last = track.today.len().checked_sub(1).filter(|&last| last > 0)?;
    let plot = Rect::new(LEFT, TOP, (width - LEFT - RIGHT).max(40.0), (height - TOP - BOTTOM).max(30.0));
    let highest = track.today.iter().zip(track.noise).map(|(v, n)| v + n);
    let highest = highest.chain(track.what_if.iter().flat_map(|w| w.iter().copied())).fold(0.0, f64::max);
    let top = above(highest);
    let x = Scale { from: (0.0, last as f64), to: (plot.x, plot.right()) };
    let y = Scale { from: (0.0, top), to: (plot.bottom(), plot.y) };
    let at = |period: usize, value: f64| Point::new(x.at(period as f64), y.at(value.max(0.0)));
    let line = |values: &[f64]| values.iter().enumerate().map(|(p, &v)| at(p, v)).collect::<Vec<_>>();
    let edge = |side: f64| track.today.iter().zip(track.noise).map(|(v, n)| v + side * n).collect::<Vec<_>>();
    let mut band = line(&edge(1.0));
    band.extend(line(&edge(-1.0)).into_iter().rev());
    let start = track.start.min(last);
    let end = |values: &[f64]| {
        let value = values.last().copied().unwrap_or(0.0);
        End { value, at: Point::new(plot.right() + 8.0, at(last, value).y + 4.5) }
    };
    let mut ends = (end(track.today), track.what_if.map(end));
    if let (today, Some(what_if)) = &mut ends {
        part(&mut [&mut today.at.y, &mut what_if.at.y], GAP, (plot.y + 4.0, plot.bottom() + 2.0));
    }
    let mark = track.seen.zip(track.what_if).and_then(|(period, values)| {
        let point = at(period, *values.get(period)?);
        let to_left = point.x > plot.x + plot.width * 0.6;
        let label = Point::new(point.x + if to_left { -6.0 } else { 6.0 }, plot.bottom() - 7.0);
        Some(TrackMark { period, at: point, label, to_left })
    });
    Some(CalendarChart {
        plot,
        x_ticks: period_axis(x, last, width),
        y_ticks: [0.0, top].map(|value| y.tick(value)),
        today: polyline(&line(track.today)),
        band: polyline(&band) + "Z",
        what_if: track.what_if.map(|w| polyline(&line(w)[start..])),
        start: x.at(start as f64),
        mark,
        ends,
    })
}

/// Shares on top of each other, lowest first, in the plot of a chart whose top value is `top`: one area for each, with
/// the middle of its end where it is at least a line of text high there.
pub fn stack(shares: &[Vec<f64>], plot: Rect, top: f64) -> Vec<(String, Option<Point>)> {
    let last = shares.first().map_or(0, Vec::len).saturating_sub(1).max(1);
    let x = Scale { from: (0.0, last as f64), to: (plot.x, plot.right()) };
    let y = Scale { from: (0.0, top), to: (plot.bottom(), plot.y) };
    let mut foot: Vec<f64> = vec![0.0; last + 1];
    let mut areas = Vec::new();
    for values in shares {
        let head: Vec<f64> = foot.iter().zip(values).map(|(f, v)| f + v).collect();
        let point = |(p, v): (usize, &f64)| Point::new(x.at(p as f64), y.at(*v));
        let mut area: Vec<Point> = head.iter().enumerate().map(point).collect();
        area.extend(foot.iter().enumerate().take(head.len()).map(point).rev());
        let ends = head.last().zip(foot.get(head.len().saturating_sub(1))).map(|(h, f)| (y.at(*h), y.at(*f)));
        let label = ends.filter(|(h, f)| f - h >= GAP - 1.0);
        areas.push((polyline(&area) + "Z", label.map(|(h, f)| Point::new(plot.right() - 6.0, (h + f) / 2.0 + 4.0))));
        foot = head;
    }
    areas
}
