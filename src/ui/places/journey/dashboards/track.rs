//! One figure over the calendar: today in grey with the band in which it swings by chance, the what-if in colour from
//! its start on.

use crate::app::Dashboards;
use crate::charts::calendar::{CalendarChart, End, Track, TrackMark, calendar, stack};
use crate::say;
use crate::ui::state::Store;
use crate::words::{self, dashboards::DashboardFigure, number, unit};
use leptos::prelude::*;

/// Height of a drawing [its own units].
const HEIGHT: f64 = 132.0;

/// A figure drawn, with its name.
pub fn track(store: Store, figure: DashboardFigure, both: &Dashboards, width: f64) -> impl IntoView + use<> {
    let series = figure.series(both);
    let track = Track {
        today: &series.today,
        noise: &series.noise,
        what_if: series.what_if.as_deref(),
        start: both.start.into(),
        seen: series.seen.period().map(usize::from),
    };
    let drawn = calendar(&track, width, HEIGHT)?;
    let rungs = (figure == DashboardFigure::Doubt).then(|| rungs(store, both, &drawn));
    let heard = (figure == DashboardFigure::Failures).then(|| heard(store, both, &drawn));
    let axes = axes(store, figure, &drawn, series.what_if.is_some() && both.start > 0);
    let label = words::dashboards::spoken(&store.teller(), both, figure);
    let what_if = drawn.what_if.as_ref().map(|path| view! { <path class="line" d=path.clone()/> });
    let ends = [(Some(drawn.ends.0), "today"), (drawn.ends.1, "what-if")];
    let ends = ends.map(|(end, class)| end.map(|end| end_label(store, figure, end, class)));
    let named = figure == DashboardFigure::Complaints && series.what_if.is_some();
    Some(view! {
        <figure class="track">
            <figcaption>{figure.name(&store.teller())}{named.then(|| key(store))}</figcaption>
            <svg viewBox=format!("0 0 {width} {HEIGHT}") width=width height=HEIGHT role="img" aria-label=label>
                {axes} {rungs}
                <g class="today">
                    <path class="band" d=drawn.band.clone()/>
                    <path class="line" d=drawn.today.clone()/>
                </g>
                <g class="what-if">{what_if} {drawn.mark.map(|mark| mark_label(store, mark, drawn.plot.bottom()))}</g>
                {heard} {ends}
            </svg>
        </figure>
    })
}

/// What the two colours stand for, once.
fn key(store: Store) -> impl IntoView {
    view! {
        <span class="track-key" aria-hidden="true">
            <span class="today">{say!(store, retention.today)}</span>
            <span class="what-if">{say!(store, retention.what_if)}</span>
        </span>
    }
}

fn axes(store: Store, figure: DashboardFigure, drawn: &CalendarChart, starts: bool) -> impl IntoView + use<> {
    let language = store.language.get();
    let plot = drawn.plot;
    let y_ticks = drawn.y_ticks.map(|t| {
        view! {
            <line class="rule" x1=plot.x x2=plot.right() y1=t.at y2=t.at/>
            <text class="tick" x=plot.x - 8.0 y=t.at + 4.0 text-anchor="end">{figure.value(store.language.get(), t.value)}</text>
        }
    });
    let x_ticks = drawn.x_ticks.iter().map(|t| {
        view! { <text class="tick" x=t.at y=plot.bottom() + 17.0 text-anchor="middle">{number::whole(language, t.value)}</text> }
    });
    let x_ticks = x_ticks.collect_view();
    let start = drawn.start;
    let start = starts.then(|| view! { <line class="start" x1=start x2=start y1=plot.y y2=plot.bottom()/> });
    view! { {y_ticks} {x_ticks} {start} }
}

fn rungs(store: Store, both: &Dashboards, drawn: &CalendarChart) -> impl IntoView + use<> {
    let top = drawn.y_ticks[1].value;
    let most = both.rungs.len().max(1) as f64;
    let areas = stack(&both.rungs, drawn.plot, top).into_iter().enumerate().map(|(i, (area, label))| {
        let name = say!(store, dashboards.rung, n = number::count(store.language.get(), i as u64 + 1));
        let heat = format!("{}%", (40.0 + (i + 1) as f64 / most * 60.0).round());
        let label = label.map(|p| view! { <text class="rung-name" x=p.x y=p.y text-anchor="end">{name}</text> });
        view! { <path class="rung" style=("--heat", heat) d=area/> {label} }
    });
    areas.collect_view()
}

/// Of the failures, those that are heard: on the same scale, hardly more than a line.
fn heard(store: Store, both: &Dashboards, drawn: &CalendarChart) -> impl IntoView + use<> {
    let complaints = both.complaints.what_if.as_ref().unwrap_or(&both.complaints.today);
    let areas = stack(std::slice::from_ref(complaints), drawn.plot, drawn.y_ticks[1].value);
    let area = areas.into_iter().next().map(|(path, _)| view! { <path class="heard" d=path/> });
    let (x, y) = (drawn.plot.right() + 8.0, drawn.plot.bottom());
    view! { {area} <text class="heard" x=x y=y>{say!(store, dashboards.heard)}</text> }
}

fn mark_label(store: Store, mark: TrackMark, foot: f64) -> impl IntoView {
    let anchor = if mark.to_left { "end" } else { "start" };
    let x = mark.at.x;
    view! {
        <line class="leader" x1=x x2=x y1=mark.at.y y2=foot/>
        <circle cx=mark.at.x cy=mark.at.y r="4"/>
        <text class="mark" x=mark.label.x y=mark.label.y text-anchor=anchor>
            {unit::numbered(&store.teller(), mark.period as u64)}
        </text>
    }
}

fn end_label(store: Store, figure: DashboardFigure, end: End, class: &'static str) -> impl IntoView {
    view! { <g class=class><text class="end" x=end.at.x y=end.at.y>{figure.value(store.language.get(), end.value)}</text></g> }
}
