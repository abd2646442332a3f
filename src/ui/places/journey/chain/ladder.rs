//! The phase-out ladder beside the loop: of a hundred who bought, who stands where at the moment that is
//! shown, and who has left.

use crate::charts::chain::{ChainDrawing, Lettering};
use crate::charts::crowd::CrowdCounts;
use crate::charts::ladder::{Ladder, ladder};
use crate::charts::text;
use crate::say;
use crate::ui::state::{Store, use_store};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn LadderOf(chain: Arc<ChainDrawing>, counts: RwSignal<CrowdCounts>) -> impl IntoView {
    let store = use_store();
    let room = chain.ladder?;
    let lettering = chain.lettering;
    let drawn = move || {
        let drawn = counts.with(|counts| ladder(&counts.rungs, counts.left, room))?;
        Some(draw(store, &drawn, lettering))
    };
    Some(view! { <g class="ladder" aria-hidden="true">{drawn}</g> })
}

/// The ladder, with its words in their size.
pub fn draw(store: Store, ladder: &Ladder, lettering: Lettering) -> impl IntoView + use<> {
    let [left, right] = ladder.rails;
    let (most, radius) = (ladder.rungs.len().max(1) as f64, ladder.radius);
    let rungs = ladder.rungs.iter().enumerate().map(|(i, rung)| {
        let dots = rung.dots.iter().map(|d| view! { <circle cx=d.x cy=d.y r=radius/> }).collect_view();
        view! {
            <line class="rung" x1=left x2=right y1=rung.y y2=rung.y/>
            <g class="standing" style=("--heat", format!("{}%", (100.0 * i as f64 / most).round()))>{dots}</g>
        }
    });
    let rungs = rungs.collect_view();
    let gone = ladder.left.iter().map(|d| view! { <circle cx=d.x cy=d.y r=radius/> }).collect_view();
    let rails =
        [left, right].map(|x| view! { <line class="rail" x1=x x2=x y1=ladder.top - 8.0 y2=ladder.bottom + 8.0/> });
    let middle = (left + right) / 2.0;
    let words = [say!(store, chain.ladder).to_owned(), say!(store, chain.ladder_of).to_owned()];
    let lines: Vec<String> =
        words.iter().flat_map(|w| text::wrap(w, lettering.small, lettering.under_ladder(), 3).0).collect();
    let lines = lines.into_iter().enumerate().map(|(i, line)| {
        view! { <text class="unit" x=middle y=ladder.bottom + 10.0 + lettering.small_line() * (i + 1) as f64 text-anchor="middle">{line}</text> }
    });
    let lines = lines.collect_view();
    let top = ladder.left.iter().map(|d| d.y).fold(ladder.top, f64::min) - 8.0;
    view! {
        {rails}
        <line class="rung" x1=left x2=right y1=ladder.top y2=ladder.top/>
        {rungs}
        <g class="gone">{gone}</g>
        <text class="gone-word" x=middle y=top text-anchor="middle">{say!(store, chain.ladder_left)}</text>
        {lines}
    }
}
