//! The chain, drawn: metal below, words above, and on top of both the places that can be pointed at.

mod binding;
mod hits;
mod labels;
mod ladder;
mod metal;
mod zoom;

use super::crowd::{CrowdCanvas, Player, PlayerBar, Window, counts, crowd};
use crate::charts::chain::{ChainDrawing, Direction, Room, chain};
use crate::charts::geometry::Rect;
use crate::say;
use crate::ui::platform::device;
use crate::ui::platform::width::room_of;
use crate::ui::state::{Store, use_store};
use binding::{BindingMark, BindingNote};
use hits::Hits;
use labels::{MiddleWords, Words};
use ladder::LadderOf;
#[cfg(feature = "style")]
pub use ladder::draw as ladder_drawn;
use leptos::html;
use leptos::prelude::*;
use metal::Metal;
#[cfg(feature = "style")]
pub use metal::link_alone;
use std::sync::Arc;
use zoom::{ZoomButtons, by_mouse};

/// Windows narrower than this get the chain that runs downwards [CSS pixels].
pub(super) const NARROW: f64 = 720.0;

/// How small the drawing may be shown, of its natural size.
const SMALLEST: f64 = 0.78;

/// The drawing for the journey, the language and the room that there is.
fn drawing(store: Store, width: Memo<f64>) -> Memo<Arc<ChainDrawing>> {
    Memo::new(move |_| {
        let lang = store.code();
        let way = if width.get() < NARROW { Direction::Down } else { Direction::Across };
        store.journey.with(|journey| Arc::new(chain(&Room { journey, lang, width: width.get(), way })))
    })
}

#[component]
pub fn ChainPanel() -> impl IntoView {
    let store = use_store();
    let frame: NodeRef<html::Div> = NodeRef::new();
    let (width, large) = room_of(frame, (device::window_width() - 40.0).min(1_060.0));
    let drawing = drawing(store, width);
    let zoom = RwSignal::new(1.0);
    let whole = Memo::new(move |_| {
        let needed = drawing.with(|chain| chain.size.width);
        (width.get() / needed / scale(needed, width.get())).min(1.0)
    });
    // Another journey is seen at its usual size.
    Effect::new(move |_| {
        store.journey.track();
        zoom.set(1.0);
    });
    by_mouse(frame, zoom);
    let horizon = store.journey.with_untracked(|j| f64::from(j.horizon));
    provide_context(Player::new(horizon));
    let crowd = crowd(store, drawing);
    let window = Memo::new(move |_| {
        drawing.with(|chain| Window::of(chain.size, scale(chain.size.width, width.get()) * zoom.get(), large.get()))
    });
    let counts = counts(crowd);
    let view_box = move || {
        let Rect { x, y, width, height } = window.get().part;
        format!("{x} {y} {width} {height}")
    };
    let wide = move || window.with(|w| w.part.width * w.scale);
    let high = move || window.with(|w| w.part.height * w.scale);
    let metal = move || {
        let chain = drawing.get();
        view! {
            <Metal chain=chain.clone()/>
            <BindingMark chain=chain/>
        }
    };
    let over = move || {
        let chain = drawing.get();
        view! {
            <Words chain=chain.clone()/>
            <MiddleWords chain=chain.clone()/>
            <LadderOf chain=chain.clone() counts=counts/>
            <Hits chain=chain/>
        }
    };
    view! {
        <div class="chain-frame" node_ref=frame>
            <div class="chain-stage">
                <svg class="chain" viewBox=view_box width=wide height=high aria-hidden="true">{metal}</svg>
                <CrowdCanvas crowd=crowd window=window/>
                <svg class="chain over" viewBox=view_box width=wide height=high role="group"
                    aria-label=move || say!(store, chain.label)
                >
                    {over}
                </svg>
            </div>
        </div>
        <div class="chain-foot">
            <BindingNote/>
            <ZoomButtons zoom=zoom whole=whole/>
        </div>
        <PlayerBar counts=counts/>
    }
}

/// A little too wide is shown a little smaller; much too wide can be scrolled.
fn scale(needed: f64, offered: f64) -> f64 {
    (offered / needed).clamp(SMALLEST, 1.0)
}
