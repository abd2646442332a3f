//! Which outcome counts.

use crate::analysis::studies::Goal;
use crate::app::Command;
use crate::say;
use crate::ui::state::use_store;
use crate::words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

#[component]
pub fn GoalChoice() -> impl IntoView {
    let store = use_store();
    let choose = move |event: web_sys::Event| {
        let select = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlSelectElement>().ok());
        let chosen = select.and_then(|select| Goal::ALL.into_iter().find(|goal| goal.name() == select.value()));
        if let Some(goal) = chosen {
            store.run(Command::SetGoal(goal));
        }
    };
    let option = move |goal: Goal| {
        let is_chosen = move || store.agenda.with(|agenda| agenda.goal == goal);
        view! { <option value=goal.name() selected=is_chosen>{move || words::goal::name(&store.teller(), goal)}</option> }
    };
    view! {
        <label class="choice">
            <span>{move || say!(store, goal.title)}</span>
            <select on:change=choose>{Goal::ALL.map(option)}</select>
        </label>
    }
}
