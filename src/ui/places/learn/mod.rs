//! Learn: lessons of five minutes (guess, run, what did you see, explain, try yourself), and what a teacher needs. The
//! lessons are files (docs/lessons.md); no figure stands in them, each is simulated when it is shown.

mod attempt;
mod beats;
mod class;
mod curve;
mod explain;
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
use crate::say;
use crate::ui::places::def::{Arrives, PlaceDef, PlaceView, Skip};
use crate::ui::platform::device;
use crate::ui::state::use_store;
use crate::ui::widgets::NotFetched;
use class::ClassPage;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use lesson::LessonPage;
use list::LessonList;
use pages::{Page, TITLE, page_of};
use stage::Stage;
use state::Learn;
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

#[component]
fn LearnPlace() -> impl IntoView {
    let store = use_store();
    let learn = Learn::new(store);
    provide_context(learn);
    let page = Memo::new(move |_| page_of(store));
    // A lesson that is asked for is fetched.
    Effect::new(move |_| {
        if let Some(id) = learn.open_id() {
            learn.fetch(&id);
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
