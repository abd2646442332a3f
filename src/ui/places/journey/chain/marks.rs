//! What the makers of the journey have marked by hand: seals on the chain, and what they mean.

use crate::charts::chain::{ChainDrawing, HandMark, SEAL, seal};
use crate::charts::geometry::Point;
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The seals, on the metal.
#[component]
pub fn Seals(chain: Arc<ChainDrawing>) -> impl IntoView {
    let store = use_store();
    let seals = move || {
        let of = |link| store.journey.with(|journey| journey.touchpoint(link).and_then(HandMark::of));
        let marked = chain.shapes.iter().filter_map(|shape| Some((shape.rings.first()?, of(&shape.link)?)));
        marked.map(|(ring, mark)| drawn(mark, seal(ring))).collect_view()
    };
    view! { <g aria-hidden="true">{seals}</g> }
}

fn drawn(mark: HandMark, at: Point) -> impl IntoView {
    let class = match mark {
        HandMark::MomentOfTruth => "seal moment",
        HandMark::MicroDecision => "seal micro",
    };
    view! { <g class=class><circle cx=at.x cy=at.y r=SEAL/><path d=mark.figure(at)/></g> }
}

/// What the seals of this journey mean. Nothing where nothing is marked.
#[component]
pub fn SealsExplained() -> impl IntoView {
    let store = use_store();
    let used = move || {
        let marks: Vec<HandMark> = store.journey.with(|j| j.touchpoints.iter().filter_map(HandMark::of).collect());
        HandMark::ALL.into_iter().filter(|mark| marks.contains(mark)).collect::<Vec<_>>()
    };
    let all = move || {
        let used = used();
        let each = used.iter().map(|mark| one(store, *mark)).collect_view();
        (!used.is_empty()).then(|| view! { <p class="seals-explained">{say!(store, marks.by_hand)}" "{each}</p> })
    };
    view! { {all} }
}

fn one(store: Store, mark: HandMark) -> impl IntoView {
    let side = 2.0 * SEAL + 2.0;
    let view_box = format!("0 0 {side} {side}");
    view! {
        <span class="seal-meant">
            <svg class="chain" viewBox=view_box aria-hidden="true" focusable="false">
                {drawn(mark, Point::new(side / 2.0, side / 2.0))}
            </svg>
            {words::chain::mark(store.language.get(), mark)}
        </span>
    }
}
