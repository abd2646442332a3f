//! What the figures say: each step with its strength and range, what was noticed, what had to be assumed, and the journey
//! that can be made of it.

use super::own::say_own;
use super::state::{Content, FigureReading};
use crate::analysis::records::range_of;
use crate::app::records::{MadeJourney, own_of_counts};
use crate::model::OwnFigures;
use crate::model::data::{CountedJourney, CountedStep, DataFault};
use crate::say;
use crate::ui::platform::events::choice_of;
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
        let (counted, noticed, result) = match seen.content.as_deref()? {
            Content::Counts { read, made } => {
                let noticed = data::of_counts(language, &read.rises, &read.empty, &read.few);
                (Some(read.counted.clone()), noticed, made.clone())
            }
            Content::Log { log, counted } => match counted {
                Ok((counts, made)) => {
                    (Some(counts.counted.clone()), data::of_log(language, counts, &log.doubts), Ok(made.clone()))
                }
                Err(fault) => (None, Vec::new(), Err(fault.clone())),
            },
            Content::Curve(_) => return None,
        };
        let own = counted.as_ref().map(own_of_counts).unwrap_or_default();
        let steps = match seen.content.as_deref() {
            Some(Content::Log { log, .. }) => log.steps.clone(),
            _ => counted.iter().flat_map(|counted| counted.steps.iter().map(|step| step.name.clone())).collect(),
        };
        Some(view! {
            <section class="data-part">
                <h2>{say!(desk, data.found)}</h2>
                {purchase(reading, steps)}
                {counted.map(|counted| steps_of(reading, &counted))}
                <ul>{noticed.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
                {made_of(reading, own, result, made)}
            </section>
        })
    };
    view! { {shown} }
}

/// Which step is the purchase, and for a log which says that a customer has left.
fn purchase(reading: FigureReading, steps: Vec<String>) -> impl IntoView {
    let desk = reading.desk;
    let is_log = matches!(reading.seen.get_untracked().content.as_deref(), Some(Content::Log { .. }));
    let options = |none: &'static str, chosen: Option<String>| {
        let one = |step: &String| {
            let is_chosen = chosen.as_ref() == Some(step);
            view! { <option value=step.clone() selected=is_chosen>{step.clone()}</option> }
        };
        let steps = steps.iter().map(one).collect_view();
        view! { <option value="">{none}</option> {steps} }
    };
    let answers = reading.answers.get_untracked();
    let named = |event: &web_sys::Event| choice_of(event).filter(|code| !code.is_empty());
    let buying = move |event: web_sys::Event| {
        let name = named(&event);
        reading.answer(|answers| answers.purchase = name);
    };
    let going = move |event: web_sys::Event| {
        let name = named(&event);
        reading.answer(|answers| answers.leaving = name);
    };
    let leaving = is_log.then(|| {
        view! {
            <label>
                <span class="form-name">{say!(desk, data.leaving)}</span>
                <select on:change=going>{options(say!(desk, data.no_leaving), answers.leaving.clone())}</select>
            </label>
        }
    });
    view! {
        <div class="data-source">
            <label>
                <span class="form-name">{say!(desk, data.purchase)}</span>
                <select id="data-purchase" on:change=buying>
                    {options(say!(desk, data.by_name), answers.purchase.clone())}
                </select>
            </label>
            {leaving}
        </div>
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
    view! {
        <details class="help">
            <summary>{say!(desk, data.assumed)}</summary>
            <ul>{assumed}</ul>
        </details>
        <p><button class="firm" id="data-make" on:click=make>{say!(desk, data.make)}</button></p>
        {move || made.get().then(|| view! { <p role="status">{say!(desk, data.made)}</p> })}
    }
    .into_any()
}
