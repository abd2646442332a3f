//! What a learner has done, as it is kept on the device: by lesson and by the name of the beat, so that an edited text or
//! another order takes nothing away. A damaged lesson costs that lesson alone.

use super::hand_in::GivenGuess;
use crate::exchange::problems::of_shape;
use crate::exchange::reading::Reading;
use crate::exchange::scenario_file::{SCENARIO, scenario, written};
use crate::exchange::shape::{IfAbsent, PartShape, ValueShape, Whole, field};
use crate::exchange::spelling::{Spelt, chosen};
use crate::exchange::tree::{Fields, Tree};
use crate::model::Scenario;
use crate::model::lesson::Beat;
use crate::model::order;
use std::collections::BTreeMap;

/// What one learner, or one teacher, has done on this device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LearnProgress {
    /// By the lesson's id.
    pub lessons: BTreeMap<String, LessonProgress>,
    /// The codes that were handed in to a teacher, in the order in which they were pasted.
    pub class: Vec<String>,
    /// Those of them that were picked for the wall, in their order.
    pub picked: Vec<String>,
}

/// How far somebody has come in a lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonProgress {
    pub at: Beat,
    pub guess: Option<GivenGuess>,
    /// The id of what was seen.
    pub saw: Option<String>,
    /// In the learner's own words.
    pub note: String,
    /// What the learner has changed in the last beat.
    pub yours: Scenario,
    /// Whether the goal has been met, ever.
    pub met: bool,
    /// The best that was reached, and what was spent for it [effort].
    pub best: Option<(f64, f64)>,
    /// How long it was looked at [seconds].
    pub seconds: u32,
    pub done: bool,
}

impl Default for LessonProgress {
    fn default() -> Self {
        Self {
            at: Beat::Guess,
            guess: None,
            saw: None,
            note: String::new(),
            yours: Scenario::default(),
            met: false,
            best: None,
            seconds: 0,
            done: false,
        }
    }
}

const SECONDS: Whole =
    Whole { format: "uint32", holds: (0, u32::MAX as i128), asked: (0, u32::MAX as i64), stand_in: 0 };
static NUMBER: ValueShape = ValueShape::Number;
static WORD: ValueShape = ValueShape::Word("");

static ONE: PartShape = PartShape {
    name: "LessonProgress",
    fields: &[
        field("at", ValueShape::Choice(&Beat::CHOICE)).or(IfAbsent::Word("guess")),
        field("number", ValueShape::Number).or(IfAbsent::Unset),
        field("choice", ValueShape::Word("")).or(IfAbsent::Unset),
        field("chips", ValueShape::List(&WORD)).or(IfAbsent::Unset),
        field("curve", ValueShape::List(&NUMBER)).or(IfAbsent::Unset),
        field("saw", ValueShape::Word("")).or(IfAbsent::Unset),
        field("note", ValueShape::Word("")).or(IfAbsent::Empty),
        field("yours", ValueShape::Part(&SCENARIO)).or(IfAbsent::PartKind),
        field("met", ValueShape::YesNo).or(IfAbsent::No),
        field("best", ValueShape::Number).or(IfAbsent::Unset),
        field("effort", ValueShape::Number).or(IfAbsent::Number(0.0)),
        field("seconds", ValueShape::Whole(SECONDS)).or(IfAbsent::Whole(0)),
        field("done", ValueShape::YesNo).or(IfAbsent::No),
    ],
};

/// What was kept, and whether something of it could not be read.
pub fn read_learn_progress(text: &str) -> (LearnProgress, bool) {
    let Ok(tree) = serde_json::from_str::<Tree>(text) else { return (LearnProgress::default(), true) };
    let mut is_damaged = !matches!(tree, Tree::Object(_));
    let mut lessons = BTreeMap::new();
    for (id, one) in tree.get("lessons").map(Tree::fields).unwrap_or_default() {
        if of_shape(one, &ONE).unreadable.is_empty() {
            lessons.insert(id.clone(), lesson(one));
        } else {
            is_damaged = true;
        }
    }
    let words = |name: &str| -> Vec<String> {
        let entries = tree.get(name).map(Tree::entries).unwrap_or_default();
        entries.iter().filter_map(Tree::as_text).map(str::to_owned).collect()
    };
    (LearnProgress { lessons, class: words("class"), picked: words("picked") }, is_damaged)
}

fn lesson(tree: &Tree) -> LessonProgress {
    let part = Reading::new(tree, &ONE);
    let numbers =
        |entries: &[Tree]| entries.iter().filter_map(Tree::as_number).map(|n| n.clamp(0.0, 1.0) as f32).collect();
    let guess = if let Some(number) = part.number_or_none("number") {
        // Beyond what is kept there is no number.
        Some(GivenGuess::Number(number.clamp(f64::from(f32::MIN), f64::from(f32::MAX)) as f32))
    } else if let Some(choice) = part.word_or_none("choice") {
        Some(GivenGuess::Choice(choice.to_owned()))
    } else if tree.get("chips").is_some() {
        Some(GivenGuess::Chips(part.list("chips", |link| link.as_text().unwrap_or_default().into())))
    } else {
        tree.get("curve").map(|curve| GivenGuess::Curve(numbers(curve.entries())))
    };
    LessonProgress {
        at: chosen(&part, "at"),
        guess,
        saw: part.word_or_none("saw").map(str::to_owned),
        note: part.word_or_none("note").unwrap_or_default().to_owned(),
        yours: tree.get("yours").map(scenario).unwrap_or_default(),
        met: part.yes("met"),
        best: part.number_or_none("best").map(|best| (best, part.number("effort"))),
        seconds: part.whole("seconds") as u32,
        done: part.yes("done"),
    }
}

/// What somebody has done as the text that is kept.
pub fn learn_progress_json(progress: &LearnProgress) -> String {
    let words = |list: &[String]| Tree::List(list.iter().map(|word| word.as_str().into()).collect());
    let lessons = progress.lessons.iter().map(|(id, lesson)| (id.clone(), written_lesson(lesson))).collect();
    let fields = Fields::default()
        .put("version", 1_u64)
        .put("lessons", Tree::Object(lessons))
        .put("class", words(&progress.class))
        .put("picked", words(&progress.picked));
    Tree::from(fields).to_json()
}

fn written_lesson(lesson: &LessonProgress) -> Tree {
    let fields = Fields::default().put("at", lesson.at.spelt());
    let fields = match &lesson.guess {
        None => fields,
        Some(GivenGuess::Number(number)) => fields.put("number", f64::from(*number)),
        Some(GivenGuess::Choice(id)) => fields.put("choice", id.as_str()),
        Some(GivenGuess::Chips(links)) => {
            fields.put("chips", Tree::List(links.iter().map(|link| link.as_str().into()).collect()))
        }
        Some(GivenGuess::Curve(points)) => {
            fields.put("curve", Tree::List(points.iter().map(|point| f64::from(*point).into()).collect()))
        }
    };
    let fields = fields.put_some("saw", lesson.saw.as_deref());
    let fields = if lesson.note.is_empty() { fields } else { fields.put("note", lesson.note.as_str()) };
    fields
        .put("yours", written(&lesson.yours))
        .put("met", Tree::YesNo(lesson.met))
        .put_some("best", lesson.best.map(|(best, _)| best))
        .put_some("effort", lesson.best.map(|(_, effort)| effort))
        .put("seconds", u64::from(lesson.seconds))
        .put("done", Tree::YesNo(lesson.done))
        .into()
}

impl LearnProgress {
    /// With what another window of the site has kept meanwhile: all but the lesson that is worked on here.
    #[must_use]
    pub fn joined(mut self, kept: Self, here: Option<&str>) -> Self {
        for (id, lesson) in kept.lessons {
            if here != Some(id.as_str()) {
                self.lessons.insert(id, lesson);
            }
        }
        let known = order::set(self.class.iter().cloned());
        self.class.extend(kept.class.into_iter().filter(|code| !known.contains(code)));
        self
    }
}
