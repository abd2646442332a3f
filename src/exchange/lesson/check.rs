//! What the parts of a lesson say of each other: names that lead nowhere, and texts that speak of what is not measured.

use crate::model::lesson::{Ask, Condition, Is, Lesson, LessonFigure, SaidOption, TODAY, YOURS, names_in};
use crate::model::{Code, Location, Problem, Text};
use std::collections::BTreeSet;

/// Everything that is wrong with what a lesson refers to.
pub(super) fn check(lesson: &Lesson) -> Vec<Problem> {
    let mut found = Search { lesson, problems: Vec::new() };
    found.all();
    found.problems
}

struct Search<'a> {
    lesson: &'a Lesson,
    problems: Vec<Problem>,
}

impl Search<'_> {
    fn all(&mut self) {
        let lesson = self.lesson;
        self.ids();
        for (name, measure) in &lesson.measures {
            let at = format!("measures.{name}");
            self.world(&format!("{at}.world"), &measure.world, true);
            if let Some(beyond) = &measure.beyond {
                self.world(&format!("{at}.beyond"), beyond, false);
            }
            let needs_link = matches!(
                measure.figure,
                LessonFigure::Strength
                    | LessonFigure::Failed
                    | LessonFigure::Dropped
                    | LessonFigure::LeftOver
                    | LessonFigure::Mood
                    | LessonFigure::Gain
            );
            if needs_link && measure.link.is_none() {
                self.add(format!("{at}.link"), Code::MissingField { field: "link".to_owned() });
            }
        }
        self.conditions("point", &lesson.point);
        self.text("guess.text", &lesson.guess.text, true);
        self.strengths_alone("guess.text", &lesson.guess.text);
        self.ask(&lesson.guess.asks);
        self.world("run.world", &lesson.run.world, false);
        self.text("run.text", &lesson.run.text, true);
        for (n, name) in lesson.run.show.iter().enumerate() {
            self.measure(format!("run.show[{n}]"), name);
        }
        self.text("see.text", &lesson.see.text, true);
        self.options("see.options", &lesson.see.options);
        self.text("explain.text", &lesson.explain.text, true);
        self.text("explain.otherwise", &lesson.explain.otherwise, true);
        self.world("try.world", &lesson.attempt.world, false);
        self.text("try.text", &lesson.attempt.text, true);
        self.conditions("try.goal", &lesson.attempt.goal);
        self.measure("try.best".to_owned(), &lesson.attempt.best);
        self.text("teacher.question", &lesson.teacher.question, false);
        self.text("teacher.left_out", &lesson.teacher.left_out, false);
        self.text("teacher.debrief", &lesson.teacher.debrief, true);
        self.text("title", &lesson.title, false);
        self.text("aim", &lesson.aim, false);
    }

    /// Worlds may not be called as those that are there in any case.
    fn ids(&mut self) {
        let taken = self.lesson.worlds.keys().filter(|name| [TODAY, YOURS].contains(&name.as_str()));
        let taken: Vec<String> = taken.cloned().collect();
        for id in taken {
            self.add(format!("worlds.{id}"), Code::ReservedId { id });
        }
    }

    fn add(&mut self, path: String, what: Code) {
        self.problems.push(Problem { place: Location::InFile { path, id: String::new() }, what });
    }

    fn unknown<'b>(&mut self, path: String, found: &str, known: impl Iterator<Item = &'b str>) {
        let choices = known.collect::<Vec<_>>().join(", ");
        self.add(path, Code::UnknownChoice { found: found.to_owned(), choices });
    }

    fn world(&mut self, path: &str, name: &str, is_yours_known: bool) {
        let lesson = self.lesson;
        if name == TODAY || is_yours_known && name == YOURS || lesson.worlds.contains_key(name) {
            return;
        }
        let yours = is_yours_known.then_some(YOURS);
        self.unknown(path.to_owned(), name, lesson.worlds.keys().map(String::as_str).chain([TODAY]).chain(yours));
    }

    fn measure(&mut self, path: String, name: &str) {
        let lesson = self.lesson;
        if !lesson.measures.contains_key(name) {
            self.unknown(path, name, lesson.measures.keys().map(String::as_str));
        }
    }

    fn conditions(&mut self, path: &str, conditions: &[Condition]) {
        for (n, condition) in conditions.iter().enumerate() {
            let at = format!("{path}[{n}]");
            self.measure(format!("{at}.measure"), &condition.measure);
            if let Some(than) = &condition.than {
                self.measure(format!("{at}.than"), than);
            }
            let compares = matches!(condition.is, Is::Above | Is::Below | Is::NotAbove);
            if compares && condition.than.is_some() == condition.number.is_some() {
                self.add(format!("{at}.than"), Code::MissingField { field: "than".to_owned() });
            }
            if condition.is == Is::Link && condition.link.is_none() {
                self.add(format!("{at}.link"), Code::MissingField { field: "link".to_owned() });
            }
        }
    }

    fn options(&mut self, path: &str, options: &[SaidOption]) {
        let mut ids = BTreeSet::new();
        for (n, option) in options.iter().enumerate() {
            if !ids.insert(&option.id) {
                let first = Location::InFile { path: path.to_owned(), id: option.id.clone() };
                self.add(format!("{path}[{n}].id"), Code::DuplicateId { id: option.id.clone(), first });
            }
            self.text(&format!("{path}[{n}].text"), &option.text, true);
            self.conditions(&format!("{path}[{n}].holds"), &option.holds);
        }
    }

    fn ask(&mut self, ask: &Ask) {
        match ask {
            Ask::Number { answer, .. } => self.measure("guess.ask.number.answer".to_owned(), answer),
            Ask::Chips { answer, .. } => self.measure("guess.ask.chips.answer".to_owned(), answer),
            Ask::Curve { answer } => self.measure("guess.ask.curve.answer".to_owned(), answer),
            Ask::Choice { options } => self.options("guess.ask.choice.options", options),
        }
    }

    /// Before the run a text may speak of strengths, which anybody sees on the chain, and of nothing that is simulated.
    fn strengths_alone(&mut self, path: &str, text: &Text) {
        let lesson = self.lesson;
        let is_seen = |name: &&str| lesson.measures.get(*name).is_some_and(|m| m.figure == LessonFigure::Strength);
        let seen: Vec<&str> = lesson.measures.keys().map(String::as_str).filter(is_seen).collect();
        for (lang, words) in text.0.clone() {
            for name in names_in(&words).into_iter().filter(|name| !seen.contains(name)) {
                self.unknown(format!("{path}.{lang}"), name, seen.iter().copied());
            }
        }
    }

    /// A text has words, and speaks of no figure but what is measured.
    fn text(&mut self, path: &str, text: &Text, may_measure: bool) {
        if text.is_empty() {
            self.add(path.to_owned(), Code::EmptyName);
        }
        for (lang, words) in text.0.clone() {
            for name in names_in(&words) {
                let at = format!("{path}.{lang}");
                if may_measure {
                    self.measure(at, name);
                } else {
                    self.unknown(at, name, std::iter::empty());
                }
            }
        }
    }
}
