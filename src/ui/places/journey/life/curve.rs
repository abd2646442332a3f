//! What the customer finds it worth after each event, against the price as it is felt.

use super::walk::Walk;
use crate::analysis::Story;
use crate::app::{Worth, worth};
use crate::charts::worth::{Valued, Weighed, WorthChart, worth_chart};
use crate::say;
use crate::ui::platform::width::{in_page, room_of};
use crate::ui::state::{Store, use_store};
use crate::words::{number, unit};
use leptos::prelude::*;

/// Height of the drawing [its units].
const HEIGHT: f64 = 116.0;

#[component]
pub fn WorthCurve(today: Story, what_if: Option<Story>, walk: Walk) -> impl IntoView {
    let store = use_store();
    let frame: NodeRef<leptos::html::Div> = NodeRef::new();
    let (width, _) = room_of(frame, 560.0);
    let worths: Vec<_> = [Some(today), what_if].into_iter().flatten().map(|story| worth(&story)).collect();
    let price = worths.iter().map(|w| w.felt_price).fold(0.0, f64::max);
    let last = store.journey.with_untracked(|j| u32::from(j.horizon));
    // Who never bought has nothing to weigh.
    worths.iter().any(|w| !w.points.is_empty()).then(|| {
        let drawing = move || {
            let valued = |w: &Worth| w.points.iter().map(|p| (p.time, p.worth, p.is_check)).collect::<Vec<Valued>>();
            let all: Vec<Vec<Valued>> = worths.iter().map(valued).collect();
            let lives: Vec<&[Valued]> = all.iter().map(Vec::as_slice).collect();
            let weighed = Weighed { lives: &lives, price, price_words: say!(store, life.felt_price), last };
            worth_chart(&weighed, width.get(), HEIGHT)
                .map(|chart| draw(store, chart, width.get(), walk, worths.clone()))
        };
        view! {
            <figure class="worth">
                <figcaption>{say!(store, life.worth)}</figcaption>
                <div class="worth-frame" node_ref=frame>{drawing}</div>
                <p class="hint">{say!(store, life.worth_key)}</p>
            </figure>
        }
    })
}

fn draw(store: Store, chart: WorthChart, width: f64, walk: Walk, worths: Vec<Worth>) -> impl IntoView + use<> {
    let language = store.language.get();
    let (plot, price) = (chart.plot, &chart.price);
    let words = price.words.iter().map(|(line, at)| view! { <text x=at.x y=at.y>{line.clone()}</text> }).collect_view();
    let ticks = chart.x_ticks.iter().map(|t| {
        view! { <text x=t.at y=plot.bottom() + 16.0 text-anchor="middle">{number::whole(language, t.value)}</text> }
    });
    let ticks = ticks.collect_view();
    let lines = chart.lines.iter().enumerate().map(|(i, line)| {
        let class = if i == 0 { "today" } else { "what-if" };
        line.as_ref().map(|line| {
            let checks = line.checks.iter().map(|at| view! { <circle cx=at.x cy=at.y r="2.2"/> }).collect_view();
            view! { <g class=class><path d=line.path.clone()/>{checks}</g> }
        })
    });
    let lines = lines.collect_view();
    let axis_end = in_page(width - plot.right());
    let (top, bottom, level) = (plot.y, plot.bottom(), price.y);
    // Where one stands in the life.
    let here = move || {
        let (_, told) = walk.here()?;
        let points = &worths.get(usize::from(walk.with_change.get()).min(worths.len() - 1))?.points;
        let x = chart.x_of(points.iter().find(|point| point.at == told.at)?.time);
        Some(view! { <line class="here" x1=x x2=x y1=top y2=bottom/> })
    };
    view! {
        <svg viewBox=format!("0 0 {width} {HEIGHT}") role="img" aria-label=say!(store, life.worth_label)>
            <line class="price" x1=plot.x x2=plot.right() y1=level y2=level/>
            {here} {words} {ticks} {lines}
        </svg>
        <p class="axis" style:padding-right=axis_end>{unit::as_customer(&store.teller())}</p>
    }
}
