//! What a class has handed in, lesson by lesson: how the guesses are spread, and who saw what was there.

use crate::exchange::{GivenGuess, HandIn, hand_ins_in};
use std::collections::BTreeMap;

/// One result with its code.
#[derive(Clone, Debug, PartialEq)]
pub struct HandedIn {
    pub code: String,
    pub result: HandIn,
}

/// The results of one lesson.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClassLesson {
    /// In the order in which they were pasted.
    pub all: Vec<HandedIn>,
}

/// What came of a text that was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastedCodes {
    /// Codes that are new and whole.
    pub new: Vec<String>,
    /// Those that were there before.
    pub known: usize,
    /// Those that are cut, mistyped or of a later version.
    pub damaged: usize,
}

/// The results of these codes, by lesson.
pub fn class_of(codes: &[String]) -> BTreeMap<String, ClassLesson> {
    let mut class: BTreeMap<String, ClassLesson> = BTreeMap::new();
    for (code, result) in codes.iter().flat_map(|code| hand_ins_in(code)) {
        if let Ok(result) = result {
            class.entry(result.lesson.clone()).or_default().all.push(HandedIn { code, result });
        }
    }
    class
}

/// What is new in a text that was pasted.
pub fn pasted(text: &str, known: &[String]) -> PastedCodes {
    let mut pasted = PastedCodes::default();
    for (code, result) in hand_ins_in(text) {
        if result.is_err() {
            pasted.damaged += 1;
        } else if known.contains(&code) {
            pasted.known += 1;
        } else {
            pasted.new.push(code);
        }
    }
    pasted
}

/// How often each answer was given to a question, the most frequent first. A chip counts for itself.
pub fn spread(lesson: &ClassLesson) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for one in &lesson.all {
        match &one.result.guess {
            GivenGuess::Choice(id) => *counts.entry(id.clone()).or_default() += 1,
            GivenGuess::Chips(links) => {
                for link in links {
                    *counts.entry(link.to_string()).or_default() += 1;
                }
            }
            GivenGuess::Number(_) | GivenGuess::Curve(_) => {}
        }
    }
    let mut spread: Vec<(String, usize)> = counts.into_iter().collect();
    crate::model::order::sort(&mut spread, |a, b| b.1.cmp(&a.1));
    spread
}

/// The numbers that were guessed, lowest first.
pub fn numbers(lesson: &ClassLesson) -> Vec<f64> {
    let number = |one: &HandedIn| match one.result.guess {
        GivenGuess::Number(number) => Some(f64::from(number)),
        _ => None,
    };
    let mut numbers: Vec<f64> = lesson.all.iter().filter_map(number).collect();
    crate::model::order::sort(&mut numbers, f64::total_cmp);
    numbers
}

/// The curves that were drawn.
pub fn curves(lesson: &ClassLesson) -> Vec<Vec<f64>> {
    let curve = |one: &HandedIn| match &one.result.guess {
        GivenGuess::Curve(points) => Some(points.iter().map(|point| f64::from(*point)).collect()),
        _ => None,
    };
    lesson.all.iter().filter_map(curve).collect()
}

/// How many said what they saw, and how many of those saw what was there.
pub fn saw_right(lesson: &ClassLesson) -> (usize, usize) {
    let said: Vec<bool> =
        lesson.all.iter().filter_map(|one| one.result.saw.as_ref().map(|(_, is_right)| *is_right)).collect();
    (said.iter().filter(|is_right| **is_right).count(), said.len())
}

/// The best that anybody reached who met the goal, and with what effort.
pub fn best_of(lesson: &ClassLesson, less_is_better: bool) -> Option<(f64, f64)> {
    let mut best: Option<(f64, f64)> = None;
    for one in lesson.all.iter().filter(|one| one.result.met) {
        let Some(value) = one.result.best.map(f64::from) else { continue };
        let is_better = best.is_none_or(|(known, _)| if less_is_better { value < known } else { value > known });
        if is_better {
            best = Some((value, f64::from(one.result.effort)));
        }
    }
    best
}
