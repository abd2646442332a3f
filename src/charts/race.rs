//! The budget race: one curve for each way of spending, and labels at their ends that keep clear of each other.
use crate::model::order;

use super::geometry::{Point, Rect, polyline};
use super::scale::{Scale, Tick, period_ticks, value_ticks};
use super::text;

/// One way's outcome after 0, 1, 2 … units [the outcome's unit], and what stands at its end.
#[derive(Clone, Debug)]
pub struct Runner {
    pub values: Vec<f64>,
    pub label: String,
}

/// One drawn curve.
#[derive(Clone, Debug, PartialEq)]
pub struct RaceLane {
    pub line: String,
    /// Where it has come to, and the outcome there.
    pub end: Point,
    pub value: f64,
    /// Where its label stands (baseline, left end).
    pub label: Point,
    /// From the curve's end to a label that had to give way.
    pub leader: Option<String>,
}

/// Where the advice changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    pub x: f64,
    /// Where its words stand, and whether they end there rather than begin.
    pub words: Point,
    pub ends: bool,
}

/// The whole chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Race {
    pub plot: Rect,
    pub x_ticks: Vec<Tick>,
    pub y_ticks: Vec<Tick>,
    pub lanes: Vec<RaceLane>,
    pub turn: Option<Turn>,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub struct RaceCourse<'a> {
    pub runners: &'a [Runner],
    /// Units in all, and how far the race has come [effort].
    pub units: usize,
    pub come: usize,
    /// After so many units the advice changes, with these words.
    pub turn: Option<(usize, &'a str)>,
    pub width: f64,
    pub height: f64,
}

/// Type size of the labels.
pub const LABEL: f64 = 12.5;
/// Least distance between the baselines of two labels.
pub const LABEL_GAP: f64 = 16.0;
/// Room for the labels of the value axis, over the plot and under it, and between a curve's end and its label.
const LEFT: f64 = 46.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 40.0;
const BESIDE: f64 = 22.0;
/// A label that stands so far from its curve's end is led to it.
const APART: f64 = 3.0;

/// Lays the race out. `None` without a unit to spend or a runner.
pub fn race(course: &RaceCourse) -> Option<Race> {
    let RaceCourse { runners, units, come, .. } = *course;
    let (least, most) = extent(runners)?;
    if units == 0 {
        return None;
    }
    let words = runners.iter().map(|r| text::width(&r.label, LABEL)).fold(0.0, f64::max);
    let right = words + BESIDE + 4.0;
    let plot = Rect::new(
        LEFT,
        TOP,
        (course.width - LEFT - right).max(60.0),
        (course.height - TOP - BOTTOM).max(LABEL_GAP * runners.len() as f64),
    );
    let ticks = value_ticks(least, most, 4);
    let (low, high) = (ticks.first()?.min(least), ticks.last()?.max(most));
    let x = Scale { from: (0.0, units as f64), to: (plot.x, plot.right()) };
    let y = Scale { from: (low, high), to: (plot.bottom(), plot.y) };
    let place = |(unit, value): (usize, &f64)| Point::new(x.at(unit as f64), y.at(*value));
    let mut lanes: Vec<RaceLane> = Vec::new();
    for runner in runners {
        let points: Vec<Point> = runner.values.iter().take(come.min(units) + 1).enumerate().map(place).collect();
        let end = *points.last()?;
        let value = *runner.values.get(points.len() - 1)?;
        lanes.push(RaceLane { line: polyline(&points), end, value, label: end, leader: None });
    }
    let heights = apart(&lanes.iter().map(|lane| lane.end.y).collect::<Vec<_>>(), LABEL_GAP, (plot.y, plot.bottom()));
    for (lane, height) in lanes.iter_mut().zip(heights) {
        lane.label = Point::new(lane.end.x + BESIDE, height + LABEL * 0.35);
        if (height - lane.end.y).abs() > APART {
            lane.leader = Some(polyline(&[
                Point::new(lane.end.x + 4.0, lane.end.y),
                Point::new(lane.end.x + BESIDE - 4.0, height),
            ]));
        }
    }
    Some(Race {
        plot,
        x_ticks: period_ticks(units, if plot.width < 260.0 { 4 } else { 10 })
            .into_iter()
            .map(|unit| x.tick(unit as f64))
            .collect(),
        y_ticks: ticks.into_iter().map(|value| y.tick(value)).collect(),
        lanes,
        turn: course.turn.map(|(unit, words)| turn(x.at(unit as f64), text::width(words, LABEL), course.width)),
    })
}

/// The words stand to the right of their line, and to its left where they would not fit.
fn turn(x: f64, words: f64, width: f64) -> Turn {
    let ends = x + 6.0 + words > width;
    Turn { x, words: Point::new(if ends { x - 6.0 } else { x + 6.0 }, TOP - 10.0), ends }
}

fn extent(runners: &[Runner]) -> Option<(f64, f64)> {
    let all = || runners.iter().flat_map(|r| &r.values).copied().filter(|v| v.is_finite());
    let (least, most) = (all().reduce(f64::min)?, all().reduce(f64::max)?);
    Some((least, most))
}

/// Heights as near as can be to those wanted, no two nearer than a gap, all within a range: what collides is moved
/// evenly to both sides.
pub fn apart(wanted: &[f64], gap: f64, (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order::sort(&mut order, |a, b| wanted[*a].total_cmp(&wanted[*b]));
    // Groups that stand as one: the sum of where its members' first would be, and how many they are.
    let mut groups: Vec<(f64, usize)> = Vec::new();
    let start = |(sum, count): (f64, usize)| {
        let length = gap * (count - 1) as f64;
        (sum / count as f64).min(bottom - length).max(top)
    };
    for at in &order {
        let mut group = (wanted[*at], 1);
        while let Some(above) = groups.last().copied() {
            if start(above) + gap * above.1 as f64 <= start(group) {
                break;
            }
            groups.pop();
            group = (above.0 + group.0 - gap * above.1 as f64 * group.1 as f64, above.1 + group.1);
        }
        groups.push(group);
    }
    let placed = groups.into_iter().flat_map(|group| (0..group.1).map(move |n| start(group) + gap * n as f64));
    let mut heights = vec![0.0; wanted.len()];
    for (at, height) in order.into_iter().zip(placed) {
        heights[at] = height;
    }
    heights
}
