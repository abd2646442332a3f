//! The run: what was simulated, figure by figure, each with its noise.

use super::said::{plain, said};
use super::state::{Learn, use_learn};
use crate::app::LessonFound;
use crate::model::lesson::Lesson;
use crate::say;
use crate::words::lesson as words;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn RunView(lesson: Arc<Lesson>) -> impl IntoView {
    let learn = use_learn();
    let text = lesson.run.text.clone();
    view! {
        {move || said(learn, &text)}
        <Figures lesson=lesson/>
    }
}

/// The figures that the run shows.
#[component]
pub fn Figures(lesson: Arc<Lesson>) -> impl IntoView {
    let learn = use_learn();
    let rows = lesson.run.show.clone().into_iter().map(|name| row(learn, lesson.clone(), name)).collect_view();
    view! {
        <table class="figures">
            <caption class="unseen">{move || say!(learn.store, learn.figures)}</caption>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(learn: Learn, lesson: Arc<Lesson>, name: String) -> impl IntoView {
    let measure = lesson.measures.get(&name).cloned();
    let title = {
        let measure = measure.clone();
        move || measure.as_ref().map(|measure| plain(learn, &measure.name))
    };
    let found = Memo::new(move |_| learn.measured(&name));
    let value = move || {
        let (measure, found) = (measure.as_ref()?, found.get()?);
        learn.with_view(|_, teller| {
            let noise = match &found {
                LessonFound::Figure(estimate) => words::noise(teller, measure, estimate),
                _ => None,
            };
            view! { <strong>{words::measured(teller, measure, &found)}</strong>" "<span class="noise">{noise}</span> }
        })
    };
    let shown = move || match value() {
        Some(value) => value.into_any(),
        None => view! { <span class="awaited">{say!(learn.store, learn.awaited)}</span> }.into_any(),
    };
    view! { <tr><th scope="row">{title}</th><td>{shown}</td></tr> }
}
