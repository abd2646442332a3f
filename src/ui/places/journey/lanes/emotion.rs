//! The emotion curve: the simulated mood, by touchpoint up to the purchase and by period as a customer after it; today,
//! the what-if, and each persona thinly behind.

use super::chooser;
use crate::analysis::{Outcome, Report};
use crate::app::{Emotion, emotion, report_of};
use crate::charts::lanes::{Columns, Line, Mood, MoodCurve, curve};
use crate::model::{LinkId, PersonaId};
use crate::ui::platform::width::in_page;
use crate::ui::state::{Store, use_store};
use crate::ui::{format, say, unit};
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
                <p class="hint">{move || each(store)}" "{move || say!(store, lanes.mood_hint, period = unit::period(store))}</p>
            </figcaption>
            <div class="lane-scroll">
                {drawing}
                <div class="lane-foot">
                    {names}
                    <p class="axis">{move || unit::as_customer(store)}</p>
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
    match found(store) {
        None => String::new(),
        Some(Emotion::NeverFalls) => say!(store, lanes.never_falls).to_owned(),
        Some(Emotion::FallsMost { link, .. }) => say!(store, lanes.falls, link = store.link_name(&link)),
        Some(Emotion::FallsNow { link, before, .. }) => {
            say!(store, lanes.falls_now, link = store.link_name(&link), before = store.link_name(&before))
        }
    }
}

/// By how much.
fn each(store: Store) -> Option<String> {
    match found(store)? {
        Emotion::FallsMost { each, .. } | Emotion::FallsNow { each, .. } => {
            Some(say!(store, lanes.each, n = price(store, each)))
        }
        Emotion::NeverFalls => None,
    }
}

/// "−0.24"
pub fn price(store: Store, value: f64) -> String {
    format::signed(store.language.get(), value, 2)
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
        .map(|(id, _)| (store.persona_name(id).split(',').next().unwrap_or_default().to_owned(), "one"))
        .chain([(if changed { say!(store, retention.today) } else { say!(store, lanes.all) }.to_owned(), "today")])
        .chain(changed.then(|| (say!(store, retention.what_if).to_owned(), "what-if")))
        .collect();
    let end = |mood: &Mood| mood.after.last().copied();
    let lines = drawn.lines.iter().zip(&moods).zip(names).map(|((line, mood), (name, class))| {
        let value = end(mood).map(|v| price(store, v)).unwrap_or_default();
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
        view! { <text class="tick" x="0" y=beside>{price(store, t.value)}</text> }
    });
    let y_ticks = y_ticks.collect_view();
    let x_ticks = drawn.x_ticks.iter().map(|t| {
        view! { <text class="tick" x=t.at y=HEIGHT + 13.0 text-anchor="middle">{format::whole(language, t.value)}</text> }
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
    let mut parts = Vec::new();
    let outcome = &report.today;
    let at = |link: &&LinkId| outcome.mood_by_link.contains_key(*link);
    let met: Vec<&LinkId> = columns.links.iter().take(columns.before).filter(at).collect();
    let mood = |link: &LinkId| price(store, outcome.mood_by_link.get(link).copied().unwrap_or_default());
    if let (Some(first), Some(last)) = (met.first(), met.last()) {
        let (from, to) = (store.link_name(first), store.link_name(last));
        parts.push(say!(store, lanes.curve_before, first = mood(first), from = from, last = mood(last), to = to));
    }
    let ends = |o: &Outcome| o.mood_by_tenure.first().copied().zip(o.mood_by_tenure.last().copied());
    if let Some((first, last)) = ends(outcome) {
        let (time, period) = (unit::periods(store, outcome.mood_by_tenure.len() as u64), unit::period(store));
        let (first, last) = (price(store, first), price(store, last));
        parts.push(say!(store, lanes.curve_after, first = first, period = period, last = last, time = time));
    }
    if let Some((first, last)) = report.what_if.as_ref().filter(|_| store.changed.get()).and_then(ends) {
        parts.push(say!(store, lanes.curve_changed, first = price(store, first), last = price(store, last)));
    }
    parts
}
