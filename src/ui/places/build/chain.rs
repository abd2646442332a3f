//! The chain as it is drawn: what holds of the journey, live.

use super::desk::use_desk;
use super::hits::{Drag, Hits};
use crate::app::Place;
use crate::charts::chain::{ChainDrawing, Direction, Lettering, Screen, fitted};
use crate::say;
use crate::ui::places::journey::chain::{Metal, NARROW, Words, laid_out, outline};
use crate::ui::platform::device;
use crate::ui::platform::width::room_of;
use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// How high the chain may be here, where the table is what is worked in [units of the drawing].
const HEIGHT: f64 = 330.0;
/// How long after a change made elsewhere the chain is drawn anew [ms]: the figures come first.
const DRAWN_AFTER: u32 = 150;

#[component]
pub fn DrawnChain() -> impl IntoView {
    let desk = use_desk();
    let store = desk.store;
    let frame: NodeRef<html::Div> = NodeRef::new();
    let (width, _) = room_of(frame, (device::window_width() - 40.0).min(1_060.0));
    let outline = outline(store);
    let newest = laid_out(store, outline, move |journey, lang| {
        let width = width.get();
        let (way, height) = if width < NARROW { (Direction::Down, f64::INFINITY) } else { (Direction::Across, HEIGHT) };
        fitted(&Screen { journey, lang, width, height, way })
    });
    let drawing = drawn_soon(newest, frame, move || {
        outline.with(|_| ());
        width.get()
    });
    let view_box = move || {
        drawing.with(|chain| {
            let size = chain.size;
            format!("{} {} {} {}", size.x, size.y, size.width, size.height)
        })
    };
    // As large as it is drawn, so that no word is too small to read.
    let wide = move || drawing.with(|chain| chain.size.width * chain.scale);
    let high = move || drawing.with(|chain| chain.size.height * chain.scale);
    let letters =
        move |size: fn(&Lettering) -> f64| move || drawing.with(|chain| format!("{}px", size(&chain.lettering)));
    // While another place is looked at, nothing is drawn here for every figure that comes.
    let is_here = Memo::new(move |_| store.place.get() == Place::Build);
    let content = move || {
        is_here.get().then(|| {
            let chain = drawing.get();
            view! { <Metal chain=chain.clone()/> <Words chain=chain/> }
        })
    };
    let drag = Drag::new(desk);
    let hits = move || is_here.get().then(|| view! { <Hits chain=drawing.get() drag=drag/> });
    view! {
        <div class="build-chain" node_ref=frame
            style=("--drawn-name", letters(|l| l.name)) style=("--drawn-value", letters(|l| l.value))
            style=("--drawn-small", letters(|l| l.small)) style=("--drawn-word", letters(|l| l.phase()))
        >
            <div class="build-stage">
                <svg class="chain" viewBox=view_box width=wide height=high aria-hidden="true">{content}</svg>
                <svg class="chain over" viewBox=view_box width=wide height=high role="group"
                    aria-label=move || say!(store, build.chain.title)
                    on:pointermove=move |event| drag.moves(&event, drawing.with_untracked(|chain| chain.size))
                >
                    {hits}
                    {move || drag.line()}
                </svg>
            </div>
            <p class="hint" role="status">{move || drag.said()}</p>
        </div>
    }
}

/// The newest drawing, a little after what it follows has changed: laying out and drawing a large chain takes longer than a key
/// stroke may. At once where the focus is in it, which must find its link again, and where its width is another.
fn drawn_soon(
    newest: Memo<Arc<ChainDrawing>>,
    frame: NodeRef<html::Div>,
    follows: impl Fn() -> f64 + 'static,
) -> RwSignal<Arc<ChainDrawing>> {
    let drawn = RwSignal::new(newest.get_untracked());
    let timer = StoredValue::new_local(None::<Timeout>);
    let held = move || {
        let focus = document().active_element()?;
        frame.get_untracked().is_some_and(|frame| frame.contains(Some(&focus))).then(|| focus.id())
    };
    let draw = move || {
        let newest = newest.get_untracked();
        if drawn.with_untracked(|drawn| *drawn != newest) {
            // The links are made anew. Whoever was at one of them stays there.
            let link = held();
            drawn.set(newest);
            if let Some(link) = link {
                device::focus_then(link, drop);
            }
        }
    };
    Effect::new(move |before: Option<f64>| {
        let width = follows();
        if held().is_some() || before != Some(width) {
            timer.set_value(None);
            draw();
        } else {
            timer.set_value(Some(Timeout::new(DRAWN_AFTER, draw)));
        }
        width
    });
    drawn
}
