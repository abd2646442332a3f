//! Which outcome counts.

use crate::analysis::studies::Goal;
use crate::app::Command;
use crate::ui::state::{Store, use_store};
use crate::ui::{say, unit};
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
        view! { <option value=goal.name() selected=is_chosen>{move || goal_name(store, goal)}</option> }
    };
    view! {
        <label class="choice">
            <span>{move || say!(store, goal.title)}</span>
            <select on:change=choose>{Goal::ALL.map(option)}</select>
        </label>
    }
}

/// An outcome's name.
pub fn goal_name(store: Store, goal: Goal) -> String {
    let name = match goal {
        Goal::Conversion => say!(store, goal.conversion),
        Goal::Churn => say!(store, goal.churn),
        Goal::Retention12 => return say!(store, goal.retention, time = unit::periods(store, 12)),
        Goal::RevenuePerArrival => say!(store, goal.revenue),
        Goal::CustomersAtEnd => say!(store, goal.customers),
        Goal::Recommendation => say!(store, goal.recommendation),
    };
    name.to_owned()
}
