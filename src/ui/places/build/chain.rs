//! The chain as it is drawn: what holds of the journey, live.

use super::desk::use_desk;
use super::hits::{Drag, Hits};
use crate::app::Place;
use crate::charts::chain::{Direction, Lettering, Screen, fitted};
use crate::say;
use crate::ui::places::journey::chain::{Metal, NARROW, Words};
use crate::ui::platform::device;
use crate::ui::platform::width::room_of;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// How high the chain may be here, where the table is what is worked in [units of the drawing].
const HEIGHT: f64 = 330.0;

#[component]
pub fn DrawnChain() -> impl IntoView {
    let desk = use_desk();
    let store = desk.store;
    let frame: NodeRef<html::Div> = NodeRef::new();
    let (width, _) = room_of(frame, (device::window_width() - 40.0).min(1_060.0));
    let drawing = Memo::new(move |_| {
        let (lang, width) = (store.code(), width.get());
        let (way, height) = if width < NARROW { (Direction::Down, f64::INFINITY) } else { (Direction::Across, HEIGHT) };
        store.journey.with(|journey| Arc::new(fitted(&Screen { journey, lang, width, height, way })))
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
