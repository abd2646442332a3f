//! The crowd on its canvas over the chain: every dot is a customer that the engine has lived.

mod colours;
mod paint;
mod player;
#[cfg(feature = "style")]
mod sample;

pub use player::Player;
use player::{PlayerBar, use_player};
#[cfg(feature = "style")]
pub use sample::DotSamples;

use crate::app::{CROWD_AT_ONCE, Place};
use crate::charts::chain::ChainDrawing;
use crate::charts::crowd::{Arrivals, Crowd, CrowdCounts, Ground};
use crate::model::Journey;
use crate::ui::platform::device;
use crate::ui::platform::events::{Hears, listen};
use crate::ui::state::{Store, use_store};
use colours::Colours;
use leptos::html;
use leptos::prelude::*;
use paint::Painter;
pub use paint::Window;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// How near to a dot a press has to be [px].
const REACH: f64 = 9.0;
/// When it is found out whether there is a graphics card.
const CARD_ASKED_AFTER: Duration = Duration::from_secs(5);

/// Where the crowd is seen, and who is told how many are where.
#[derive(Clone, Copy)]
pub struct CrowdStage {
    pub drawing: Memo<Arc<ChainDrawing>>,
    pub window: Memo<Window>,
    pub counts: RwSignal<CrowdCounts>,
}

/// The crowd on its stage.
pub fn crowd_on(stage: CrowdStage) -> AnyView {
    let crowd = crowd(use_store(), stage.drawing);
    let counts = counts(crowd);
    Effect::new(move |_| stage.counts.set(counts.get()));
    view! { <CrowdCanvas crowd=crowd window=stage.window/> }.into_any()
}

/// What plays it; the counts are those of the moment that is shown.
pub fn player_of(counts: RwSignal<CrowdCounts>) -> AnyView {
    view! { <PlayerBar counts=counts/> }.into_any()
}

/// The crowd of those who are shown, on the chain as it is drawn.
fn crowd(store: Store, drawing: Memo<Arc<ChainDrawing>>) -> Memo<Arc<Crowd>> {
    let player = use_player();
    let ladders = Memo::new(move |_| store.changed_journey.with(ladders_of));
    Memo::new(move |_| {
        let Some(trails) = store.answers.trails.get() else { return Arc::default() };
        let arrivals = player.arrivals.get();
        let most = if arrivals == Arrivals::AtOnce { CROWD_AT_ONCE } else { usize::MAX };
        let only = store.persona.get();
        let chain = drawing.get();
        store.journey.with(|journey| {
            let lived = ladders.with(|ladders| with_ladders(journey, ladders));
            let journey = lived.as_ref().unwrap_or(journey);
            let only = only.and_then(|id| journey.personas.iter().position(|p| p.id == id));
            let ground = Ground { journey, chain: &chain, arrivals };
            let today = &trails.today[..most.min(trails.today.len())];
            let what_if = trails.what_if.as_deref().filter(|_| store.changed.get());
            Arc::new(Crowd::new(&ground, today, what_if, |persona| only.is_none_or(|only| only == persona)))
        })
    })
}

/// The rungs of each persona's phase-out ladder.
fn ladders_of(journey: &Arc<Journey>) -> Vec<u8> {
    journey.personas.iter().map(|persona| persona.top_rung()).collect()
}

/// The journey with other ladders; `None` where they are its own.
fn with_ladders(journey: &Arc<Journey>, ladders: &[u8]) -> Option<Arc<Journey>> {
    if ladders_of(journey) == ladders {
        return None;
    }
    let mut other = Journey::clone(journey);
    for (persona, rungs) in other.personas.iter_mut().zip(ladders) {
        (persona.tolerance, persona.tolerance_spread) = (*rungs, 0);
    }
    Some(Arc::new(other))
}

/// How many are where at the moment that is shown; while time passes, once a period.
fn counts(crowd: Memo<Arc<Crowd>>) -> Memo<CrowdCounts> {
    let Player { time, plays, .. } = use_player();
    let period = Memo::new(move |_| time.get().floor());
    Memo::new(move |_| {
        let time = if plays.get() { period.get() } else { time.get() };
        crowd.with(|crowd| crowd.counts(time))
    })
}

/// The canvas: shows the crowd at the moment of the player, in this window on the drawing.
#[component]
fn CrowdCanvas(crowd: Memo<Arc<Crowd>>, window: Memo<Window>) -> impl IntoView {
    let store = use_store();
    let player = use_player();
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
        listen(&dark, "change", Hears::Plainly, move |_| {
            if let (Some(canvas), Some(colours)) = (canvas.get_untracked(), colours.get_untracked()) {
                painter.set_value(Painter::new(&canvas, Colours::of(&colours)));
                player.redraw.notify();
            }
        });
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
    let player = use_player();
    let pressed = move |canvas: &web_sys::HtmlElement, event: &web_sys::Event| {
        let event = event.dyn_ref::<web_sys::MouseEvent>()?;
        let frame = canvas.get_bounding_client_rect();
        let (x, y) = (f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top());
        let (time, place) = (player.time.get_untracked(), window.with_untracked(|w| w.place(x, y)));
        crowd.with_untracked(|crowd| crowd.nearest(time, place, REACH)).map(|dot| dot.customer as u64)
    };
    Effect::new(move |_| {
        let Some(canvas) = canvas.get() else { return };
        let Some(stage) = canvas.parent_element() else { return };
        // Before the links hear of it.
        listen(&stage, "click", Hears::First, move |event| {
            if player.plays.get_untracked() {
                return;
            }
            if let Some(customer) = pressed(&canvas, event) {
                event.stop_propagation();
                store.follow(Some(customer));
            }
        });
    });
}
