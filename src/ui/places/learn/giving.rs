//! A lesson to be given to others: its address, its code for a telephone, and its package for a learning platform.

use super::pages::address;
use super::said::plain;
use super::state::{Learn, use_learn};
use crate::charts::code::code;
use crate::exchange::Course;
use crate::model::lesson::Lesson;
use crate::say;
use crate::ui::places::share::TakeCourse;
use crate::ui::platform::address as page_address;
use crate::ui::widgets::{CodePicture, LinkLetters};
use leptos::prelude::*;
use std::sync::Arc;

/// The address of a lesson where others can come there; a page from a file has none.
pub fn whole_address(id: &str) -> Option<String> {
    page_address::shared().map(|page| page + &address(id))
}

/// The code of an address, with it below where that stands nowhere else.
pub fn coded(learn: Learn, link: String, is_told: bool) -> impl IntoView {
    let label = Signal::derive(move || say!(learn.store, share.code));
    let drawn = code(&link).map(|code| view! { <CodePicture code label/> });
    view! { <figure class="lesson-code">{drawn}{is_told.then(|| view! { <figcaption>{link}</figcaption> })}</figure> }
}

/// What stands folded on the lesson's page.
#[component]
pub fn Giving(lesson: Arc<Lesson>) -> impl IntoView {
    let learn = use_learn();
    let store = learn.store;
    let link = whole_address(&lesson.id)?;
    let what = Callback::new(move |()| {
        let title = plain(learn, &lesson.title);
        Some((Course::Lesson(lesson.id.clone()), title, lesson.id.clone()))
    });
    Some(view! {
        <details class="lesson-giving">
            <summary>{move || say!(store, learn.give)}</summary>
            <LinkLetters store link=link.clone()/>
            {coded(learn, link, false)}
            <h3>{move || say!(store, course.title)}</h3>
            <p class="hint">{move || say!(store, course.lead)}</p>
            <TakeCourse store what/>
        </details>
    })
}
