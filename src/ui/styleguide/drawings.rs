//! What is drawn: the metal of a link in its states, the dots, the retention curve and the ladder.

use super::frame::{Part, Sample};
use crate::app::Held;
use crate::charts::chain::{Lettering, LinkShape, size};
use crate::charts::geometry::{Capsule, Point, Rect};
use crate::charts::ladder::ladder;
use crate::charts::retention::{RetentionCurve, retention};
use crate::model::under_strain;
use crate::ui::places::journey::chain::{ladder_drawn, link_alone};
use crate::ui::places::journey::crowd::DotSamples;
use crate::ui::places::journey::retention::{HEIGHT, draw};
use crate::ui::state::{Store, use_store};
use leptos::prelude::*;

/// A link's states: what it is called, today's strength, the one now, the strain, whether it is the weakest.
const STATES: [(&str, f64, f64, f64, bool); 12] = [
    ("worn, 35 %", 0.35, 0.35, 0.0, false),
    ("holds, 70 %", 0.7, 0.7, 0.0, false),
    ("strong, 95 %", 0.95, 0.95, 0.0, false),
    ("weakest", 0.35, 0.35, 0.0, true),
    ("stronger", 0.35, 0.8, 0.0, false),
    ("a little stronger", 0.8, 0.86, 0.0, false),
    ("weakest, stronger", 0.2, 0.4, 0.0, true),
    ("weaker", 0.9, 0.5, 0.0, false),
    ("weaker, to the weakest", 0.9, 0.2, 0.0, true),
    ("under strain", 0.7, 0.7, 1.0, false),
    ("gives way under strain", 0.42, 0.42, 1.5, false),
    ("stronger, under strain", 0.42, 0.8, 1.0, false),
];

/// Width of a chart [CSS pixels], and the share that is kept from period to period today [0..1].
const WIDTH: f64 = 420.0;
const TODAY: f64 = 0.955;

#[component]
pub fn Metal() -> impl IntoView {
    let one = |kind: LinkShape, (name, today, now, strain, is_weakest): (&'static str, f64, f64, f64, bool)| {
        let [today, now] = [today, now].map(|calm| Held { calm, strained: under_strain(calm, strain, 1.0) });
        let (length, width) = match kind {
            LinkShape::Touchpoint => size::LINK,
            LinkShape::Handover => (44.0, size::HANDOVER),
        };
        let ring = Capsule::new(Point::new(62.0, 37.0), length, width, 0.0);
        view! {
            <Sample name=name>
                <svg class="chain" viewBox="0 0 124 74" width="124" height="74" aria-hidden="true">
                    {link_alone(kind, &ring, today, now, is_weakest)}
                </svg>
            </Sample>
        }
    };
    let touchpoints = STATES.map(|state| one(LinkShape::Touchpoint, state));
    let handovers = STATES.map(|state| one(LinkShape::Handover, state));
    view! {
        <Part name="A touchpoint's metal">{touchpoints}</Part>
        <Part name="A handover's metal">{handovers}</Part>
        <Part name="Dots, three times as large">
            <Sample name="from well to about to leave, failed, better, worse"><DotSamples/></Sample>
        </Part>
    }
}

/// A retention curve, of which so much is kept from period to period [0..1] with a change.
fn chart(store: Store, changed: Option<f64>) -> Option<impl IntoView> {
    let curves = [Some(TODAY), changed].map(|keeps| keeps.map(|keeps| [0.0, -0.03, 0.03].map(|by| falling(keeps, by))));
    let mut curves = curves.iter().map(|curve| {
        let [value, low, high] = curve.as_ref()?;
        Some(RetentionCurve { value, low, high })
    });
    let drawn = retention(curves.next()??, curves.next()?, WIDTH, HEIGHT)?;
    Some(view! { <figure class="retention">{draw(store, &drawn, WIDTH)}</figure> })
}

/// Shares of those who are still there, with the band that many above or below [0..1].
fn falling(keeps: f64, by: f64) -> Vec<f64> {
    (0..=24).map(|period| (keeps.powi(period) + by).min(1.0)).collect()
}

/// The retention curve without and with a change, and the ladder.
#[component]
pub fn Charts() -> impl IntoView {
    let store = use_store();
    let (alone, changed) = (chart(store, None), chart(store, Some(0.985)));
    let room = Rect::new(30.0, 12.0, 58.0, 190.0);
    let rungs = move || {
        let drawn = ladder(&[56, 22, 12, 4], 6, room)?;
        Some(view! { <g class="ladder">{ladder_drawn(store, &drawn, Lettering::at(1.0))}</g> })
    };
    view! {
        <Part name="Retention">
            <Sample name="today alone">{alone}</Sample>
            <Sample name="with a change">{changed}</Sample>
        </Part>
        <Part name="Ladder">
            <Sample name="who stands where">
                <svg class="chain" viewBox="0 0 118 290" width="118" height="290" aria-hidden="true">{rungs}</svg>
            </Sample>
        </Part>
    }
}
