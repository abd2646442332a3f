//! The retention curve: today in grey, the what-if in colour with its band, and what it shows as a title.

use crate::analysis::Outcome;
use crate::app::{retention_finding, stay_bound};
use crate::charts::retention::{DrawnCurve, Retention, RetentionCurve, retention};
use crate::say;
use crate::ui::platform::width::room_of;
use crate::ui::state::{Store, use_store};
use crate::words::{self, number, unit};
use leptos::html;
use leptos::prelude::*;

/// Height of the drawing [CSS pixels].
pub const HEIGHT: f64 = 216.0;

/// The chart under its finding.
#[component]
pub fn RetentionPanel() -> impl IntoView {
    let store = use_store();
    let frame: NodeRef<html::Div> = NodeRef::new();
    let (width, _) = room_of(frame, 560.0);
    let finding = move || {
        store
            .report
            .get()
            .map(|r| words::retention::finding(&store.teller(), retention_finding(&r, store.changed.get())))
    };
    let drawing = move || {
        let report = store.report.get()?;
        let what_if = report.what_if.as_ref().filter(|_| store.changed.get());
        let drawn = retention(curve(&report.today), what_if.map(curve), width.get(), HEIGHT)?;
        Some(draw(store, &drawn, width.get()))
    };
    let bound = move || {
        let bound = store.report.with(|r| stay_bound(r.as_ref()?, store.changed.get()))?;
        Some(view! { <p class="hint">{words::retention::stay_bound(&store.teller(), bound)}</p> })
    };
    view! {
        <figure class="retention">
            <figcaption><h2>{finding}</h2></figcaption>
            <div class="retention-frame" node_ref=frame>{drawing}</div>
            {bound}
        </figure>
    }
}

fn curve(outcome: &Outcome) -> RetentionCurve<'_> {
    RetentionCurve { value: &outcome.survival, low: &outcome.survival_low, high: &outcome.survival_high }
}

/// The chart, drawn at a width [CSS pixels].
pub fn draw(store: Store, drawn: &Retention, width: f64) -> impl IntoView + use<> {
    let language = store.language.get();
    let plot = drawn.plot;
    let y_ticks = drawn.y_ticks.iter().map(|t| {
        view! {
            <line class="rule" x1=plot.x x2=plot.right() y1=t.at y2=t.at/>
            <text class="tick" x=plot.x - 8.0 y=t.at + 4.0 text-anchor="end">{number::percent(language, t.value, 0)}</text>
        }
    });
    let y_ticks = y_ticks.collect_view();
    let x_ticks = drawn.x_ticks.iter().map(|t| {
        view! { <text class="tick" x=t.at y=plot.bottom() + 18.0 text-anchor="middle">{number::whole(language, t.value)}</text> }
    });
    let x_ticks = x_ticks.collect_view();
    let today = one(language, &drawn.today, "today", drawn.what_if.is_some().then(|| say!(store, retention.today)));
    let what_if = drawn.what_if.as_ref().map(|d| one(language, d, "what-if", Some(say!(store, retention.what_if))));
    view! {
        <svg viewBox=format!("0 0 {width} {HEIGHT}") width=width height=HEIGHT role="img"
            aria-label=say!(store, retention.label)
        >
            {y_ticks} {x_ticks} {today} {what_if}
        </svg>
        <p class="axis">{unit::as_customer(&store.teller())}</p>
    }
}

fn one(
    language: crate::app::Language,
    drawn: &DrawnCurve,
    class: &'static str,
    name: Option<&'static str>,
) -> impl IntoView + use<> {
    view! {
        <g class=class>
            <path class="band" d=drawn.band.clone()/>
            <path class="line" d=drawn.line.clone()/>
            <text class="end" x=drawn.end_label.x y=drawn.end_label.y>{number::percent(language, drawn.end, 0)}</text>
            {name.map(|name| view! { <text class="curve-name" x=drawn.name.x y=drawn.name.y>{name}</text> })}
        </g>
    }
}
