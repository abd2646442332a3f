//! What a learner has done, as it is kept.

use kedja::exchange::{GivenGuess, LearnProgress, LessonProgress, learn_progress_json, read_learn_progress};
use kedja::model::lesson::Beat;
use kedja::model::{Change, Improvement, Scenario};
use std::collections::BTreeMap;

pub fn done() -> LearnProgress {
    let changes = vec![Change::Strengthen { link: "invoice".into(), effort: 2.0 }];
    let yours = Scenario {
        improvements: vec![Improvement { id: "edit-1".into(), effort: 2.0, changes, ..Improvement::default() }],
        ..Scenario::default()
    };
    let far = LessonProgress {
        at: Beat::Try,
        guess: Some(GivenGuess::Chips(vec!["invoice".into(), "use".into()])),
        saw: Some("invoice".into()),
        note: "Everybody meets the invoice".into(),
        yours,
        met: true,
        best: Some((0.14, 2.0)),
        seconds: 312,
        done: true,
    };
    let guesses = [
        ("o-ring", GivenGuess::Number(16.0)),
        ("handover", GivenGuess::Choice("between".into())),
        ("fading", GivenGuess::Curve(vec![1.0, 0.9, 0.8, 0.7, 0.6, 0.5])),
    ];
    let begun =
        guesses.map(|(id, guess)| (id.to_owned(), LessonProgress { guess: Some(guess), ..LessonProgress::default() }));
    let lessons = BTreeMap::from_iter(begun.into_iter().chain([("weakest-link".to_owned(), far)]));
    LearnProgress { lessons, class: vec!["kedja1.abc".into()], picked: vec!["kedja1.abc".into()] }
}

#[test]
fn what_is_kept_comes_back() {
    assert_eq!(read_learn_progress(&learn_progress_json(&done())), (done(), false));
}

#[test]
fn a_damaged_lesson_costs_that_lesson_alone() {
    let text = learn_progress_json(&done()).replace("\"at\":\"try\"", "\"at\":\"moon\"");
    let (read, is_damaged) = read_learn_progress(&text);
    assert!(is_damaged);
    let mut expected = done();
    expected.lessons.remove("weakest-link");
    assert_eq!(read, expected);
}

#[test]
fn no_text_stops_the_page() {
    let text = learn_progress_json(&done());
    for at in 0..text.len() {
        let _ = read_learn_progress(&text[..at]);
    }
    for nonsense in ["", "null", "[]", "3", "{\"lessons\":7}", "{\"lessons\":{\"a\":null}}"] {
        assert_eq!(read_learn_progress(nonsense).0.lessons.len(), 0, "{nonsense}");
    }
}

#[test]
fn what_another_window_did_in_another_lesson_is_not_lost_and_the_lesson_that_is_open_stays() {
    let (mut here, mut there) = (done(), done());
    here.lessons.get_mut("o-ring").unwrap().at = Beat::See;
    there.lessons.get_mut("o-ring").unwrap().at = Beat::Run;
    there.lessons.get_mut("handover").unwrap().done = true;
    there.class.push("kedja1.def".into());
    let joined = here.joined(there, Some("o-ring"));
    assert_eq!(joined.lessons["o-ring"].at, Beat::See);
    assert!(joined.lessons["handover"].done);
    assert_eq!(joined.class, ["kedja1.abc", "kedja1.def"]);
}
