//! What a class has handed in.

use kedja::app::{best_of, class_of, numbers, pasted, saw_right, spread};
use kedja::exchange::{GivenGuess, HandIn, hand_in_code};

fn handed(lesson: &str, guess: GivenGuess, right: bool, best: Option<f32>) -> String {
    hand_in_code(&HandIn {
        lesson: lesson.into(),
        guess,
        saw: Some(("a".into(), right)),
        note: String::new(),
        met: best.is_some(),
        best,
        effort: 2.0,
        seconds: 300,
    })
}

#[test]
fn results_are_told_apart_by_lesson_and_counted() {
    let codes = [
        handed("o-ring", GivenGuess::Number(30.0), true, Some(0.6)),
        handed("o-ring", GivenGuess::Number(12.5), false, None),
        handed("o-ring", GivenGuess::Number(40.0), true, Some(0.7)),
        handed("handover", GivenGuess::Choice("app".into()), true, None),
        handed("weakest-link", GivenGuess::Chips(vec!["invoice".into(), "invoice".into(), "use".into()]), true, None),
    ];
    let class = class_of(&codes);
    assert_eq!(class.keys().collect::<Vec<_>>(), ["handover", "o-ring", "weakest-link"]);
    assert_eq!(numbers(&class["o-ring"]), [12.5, 30.0, 40.0]);
    assert_eq!(saw_right(&class["o-ring"]), (2, 3));
    assert!(best_of(&class["o-ring"], false).is_some_and(|(best, effort)| (best - 0.7).abs() < 1e-6 && effort == 2.0));
    assert_eq!(spread(&class["handover"]), [("app".to_owned(), 1)]);
    assert_eq!(spread(&class["weakest-link"]), [("invoice".to_owned(), 2), ("use".to_owned(), 1)]);
}

#[test]
fn what_is_pasted_twice_counts_once_and_what_is_damaged_is_said() {
    let code = handed("o-ring", GivenGuess::Number(30.0), true, None);
    let text = format!("{code}\n{code} {}", &code[..code.len() - 2]);
    let first = pasted(&text, &[]);
    assert_eq!((first.new.len(), first.known, first.damaged), (1, 0, 1));
    let again = pasted(&code, &first.new);
    assert_eq!((again.new.len(), again.known, again.damaged), (0, 1, 0));
}
