//! The ranking as one drawing, for whoever takes it away: on the page it is a table.

use crate::analysis::studies::Ranking;
use crate::charts::ranking::{Bar, DrawnBar, Reach, bars};
use crate::charts::text::shorten;
use crate::say;
use crate::ui::state::Store;
use crate::words::{self, gain};
use leptos::prelude::*;

/// Links that are drawn, and the height of each [the drawing's units].
const LINKS: usize = 12;
const ROW: f64 = 30.0;
/// From where to where names, bars and figures stand.
const NAMES: f64 = 250.0;
const BARS: f64 = 460.0;
const FIGURES: f64 = 140.0;
const GAP: f64 = 14.0;
const WIDTH: f64 = NAMES + GAP + BARS + GAP + FIGURES;
/// Size of the type, and half the height of a bar.
const TYPE: f64 = 14.0;
const HALF: f64 = 8.0;

/// The drawing, once there is a ranking; nothing while the room bets.
pub fn drawn(store: Store) -> Option<impl IntoView> {
    let ranking = store.answers.findings.with(|findings| findings.ranking.clone())?;
    let is_covered = store.agenda.with(|agenda| agenda.is_covered);
    (!is_covered && !ranking.links.is_empty()).then(|| draw(store, &ranking))
}

fn draw(store: Store, ranking: &Ranking) -> impl IntoView + use<> {
    let teller = store.teller();
    let goal = ranking.outcome;
    let of = |at: usize| {
        let link = ranking.links.get(at)?;
        Some(Bar { gain: link.gives(goal), ceiling: link.could_give(goal).map(|gain| gain.value) })
    };
    let all = bars(&(0..ranking.links.len()).filter_map(of).collect::<Vec<_>>(), BARS);
    let binding = ranking.binding.as_ref().map(|binding| &binding.link);
    let rows = ranking.links.iter().zip(&all.bars).take(LINKS).enumerate().map(|(at, (link, bar))| {
        let middle = (at as f64 + 0.5) * ROW;
        let told = link.gives(goal).map(|gain| gain::as_told(&teller, goal, gain));
        let (value, noise) = told.map_or_else(
            || (say!(teller, outcomes.none).to_owned(), String::new()),
            |told| (gain::figure(&teller, goal, &told), gain::noise(&teller, goal, &told)),
        );
        let name = shorten(&teller.link_name(&link.id), TYPE, NAMES);
        view! {
            <g class:binds=binding == Some(&link.id)>
                <text class="name" x=NAMES y=middle + 5.0 text-anchor="end">{name}</text>
                <g class="bar" transform=format!("translate({} {middle})", NAMES + GAP)>{drawn_bar(bar, all.zero)}</g>
                <text class="gives" x=NAMES + GAP + BARS + GAP y=middle + 5.0>
                    <tspan class="value">{value}</tspan>" "<tspan class="noise">{noise}</tspan>
                </text>
            </g>
        }
    });
    let rows = rows.collect_view();
    let height = ranking.links.len().min(LINKS) as f64 * ROW;
    let label = words::ranking::under(&teller, ranking);
    let title = words::ranking::title(&teller, ranking);
    view! {
        <section class="question">
            <h2><span class="finding">{title}</span></h2>
            <svg class="ranked-picture" viewBox=format!("0 0 {WIDTH} {height}") role="img" aria-label=label>{rows}</svg>
        </section>
    }
}

fn drawn_bar(bar: &DrawnBar, zero: f64) -> impl IntoView + use<> {
    let block = |class: &'static str, reach: Reach| {
        view! { <rect class=class x=reach.from width=reach.length() y=-HALF height=2.0 * HALF/> }
    };
    let whisker =
        |class: &'static str, reach: Reach| view! { <line class=class x1=reach.from x2=reach.to y1=0.0 y2=0.0/> };
    view! {
        {bar.ceiling.map(|reach| block("ceiling", reach))}
        {block("gain", bar.bar)}
        <line class="zero" x1=zero x2=zero y1=-HALF - 2.0 y2=HALF + 2.0/>
        {bar.interval.map(|reach| whisker("interval", reach))}
        {bar.on_bar.map(|reach| whisker("interval on-bar", reach))}
    }
}
