//! Which outcome counts.

use crate::analysis::studies::Goal;
use crate::app::Command;
use crate::ui::platform::events::choice_of;
use crate::ui::state::use_store;
use crate::{say, words};
use leptos::prelude::*;

#[component]
pub fn GoalChoice() -> impl IntoView {
    let store = use_store();
    let choose = move |event: web_sys::Event| {
        let chosen = choice_of(&event).and_then(|name| Goal::ALL.into_iter().find(|goal| goal.name() == name));
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
