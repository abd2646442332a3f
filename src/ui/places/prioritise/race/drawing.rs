//! The curves of the race, as far as it has come.

use crate::analysis::studies::{Budget, WayOfSpending};
use crate::app::race_levels;
use crate::charts::race::{Race, RaceCourse, RaceLane, Runner, race};
use crate::model::order;
use crate::say;
use crate::ui::platform::width::room_of;
use crate::ui::state::{Store, use_store};
use crate::words::{self, goal};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// Height of the drawing [its own units].
const HEIGHT: f64 = 400.0;

#[component]
pub fn Drawing(budget: Arc<Budget>, come: RwSignal<Option<usize>>) -> impl IntoView {
    let store = use_store();
    let frame: NodeRef<html::Div> = NodeRef::new();
    let (width, _) = room_of(frame, 560.0);
    let drawing = move || {
        let levels = race_levels(&budget, store.stands_at());
        let ways: Vec<WayOfSpending> = levels.iter().map(|(way, _)| *way).collect();
        let scale = goal::on_axis(&store.teller(), budget.outcome);
        let runner = |(way, values): &(WayOfSpending, Vec<f64>)| Runner {
            values: values.iter().map(|v| v * scale).collect(),
            label: words::race::way_name(store.language.get(), *way).to_owned(),
        };
        let runners: Vec<Runner> = levels.iter().map(runner).collect();
        let units = budget.units as usize;
        let come = come.get().unwrap_or(units);
        let turn = budget.switch.after.map(|unit| unit as usize).filter(|unit| *unit <= come);
        let course = RaceCourse {
            runners: &runners,
            units,
            come,
            turn: turn.map(|unit| (unit, say!(store, race.turn))),
            width: width.get(),
            height: HEIGHT,
        };
        let drawn = race(&course)?;
        Some(draw(store, &budget, &ways, &drawn, width.get(), words::race::spoken(&store.teller(), &budget, &levels)))
    };
    view! { <div class="race-frame" node_ref=frame>{drawing}</div> }
}

fn draw(
    store: Store,
    budget: &Budget,
    ways: &[WayOfSpending],
    drawn: &Race,
    width: f64,
    label: String,
) -> impl IntoView + use<> {
    let plot = drawn.plot;
    let step = match drawn.y_ticks.as_slice() {
        [first, second, ..] => second.value - first.value,
        _ => 1.0,
    };
    let goal = budget.outcome;
    let y_ticks = drawn.y_ticks.iter().map(|t| {
        view! {
            <line class="rule" x1=plot.x x2=plot.right() y1=t.at y2=t.at/>
            <text class="tick" x=plot.x - 8.0 y=t.at + 4.0 text-anchor="end">{goal::tick(&store.teller(), goal, t.value, step)}</text>
        }
    });
    let y_ticks = y_ticks.collect_view();
    let x_ticks = drawn.x_ticks.iter().map(|t| {
        view! { <text class="tick" x=t.at y=plot.bottom() + 18.0 text-anchor="middle">{t.value.to_string()}</text> }
    });
    let x_ticks = x_ticks.collect_view();
    let turn = drawn.turn.map(|turn| {
        view! {
            <line class="turn" x1=turn.x x2=turn.x y1=plot.y - 14.0 y2=plot.bottom()/>
            <text class="turn-words" x=turn.words.x y=turn.words.y text-anchor=if turn.ends { "end" } else { "start" }>
                {say!(store, race.turn)}
            </text>
        }
    });
    // The best and the weakest-first way are drawn last, over the others.
    let mut order: Vec<(WayOfSpending, &RaceLane)> = ways.iter().copied().zip(&drawn.lanes).collect();
    order::sort_by_key(&mut order, |(way, _)| (*way == WayOfSpending::WeakestFirst, *way == WayOfSpending::BestEffect));
    let lanes = order.into_iter().map(|(way, lane)| one(store, way, lane)).collect_view();
    view! {
        <svg viewBox=format!("0 0 {width} {HEIGHT}") width=width height=HEIGHT role="img" aria-label=label>
            {y_ticks} {x_ticks}
            <text class="tick" x=plot.right() y=plot.bottom() + 35.0 text-anchor="end">{say!(store, race.axis)}</text>
            {turn} {lanes}
        </svg>
    }
}

fn one(store: Store, way: WayOfSpending, lane: &RaceLane) -> impl IntoView + use<> {
    let class = match way {
        WayOfSpending::BestEffect => "lane best",
        WayOfSpending::WeakestFirst => "lane weakest-first",
        WayOfSpending::Moved => "lane moved",
        _ => "lane",
    };
    view! {
        <g class=class>
            <path class="line" d=lane.line.clone()/>
            {lane.leader.clone().map(|d| view! { <path class="leader" d=d/> })}
            <circle class="end" cx=lane.end.x cy=lane.end.y r="3"/>
            <text x=lane.label.x y=lane.label.y>{words::race::way_name(store.language.get(), way)}</text>
        </g>
    }
}
