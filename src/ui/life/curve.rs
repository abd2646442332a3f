//! What the customer finds it worth at each reckoning, against the price as it is felt.

use crate::analysis::Story;
use crate::app::worth;
use crate::charts::worth::worth_chart;
use crate::ui::say;
use crate::ui::store::use_store;
use crate::ui::unit;
use leptos::prelude::*;

/// Size of the drawing [CSS pixels].
const SIZE: (f64, f64) = (560.0, 96.0);

#[component]
pub fn WorthCurve(today: Story, what_if: Option<Story>) -> impl IntoView {
    let store = use_store();
    let worths: Vec<_> = [Some(today), what_if].into_iter().flatten().map(|story| worth(&story)).collect();
    let price = worths.iter().map(|w| w.felt_price).fold(0.0, f64::max);
    let last = store.journey.with_untracked(|j| u32::from(j.horizon));
    let lives: Vec<&[(u32, f64)]> = worths.iter().map(|w| w.points.as_slice()).collect();
    let chart = worth_chart(&lives, price, last, SIZE.0, SIZE.1)?;
    let lines = chart.lines.iter().enumerate().map(|(i, line)| {
        let class = if i == 0 { "today" } else { "what-if" };
        line.as_ref().map(|line| {
            view! { <g class=class><path d=line.path.clone()/><circle cx=line.end.x cy=line.end.y r="3"/></g> }
        })
    });
    let lines = lines.collect_view();
    Some(view! {
        <figure class="worth">
            <figcaption>{say!(store, life.worth)}</figcaption>
            <svg viewBox=format!("0 0 {} {}", SIZE.0, SIZE.1) role="img" aria-label=say!(store, life.worth_label)>
                <line class="price" x1=chart.plot.x x2=chart.plot.right() y1=chart.price y2=chart.price/>
                <text x=chart.plot.right() y=chart.price - 5.0 text-anchor="end">{say!(store, life.felt_price)}</text>
                {lines}
            </svg>
            <p class="axis">{unit::as_customer(store)}</p>
        </figure>
    })
}
