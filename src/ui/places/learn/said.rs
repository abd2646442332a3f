//! Sentences of a lesson with the figures that were measured.

use super::state::{Learn, LessonFile, use_learn};
use crate::model::{Problem, Text};
use crate::say;
use crate::words;
use crate::words::lesson::{Said, filled, unfilled};
use leptos::prelude::*;

/// A text of the lesson, paragraph by paragraph; a figure that is awaited is told as such.
pub fn said(learn: Learn, text: &Text) -> AnyView {
    let words = text.get(learn.store.code()).to_owned();
    let paragraphs = words.split('\n').map(|paragraph| {
        let parts = learn.with_view(|view, teller| filled(view, teller, paragraph));
        let parts = parts.unwrap_or_else(|| unfilled(paragraph));
        let one = |part: Said| match part {
            Said::Words(words) => words.into_any(),
            Said::Figure(figure) => view! { <strong class="measured">{figure}</strong> }.into_any(),
            Said::Missing => view! { <span class="awaited">{say!(learn.store, learn.awaited)}</span> }.into_any(),
        };
        view! { <p>{parts.into_iter().map(one).collect_view()}</p> }
    });
    paragraphs.collect_view().into_any()
}

/// A text of the lesson without figures.
pub fn plain(learn: Learn, text: &Text) -> String {
    text.get(learn.store.code()).to_owned()
}

/// What is said of a file that is on its way, missing or wrong; nothing where it is here.
pub fn file_state<T: Clone>(learn: Learn, file: &LessonFile<T>, again: impl Fn() + 'static) -> Option<AnyView> {
    let store = learn.store;
    Some(match file {
        LessonFile::Here(_) => return None,
        LessonFile::OnItsWay => {
            view! { <p class="fetching" role="status">{say!(store, learn.fetching)}</p> }.into_any()
        }
        LessonFile::Missing => view! {
            <div class="fetching" role="alert">
                <p>{say!(store, learn.missing)}</p>
                <button class="firm" on:click=move |_| again()>{say!(store, later.again)}</button>
            </div>
        }
        .into_any(),
        LessonFile::Unknown(id) => view! {
            <div class="fetching" role="alert"><p>{say!(store, learn.unknown, id = id)}</p></div>
        }
        .into_any(),
        LessonFile::Wrong(problems) => view! {
            <div role="alert">
                <p>{say!(store, learn.wrong)}</p>
                <ul class="learn-problems">{problems.iter().map(|one| problem(learn, one)).collect_view()}</ul>
            </div>
        }
        .into_any(),
    })
}

fn problem(learn: Learn, problem: &Problem) -> impl IntoView + use<> {
    let language = learn.store.language.get();
    let (what, fix) = words::problem::what_and_fix(language, &problem.what);
    let place = words::problem::place(language, &problem.place);
    view! { <li><code>{place}</code>" "{what}" "{fix}</li> }
}

/// Says where nothing is simulated any more, and offers to try again.
#[component]
pub fn Broken() -> impl IntoView {
    let learn = use_learn();
    let again = move |_| {
        if let Some(lesson) = untrack(|| learn.lesson()) {
            learn.put_on_stage(&lesson, untrack(|| learn.here()).at);
        }
    };
    view! {
        <Show when=move || learn.measurer.is_broken.get()>
            <div class="fetching" role="alert">
                <p>{move || say!(learn.store, learn.broken)}</p>
                <button class="firm" on:click=again>{move || say!(learn.store, later.again)}</button>
            </div>
        </Show>
    }
}
