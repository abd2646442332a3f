//! The links themselves: thickness is strength. What was added stands around the ink of today; what was taken away, by a
//! hand or by strain, leaves its ghost; the weakest link is worn, and one that gives way under strain stands open.

use crate::app::{Held, NamedRange};
use crate::charts::chain::{ChainDrawing, LinkShape, Over, Shape, fall, thickness};
use crate::charts::geometry::Capsule;
use crate::ui::state::{Store, use_store};
use leptos::prelude::*;
use std::sync::Arc;

/// How often a link holds today and now, each on a calm day and under the strain that is set.
#[derive(Clone, Copy, PartialEq)]
struct Strengths {
    today: Held,
    now: Held,
}

impl Strengths {
    /// What it was before a hand or strain took from it [0..1].
    fn whole(self) -> f64 {
        self.today.calm.max(self.now.calm)
    }
}

/// How wide a link that gives way stands open [units of the drawing].
const BREAK: (f64, f64) = (22.0, 9.0);

#[component]
pub fn Metal(chain: Arc<ChainDrawing>) -> impl IntoView {
    let store = use_store();
    let of = |kind: LinkShape| chain.shapes.iter().filter(move |s| s.kind == kind).cloned().collect::<Vec<_>>();
    let (touchpoints, handovers) = (of(LinkShape::Touchpoint), of(LinkShape::Handover));
    let strands = handovers.iter().filter(|h| !h.strand.is_empty()).map(|h| {
        view! { <path class="strand" d=h.strand.clone()/> }
    });
    let strands = strands.collect_view();
    let headings = chain.headings.iter().map(|h| {
        let (from, to) = h.line;
        view! { <line class="rule" x1=from.x y1=from.y x2=to.x y2=to.y/> }
    });
    let headings = headings.collect_view();
    let guide = chain.middle.map(|m| view! { <ellipse class="guide" cx=m.at.x cy=m.at.y rx=m.rx ry=m.ry/> });
    view! {
        <g class="metal" aria-hidden="true">
            {headings} {guide} {strands}
            {touchpoints.iter().map(|s| link(store, s)).collect_view()}
            {handovers.iter().map(|s| link(store, s)).collect_view()}
            {touchpoints.iter().map(|s| over(store, s)).collect_view()}
            {touchpoints.iter().map(|s| falls(store, s)).collect_view()}
        </g>
    }
}

fn strengths(store: Store, shape: &Shape) -> Memo<Strengths> {
    let link = shape.link.clone();
    Memo::new(move |_| {
        let strain = store.strain.get();
        let today = store.journey.with(|j| Held::of(j, &link, strain)).unwrap_or_default();
        let now = store.changed_journey.with(|j| Held::of(j, &link, strain)).unwrap_or(today);
        Strengths { today, now }
    })
}

/// The classes that give a link its colours.
fn class(store: Store, shape: &Shape, s: Memo<Strengths>) -> impl Fn() -> String + Clone + use<> {
    let link = shape.link.clone();
    move || class_at(s.get(), store.weakest.with(|w| w.as_ref() == Some(&link)))
}

fn class_at(Strengths { today, now }: Strengths, is_weakest: bool) -> String {
    let mut class = String::from("link");
    if is_weakest {
        class.push_str(" weakest");
    }
    if NamedRange::of(now.strained) == NamedRange::Worn {
        class.push_str(" worn");
    }
    if now.calm > today.calm {
        class.push_str(" stronger");
    } else if now.calm < today.calm {
        class.push_str(" weaker");
    }
    if now.strained < now.calm {
        class.push_str(" strained");
    }
    if now.gives_way() {
        class.push_str(" gives-way");
    }
    class
}

/// One link by itself, as it holds today and now.
#[cfg(feature = "style")]
pub fn link_alone(kind: LinkShape, ring: &Capsule, today: Held, now: Held, is_weakest: bool) -> impl IntoView + use<> {
    let at = Strengths { today, now };
    view! { <g class=class_at(at, is_weakest)>{one_ring(kind, ring, Memo::new(move |_| at))}</g> }
}

fn link(store: Store, shape: &Shape) -> impl IntoView + use<> {
    let kind = shape.kind;
    let s = strengths(store, shape);
    let rings = shape.rings.iter().enumerate().map(|(i, ring)| {
        // Rings of one handover: each later one lies on the one before, whose piece over it is drawn again.
        let piece = (kind == LinkShape::Handover && i > 0).then(|| shape.over.get(i - 1).cloned()).flatten();
        view! { {one_ring(kind, ring, s)} {piece.map(|o| one_piece(kind, &o, s))} }
    });
    let rings = rings.collect_view();
    let dead_end = shape.dead_end.clone().map(|d| view! { <path class="dead-end" d=d/> });
    view! { <g class=class(store, shape, s)>{dead_end}{rings}</g> }
}

fn one_ring(kind: LinkShape, ring: &Capsule, s: Memo<Strengths>) -> impl IntoView + use<> {
    let d = ring.path();
    let wide = move || thickness(kind, s.get().now.strained);
    let core = move || thickness(kind, s.get().today.strained);
    let ghost = move || thickness(kind, s.get().whole());
    let open = ring.opened(if kind == LinkShape::Touchpoint { BREAK.0 } else { BREAK.1 });
    let dashes = move || s.get().now.gives_way().then(|| open.clone());
    let casing = (kind == LinkShape::Handover).then(|| {
        let d = d.clone();
        view! { <path class="casing" d=d stroke-width=move || wide().max(ghost()) + 4.0/> }
    });
    // A worn link shows where: a crack across it, beside the middle of its lower side.
    let crack = (kind == LinkShape::Touchpoint).then(|| {
        let [tail, head] = ring.spine();
        let at = tail.towards(head, 0.42).polar(ring.radius, ring.angle + std::f64::consts::FRAC_PI_2);
        let angle = ring.angle;
        let points =
            [at.polar(-10.0, angle + 1.35), at.polar(2.2, angle), at.polar(-2.0, angle), at.polar(10.0, angle + 1.8)];
        view! { <path class="crack" d=crate::charts::geometry::polyline(&points)/> }
    });
    view! {
        {casing}
        <path class="ghost" d=d.clone() stroke-width=ghost stroke-dasharray=dashes.clone()/>
        <path class="body" d=d.clone() stroke-width=wide stroke-dasharray=dashes.clone()/>
        <path class="core" d=d.clone() stroke-width=core stroke-dasharray=dashes/>
        <path class="scratches" d=d/>
        {crack}
    }
}

fn one_piece(kind: LinkShape, over: &Over, s: Memo<Strengths>) -> impl IntoView + use<> {
    let wide = move || thickness(kind, s.get().now.strained);
    view! {
        <path class="casing" d=over.gap.clone() stroke-width=move || wide() + 4.0/>
        <path class="body" d=over.piece.clone() stroke-width=wide/>
        <path class="core" d=over.piece.clone() stroke-width=move || thickness(kind, s.get().today.strained)/>
    }
}

/// The pieces of a touchpoint that lie over its handovers.
fn over(store: Store, shape: &Shape) -> impl IntoView + use<> {
    let s = strengths(store, shape);
    let kind = shape.kind;
    let pieces = shape.over.iter().map(|d| one_piece(kind, d, s)).collect_view();
    view! { <g class=class(store, shape, s)>{pieces}</g> }
}

fn falls(store: Store, shape: &Shape) -> Option<impl IntoView + use<>> {
    let space = shape.falls?;
    let link = shape.link.clone();
    let salt = link.as_str().bytes().fold(7_u64, |h, b| h.wrapping_mul(31).wrapping_add(u64::from(b)));
    let gone = Memo::new(move |_| super::labels::gone(store, &link));
    let dots = move || {
        let falls = fall(space, gone.get().unwrap_or(0), salt);
        falls
            .into_iter()
            .map(|f| view! { <circle cx=f.at.x cy=f.at.y r="1.9" opacity=0.75 - 0.55 * f.depth/> })
            .collect_view()
    };
    Some(view! { <g class="falls">{dots}</g> })
}
