//! The links of the drawn chain, to be pointed at, dragged from and walked by keys.

use super::desk::{Desk, use_desk};
use super::keys::by_key;
use super::marks::hit_id;
use crate::charts::chain::{ChainDrawing, Shape, thickness};
use crate::charts::geometry::{Point, Rect};
use crate::model::LinkId;
use crate::model::edit::{Edit, can_lead};
use crate::say;
use crate::ui::platform::events::{Hears, listen};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;

/// A way that is being drawn from one touchpoint to another.
#[derive(Clone, Copy)]
pub struct Drag {
    desk: Desk,
    from: RwSignal<Option<LinkId>>,
    /// Where it began and where the pointer is, in the drawing.
    ends: RwSignal<Option<(Point, Point)>>,
    /// Two that cannot be joined.
    refused: RwSignal<Option<(LinkId, LinkId)>>,
}

impl Drag {
    pub fn new(desk: Desk) -> Self {
        let drag = Self { desk, from: RwSignal::new(None), ends: RwSignal::new(None), refused: RwSignal::new(None) };
        let end = move |_: &web_sys::Event| {
            // Not before the link that it ended on has heard of it.
            Timeout::new(0, move || {
                drag.from.set(None);
                drag.ends.set(None);
            })
            .forget();
        };
        listen(&window(), "pointerup", Hears::Plainly, end);
        listen(&window(), "pointercancel", Hears::Plainly, end);
        drag
    }

    /// A finger scrolls; a mouse or a pen draws.
    fn begins(self, event: &PointerEvent, link: &LinkId) {
        let is_touchpoint = self.desk.whole.with_untracked(|j| j.touchpoint(link).is_some());
        if event.pointer_type() != "touch" && event.button() == 0 && is_touchpoint {
            self.refused.set(None);
            self.from.set(Some(link.clone()));
        }
    }

    /// The pointer is here, over a drawing of this size.
    pub fn moves(self, event: &PointerEvent, size: Rect) {
        if self.from.with_untracked(Option::is_none) {
            return;
        }
        let Some(svg) = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else {
            return;
        };
        let seen = svg.get_bounding_client_rect();
        let at = |client: i32, from: f64, room: f64, first: f64, all: f64| {
            first + (f64::from(client) - from) / room.max(1.0) * all
        };
        let here = Point {
            x: at(event.client_x(), seen.left(), seen.width(), size.x, size.width),
            y: at(event.client_y(), seen.top(), seen.height(), size.y, size.height),
        };
        self.ends.update(|ends| *ends = Some((ends.map_or(here, |(start, _)| start), here)));
    }

    fn ends_on(self, to: &LinkId) {
        let Some(from) = self.from.get_untracked().filter(|from| from != to) else { return };
        let is_touchpoint = self.desk.whole.with_untracked(|j| j.touchpoint(to).is_some());
        if !is_touchpoint {
            return;
        }
        if self.desk.whole.with_untracked(|j| can_lead(j, &from, to)) {
            self.desk.act(&Edit::Connect { from, to: to.clone() });
        } else {
            self.refused.set(Some((from, to.clone())));
        }
    }

    /// The line that is being drawn.
    pub fn line(self) -> Option<impl IntoView> {
        let (start, here) = self.ends.get()?;
        self.from.with(Option::is_some).then(|| {
            view! { <line class="drawn-way" x1=start.x y1=start.y x2=here.x y2=here.y></line> }
        })
    }

    /// Why two were not joined.
    pub fn said(self) -> Option<String> {
        let (from, to) = self.refused.get()?;
        let teller = self.desk.teller();
        Some(say!(self.desk, build.chain.refused, from = teller.link_name(&from), to = teller.link_name(&to)))
    }
}

/// What the links are called, and which of them the keys are at.
#[component]
pub fn Hits(chain: Arc<ChainDrawing>, drag: Drag) -> impl IntoView {
    let desk = use_desk();
    let order: Arc<Vec<LinkId>> = Arc::new(chain.shapes.iter().map(|s| s.link.clone()).collect());
    let is_any_chosen = {
        let order = order.clone();
        Memo::new(move |_| order.iter().any(|link| desk.is_chosen(link)))
    };
    let one = |(place, shape)| hit(desk, shape, place == 0, is_any_chosen, order.clone(), drag);
    let all = chain.shapes.iter().enumerate().map(one).collect_view();
    view! { <g role="listbox" aria-label=move || say!(desk, build.chain.links)>{all}</g> }
}

/// The chain is one stop of Tab: at the link that is chosen, or at the first.
fn hit(
    desk: Desk,
    shape: &Shape,
    is_first: bool,
    is_any_chosen: Memo<bool>,
    order: Arc<Vec<LinkId>>,
    drag: Drag,
) -> impl IntoView + use<> {
    let outlines = shape.rings.iter().map(|r| r.grown(thickness(shape.kind, 1.0) / 2.0 + 4.0).path());
    let outline: String = outlines.collect::<Vec<_>>().join(" ");
    let link = shape.link.clone();
    let chosen = {
        let link = link.clone();
        Memo::new(move |_| desk.is_chosen(&link))
    };
    let tab = move || if chosen.get() || (is_first && !is_any_chosen.get()) { "0" } else { "-1" };
    let name = {
        let link = link.clone();
        Memo::new(move |_| desk.teller().link_name(&link))
    };
    let (at, from, to, keys) = (link.clone(), link.clone(), link.clone(), link.clone());
    view! {
        <path
            id=hit_id(&link) class="hit" d=outline role="option" class:selected=move || chosen.get()
            tabindex=tab aria-selected=move || chosen.get().to_string() aria-label=move || name.get()
            on:click=move |_| desk.choose(desk.part_of(&at))
            on:pointerdown=move |event| drag.begins(&event, &from)
            on:pointerup=move |_| drag.ends_on(&to)
            on:keydown=move |event| by_key(desk, &keys, &order, &event)
        >
        </path>
    }
}
