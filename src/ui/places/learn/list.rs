//! The list of lessons: what each is for, how long it takes, and how far the learner has come.

use super::pages::{TITLE, address};
use super::said::{file_state, plain};
use super::state::{Learn, use_learn};
use crate::exchange::{LessonEntry, LessonProgress};
use crate::say;
use crate::words::number;
use leptos::prelude::*;

#[component]
pub fn LessonList() -> impl IntoView {
    let learn = use_learn();
    let store = learn.store;
    let entries = move |cases: bool| {
        let list = learn.list.get().here()?;
        let some: Vec<_> = list.iter().filter(|entry| entry.is_case == cases).map(|entry| one(learn, entry)).collect();
        Some(some.collect_view())
    };
    let state = move || learn.list.with(|file| file_state(learn, file, move || learn.fetch_list()));
    let is_here = move || learn.list.with(|file| file.here().is_some());
    view! {
        <header class="learn-head">
            <h1 id=TITLE tabindex="-1">{move || say!(store, learn.title)}</h1>
            <p class="lead">{move || say!(store, learn.lead)}</p>
        </header>
        {state}
        <ol class="lesson-list">{move || entries(false)}</ol>
        <Show when=is_here>
            <h2>{move || say!(store, learn.cases)}</h2>
            <p class="hint">{move || say!(store, learn.cases_lead)}</p>
        </Show>
        <ol class="lesson-list">{move || entries(true)}</ol>
        <nav class="learn-more" aria-label=move || say!(store, learn.for_teachers)>
            <h2>{move || say!(store, learn.for_teachers)}</h2>
            <p><a href=address("teachers")>{move || say!(store, learn.teachers_link)}</a></p>
            <p><a href=address("class")>{move || say!(store, learn.class_link)}</a></p>
        </nav>
    }
}

fn one(learn: Learn, entry: &LessonEntry) -> impl IntoView + use<> {
    let store = learn.store;
    let progress = learn.progress.with(|all| all.lessons.get(&entry.id).cloned());
    let claims: Vec<String> =
        entry.claims.iter().map(|claim| number::whole(store.language.get(), f64::from(*claim))).collect();
    let is_done = progress.as_ref().is_some_and(|p| p.done);
    let minutes = say!(store, learn.minutes, n = entry.minutes);
    view! {
        <li class:done=is_done>
            <a href=address(&entry.id)>{plain(learn, &entry.title)}</a>
            <p>{plain(learn, &entry.aim)}</p>
            <p class="hint">
                <span>{minutes}</span>
                <span>{say!(store, learn.claims, list = number::list(claims, say!(store, personas.and)))}</span>
                {progress.map(|p| view! { <strong>{state(learn, &p)}</strong> })}
            </p>
        </li>
    }
}

fn state(learn: Learn, progress: &LessonProgress) -> &'static str {
    let store = learn.store;
    match (progress.done, progress.met) {
        (_, true) => say!(store, learn.state_met),
        (true, false) => say!(store, learn.state_done),
        (false, false) => say!(store, learn.state_begun),
    }
}
