//! One bar with its interval, and the ring of a strength. Both are for the eye alone; the numbers stand beside them.

use crate::charts::ranking::{DrawnBar, Reach, ring};
use crate::ui::platform::width::in_page;
use leptos::prelude::*;

/// Width that bars are laid out in; they are stretched to the room they have.
pub const WIDTH: f64 = 100.0;
const HEIGHT: f64 = 16.0;
/// Radius of the ring of a perfect link [units of the drawing].
const RING: f64 = 8.5;

/// A bar, laid out in [`WIDTH`].
pub fn bar(drawn: &DrawnBar, zero: f64) -> impl IntoView + use<> {
    let block = |class: &'static str, reach: Reach| {
        view! { <rect class=class x=reach.from width=reach.length() y="1" height=HEIGHT - 2.0/> }
    };
    let middle = HEIGHT / 2.0;
    let whisker = |class: &'static str, reach: Reach| {
        view! { <line class=class x1=reach.from x2=reach.to y1=middle y2=middle vector-effect="non-scaling-stroke"/> }
    };
    view! {
        <svg class="bar" viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {drawn.ceiling.map(|reach| block("ceiling", reach))}
            {block("gain", drawn.bar)}
            <line class="zero" x1=zero x2=zero y1="0" y2=HEIGHT vector-effect="non-scaling-stroke"/>
            {drawn.interval.map(|reach| whisker("interval", reach))}
            {drawn.on_bar.map(|reach| whisker("interval on-bar", reach))}
        </svg>
    }
}

/// A ring as large as a link is strong [0..1].
pub fn strength_ring(strength: f64) -> impl IntoView {
    let size = 2.0 * RING + 3.0;
    let middle = size / 2.0;
    view! {
        <svg class="ring" viewBox=format!("0 0 {size} {size}") style:width=in_page(size) style:height=in_page(size) aria-hidden="true" focusable="false">
            <circle cx=middle cy=middle r=ring(strength, RING)/>
        </svg>
    }
}
