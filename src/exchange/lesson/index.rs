//! The list of lessons that lie beside the page: what is known of each before it is fetched.

use crate::exchange::problems::{Problems, of_shape};
use crate::exchange::reading::Reading;
use crate::exchange::shape::{IfAbsent, PartShape, ValueShape, Whole, field};
use crate::exchange::text::parse;
use crate::exchange::tree::Tree;
use crate::model::{Problem, Text};
#[cfg(not(target_arch = "wasm32"))]
use {crate::exchange::journey_file::texts, crate::exchange::tree::Fields, crate::model::lesson::Lesson};

/// Where the list lies, from the top of the page's folder.
pub const LESSONS_FILE: &str = "lessons/lessons.json";

const COUNT: Whole = Whole { format: "uint16", holds: (0, u16::MAX as i128), asked: (1, 1_000), stand_in: 1 };

static LIST: PartShape = PartShape {
    name: "Lessons",
    fields: &[
        field("version", ValueShape::Whole(COUNT)),
        field("lessons", ValueShape::List(&ValueShape::Part(&ENTRY))),
    ],
};

static ENTRY: PartShape = PartShape {
    name: "LessonEntry",
    fields: &[
        field("id", ValueShape::Word("")),
        field("case", ValueShape::YesNo).or(IfAbsent::No),
        field("title", ValueShape::Texts),
        field("aim", ValueShape::Texts),
        field("minutes", ValueShape::Whole(COUNT)),
        field("claims", ValueShape::List(&ValueShape::Whole(COUNT))),
        field("journey", ValueShape::Word("")),
    ],
};

/// What is known of a lesson before it is fetched.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonEntry {
    pub id: String,
    pub is_case: bool,
    pub title: Text,
    pub aim: Text,
    /// [minutes]
    pub minutes: u16,
    pub claims: Vec<u16>,
    /// Id of its journey.
    pub journey: String,
}

impl LessonEntry {
    /// Where the lesson lies, from the top of the page's folder.
    pub fn file(&self) -> String {
        format!("lessons/{}.json", self.id)
    }
}

/// Reads the list.
///
/// # Errors
/// Everything that is wrong with the file; never empty.
pub fn open_lessons(file: &[u8]) -> Result<Vec<LessonEntry>, Vec<Problem>> {
    let file = parse(file)?;
    let found = of_shape(&file, &LIST);
    let mut problems: Problems = found.unreadable;
    problems.add_all(found.unknown);
    if !problems.is_empty() {
        return Err(problems.told());
    }
    Ok(Reading::new(&file, &LIST).list("lessons", entry))
}

/// What the list and the lesson itself both begin with.
pub(super) fn entry(tree: &Tree) -> LessonEntry {
    let part = Reading::new(tree, &ENTRY);
    LessonEntry {
        id: part.word("id").to_owned(),
        is_case: part.yes("case"),
        title: part.texts("title"),
        aim: part.texts("aim"),
        minutes: part.whole("minutes") as u16,
        claims: part.list("claims", |claim| claim.as_whole().unwrap_or(1) as u16),
        journey: part.word("journey").to_owned(),
    }
}

/// The list of these lessons as the text of its file.
#[cfg(not(target_arch = "wasm32"))]
pub fn lessons_json(lessons: &[Lesson]) -> String {
    Tree::from(Fields::default().put("version", 1_u64).put_list("lessons", lessons, written)).to_json_lines()
}

#[cfg(not(target_arch = "wasm32"))]
fn written(lesson: &Lesson) -> Tree {
    let claims = lesson.claims.iter().map(|claim| Tree::from(u64::from(*claim))).collect();
    Fields::default()
        .put("id", lesson.id.as_str())
        .put("case", Tree::YesNo(lesson.is_case))
        .put("title", texts(&lesson.title))
        .put("aim", texts(&lesson.aim))
        .put("minutes", u64::from(lesson.minutes))
        .put("claims", Tree::List(claims))
        .put("journey", lesson.journey.as_str())
        .into()
}
