//! What does not hold yet, in one list, with the way there and what helps. It can be hidden, and stays hidden.

use super::desk::{Desk, use_desk};
use super::marks::FORM;
use crate::model::edit::{Edit, mend};
use crate::model::{Location, PartId, Problem};
use crate::say;
use crate::ui::platform::device;
use crate::ui::platform::keeping::Wish;
use crate::words::building;
use leptos::prelude::*;

/// More than this are listed when asked for.
const LISTED: usize = 12;
const LIST: &str = "build-problems-list";

#[component]
pub fn Problems() -> impl IntoView {
    let desk = use_desk();
    let hidden = desk.is_unmarked;
    let is_whole = RwSignal::new(false);
    let count = move || desk.problems.with(|all| all.len());
    let hint = move || {
        if desk.store.session.with(|s| s.work.stands_still()) {
            say!(desk, build.problems_still)
        } else {
            say!(desk, build.problems_hint)
        }
    };
    let all = move || {
        let problems = desk.problems.get();
        let most = if is_whole.get() { problems.len() } else { LISTED };
        let list: Vec<Problem> = problems.iter().take(most).cloned().collect();
        list.into_iter().map(|problem| one(desk, problem)).collect_view()
    };
    let rest = move || {
        let more = count().saturating_sub(LISTED);
        // What was pressed goes: the list has the focus instead.
        let press = move |_| {
            is_whole.set(true);
            device::focus_soon(LIST);
        };
        (more > 0 && !is_whole.get() && !hidden.get()).then(|| {
            view! { <button class="plain" on:click=press>{building::how_many_more(&desk, more)}</button> }
        })
    };
    let body = move || {
        let word = move || if hidden.get() { say!(desk, build.problems_show) } else { say!(desk, build.problems_hide) };
        (count() > 0).then(|| {
            view! {
                <h2>{move || building::how_many(&desk, count())}</h2>
                <p class="hint">{hint}</p>
                <ul id=LIST tabindex="-1" hidden=move || hidden.get()>{all}</ul>
                {rest}
                <button class="plain" aria-expanded=move || (!hidden.get()).to_string()
                    on:click=move |_| {
                        hidden.update(|hidden| *hidden = !*hidden);
                        Wish::NoMarks.keep(hidden.get_untracked());
                    }
                >
                    {word}
                </button>
            }
        })
    };
    view! { <section class="build-problems" role="status">{body}</section> }
}

fn one(desk: Desk, problem: Problem) -> impl IntoView {
    let teller = desk.teller();
    let name = building::about(&teller, &problem);
    let (what, fix) = building::what_and_fix(&teller, &problem);
    let part = match &problem.place {
        Location::Part(at) => at.part.clone(),
        Location::InFile { .. } => PartId::Journey,
    };
    let can_mend = mend(&mut (*teller.journey).clone(), &problem);
    let go_label = say!(desk, build.go_to_of, name = name);
    let mend_label = say!(desk, build.mend_of, name = name);
    let go = move |_| {
        desk.choose(part.clone());
        device::focus_soon(FORM);
    };
    let mending = can_mend.then(|| {
        let press = move |_| desk.act(&Edit::Mend(problem.clone()));
        view! { <button class="plain" aria-label=mend_label on:click=press>{say!(desk, build.mend)}</button> }
    });
    view! {
        <li>
            <p><strong>{name}</strong>" "{what}" "<span class="hint">{fix}</span></p>
            <p class="problem-tools">
                <button class="plain" aria-label=go_label on:click=go>{say!(desk, build.go_to)}</button>" "{mending}
            </p>
        </li>
    }
}
