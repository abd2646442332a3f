//! Lessons, the list of them, and what learners have done in them.

use super::corpus::{file, odd};
use super::{refused, survives};
use crate::lessons::progress::done;
use kedja::exchange::*;

const WORDS: [&str; 32] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    "\"",
    "null",
    "{}",
    "[]",
    "\"id\":",
    "\"worlds\":{",
    "\"measures\":{",
    "\"point\":[",
    "\"guess\":{",
    "\"run\":{",
    "\"see\":{",
    "\"try\":{",
    "\"options\":[",
    "\"a\"",
    "\"today\"",
    "\"churn\"",
    "\"number\":",
    "\"choice\":",
    "\"chips\":[",
    "\"curve\":[",
    "\"yours\":{",
    "\"best\":",
    "\"effort\":",
    "\"seconds\":",
    "\"class\":[",
    "{{ a }}",
    "1e39",
];

fn lesson(name: &str) -> Vec<u8> {
    file(&format!("public/lessons/{name}.json"))
}

#[test]
fn a_lesson_is_read_or_refused_in_words() {
    let made = ["averages", "fading", "handover", "value-account"].map(lesson).to_vec();
    survives("lesson", made, &WORDS, |bytes| match open_lesson(bytes) {
        Ok(lesson) => assert!(!lessons_json(&[lesson]).is_empty()),
        Err(problems) => refused(&problems),
    });
}

#[test]
fn a_list_of_lessons_is_read_or_refused_in_words() {
    survives("lesson-list", vec![lesson("lessons")], &WORDS, |bytes| {
        if let Err(problems) = open_lessons(bytes) {
            refused(&problems);
        }
    });
}

#[test]
fn what_a_learner_has_done_is_read_as_it_will_be_kept_as_far_as_it_can_be() {
    survives("lesson-progress", odd(&learn_progress_json(&done())), &WORDS, |bytes| {
        let (progress, _) = read_learn_progress(&String::from_utf8_lossy(bytes));
        assert_eq!(read_learn_progress(&learn_progress_json(&progress)), (progress, false));
    });
}
