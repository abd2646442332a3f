//! Strain test: the outcome under rising strain, and which link gives way first.

use super::question::Sheet;
use crate::analysis::studies::{StrainTest, UnderStrain};
use crate::app::{Panel, gives_way, strain_levels};
use crate::charts::race::{RaceCourse, Runner, race};
use crate::say;
use crate::ui::platform::width::room_of;
use crate::ui::state::{Store, use_store};
use crate::words::{self, goal};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// Height of the drawing [its own units].
const HEIGHT: f64 = 340.0;

#[component]
pub fn Strains() -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| store.answers.findings.with(|f| f.strain.clone()));
    let finding = move || found.get().map(|t| words::straining::finding(&store.teller(), &t));
    let sure = move || {
        found.get().map_or_else(String::new, |t| words::straining::sure(&store.teller(), &t, &levels(store, &t)))
    };
    view! {
        <Sheet panel=Panel::Strain class="sheet strain-test" name=Signal::derive(move || say!(store, straining.name).to_owned())
            finding=Signal::derive(finding) sure=Signal::derive(sure)
            why=Signal::derive(move || vec![say!(store, straining.why).to_owned()])
        >
            {move || found.get().map(|t| view! { <Drawing test=t/> })}
            {move || found.get().map(|t| view! { <Costs test=t/> })}
        </Sheet>
    }
}

/// The outcome by strain; counted on from where the page stands where that is a calm day.
fn levels(store: Store, test: &StrainTest) -> Vec<(f64, f64)> {
    let is_calm = store.work.with(|work| work.scenario.strain == 0.0);
    strain_levels(test, store.stands_at().filter(|_| is_calm))
}

#[component]
fn Drawing(test: Arc<StrainTest>) -> impl IntoView {
    let store = use_store();
    let frame: NodeRef<html::Div> = NodeRef::new();
    let (width, _) = room_of(frame, 560.0);
    let drawing = move || {
        let levels = levels(store, &test);
        let teller = store.teller();
        let turn = gives_way(&test).and_then(|gives_way| {
            let at = levels.iter().position(|(at, _)| *at == gives_way.strain)?;
            Some((at, words::straining::turn(&teller, &gives_way)))
        });
        let end = levels.last().map(|(_, value)| goal::level(&teller, test.outcome, *value))?;
        let scale = goal::on_axis(&teller, test.outcome);
        let runner = Runner { values: levels.iter().map(|(_, value)| value * scale).collect(), label: end };
        let course = RaceCourse {
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
            let words = goal::tick(&teller, test.outcome, t.value, step);
            view! {
                <line class="rule" x1=plot.x x2=plot.right() y1=t.at y2=t.at/>
                <text class="tick" x=plot.x - 8.0 y=t.at + 4.0 text-anchor="end">{words}</text>
            }
        });
        let y_ticks = y_ticks.collect_view();
        let x_ticks = drawn.x_ticks.iter().filter_map(|t| {
            let (at, _) = levels.get(t.value as usize)?;
            let words = words::straining::strain(teller.language, *at);
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
        let label = words::straining::label(&teller, &test, &levels);
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

#[component]
fn Costs(test: Arc<StrainTest>) -> impl IntoView {
    let store = use_store();
    let rows = move || {
        let levels = levels(store, &test);
        let teller = store.teller();
        let level = |strain: f64| levels.iter().find(|(at, _)| *at == strain).map(|(_, value)| *value);
        let row = |point: &UnderStrain| {
            let costs = words::straining::costs(&teller, &test, point);
            let at = match point.strain {
                0.0 => say!(teller, straining.calm).to_owned(),
                strain => words::straining::strain(teller.language, strain),
            };
            view! {
                <tr>
                    <th scope="row">{at}</th>
                    <td class="figure">{level(point.strain).map(|value| goal::level(&teller, test.outcome, value))}</td>
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
