//! A course on a learning platform: a lesson, or a part of the page, that tells the platform how far somebody has come.

use super::view::{Embedded, embedded};
use crate::app::ports::Storage;
use crate::app::{Command, Place, is_changed};
use crate::say;
use crate::ui::places::learn::{CourseOf, in_a_course};
use crate::ui::platform::events::{Hears, listen};
use crate::ui::platform::lms::{Lms, NoStore};
use crate::ui::state::Store;
use crate::ui::widgets::later_with;
use leptos::prelude::*;
use std::rc::Rc;

/// The platform, told of the end of the visit.
fn platform() -> Option<Lms> {
    let lms = Lms::begin()?;
    let left = lms.clone();
    listen(&window(), "pagehide", Hears::Plainly, move |_| left.end());
    Some(lms)
}

/// Says where no platform listens.
fn unheard(store: Store, lms: Option<&Lms>) -> Option<impl IntoView + use<>> {
    lms.is_none().then(|| view! { <p class="hint" role="status">{move || say!(store, course.unheard)}</p> })
}

/// A lesson. What the learner has done is kept by the platform.
pub fn lesson(store: Store, id: String) -> AnyView {
    let lms = platform();
    store.lesson.set(Some(id));
    store.run(Command::GoTo(Place::Learn));
    let storage: Rc<dyn Storage> = match &lms {
        Some(lms) => Rc::new(lms.clone()),
        None => Rc::new(NoStore),
    };
    let told = StoredValue::new_local(lms.clone());
    let report = Callback::new(move |(is_done, score): (bool, u32)| {
        told.with_value(|lms| {
            if let Some(lms) = lms {
                lms.report(is_done, Some(score));
            }
        });
    });
    let unheard = unheard(store, lms.as_ref());
    let course = StoredValue::new_local(CourseOf { storage, report });
    let lesson = later_with(in_a_course, move |view| view(course.get_value()));
    view! { <main class="page learn course">{unheard}{lesson}</main> }.into_any()
}

/// A part of the page. It is done once something has been changed and what that does is there.
pub fn journey(store: Store, shown: Embedded) -> AnyView {
    let lms = platform();
    let begun = store.session.with_untracked(|session| session.work.clone());
    let unheard = unheard(store, lms.as_ref());
    let told = StoredValue::new_local(lms);
    Effect::new(move |_| {
        let is_there = store.newest().is_some();
        let has_changed = store.session.with(|session| session.work != begun && is_changed(&session.work));
        if is_there && has_changed {
            told.with_value(|lms| {
                if let Some(lms) = lms {
                    lms.report(true, Some(100));
                }
            });
        }
    });
    view! { {unheard}{embedded(shown)} }.into_any()
}
