//! The chain once more, small: where on it one stands, and where this customer has been by then.

use super::walk::Walk;
use crate::analysis::{Blame, LinkIndex, StoryEvent};
use crate::charts::chain::{Direction, LinkShape, Screen, Shape, fitted, thickness};
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::words::value_account;
use leptos::prelude::*;

/// The room that the chain is laid out in, before it is made smaller [CSS pixels].
const ROOM: (f64, f64) = (1_060.0, 480.0);

/// How far the mark stands out beyond its link [units of the drawing].
const MARK: f64 = 16.0;

#[component]
pub fn LifeMap(walk: Walk) -> impl IntoView {
    let store = use_store();
    let lang = store.code();
    let chain = store.journey.with_untracked(|journey| {
        fitted(&Screen { journey, lang, width: ROOM.0, height: ROOM.1, way: Direction::Across })
    });
    let here = Memo::new(move |_| walk.here().and_then(|(_, told)| at(&told.event)));
    let label = move || {
        here.get().map_or_else(
            || say!(store, value_account.map).to_owned(),
            |link| say!(store, value_account.map_at, link = value_account::link(&store.teller(), link)),
        )
    };
    let size = chain.size;
    let shapes = chain.shapes.iter().map(|shape| drawn(store, walk, here, shape)).collect_view();
    view! {
        <svg class="life-map" viewBox=format!("{} {} {} {}", size.x, size.y, size.width, size.height) role="img" aria-label=label>
            {shapes}
        </svg>
    }
}

fn drawn(store: Store, walk: Walk, here: Memo<Option<LinkIndex>>, shape: &Shape) -> impl IntoView + use<> {
    let index = store.journey.with_untracked(|j| j.links().position(|id| *id == shape.link)).map(LinkIndex);
    let strength = store.changed_journey.with_untracked(|j| j.strength(&shape.link)).unwrap_or(0.0);
    let wide = thickness(shape.kind, strength);
    let is_here = Memo::new(move |_| index.is_some() && here.get() == index);
    let been = Memo::new(move |_| {
        let Some((_, now)) = walk.here() else { return false };
        let stops = &walk.life().stops;
        stops
            .iter()
            .take_while(|(_, told)| told.at <= now.at)
            .any(|(_, told)| met(&told.event) == index && index.is_some())
    });
    let failed = move || {
        walk.here().is_some_and(|(_, told)| {
            matches!(told.event, StoryEvent::Failed { .. } | StoryEvent::Dropped { .. } | StoryEvent::Left { .. })
        })
    };
    let class = move || match (is_here.get(), been.get()) {
        (true, _) if failed() => "here failed",
        (true, _) => "here",
        (false, true) => "been",
        (false, false) => "",
    };
    let strand = (shape.kind == LinkShape::Handover && !shape.strand.is_empty())
        .then(|| view! { <path class="strand" d=shape.strand.clone()/> });
    let rings = shape.rings.iter().map(|ring| {
        let d = ring.path();
        let mark = {
            let d = d.clone();
            move || is_here.get().then(|| view! { <path class="mark" d=d.clone() stroke-width=wide + MARK/> })
        };
        view! { {mark} <path class="ring" d=d stroke-width=wide/> }
    });
    let rings = rings.collect_view();
    view! { <g class=class>{strand}{rings}</g> }
}

/// The link that an event happens at, or is booked on.
fn at(event: &StoryEvent) -> Option<LinkIndex> {
    match *event {
        StoryEvent::TriedAgain { link }
        | StoryEvent::Dropped { link, .. }
        | StoryEvent::Complained { link }
        | StoryEvent::Mended { link } => Some(link),
        StoryEvent::Left { blame: Blame::Link(link) | Blame::Either(link), .. } => Some(link),
        StoryEvent::Judged { touchpoint, .. }
        | StoryEvent::Bought { touchpoint, .. }
        | StoryEvent::Offered { touchpoint, .. } => Some(LinkIndex(touchpoint)),
        _ => met(event),
    }
}

/// The link that is met in an event.
fn met(event: &StoryEvent) -> Option<LinkIndex> {
    match *event {
        StoryEvent::Held { link } | StoryEvent::Failed { link } => Some(link),
        StoryEvent::Arrived { touchpoint, .. } | StoryEvent::Sensed { touchpoint, .. } => Some(LinkIndex(touchpoint)),
        _ => None,
    }
}
