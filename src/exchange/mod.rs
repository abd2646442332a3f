//! What comes in and goes out as a file, as pure functions of bytes and texts: each format with its version and the
//! steps that rewrite what an older version wrote.
//!
//! A file is read into a [`tree`] that loses nothing, held against the [`shape`] of its format, and only then made into
//! the values of the model: [`problems`] finds everything that is wrong at once. Nothing above this layer sees bytes.

mod any_text;
mod books_text;
mod counts_file;
mod course;
mod curve_file;
mod event_log;
mod journey_file;
mod lesson;
mod letters;
mod library_file;
mod link;
mod meeting_file;
mod packed;
mod problems;
mod reading;
mod ready;
mod record;
mod saved_state;
mod scenario_file;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod shape;
mod slip;
mod spelling;
mod spreadsheet;
mod table;
mod text;
mod tree;
mod version;
mod workbook;

pub use any_text::any_text;
pub use books_text::{books_text, read_books};
pub use counts_file::{CountsRead, counts_in, counts_text};
pub use course::{Course, NoCourse, PAGE_FILES, course_files, course_zip};
pub use curve_file::{CurveRead, curve_in};
pub use event_log::{LogChoices, LogColumns, LogPreview, LogReader, log_preview};
pub use journey_file::{journey_json, open_journey};
#[cfg(not(target_arch = "wasm32"))]
pub use lesson::lessons_json;
pub use lesson::{
    GivenGuess, HandIn, LESSONS_FILE, LearnProgress, LessonEntry, LessonProgress, UnreadHandIn, hand_in_code,
    hand_ins_in, learn_progress_json, open_lesson, open_lessons, read_hand_in, read_learn_progress,
};
pub use letters::{Letters, OldWriting};
pub use library_file::{
    LONGEST_ARCHIVE, LONGEST_PACKED, MOST_FILES, NoLibrary, PackedFile, PackedLibrary, is_zip, library_zip,
    open_library,
};
pub use link::{
    FoundLink, FoundLinks, LINK_VERSION, LinkFault, SharedAgenda, SharedJourney, SharedWork, journey_digest, link_of,
    links_in, read_link, without_texts,
};
pub use meeting_file::{MeetingFile, NoMeeting, meeting_json, open_meeting};
pub use problems::MAX_PROBLEMS;
pub use ready::{READY, Ready, ready};
pub use record::{
    Record, RecordDamage, RecordHead, RecordOf, RecordOrigin, RecordPicture, VersionWhy, first_line, read_head,
    read_record, record_text,
};
pub use saved_state::{
    Lost, SavedAgenda, SavedDraft, SavedJourney, SavedScene, SavedState, SavedStep, Unread, read_saved_state,
    saved_state_json,
};
pub use scenario_file::{open_scenario, scenario_json};
#[cfg(not(target_arch = "wasm32"))]
pub use schema::{journey_schema, lesson_schema};
pub use spreadsheet::{SheetCell, SheetManner, sheet_text};
pub use table::{DecimalEvidence, MOST_TABLE_BYTES, ReadTable, TableChoices, TableRow, read_table};
pub use text::{MAX_BYTES, check_size, text_of};
pub use tree::Tree;
pub use version::{Migration, current, migrated};
pub use workbook::{NamedSheet, NoWorkbook, workbook};
