//! Lessons as files (docs/lessons.md), the list of those that lie beside the page, what a learner's progress is kept as,
//! and the code by which a result is handed in.

mod check;
mod format;
mod hand_in;
mod index;
mod progress;
mod read;

#[cfg(not(target_arch = "wasm32"))]
pub(super) use format::LESSON;
pub use hand_in::{GivenGuess, HandIn, UnreadHandIn, hand_in_code, hand_ins_in, read_hand_in};
#[cfg(not(target_arch = "wasm32"))]
pub use index::lessons_json;
pub use index::{LESSONS_FILE, LessonEntry, open_lessons};
pub use progress::{LearnProgress, LessonProgress, learn_progress_json, read_learn_progress};
pub use read::open_lesson;
