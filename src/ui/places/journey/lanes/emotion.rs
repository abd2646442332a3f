//! The emotion curve: the simulated mood, by touchpoint up to the purchase and by period as a customer after it; today,
//! the what-if, and each persona thinly behind.

use super::chooser::chooser;
use crate::analysis::{Outcome, Report};
use crate::app::{Emotion, emotion, report_of};
use crate::charts::lanes::{Columns, Line, Mood, MoodCurve, curve};
use crate::model::{LinkId, PersonaId};
use crate::say;
use crate::ui::platform::width::in_page;
use crate::ui::state::{Store, use_store};
use crate::words::{self, number, unit};
use leptos::prelude::*;
use std::sync::Arc;

/// Height of the curve and of the axis under it [units of the drawing].
const HEIGHT: f64 = 156.0;
const AXIS: f64 = 18.0;

#[component]
pub fn EmotionLane(
    columns: Memo<Arc<Columns>>,
    /// Whether the touchpoints are named under the curve: no other lane stands right below and names them.
    named: bool,
) -> impl IntoView {
    let store = use_store();
    let drawing = move || store.report.get().map(|report| draw(store, &columns.get(), &report));
    let names = move || {
        let columns = columns.get();
        let links = columns.links.iter().take(columns.before).cloned();
        let cells = links.map(|link| view! { <li style:width=in_page(columns.column)>{chooser(store, link)}</li> });
        let cells = cells.collect_view();
        view! { <ol class="lane-names">{named.then_some(cells)}</ol> }
    };
    view! {
        <figure class="emotion">
            <figcaption>
                <h2>{move || title(store)}</h2>
                <p class="hint">{move || each(store)}" "{move || say!(store, lanes.mood_hint, period = unit::period(&store.teller()))}</p>
            </figcaption>
            <div class="lane-scroll">
                {drawing}
                <div class="lane-foot">
                    {names}
                    <p class="axis">{move || unit::as_customer(&store.teller())}</p>
                </div>
            </div>
        </figure>
    }
}

fn found(store: Store) -> Option<Emotion> {
    let report = store.report.get()?;
    store.work.with(|w| emotion(w, &report))
}

/// The finding.
pub fn title(store: Store) -> String {
    words::lane::title(&store.teller(), found(store).as_ref())
}

/// By how much the mood falls.
fn each(store: Store) -> Option<String> {
    words::lane::each(&store.teller(), &found(store)?)
}

fn mood<'a>(columns: &Columns, outcome: &'a Outcome) -> Mood<'a> {
    let at = |link: &LinkId| outcome.mood_by_link.get(link).copied();
    Mood { before: columns.links.iter().take(columns.before).map(at).collect(), after: &outcome.mood_by_tenure }
}

/// The personas' reports, where everybody's is shown.
fn personas(store: Store, report: &Report) -> Vec<(PersonaId, Report)> {
    let ids: Vec<PersonaId> = match store.persona.get() {
        None => store.journey.with(|j| j.personas.iter().map(|p| p.id.clone()).collect()),
        Some(_) => Vec::new(),
    };
    let each = ids.into_iter().filter_map(|id| report_of(report, &id).map(|r| (id, r)));
    each.collect::<Vec<_>>().into_iter().filter(|_| report.today.by_persona.len() > 1).collect()
}

/// The world that is looked at.
fn now(report: &Report, changed: bool) -> &Outcome {
    report.what_if.as_ref().filter(|_| changed).unwrap_or(&report.today)
}

fn draw(store: Store, columns: &Columns, report: &Report) -> impl IntoView + use<> {
    let changed = store.changed.get() && report.what_if.is_some();
    let personas = personas(store, report);
    let mut moods: Vec<Mood> = personas.iter().map(|(_, r)| mood(columns, now(r, changed))).collect();
    moods.push(mood(columns, &report.today));
    moods.extend(report.what_if.as_ref().filter(|_| changed).map(|w| mood(columns, w)));
    let drawn = curve(columns, &moods, HEIGHT);
    let names: Vec<(String, &'static str)> = personas
        .iter()
        .map(|(id, _)| (store.teller().first_name(id), "one"))
        .chain([(if changed { say!(store, retention.today) } else { say!(store, lanes.all) }.to_owned(), "today")])
        .chain(changed.then(|| (say!(store, retention.what_if).to_owned(), "what-if")))
        .collect();
    let end = |mood: &Mood| mood.after.last().copied();
    let lines = drawn.lines.iter().zip(&moods).zip(names).map(|((line, mood), (name, class))| {
        let value = end(mood).map(|v| words::lane::price(store.language.get(), v)).unwrap_or_default();
        one(line, class, format!("{name} {value}"))
    });
    let lines = lines.collect_view();
    let label = format!("{}. {}", title(store), sentences(store, columns, report).join(" "));
    let width = columns.width();
    view! {
        <svg viewBox=format!("0 0 {width} {}", HEIGHT + AXIS) style:width=in_page(width) role="img" aria-label=label>
            {axes(store, &drawn, width)} {lines}
        </svg>
    }
}

fn axes(store: Store, drawn: &MoodCurve, width: f64) -> impl IntoView + use<> {
    let language = store.language.get();
    let y_ticks = drawn.y_ticks.iter().map(|t| {
        let beside = t.at + if t.value > 0.0 { -3.0 } else { 12.0 };
        view! { <text class="tick" x="0" y=beside>{words::lane::price(store.language.get(), t.value)}</text> }
    });
    let y_ticks = y_ticks.collect_view();
    let x_ticks = drawn.x_ticks.iter().map(|t| {
        view! { <text class="tick" x=t.at y=HEIGHT + 13.0 text-anchor="middle">{number::whole(language, t.value)}</text> }
    });
    let x_ticks = x_ticks.collect_view();
    view! {
        <line class="zero" x1="0" x2=width y1=drawn.zero y2=drawn.zero/>
        <line class="purchase" x1=drawn.purchase x2=drawn.purchase y1="0" y2=HEIGHT/>
        {y_ticks} {x_ticks}
    }
}

fn one(line: &Line, class: &'static str, label: String) -> impl IntoView + use<> {
    let dots =
        (class != "one").then(|| line.dots.iter().map(|p| view! { <circle cx=p.x cy=p.y r="3"/> }).collect_view());
    let end = line.end.map(|p| view! { <text x=p.x y=p.y>{label}</text> });
    view! { <g class=class><path d=line.before.clone()/><path d=line.after.clone()/>{dots}{end}</g> }
}

/// The curve in words, under its finding.
pub fn sentences(store: Store, columns: &Columns, report: &Report) -> Vec<String> {
    words::lane::sentences(&store.teller(), columns, report, store.changed.get())
}
