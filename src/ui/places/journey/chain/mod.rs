//! The chain, drawn: metal below, words above, and on top of both the places that can be pointed at.

mod binding;
mod hits;
mod labels;
mod ladder;
mod marks;
mod metal;
mod notes;
mod zoom;

use super::crowd::{CrowdStage, Player, Window};
use super::parts::Below;
use crate::charts::chain::{ChainDrawing, Direction, Lettering, Outline, Screen, fitted, for_wall};
use crate::charts::crowd::CrowdCounts;
use crate::charts::geometry::Rect;
use crate::model::Journey;
use crate::say;
use crate::ui::platform::device;
use crate::ui::platform::width::{room_of, size_of_window, width_of};
use crate::ui::state::{Store, use_store};
use binding::{BindingMark, Signs};
use hits::Hits;
use labels::MiddleWords;
pub use labels::Words;
use ladder::LadderOf;
pub use ladder::draw as ladder_drawn;
use leptos::html;
use leptos::prelude::*;
use marks::Seals;
pub use metal::Metal;
#[cfg(feature = "style")]
pub use metal::link_alone;
use notes::ChainNotes;
use std::sync::Arc;
use zoom::{ZoomButtons, by_mouse};

/// Windows narrower than this get the chain that runs downwards [CSS pixels].
pub const NARROW: f64 = 720.0;

/// Windows narrower than this have the selected link's strength in a bar at their lower edge; style/frame.css has it too.
const IS_BESIDE: f64 = 1_180.0;

/// What else stands in sight with the chain, where the selected link stands beside it and where it stands under it: the
/// bar at the top, the sentence, the player, the strength [units of a drawing].
const IN_SIGHT: (f64, f64) = (200.0, 276.0);

/// The height of a window that the chain is laid out for, where it stands in a frame that grows with it: a chain that grew
/// with its frame in turn would never end [units of a drawing].
#[derive(Clone, Copy)]
pub struct ChainHeight(pub f64);

/// Lower than this the chain is not made for the sake of the rest [units of a drawing].
const LOWEST: f64 = 380.0;

/// The room of a chain on a wall, given as a context to what stands in it.
#[derive(Clone, Copy)]
pub struct WallRoom {
    /// How high the chain may be [units of the drawing].
    pub height: Memo<f64>,
    /// A unit of the drawing [CSS pixels].
    pub unit: RwSignal<f64>,
}

/// What the chain is drawn from, in the language of the page.
pub fn outline(store: Store) -> Memo<Outline> {
    Memo::new(move |_| store.journey.with(|journey| Outline::of(journey, store.code())))
}

/// Lays the chain out, and again when its outline has changed, or what `draw` follows.
pub fn laid_out(
    store: Store,
    outline: Memo<Outline>,
    draw: impl Fn(&Journey, &'static str) -> ChainDrawing + Send + Sync + 'static,
) -> Memo<Arc<ChainDrawing>> {
    Memo::new(move |_| {
        // Read, not only followed: what nobody has read does not know when it changes.
        outline.with(|_| ());
        store.journey.with_untracked(|journey| Arc::new(draw(journey, store.code())))
    })
}

/// The drawing on a wall: all of it is seen.
fn wall_drawing(store: Store, width: Memo<f64>, room: WallRoom) -> Memo<Arc<ChainDrawing>> {
    laid_out(store, outline(store), move |journey, lang| {
        let width = width.get();
        let (way, height) =
            if width < NARROW { (Direction::Down, f64::INFINITY) } else { (Direction::Across, room.height.get()) };
        for_wall(&Screen { journey, lang, width, height, way })
    })
}

/// The drawing for the journey, the language and the room that there is.
fn drawing(store: Store, width: Memo<f64>, window: Memo<(f64, f64)>) -> Memo<Arc<ChainDrawing>> {
    // A headline of another length is no reason to lay the chain out anew, so its room is the same for all.
    let fixed = use_context::<ChainHeight>();
    let height = Memo::new(move |_| {
        let (width, height) = window.get();
        let height = fixed.map_or(height, |ChainHeight(height)| height);
        (height - if width < IS_BESIDE { IN_SIGHT.1 } else { IN_SIGHT.0 }).max(LOWEST)
    });
    laid_out(store, outline(store), move |journey, lang| {
        let (way, height) =
            if width.get() < NARROW { (Direction::Down, f64::INFINITY) } else { (Direction::Across, height.get()) };
        fitted(&Screen { journey, lang, width: width.get(), height, way })
    })
}

/// The chain with its crowd, the player, and what is said under it.
#[component]
pub fn ChainPanel() -> impl IntoView {
    let store = use_store();
    let frame: NodeRef<html::Div> = NodeRef::new();
    let first = (device::window_width() - 40.0).min(1_060.0);
    let on_wall = use_context::<WallRoom>();
    let (width, large) = match on_wall {
        Some(room) => {
            let pixels = width_of(frame, first);
            (Memo::new(move |_| pixels.get() / room.unit.get()), room.unit)
        }
        None => room_of(frame, first),
    };
    let drawing = match on_wall {
        Some(room) => wall_drawing(store, width, room),
        None => drawing(store, width, size_of_window(large)),
    };
    // Not drawn before its room is known, and so drawn once as the page opens.
    let has_room = RwSignal::new(false);
    Effect::new(move |_| has_room.set(frame.get().is_some()));
    let zoom = RwSignal::new(1.0);
    let whole = Memo::new(move |_| {
        if !has_room.get() {
            return 1.0;
        }
        let (needed, scale) = drawing.with(|chain| (chain.size.width, chain.scale));
        (width.get() / needed / scale).min(1.0)
    });
    // Another journey is seen at its usual size.
    Effect::new(move |_| {
        store.journey.track();
        zoom.set(1.0);
    });
    by_mouse(frame, zoom);
    let horizon = store.journey.with_untracked(|j| f64::from(j.horizon));
    provide_context(Player::new(horizon));
    let window =
        Memo::new(move |_| drawing.with(|chain| Window::of(chain.size, chain.scale * zoom.get(), large.get())));
    let counts = RwSignal::new(CrowdCounts::default());
    let below = expect_context::<Below>();
    let crowd = move || below.get(|parts| parts.crowd).map(|crowd| crowd(CrowdStage { drawing, window, counts }));
    let player = move || below.get(|parts| parts.player).map(|player| player(counts));
    let view_box = move || {
        let Rect { x, y, width, height } = window.get().part;
        format!("{x} {y} {width} {height}")
    };
    let wide = move || window.with(|w| w.part.width * w.scale);
    let high = move || window.with(|w| w.part.height * w.scale);
    let letters =
        move |size: fn(&Lettering) -> f64| move || drawing.with(|chain| format!("{}px", size(&chain.lettering)));
    let metal = move || {
        let chain = drawing.get();
        view! {
            <Metal chain=chain.clone()/>
            <Seals chain=chain.clone()/>
            <BindingMark chain=chain/>
        }
    };
    let over = move || {
        let chain = drawing.get();
        view! {
            <Words chain=chain.clone()/>
            <MiddleWords chain=chain.clone()/>
            <LadderOf chain=chain.clone() counts=counts/>
            <Hits chain=chain.clone()/>
            <Signs chain=chain/>
        }
    };
    let stage = move || {
        view! {
            <div class="chain-stage"
                style=("--drawn-name", letters(|l| l.name)) style=("--drawn-value", letters(|l| l.value))
                style=("--drawn-small", letters(|l| l.small)) style=("--drawn-word", letters(|l| l.phase()))
            >
                <svg class="chain" viewBox=view_box width=wide height=high aria-hidden="true">{metal}</svg>
                {crowd}
                <svg class="chain over" viewBox=view_box width=wide height=high role="group"
                    aria-label=move || say!(store, chain.label)
                >
                    {over}
                </svg>
            </div>
        }
    };
    view! {
        <div class="chain-frame" node_ref=frame>{move || has_room.get().then(stage)}</div>
        <div class="player-place">{player}</div>
        <div class="chain-foot">
            <ChainNotes/>
            <ZoomButtons zoom=zoom whole=whole/>
        </div>
    }
}
