//! Learn: lessons of five minutes (guess, run, what did you see, explain, try yourself), and what a teacher needs. The
//! lessons are files (docs/lessons.md); no figure stands in them, each is simulated when it is shown.

mod attempt;
mod beats;
mod class;
mod curve;
mod explain;
mod giving;
mod guess;
mod guessed;
mod hand_in;
mod lesson;
mod list;
mod measurer;
mod pages;
mod present;
mod run;
mod said;
mod see;
mod spread;
mod stage;
mod state;
mod teachers;

use crate::app::Place;
use crate::app::ports::Storage;
use crate::say;
use crate::ui::places::def::{Arrives, PlaceDef, PlaceView, Skip};
use crate::ui::platform::device;
use crate::ui::platform::ports::BrowserStorage;
use crate::ui::state::use_store;
use crate::ui::widgets::{Coming, NotFetched};
use class::ClassPage;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use lesson::LessonPage;
use list::LessonList;
use pages::{Page, TITLE, page_of};
use stage::Stage;
use state::Learn;
use std::rc::Rc;
use teachers::TeachersPage;

/// What the page knows of this place.
pub const PLACE: PlaceDef = PlaceDef {
    place: Place::Learn,
    class: "page learn",
    name: |store| say!(store, places.learn),
    view: Arrives::WhenWanted(|| Box::pin(fetched())),
    skips: |store| vec![Skip { words: say!(store, places.learn), target: TITLE, go: || device::focus(TITLE) }],
    arrive: |_| device::focus_soon(TITLE),
};

/// The place, once its file has come: all that only it uses is there (`build/split.mjs`).
#[wasm_split(learn, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<PlaceView, NotFetched> {
    Ok(PlaceView { view: || view! { <LearnPlace/> }.into_any(), spoken: |_| String::new() })
}

/// What is different of a lesson that is a course of its own.
#[derive(Clone)]
pub struct CourseOf {
    /// Where what the learner has done is kept.
    pub storage: Rc<dyn Storage>,
    /// Is told whether the lesson is done, and its score [0..100].
    pub report: Callback<(bool, u32)>,
}

/// How the lesson that the store names is shown alone, once the file of the place has come.
pub fn in_a_course() -> Coming<fn(CourseOf) -> AnyView> {
    Box::pin(alone())
}

#[wasm_split(learn, fallible, wasm_split_path = ::leptos::wasm_split)]
fn alone() -> Result<fn(CourseOf) -> AnyView, NotFetched> {
    Ok(|course| view! { <InCourse course/> }.into_any())
}

#[component]
fn InCourse(course: CourseOf) -> impl IntoView {
    // It has been given already.
    let mut learn = Learn::new(use_store(), course.storage);
    learn.is_given = true;
    Effect::new(move |_| {
        if let Some(reached) = reached(learn) {
            course.report.run(reached);
        }
    });
    pages_of(learn)
}

/// Whether the open lesson is done, and its score: half for seeing what there was to be seen, half for reaching the goal.
fn reached(learn: Learn) -> Option<(bool, u32)> {
    let lesson = learn.lesson()?;
    let here = learn.here();
    here.guess.as_ref()?;
    let right = learn.with_view(|view, _| view.right(&lesson.see.options)).flatten();
    let has_seen = here.saw.as_ref().is_some_and(|saw| right.is_some_and(|right| right.contains(saw)));
    let is_done = here.done || (here.saw.is_some() && lesson.after(here.at).is_none());
    Some((is_done, 50 * u32::from(has_seen) + 50 * u32::from(here.met)))
}

#[component]
fn LearnPlace() -> impl IntoView {
    pages_of(Learn::new(use_store(), Rc::new(BrowserStorage)))
}

fn pages_of(learn: Learn) -> impl IntoView {
    let store = learn.store;
    provide_context(learn);
    let page = Memo::new(move |_| page_of(store));
    // A lesson that is asked for is fetched.
    Effect::new(move |_| {
        if let Some(id) = learn.open_id() {
            learn.fetch_named(&id);
        }
    });
    let content = move || match page.get() {
        Page::List => view! { <LessonList/> }.into_any(),
        Page::Lesson => view! { <LessonPage/> }.into_any(),
        Page::Class => view! { <ClassPage/> }.into_any(),
        Page::Teachers => view! { <TeachersPage/> }.into_any(),
    };
    view! {
        <Show when=move || !learn.is_kept.get()>
            <p class="learn-unkept" role="status">{move || say!(store, learn.unkept)}</p>
        </Show>
        <div class="learn-page" class:with-stage=move || page.get() == Page::Lesson>{content}</div>
        <Stage/>
    }
}
