//! From beat to beat: nothing is shown before a guess, and nothing explained before a look.

use super::pages::BEAT;
use super::state::Learn;
use crate::exchange::LessonProgress;
use crate::model::lesson::{Beat, Lesson};
use crate::ui::platform::device;
use leptos::prelude::*;

/// The furthest beat that what was done allows: nothing is shown before a guess, nothing explained before a look.
pub fn furthest(lesson: &Lesson, here: &LessonProgress) -> usize {
    let beats = lesson.beats();
    let at = |beat: Beat| beats.iter().position(|one| *one == beat).unwrap_or(0);
    match (here.guess.is_some(), here.saw.is_some()) {
        (false, _) => 0,
        (true, false) => at(Beat::See).min(at(Beat::Run) + 1),
        (true, true) => beats.len() - 1,
    }
}

/// Goes to a beat, and takes the reader there.
pub fn go_to(learn: Learn, beat: Beat) {
    learn.note(|lesson| lesson.at = beat);
    device::focus_soon(BEAT);
}

/// A step of somebody who shows the lesson to a room: on, where that is open, or back.
pub fn step(learn: Learn, by: isize) {
    let Some(lesson) = untrack(|| learn.lesson()) else { return };
    let here = untrack(|| learn.here());
    let beats = lesson.beats();
    let at = beats.iter().position(|beat| *beat == here.at).unwrap_or(0);
    let to = at.saturating_add_signed(by);
    if to != at && (to < at || to <= furthest(&lesson, &here) || here.done) && to < beats.len() {
        go_to(learn, beats[to]);
    }
}
