//! What the figures say: each step with its strength and range, what was noticed, what had to be assumed, and the journey
//! that can be made of it.

use super::counting::Counting;
use super::left_out::SHOWN;
use super::mapping::Mapping;
use super::own::say_own;
use super::state::FigureReading;
use crate::analysis::records::{RareThings, range_of};
use crate::app::records::{Content, MadeJourney, own_of_counts};
use crate::model::data::{CountedJourney, CountedStep, DataFault};
use crate::model::{OwnFigures, order};
use crate::say;
use crate::words::{data, number};
use leptos::prelude::*;

#[component]
pub fn Found(reading: FigureReading) -> impl IntoView {
    let desk = reading.desk;
    let made = RwSignal::new(false);
    Effect::new(move |_| {
        reading.seen.track();
        made.set(false);
    });
    let shown = move || {
        let seen = reading.seen.get();
        let language = desk.store.language.get();
        let mut rare = None;
        let (counted, noticed, result) = match seen.content.as_ref()? {
            Content::Counts { read, made } => {
                let noticed = data::of_counts(language, read);
                (Some(read.counted.clone()), noticed, made.clone())
            }
            Content::Log { doubts, counted, .. } => match counted {
                Ok((counts, made)) => {
                    rare = Some(counts.rare.clone());
                    (Some(counts.counted.clone()), data::of_log(language, counts, doubts), Ok(made.clone()))
                }
                Err(fault) => (None, Vec::new(), Err(fault.clone())),
            },
            Content::Curve(_) => return None,
        };
        let own = counted.as_ref().map(own_of_counts).unwrap_or_default();
        Some(view! {
            {counted.map(|counted| steps_of(reading, &counted))}
            <ul>{noticed.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
            {rare.and_then(|rare| left_out_as_rare(reading, &rare))}
            {made_of(reading, own, result, made)}
        })
    };
    let has_found =
        move || reading.seen.with(|seen| matches!(seen.content, Some(Content::Counts { .. } | Content::Log { .. })));
    view! {
        <section class="data-part" hidden=move || !has_found()>
            <h2>{move || say!(desk, data.found)}</h2>
            <Counting reading=reading/>
            <Mapping reading=reading/>
            {shown}
        </section>
    }
}

fn steps_of(reading: FigureReading, counted: &CountedJourney) -> impl IntoView + use<> {
    let desk = reading.desk;
    let language = desk.store.language.get();
    let row = move |step: &CountedStep| {
        let (held, failed) = (step.tries.held as f64, step.tries.failed as f64);
        let is_known = step.is_strength_known && step.tries.all() > 0;
        let percent = |share: f64| number::percent(language, share, 1);
        let strength = if is_known { percent(held / (held + failed)) } else { say!(desk, data.unknown).to_owned() };
        let range = is_known.then(|| {
            let (low, high) = range_of(held, failed);
            format!("{}–{}", percent(low), percent(high))
        });
        let count = |n: u64| number::count(language, n);
        view! {
            <tr>
                <th scope="row">{step.name.clone()}</th>
                <td>{count(step.reached)}</td>
                <td>{is_known.then(|| count(step.tries.held))}</td>
                <td>{count(step.open)}</td>
                <td>{strength}</td>
                <td>{range}</td>
            </tr>
        }
    };
    let rows = counted.steps.iter().map(row).collect_view();
    view! {
        <div class="data-scroll" tabindex="0" role="group" aria-label=say!(desk, data.found)>
            <table class="data-steps">
                <thead><tr>
                    <th scope="col">{say!(desk, data.step)}</th>
                    <th scope="col">{say!(desk, data.reached)}</th>
                    <th scope="col">{say!(desk, data.went_on)}</th>
                    <th scope="col">{say!(desk, data.open)}</th>
                    <th scope="col">{say!(desk, data.strength)}</th>
                    <th scope="col">{say!(desk, data.range)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// Ways and steps that were left out since hardly anybody took them.
fn left_out_as_rare(reading: FigureReading, rare: &RareThings) -> Option<impl IntoView + use<>> {
    let desk = reading.desk;
    let count = |n: u64| number::count(desk.store.language.get(), n);
    let row = |(name, n): (String, u64)| view! { <tr><th scope="row">{name}</th><td>{count(n)}</td></tr> };
    let steps = rare.steps.iter().cloned();
    let ways = rare.ways.iter().map(|(from, to, taken)| (format!("{from} → {to}"), *taken));
    let mut all: Vec<(String, u64)> = steps.chain(ways).collect();
    order::sort_by_key(&mut all, |(_, times)| u64::MAX - times);
    let (many, shown) = (all.len(), all.len().min(SHOWN));
    let more = (many > shown).then(|| {
        let said = say!(desk, data.rare_first, shown = count(shown as u64), n = count(many as u64));
        view! { <p class="hint">{said}</p> }
    });
    let rows = all.into_iter().take(SHOWN).map(row).collect_view();
    (many > 0).then(|| {
        view! {
            <details class="help">
                <summary>{say!(desk, data.rare_title)}</summary>
                <div class="data-scroll" tabindex="0" role="group" aria-label=say!(desk, data.rare_title)>
                    <table>
                        <thead><tr><th scope="col">{say!(desk, data.rare_what)}</th><th scope="col">{say!(desk, data.rare_times)}</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                {more}
            </details>
        }
    })
}

fn made_of(
    reading: FigureReading,
    own: OwnFigures,
    result: Result<MadeJourney, DataFault>,
    made: RwSignal<bool>,
) -> AnyView {
    let desk = reading.desk;
    let language = desk.store.language.get();
    let result = match result {
        Ok(result) => result,
        Err(fault) => return view! { <p class="wrong" role="alert">{data::fault(language, &fault)}</p> }.into_any(),
    };
    let one = |assumed| view! { <li>{data::assumed(language, assumed)}</li> };
    let assumed = result.assumed.iter().map(one).collect_view();
    let journey = result.journey;
    let make = move |_| {
        desk.begin(journey.clone());
        say_own(desk.store, &own);
        made.set(true);
    };
    // What stands here is of an older answer while another is waited for.
    let waits = move || reading.progress.get().is_some();
    view! {
        <details class="help">
            <summary>{say!(desk, data.assumed)}</summary>
            <ul>{assumed}</ul>
        </details>
        <p><button class="firm" id="data-make" on:click=make disabled=waits>{say!(desk, data.make)}</button></p>
        {move || made.get().then(|| view! { <p role="status">{say!(desk, data.made)}</p> })}
    }
    .into_any()
}
