//! The teacher's page: plans for a lesson, and for each lesson its aim, its question, what is often misunderstood and the
//! question that catches it, what the model leaves out, and what to talk about; a hand-out for each on paper.

use super::giving::{coded, whole_address};
use super::pages::{TITLE, address};
use super::said::{file_state, plain};
use super::state::{Learn, use_learn};
use crate::exchange::LessonEntry;
use crate::model::lesson::{Ask, Lesson};
use crate::say;
use crate::ui::platform::device;
use crate::words::number;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn TeachersPage() -> impl IntoView {
    let learn = use_learn();
    let store = learn.store;
    // Every lesson is here to be read and printed.
    Effect::new(move |_| {
        if let Some(list) = learn.list.get().here() {
            list.iter().for_each(|entry| learn.fetch(&entry.id));
        }
    });
    // On paper: the hand-outs, or the teacher's own pages.
    let hand_outs = RwSignal::new(false);
    let print = move |hands_out: bool| {
        hand_outs.set(hands_out);
        set_timeout(device::print, std::time::Duration::from_millis(50));
    };
    let state = move || learn.list.with(|file| file_state(learn, file, move || learn.fetch_list()));
    let plans = move || {
        [
            (say!(store, learn.plan_20), say!(store, learn.plan_20_text)),
            (say!(store, learn.plan_45), say!(store, learn.plan_45_text)),
            (say!(store, learn.plan_90), say!(store, learn.plan_90_text)),
        ]
        .map(|(title, text)| {
            let steps = text.split('\n').map(|step| view! { <li>{step}</li> }).collect_view();
            view! { <h3>{title}</h3><ol class="plan">{steps}</ol> }
        })
        .collect_view()
    };
    let each = move || {
        let list = learn.list.get().here()?;
        Some(list.iter().map(|entry| view! { <ForLesson entry=entry.clone()/> }).collect_view())
    };
    view! {
        <article class="teachers-page" class:hand-outs=move || hand_outs.get()>
            <div class="own">
                <p class="learn-back"><a href=address("")>{move || say!(store, learn.all)}</a></p>
                <h1 id=TITLE tabindex="-1">{move || say!(store, learn.teachers_title)}</h1>
                <p class="lead">{move || say!(store, learn.teachers_lead)}</p>
                <p class="class-tools">
                    <button class="firm" on:click=move |_| print(true)>{move || say!(store, learn.print_hand_outs)}</button>
                    <button class="plain" on:click=move |_| print(false)>{move || say!(store, learn.print_pages)}</button>
                </p>
                <h2>{move || say!(store, learn.plans)}</h2>
                {plans}
                <h2>{move || say!(store, learn.facilitators)}</h2>
                <p>{move || say!(store, learn.facilitators_text)}</p>
                <h2>{move || say!(store, learn.model_leaves_out)}</h2>
                <p>{move || say!(store, learn.model_leaves_out_text)}" "<a href="#/about">{move || say!(store, places.about)}</a></p>
                <h2>{move || say!(store, learn.each_lesson)}</h2>
            </div>
            {state}
            {each}
        </article>
    }
}

#[component]
fn ForLesson(entry: LessonEntry) -> impl IntoView {
    let learn = use_learn();
    let id = entry.id.clone();
    let lesson = Memo::new(move |_| learn.lessons.with(|all| all.get(&id).and_then(|file| file.here())));
    let link = address(&entry.id);
    let whole = whole_address(&entry.id);
    let (on_page, on_paper) = (whole.clone(), whole);
    let title = {
        let entry = entry.clone();
        move || plain(learn, &entry.title)
    };
    let named = title.clone();
    view! {
        <section class="for-lesson">
            <div class="own">
                <h3><a href=link>{title}</a></h3>
                <p>{move || plain(learn, &entry.aim)}</p>
                {on_page.map(|link| coded(learn, link, true))}
                {move || lesson.get().map(|lesson| notes(learn, &lesson))}
            </div>
            <div class="hand-out">
                <h2>{named}</h2>
                {on_paper.map(|link| coded(learn, link, true))}
                {move || lesson.get().map(|lesson| hand_out(learn, &lesson))}
            </div>
        </section>
    }
}

fn notes(learn: Learn, lesson: &Arc<Lesson>) -> impl IntoView + use<> {
    let store = learn.store;
    let teacher = &lesson.teacher;
    let misconceptions = teacher.misconceptions.iter().map(|one| {
        view! { <li><q>{plain(learn, &one.thinks)}</q>" "<span>{plain(learn, &one.ask)}</span></li> }
    });
    let claims = lesson.claims.iter().map(|n| number::whole(store.language.get(), f64::from(*n))).collect();
    view! {
        <p class="hint">
            {say!(store, learn.minutes, n = lesson.minutes)}" "
            {say!(store, learn.claims, list = number::list(claims, say!(store, personas.and)))}
        </p>
        <h4>{say!(store, learn.ask_first)}</h4>
        <p>{plain(learn, &teacher.question)}</p>
        <h4>{say!(store, learn.misconceptions)}</h4>
        <ul class="misconceptions">{misconceptions.collect_view()}</ul>
        <h4>{say!(store, learn.left_out)}</h4>
        <p>{plain(learn, &teacher.left_out)}</p>
        <h4>{say!(store, learn.debrief)}</h4>
        <p>{plain(learn, &teacher.debrief)}</p>
    }
}

/// What a learner has on paper: the question, room for the guess and for what was seen, the goal, room for the own words.
fn hand_out(learn: Learn, lesson: &Arc<Lesson>) -> impl IntoView + use<> {
    let store = learn.store;
    let options = match &lesson.guess.asks {
        Ask::Choice { options } => {
            options.iter().map(|option| view! { <li>{plain(learn, &option.text)}</li> }).collect_view()
        }
        _ => Vec::new(),
    };
    let unit = match &lesson.guess.asks {
        Ask::Number { unit, .. } => plain(learn, unit),
        _ => String::new(),
    };
    let seen = lesson.see.options.iter().map(|option| view! { <li>{plain(learn, &option.text)}</li> }).collect_view();
    view! {
        <p>{plain(learn, &lesson.aim)}</p>
        <h3>{say!(store, learn.beat_guess)}</h3>
        <p>{plain(learn, &lesson.guess.text)}</p>
        <ul class="boxes">{options}</ul>
        <p class="blank">{unit}</p>
        <h3>{say!(store, learn.beat_see)}</h3>
        <p>{plain(learn, &lesson.see.text)}</p>
        <ul class="boxes">{seen}</ul>
        <p class="blank"></p>
        <h3>{say!(store, learn.beat_try)}</h3>
        <p>{plain(learn, &lesson.attempt.text)}</p>
        <p class="blank"></p>
        <p class="blank"></p>
        <h3>{say!(store, learn.ask_self)}</h3>
        <p>{plain(learn, &lesson.teacher.question)}</p>
        <p class="blank"></p>
        <p class="blank"></p>
    }
}
