//! Strain test: the outcome under rising strain, and which link gives way first.

use super::goal::goal_name;
use super::goal_words;
use crate::analysis::Estimate;
use crate::analysis::studies::{StrainTest, UnderStrain};
use crate::app::{GivesWay, gives_way, strain_levels};
use crate::charts::race::{Course, Runner, race};
use crate::ui::platform::width::room_of;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::Sheet;
use crate::ui::{format, say};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// Height of the drawing [its own units].
const HEIGHT: f64 = 220.0;

#[component]
pub fn Strains() -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| store.findings.with(|f| f.strain.clone()));
    let finding = move || found.get().map(|t| finding(store, &t));
    let sure = move || found.get().map_or_else(String::new, |t| sure(store, &t));
    view! {
        <Sheet class="strain-test" name=Signal::derive(move || say!(store, straining.name).to_owned())
            finding=Signal::derive(finding) sure=Signal::derive(sure)
            why=Signal::derive(move || vec![say!(store, straining.why).to_owned()])
        >
            {move || found.get().map(|t| view! { <Drawing test=t/> })}
            {move || found.get().map(|t| view! { <Costs test=t/> })}
        </Sheet>
    }
}

fn strain(store: Store, strain: f64) -> String {
    format::decimal(store.language.get(), strain, 1)
}

/// The outcome by strain; counted on from where the page stands where that is a calm day.
fn levels(store: Store, test: &StrainTest) -> Vec<(f64, f64)> {
    let is_calm = store.work.with(|work| work.scenario.strain == 0.0);
    strain_levels(test, store.stands_at().filter(|_| is_calm))
}

fn finding(store: Store, test: &StrainTest) -> String {
    let most = test.points.last().map_or(0.0, |p| p.strain);
    let Some(GivesWay { strain: at, first: (link, cost), close }) = gives_way(test) else {
        return say!(store, straining.none, strain = strain(store, most));
    };
    let by = goal_words::size(store, test.outcome, cost.value);
    let (link, at, outcome) = (store.link_name(&link), strain(store, at), goal_name(store, test.outcome));
    match close {
        None => say!(store, straining.title, link = link, strain = at, by = by, outcome = outcome),
        Some((second, also)) => say!(
            store,
            straining.title_close,
            link = link,
            second = store.link_name(&second),
            strain = at,
            by = by,
            also = goal_words::size(store, test.outcome, also.value),
            outcome = outcome
        ),
    }
}

fn sure(store: Store, test: &StrainTest) -> String {
    let levels = levels(store, test);
    let (Some((_, from)), Some((most, to))) = (levels.first(), levels.last()) else { return String::new() };
    let level = |value: &f64| goal_words::level(store, test.outcome, *value);
    let change = test.points.last().and_then(|p| p.change);
    let noise = change.map_or_else(String::new, |c| goal_words::spread(store, test.outcome, &c));
    let outcome = goal_name(store, test.outcome);
    let all = say!(
        store,
        straining.sure,
        strain = strain(store, *most),
        outcome = outcome,
        from = level(from),
        to = level(to),
        noise = noise
    );
    let half = test
        .halves
        .first()
        .map(|h| say!(store, straining.half, link = store.link_name(&h.id), strain = strain(store, h.strain)));
    format!("{all} {}", half.unwrap_or_default())
}

#[component]
fn Drawing(test: Arc<StrainTest>) -> impl IntoView {
    let store = use_store();
    let frame: NodeRef<html::Div> = NodeRef::new();
    let (width, _) = room_of(frame, 560.0);
    let drawing = move || {
        let levels = levels(store, &test);
        let turn = gives_way(&test).and_then(|GivesWay { strain, first, close }| {
            let at = levels.iter().position(|(at, _)| *at == strain)?;
            let first = store.link_name(&first.0);
            Some((
                at,
                match close {
                    None => say!(store, straining.gives_way, link = first),
                    Some((second, _)) => {
                        say!(store, straining.give_way, link = first, second = store.link_name(&second))
                    }
                },
            ))
        });
        let end = levels.last().map(|(_, value)| goal_words::level(store, test.outcome, *value))?;
        let scale = goal_words::on_axis(store, test.outcome);
        let runner = Runner { values: levels.iter().map(|(_, value)| value * scale).collect(), label: end };
        let course = Course {
            units: levels.len().saturating_sub(1),
            come: levels.len(),
            runners: std::slice::from_ref(&runner),
            turn: turn.as_ref().map(|(at, words)| (*at, words.as_str())),
            width: width.get(),
            height: HEIGHT,
        };
        let drawn = race(&course)?;
        let plot = drawn.plot;
        let step = match drawn.y_ticks.as_slice() {
            [first, second, ..] => second.value - first.value,
            _ => 1.0,
        };
        let y_ticks = drawn.y_ticks.iter().map(|t| {
            let words = goal_words::tick(store, test.outcome, t.value, step);
            view! {
                <line class="rule" x1=plot.x x2=plot.right() y1=t.at y2=t.at/>
                <text class="tick" x=plot.x - 8.0 y=t.at + 4.0 text-anchor="end">{words}</text>
            }
        });
        let y_ticks = y_ticks.collect_view();
        let x_ticks = drawn.x_ticks.iter().filter_map(|t| {
            let (at, _) = levels.get(t.value as usize)?;
            let words = strain(store, *at);
            Some(view! { <text class="tick" x=t.at y=plot.bottom() + 18.0 text-anchor="middle">{words}</text> })
        });
        let x_ticks = x_ticks.collect_view();
        let turn = drawn.turn.zip(turn).map(|(turn, (_, words))| {
            view! {
                <line class="turn" x1=turn.x x2=turn.x y1=plot.y - 14.0 y2=plot.bottom()/>
                <text class="turn-words" x=turn.words.x y=turn.words.y text-anchor=if turn.ends { "end" } else { "start" }>
                    {words}
                </text>
            }
        });
        let lane = drawn.lanes.first().map(|lane| {
            view! {
                <g class="lane">
                    <path class="line" d=lane.line.clone()/>
                    <circle class="end" cx=lane.end.x cy=lane.end.y r="3"/>
                    <text x=lane.label.x y=lane.label.y>{runner.label.clone()}</text>
                </g>
            }
        });
        let one = |(at, value): &(f64, f64)| {
            say!(
                store,
                straining.label_one,
                value = goal_words::level(store, test.outcome, *value),
                strain = strain(store, *at)
            )
        };
        let list = levels.iter().map(one).collect::<Vec<_>>().join(", ");
        let label = say!(store, straining.label, outcome = goal_words::capital(store, test.outcome), list = list);
        let width = width.get();
        Some(view! {
            <svg viewBox=format!("0 0 {width} {HEIGHT}") width=width height=HEIGHT role="img" aria-label=label>
                {y_ticks} {x_ticks}
                <text class="tick" x=plot.right() y=plot.bottom() + 35.0 text-anchor="end">{say!(store, straining.axis)}</text>
                {turn} {lane}
            </svg>
        })
    };
    view! { <div class="race-frame" node_ref=frame>{drawing}</div> }
}

/// Links that are named for each strain.
const NAMED: usize = 3;

#[component]
fn Costs(test: Arc<StrainTest>) -> impl IntoView {
    let store = use_store();
    let rows = move || {
        let levels = levels(store, &test);
        let level = |strain: f64| levels.iter().find(|(at, _)| *at == strain).map(|(_, value)| *value);
        let row = |point: &UnderStrain| {
            let cost = |(id, e): (&crate::model::LinkId, Estimate)| {
                let by = goal_words::size(store, test.outcome, e.value);
                say!(store, straining.cost_one, link = store.link_name(id), by = by)
            };
            let tells = point.links.iter().filter_map(|l| Some((&l.id, l.costs.filter(|e| e.low > 0.0)?)));
            let costs = tells.take(NAMED).map(cost).collect::<Vec<_>>().join(", ");
            let at =
                if point.strain == 0.0 { say!(store, straining.calm).to_owned() } else { strain(store, point.strain) };
            view! {
                <tr>
                    <th scope="row">{at}</th>
                    <td class="figure">{level(point.strain).map(|value| goal_words::level(store, test.outcome, value))}</td>
                    <td>{costs}</td>
                </tr>
            }
        };
        test.points.iter().map(row).collect_view()
    };
    view! {
        <details class="help who">
            <summary>{move || say!(store, straining.table)}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{move || say!(store, straining.strain)}</th>
                        <th scope="col">{move || say!(store, straining.outcome)}</th>
                        <th scope="col">{move || say!(store, straining.costs)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}
