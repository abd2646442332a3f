//! A lesson, or the journey as it stands, as a package for a learning platform.

use super::made::{Links, use_links};
use super::package::CoursePack;
use super::take_course::TakeCourse;
use crate::app::{Embed, EmbedControl, EmbedView, Place, Route};
use crate::exchange::{Course, LESSONS_FILE, LessonEntry, open_lessons};
use crate::say;
use crate::ui::platform::beside::bytes_of;
use crate::ui::platform::events::choice_of;
use crate::ui::state::{Store, use_store};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

#[component]
pub fn CourseSheet() -> impl IntoView {
    let store = use_store();
    let links = use_links();
    let lessons = RwSignal::new(None::<Arc<Vec<LessonEntry>>>);
    // The lesson's id; none for the journey.
    let chosen = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if store.place.get() == Place::Share && lessons.with_untracked(Option::is_none) {
            spawn_local(async move {
                let list = bytes_of(LESSONS_FILE).await.and_then(|bytes| open_lessons(&bytes).ok());
                lessons.set(list.map(Arc::new));
            });
        }
    });
    let options = move || {
        let all = lessons.get().unwrap_or_default();
        let one = |lesson: &LessonEntry| {
            let (id, title) = (lesson.id.clone(), lesson.title.get(store.code()).to_owned());
            let its = id.clone();
            view! { <option value=id selected=move || chosen.with(|chosen| chosen.as_ref() == Some(&its))>{title}</option> }
        };
        all.iter().map(one).collect_view()
    };
    let what = move |()| {
        let lesson = chosen.get().and_then(|id| {
            let all = lessons.get()?;
            let its = all.iter().find(|lesson| lesson.id == id)?;
            Some((Course::Lesson(id.clone()), its.title.get(store.code()).to_owned(), id))
        });
        lesson.or_else(|| of_journey(store, links))
    };
    let choose = move |event| chosen.set(choice_of(&event).filter(|id| !id.is_empty()));
    view! {
        <section class="share-part" aria-labelledby="share-course">
            <h2 id="share-course">{move || say!(store, course.title)}</h2>
            <p class="hint">{move || say!(store, course.lead)}</p>
            <div class="share-choices">
                <label class="choice">
                    <span>{move || say!(store, course.what)}</span>
                    <select on:change=choose>
                        <option value="" selected=move || chosen.with(Option::is_none)>{move || say!(store, course.journey)}</option>
                        {options}
                    </select>
                </label>
            </div>
            <TakeCourse store what=Callback::new(what)/>
            <p class="hint">{move || say!(store, course.score)}</p>
        </section>
    }
}

/// The journey as it stands, with everything that a hand can do; `None` where it is too large for a link.
fn of_journey(store: Store, links: Links) -> Option<CoursePack> {
    let link = links.letters(&Route::Journey(Some(store.selected.get())), false)?;
    let embed = Embed {
        view: EmbedView::Chain,
        controls: EmbedControl::ALL.to_vec(),
        language: Some(store.language.get()),
        link,
    };
    let journey = store.journey.get();
    Some((Course::Journey(embed.written()), journey.name.get(store.code()).to_owned(), journey.id.clone()))
}
