//! A lesson out of the bytes of its file.

use super::check::check;
use super::format::{
    ASKS, CONDITION, EXPLAIN, GUESS, LESSON, MEASURE, MISCONCEPTION, OPTION, RUN, SEE, TEACHER, TOUCHABLE, TRY,
};
use super::index::{LessonEntry, entry};
use crate::exchange::problems::{Problems, of_shape, of_whole_file};
use crate::exchange::reading::Reading;
use crate::exchange::scenario_file::scenario;
use crate::exchange::spelling::{chosen, lever};
use crate::exchange::text::parse;
use crate::exchange::tree::Tree;
use crate::exchange::version::{Migration, current, migrated};
use crate::model::lesson::{
    Ask, Condition, ExplainBeat, ForTeachers, GuessBeat, Lesson, LessonMeasure, Misconception, RunBeat, SaidOption,
    SeeBeat, TODAY, Touchable, TryBeat,
};
use crate::model::{Code, Problem};

/// From each version of the format to the next.
pub(super) const MIGRATIONS: &[Migration] = &[];

/// Reads a lesson.
///
/// # Errors
/// Everything that is wrong with the file; never empty.
pub fn open_lesson(file: &[u8]) -> Result<Lesson, Vec<Problem>> {
    let unknown = |found| of_whole_file(Code::UnknownVersion { found, supported: current(MIGRATIONS) });
    let file = migrated(parse(file)?, MIGRATIONS).map_err(unknown)?;
    let found = of_shape(&file, &LESSON);
    let is_readable = found.unreadable.is_empty();
    let mut problems: Problems = found.unreadable;
    problems.add_all(found.unknown);
    if !is_readable {
        return Err(problems.told());
    }
    let lesson = lesson(&file);
    problems.add_each(check(&lesson));
    if problems.is_empty() { Ok(lesson) } else { Err(problems.told()) }
}

fn lesson(file: &Tree) -> Lesson {
    let part = Reading::new(file, &LESSON);
    let name = |name: &str| Some(name.to_owned());
    let LessonEntry { id, is_case, title, aim, minutes, claims, journey } = entry(file);
    Lesson {
        id,
        is_case,
        title,
        aim,
        minutes,
        claims,
        journey,
        seed: part.whole("seed") as u64,
        worlds: part.map("worlds", name, scenario),
        measures: part.map("measures", name, measure),
        point: part.list("point", condition),
        guess: guess(part.value("guess")),
        run: run(part.value("run")),
        see: see(part.value("see")),
        explain: explain(part.value("explain")),
        attempt: attempt(part.value("try")),
        teacher: teacher(part.value("teacher")),
    }
}

fn measure(tree: &Tree) -> LessonMeasure {
    let part = Reading::new(tree, &MEASURE);
    LessonMeasure {
        name: part.texts("name"),
        figure: chosen(&part, "figure"),
        world: part.word_or_none("world").unwrap_or(TODAY).to_owned(),
        beyond: part.word_or_none("beyond").map(str::to_owned),
        link: part.word_or_none("link").map(Into::into),
        persona: part.word_or_none("persona").map(Into::into),
        gives: chosen(&part, "gives"),
    }
}

fn condition(tree: &Tree) -> Condition {
    let part = Reading::new(tree, &CONDITION);
    Condition {
        measure: part.word("measure").to_owned(),
        is: chosen(&part, "is"),
        than: part.word_or_none("than").map(str::to_owned),
        times: part.number("times"),
        number: part.number_or_none("number"),
        link: part.word_or_none("link").map(Into::into),
    }
}

fn guess(tree: &Tree) -> GuessBeat {
    let part = Reading::new(tree, &GUESS);
    GuessBeat { text: part.texts("text"), asks: ask(part.value("ask")) }
}

fn ask(tree: &Tree) -> Ask {
    let [number, choice, chips, curve] = &ASKS;
    if let Some(tree) = tree.get(number.name) {
        let part = Reading::new(tree, number);
        return Ask::Number {
            answer: part.word("answer").to_owned(),
            least: part.number("least"),
            most: part.number("most"),
            step: part.number("step"),
            unit: part.texts("unit"),
        };
    }
    if let Some(tree) = tree.get(chips.name) {
        let part = Reading::new(tree, chips);
        return Ask::Chips {
            answer: part.word("answer").to_owned(),
            chips: part.whole("chips") as u16,
            links: part.list("links", |link| link.as_text().unwrap_or_default().into()),
        };
    }
    if let Some(tree) = tree.get(curve.name) {
        return Ask::Curve { answer: Reading::new(tree, curve).word("answer").to_owned() };
    }
    let part = Reading::new(tree.get(choice.name).unwrap_or(tree), choice);
    Ask::Choice { options: part.list("options", option) }
}

fn option(tree: &Tree) -> SaidOption {
    let part = Reading::new(tree, &OPTION);
    SaidOption { id: part.word("id").to_owned(), text: part.texts("text"), holds: part.list("holds", condition) }
}

fn run(tree: &Tree) -> RunBeat {
    let part = Reading::new(tree, &RUN);
    RunBeat {
        text: part.texts("text"),
        world: part.word("world").to_owned(),
        focus: part.word_or_none("focus").map(Into::into),
        show: part.list("show", |name| name.as_text().unwrap_or_default().to_owned()),
    }
}

fn see(tree: &Tree) -> SeeBeat {
    let part = Reading::new(tree, &SEE);
    SeeBeat { text: part.texts("text"), options: part.list("options", option) }
}

fn explain(tree: &Tree) -> ExplainBeat {
    let part = Reading::new(tree, &EXPLAIN);
    ExplainBeat { text: part.texts("text"), otherwise: part.texts("otherwise") }
}

fn attempt(tree: &Tree) -> TryBeat {
    let part = Reading::new(tree, &TRY);
    TryBeat {
        text: part.texts("text"),
        world: part.word_or_none("world").unwrap_or(TODAY).to_owned(),
        goal: part.list("goal", condition),
        best: part.word("best").to_owned(),
        effort: part.number("effort"),
        may: part.list("may", touchable),
        ways: part.list("ways", scenario),
    }
}

fn touchable(tree: &Tree) -> Touchable {
    let part = Reading::new(tree, &TOUCHABLE);
    Touchable { link: part.word("link").into(), lever: lever(&part, "lever") }
}

fn teacher(tree: &Tree) -> ForTeachers {
    let part = Reading::new(tree, &TEACHER);
    ForTeachers {
        question: part.texts("question"),
        misconceptions: part.list("misconceptions", misconception),
        left_out: part.texts("left_out"),
        debrief: part.texts("debrief"),
    }
}

fn misconception(tree: &Tree) -> Misconception {
    let part = Reading::new(tree, &MISCONCEPTION);
    Misconception { thinks: part.texts("thinks"), ask: part.texts("ask") }
}
