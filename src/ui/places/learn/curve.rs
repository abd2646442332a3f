//! A curve that is drawn point by point, and drawn curves beside the one that was measured.

use super::state::{Learn, use_learn};
use crate::app::curve_tenures;
use crate::exchange::GivenGuess;
use crate::say;
use crate::ui::platform::events::range_of;
use crate::words::number;
use leptos::prelude::*;

/// Size of the drawing [units].
const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 120.0;

/// The curve that the learner has drawn so far; all points where nothing has been drawn.
fn drawn(learn: Learn) -> Option<Vec<f64>> {
    match learn.here().guess {
        Some(GivenGuess::Curve(points)) => Some(points.into_iter().map(f64::from).collect()),
        _ => None,
    }
}

/// A slider for each point, and the curve that they make.
#[component]
pub fn CurveInput() -> impl IntoView {
    let learn = use_learn();
    let points = Memo::new(move |_| drawn(learn));
    let tenures = Memo::new(move |_| {
        learn.stage.get().map(|stage| stage.journey.with(|journey| curve_tenures(journey))).unwrap_or_default()
    });
    let sliders = move || {
        tenures
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, tenure)| slider(learn, points, at, tenure, tenures))
            .collect_view()
    };
    let curves = move || points.get().map(|points| vec![("drawn", points)]).unwrap_or_default();
    view! {
        <Curves curves=Signal::derive(curves)/>
        <div class="curve-points">{sliders}</div>
    }
}

fn slider(
    learn: Learn,
    points: Memo<Option<Vec<f64>>>,
    at: usize,
    tenure: u16,
    tenures: Memo<Vec<u16>>,
) -> impl IntoView {
    let value = move || points.with(|points| points.as_ref().and_then(|points| points.get(at).copied()).unwrap_or(1.0));
    let words = move || number::percent(learn.store.language.get(), value(), 0);
    let moved = move |event: web_sys::Event| {
        let Some((_, value)) = range_of(&event) else { return };
        let mut now = points.get_untracked().unwrap_or_else(|| vec![1.0; tenures.with_untracked(Vec::len)]);
        if let Some(point) = now.get_mut(at) {
            *point = value / 100.0;
        }
        learn.note(|lesson| lesson.guess = Some(GivenGuess::Curve(now.into_iter().map(|p| p as f32).collect())));
    };
    view! {
        <label>
            <span>{move || say!(learn.store, learn.after_periods, n = tenure)}</span>
            <input type="range" min="0" max="100" step="1" prop:value=move || (value() * 100.0).round().to_string()
                aria-valuetext=words on:input=moved
            />
            <output>{words}</output>
        </label>
    }
}

/// Curves over the same time, each of a class; what they say is said in words beside them.
#[component]
pub fn Curves(curves: Signal<Vec<(&'static str, Vec<f64>)>>) -> impl IntoView {
    let path = |points: &[f64]| {
        let step = WIDTH / (points.len().saturating_sub(1).max(1)) as f64;
        let places =
            points.iter().enumerate().map(|(at, y)| format!("{:.1} {:.1}", at as f64 * step, (1.0 - y) * HEIGHT));
        format!("M{}", places.collect::<Vec<_>>().join("L"))
    };
    let lines = move || {
        let line = |(class, points): (&'static str, Vec<f64>)| view! { <path class=class d=path(&points)></path> };
        curves.get().into_iter().map(line).collect_view()
    };
    view! {
        <svg class="guess-curve" viewBox=format!("-4 -4 {} {}", WIDTH + 8.0, HEIGHT + 8.0) aria-hidden="true" focusable="false">
            <path class="frame" d=format!("M0 0V{HEIGHT}H{WIDTH}")></path>
            {lines}
        </svg>
    }
}
