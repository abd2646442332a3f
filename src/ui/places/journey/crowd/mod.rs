//! The crowd on its canvas over the chain: every dot is a customer that the engine has lived.

mod colours;
mod paint;
mod player;
#[cfg(feature = "style")]
mod sample;

pub use player::{Player, PlayerBar};
#[cfg(feature = "style")]
pub use sample::DotSamples;

use crate::app::{CROWD_AT_ONCE, Place, Wanted, next};
use crate::charts::chain::ChainDrawing;
use crate::charts::crowd::{Arrivals, Crowd, CrowdCounts, Ground};
use crate::charts::geometry::{Point, Rect};
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use colours::Colours;
use gloo::events::{EventListener, EventListenerOptions};
use leptos::html;
use leptos::prelude::*;
use paint::Painter;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// How near to a dot a press has to be [px].
const REACH: f64 = 9.0;
/// When it is found out whether there is a graphics card.
const CARD_ASKED_AFTER: Duration = Duration::from_secs(5);

/// The part of the drawing that the canvas shows, and how large: `scale` is that of places [CSS pixels a unit],
/// `grain` that of dots [times their usual size].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    pub part: Rect,
    pub scale: f64,
    pub grain: f64,
}

impl Window {
    /// Shown at a scale, where type is so many times as large as usual.
    pub fn of(part: Rect, scale: f64, type_size: f64) -> Self {
        Self { part, scale: scale * type_size, grain: type_size }
    }

    /// The place in the drawing under a place on the canvas [CSS pixels].
    fn place(&self, x: f64, y: f64) -> Point {
        Point::new(self.part.x + x / self.scale, self.part.y + y / self.scale)
    }
}

/// The crowd of those who are shown, on the chain as it is drawn.
pub fn crowd(store: Store, drawing: Memo<Arc<ChainDrawing>>) -> Memo<Arc<Crowd>> {
    Memo::new(move |_| {
        let Some(trails) = store.trails.get() else { return Arc::default() };
        let arrivals = store.player.arrivals.get();
        let most = if arrivals == Arrivals::AtOnce { CROWD_AT_ONCE } else { usize::MAX };
        let only = store.persona.get();
        let chain = drawing.get();
        store.journey.with(|journey| {
            let only = only.and_then(|id| journey.personas.iter().position(|p| p.id == id));
            let ground = Ground { journey, chain: &chain, arrivals };
            let today = &trails.today[..most.min(trails.today.len())];
            let what_if = trails.what_if.as_deref().filter(|_| store.changed.get());
            Arc::new(Crowd::new(&ground, today, what_if, |persona| only.is_none_or(|only| only == persona)))
        })
    })
}

/// How many are where at the moment that is shown; while time passes, once a period.
pub fn counts(store: Store, crowd: Memo<Arc<Crowd>>) -> Memo<CrowdCounts> {
    let Player { time, plays, .. } = store.player;
    let period = Memo::new(move |_| time.get().floor());
    Memo::new(move |_| {
        let time = if plays.get() { period.get() } else { time.get() };
        crowd.with(|crowd| crowd.counts(time))
    })
}

/// The canvas: shows the crowd at the moment of the player, in this window on the drawing.
#[component]
pub fn CrowdCanvas(crowd: Memo<Arc<Crowd>>, window: Memo<Window>) -> impl IntoView {
    let store = use_store();
    let player = store.player;
    let canvas: NodeRef<html::Canvas> = NodeRef::new();
    let colours: NodeRef<html::Span> = NodeRef::new();
    let painter = StoredValue::new_local(None::<Painter>);
    // Another theme is another set of colours.
    let theme = Memo::new(move |_| store.session.with(|s| s.theme));
    Effect::new(move |_| {
        theme.track();
        let (Some(canvas), Some(colours)) = (canvas.get(), colours.get()) else { return };
        painter.set_value(Painter::new(&canvas, Colours::of(&colours)));
        player.redraw.notify();
    });
    if let Some(dark) = web_sys::window().and_then(|w| w.match_media("(prefers-color-scheme: dark)").ok().flatten()) {
        let listener = EventListener::new(&dark, "change", move |_| {
            if let (Some(canvas), Some(colours)) = (canvas.get_untracked(), colours.get_untracked()) {
                painter.set_value(Painter::new(&canvas, Colours::of(&colours)));
                player.redraw.notify();
            }
        });
        listener.forget();
    }
    Effect::new(move |_| {
        player.redraw.track();
        // Nobody sees it in another place.
        if store.place.get() != Place::Journey {
            return;
        }
        let (time, window) = (player.time.get(), window.get());
        crowd.with(|crowd| {
            painter.update_value(|painter| {
                if let Some(painter) = painter {
                    painter.paint(crowd, time, &window);
                }
            });
        });
    });
    // Asked when the page has stood for a while: finding out takes a moment that its start needs more.
    set_timeout(move || player.has_card.set_value(device::has_graphics_card()), CARD_ASKED_AFTER);
    follow_by_press(store, canvas, crowd, window);
    view! {
        <canvas class="crowd" node_ref=canvas aria-hidden="true"></canvas>
        <span class="crowd-colours" node_ref=colours hidden=true>{colours::samples()}</span>
    }
}

/// A press on a dot follows its customer, while the crowd stands still: on a link full of moving dots the link is meant.
fn follow_by_press(store: Store, canvas: NodeRef<html::Canvas>, crowd: Memo<Arc<Crowd>>, window: Memo<Window>) {
    let pressed = move |canvas: &web_sys::HtmlElement, event: &web_sys::Event| {
        let event = event.dyn_ref::<web_sys::MouseEvent>()?;
        let frame = canvas.get_bounding_client_rect();
        let (x, y) = (f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top());
        let (time, place) = (store.player.time.get_untracked(), window.with_untracked(|w| w.place(x, y)));
        crowd.with_untracked(|crowd| crowd.nearest(time, place, REACH)).map(|dot| dot.customer as u64)
    };
    Effect::new(move |_| {
        let Some(canvas) = canvas.get() else { return };
        let Some(stage) = canvas.parent_element() else { return };
        // Before the links hear of it.
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&stage, "click", options, move |event| {
            if store.player.plays.get_untracked() {
                return;
            }
            if let Some(customer) = pressed(&canvas, event) {
                event.stop_propagation();
                store.follow(Some(customer));
            }
        })
        .forget();
    });
}

/// Follows a customer whose story is worth telling: one whose fate a change has turned, else one who buys.
pub fn follow_somebody(store: Store) {
    let Some(trails) = store.trails.get_untracked() else { return };
    let wanted = Wanted::of(&trails).first().copied().unwrap_or(Wanted::Anyone);
    let from = trails.today.len().saturating_sub(1);
    store.follow(next(&trails, wanted, from, true).map(|customer| customer as u64));
}
