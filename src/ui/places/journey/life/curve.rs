//! What the customer finds it worth at each reckoning, against the price as it is felt.

use crate::analysis::Story;
use crate::app::worth;
use crate::charts::worth::{Weighed, WorthChart, worth_chart};
use crate::say;
use crate::ui::platform::width::{in_page, room_of};
use crate::ui::state::{Store, use_store};
use crate::words::{number, unit};
use leptos::prelude::*;

/// Height of the drawing [its units].
const HEIGHT: f64 = 116.0;

#[component]
pub fn WorthCurve(today: Story, what_if: Option<Story>) -> impl IntoView {
    let store = use_store();
    let frame: NodeRef<leptos::html::Div> = NodeRef::new();
    let (width, _) = room_of(frame, 560.0);
    let worths: Vec<_> = [Some(today), what_if].into_iter().flatten().map(|story| worth(&story)).collect();
    let price = worths.iter().map(|w| w.felt_price).fold(0.0, f64::max);
    let last = store.journey.with_untracked(|j| u32::from(j.horizon));
    // Who never came to a reckoning has nothing to weigh.
    worths.iter().any(|w| !w.points.is_empty()).then(|| {
        let drawing = move || {
            let lives: Vec<&[(u32, f64)]> = worths.iter().map(|w| w.points.as_slice()).collect();
            let weighed = Weighed { lives: &lives, price, price_words: say!(store, life.felt_price), last };
            worth_chart(&weighed, width.get(), HEIGHT).map(|chart| draw(store, &chart, width.get()))
        };
        view! {
            <figure class="worth">
                <figcaption>{say!(store, life.worth)}</figcaption>
                <div class="worth-frame" node_ref=frame>{drawing}</div>
            </figure>
        }
    })
}

fn draw(store: Store, chart: &WorthChart, width: f64) -> impl IntoView + use<> {
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
            view! { <g class=class><path d=line.path.clone()/><circle cx=line.end.x cy=line.end.y r="3"/></g> }
        })
    });
    let lines = lines.collect_view();
    view! {
        <svg viewBox=format!("0 0 {width} {HEIGHT}") role="img" aria-label=say!(store, life.worth_label)>
            <line class="price" x1=plot.x x2=plot.right() y1=price.y y2=price.y/>
            {words} {ticks} {lines}
        </svg>
        <p class="axis" style:padding-right=in_page(width - plot.right())>{unit::as_customer(&store.teller())}</p>
    }
}
