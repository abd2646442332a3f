//! Which phase each step is in and what it is in the journey that is made: as its name or its place says, unless somebody says
//! otherwise.

use super::state::FigureReading;
use crate::app::records::{Content, MadeJourney, Seen};
use crate::model::edit::Beginnings;
use crate::model::{PhaseId, Role, Stage};
use crate::say;
use crate::ui::platform::events::choice_of;
use crate::words::building;
use leptos::prelude::*;
use std::sync::Arc;

/// How the two things are sent that a step after the purchase can be.
const PLAIN: &str = "plain";
const OFFER: &str = "offer";

/// A step of which it can be said what it is.
#[derive(Clone, PartialEq)]
struct Mapped {
    name: String,
    stage: Stage,
    /// What it is, where that is not said here.
    fixed: Option<Role>,
}

#[component]
pub fn Mapping(reading: FigureReading) -> impl IntoView {
    let desk = reading.desk;
    let beginnings = StoredValue::new(building::beginnings());
    // Only another list of steps makes the rows anew, so that whoever chooses stays where they are.
    let steps = Memo::new(move |_| Arc::new(reading.seen.with(|seen| steps_of(seen))));
    let are_none = move || steps.with(|steps| steps.is_empty());
    let rows = move || {
        let row = |(at, step): (usize, &Mapped)| row(reading, beginnings, at, step.clone());
        steps.with(|steps| steps.iter().enumerate().map(row).collect_view())
    };
    view! {
        <details class="help data-mapping" hidden=are_none>
            <summary>{move || say!(desk, data.phases_title)}</summary>
            <p class="hint">{move || say!(desk, data.phases_lead)}</p>
            <div class="data-scroll" tabindex="0" role="group" aria-label=move || say!(desk, data.phases_title)>
                <table>
                    <thead><tr>
                        <th scope="col">{move || say!(desk, data.step)}</th>
                        <th scope="col">{move || say!(desk, build.column.phase)}</th>
                        <th scope="col">{move || say!(desk, build.column.role)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

fn made_in(seen: &Seen) -> Option<&MadeJourney> {
    match &seen.content {
        Some(Content::Log { counted: Ok((_, made)), .. } | Content::Counts { made: Ok(made), .. }) => Some(made),
        _ => None,
    }
}

fn steps_of(seen: &Seen) -> Vec<Mapped> {
    let Some(made) = made_in(seen) else { return Vec::new() };
    let steps = made.steps.iter().zip(&made.journey.touchpoints);
    let mapped = steps.map(|(name, touchpoint)| {
        let stage = made.journey.stage(&touchpoint.phase).unwrap_or(Stage::Before);
        let is_free = stage == Stage::After && matches!(touchpoint.role, Role::Plain | Role::Offer);
        Mapped { name: name.clone(), stage, fixed: (!is_free).then_some(touchpoint.role) }
    });
    mapped.collect()
}

fn row(reading: FigureReading, beginnings: StoredValue<Beginnings>, at: usize, step: Mapped) -> impl IntoView {
    let desk = reading.desk;
    let language = move || desk.store.language.get();
    // What was found stays while it is counted anew, and what is chosen meanwhile too.
    let found = Memo::new(move |_| {
        let in_journey = |made: &MadeJourney| {
            let touchpoint = made.journey.touchpoints.get(at)?;
            Some((touchpoint.phase.clone(), touchpoint.role))
        };
        reading.seen.with(|seen| made_in(seen).and_then(in_journey)).unwrap_or_default()
    });
    let Mapped { name, stage, fixed } = step;
    let step_name = StoredValue::new(name.clone());
    let phase = move || found.with(|(phase, _)| phase.to_string());
    let phases = move || {
        let chosen = untrack(phase);
        let all = beginnings.with_value(Beginnings::all_phases).into_iter().filter(|phase| phase.stage == stage);
        let one = all.map(|phase| {
            let words = phase.name.get(language().code()).to_owned();
            let is_chosen = phase.id.as_str() == chosen;
            view! { <option value=phase.id.to_string() selected=is_chosen>{words}</option> }
        });
        one.collect_view()
    };
    let choose_phase = move |event: web_sys::Event| {
        let Some(code) = choice_of(&event) else { return };
        let name = step_name.get_value();
        reading.answer(|answers| {
            answers.said.phases.retain(|(step, _)| *step != name);
            answers.said.phases.push((name, PhaseId(code)));
        });
    };
    let role = move || found.with(|(_, role)| if *role == Role::Offer { OFFER } else { PLAIN });
    let choose_role = move |event: web_sys::Event| {
        let Some(code) = choice_of(&event) else { return };
        let name = step_name.get_value();
        reading.answer(|answers| {
            answers.said.offers.retain(|step| *step != name);
            answers.said.offers.extend((code == OFFER).then_some(name));
        });
    };
    let role_choice = move || {
        let chosen = untrack(role);
        let one = |(code, role): (&'static str, Role)| {
            let words = move || building::role(language(), role);
            view! { <option value=code selected=code == chosen>{words}</option> }
        };
        let options = [(PLAIN, Role::Plain), (OFFER, Role::Offer)].map(one).collect_view();
        let label = move || say!(desk, data.role_of, step = step_name.get_value());
        view! { <select aria-label=label prop:value=role on:change=choose_role>{options}</select> }
    };
    let what = match fixed {
        Some(role) => (move || building::role(language(), role)).into_any(),
        None => role_choice().into_any(),
    };
    let label = move || say!(desk, data.phase_of, step = step_name.get_value());
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td><select aria-label=label prop:value=phase on:change=choose_phase>{phases}</select></td>
            <td>{what}</td>
        </tr>
    }
}
