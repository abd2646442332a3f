//! Lessons: what stands in their files is true of the journeys that they are about, and rightly denied of others.

mod altered;
mod claims;
mod class;
mod files;
mod hand_in;
pub mod progress;
mod truth;

use kedja::exchange::{LessonEntry, open_lesson, open_lessons, ready};
use kedja::model::Journey;
use kedja::model::lesson::Lesson;
use std::path::Path;

/// The text of a file of the lessons.
fn text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/lessons").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The list of lessons.
fn list() -> Vec<LessonEntry> {
    open_lessons(text("lessons.json").as_bytes()).expect("the list opens")
}

/// Every lesson, in the order of the list.
fn lessons() -> Vec<Lesson> {
    let open = |entry: LessonEntry| match open_lesson(text(&format!("{}.json", entry.id)).as_bytes()) {
        Ok(lesson) => lesson,
        Err(problems) => panic!("{}: {problems:#?}", entry.id),
    };
    list().into_iter().map(open).collect()
}

fn lesson(id: &str) -> Lesson {
    lessons().into_iter().find(|lesson| lesson.id == id).expect("there is such a lesson")
}

/// The journey of a lesson.
fn journey_of(lesson: &Lesson) -> Journey {
    ready(&lesson.journey).expect("its journey is ready").journey()
}
