//! A lesson on a journey: what has to be simulated for it, what is measured then, whether its point holds, and what a
//! learner and a class have done.

mod asks;
mod class;
mod conditions;
#[cfg(not(target_arch = "wasm32"))]
mod here;
mod keeping;
mod measured;
mod spent;

pub use asks::{LESSON_CUSTOMERS, LessonAnswers, LessonAsk, lesson_asks, measures_of_yours, measures_shown};
pub use class::{ClassLesson, HandedIn, PastedCodes, best_of, class_of, curves, numbers, pasted, saw_right, spread};
pub use conditions::{Held3, PointFound};
#[cfg(not(target_arch = "wasm32"))]
pub use here::answer_lesson;
pub use keeping::{forget_class, keep_progress, kept_progress};
pub use measured::{LessonFound, LessonView, curve_tenures};
pub use spent::effort_of;
