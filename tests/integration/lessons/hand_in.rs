//! The codes by which results are handed in.

use kedja::exchange::{GivenGuess, HandIn, UnreadHandIn, hand_in_code, hand_ins_in, read_hand_in};
use proptest::prelude::*;

fn guess() -> impl Strategy<Value = GivenGuess> {
    prop_oneof![
        (-1e6_f32..1e6).prop_map(GivenGuess::Number),
        "[a-z-]{1,20}".prop_map(GivenGuess::Choice),
        proptest::collection::vec("[a-z-]{1,16}".prop_map(|id| id.as_str().into()), 0..6).prop_map(GivenGuess::Chips),
        proptest::collection::vec(0.0_f32..=1.0, 6).prop_map(GivenGuess::Curve),
    ]
}

fn result() -> impl Strategy<Value = HandIn> {
    let saw = proptest::option::of(("[a-z-]{1,12}", any::<bool>()));
    let best = proptest::option::of(-1.0_f32..1.0);
    ("[a-z-]{1,24}", guess(), saw, "\\PC{0,40}", any::<bool>(), best, 0.0_f32..20.0, 0_u32..100_000).prop_map(
        |(lesson, guess, saw, note, met, best, effort, seconds)| HandIn {
            lesson,
            guess,
            saw,
            note,
            met,
            best,
            effort,
            seconds,
        },
    )
}

proptest! {
    #[test]
    fn a_code_gives_back_what_was_handed_in(result in result()) {
        prop_assert_eq!(read_hand_in(&hand_in_code(&result)), Ok(result));
    }

    #[test]
    fn a_code_that_was_cut_or_mistyped_is_never_taken_for_another_result(result in result(), at in any::<usize>(), cut in any::<bool>()) {
        let code = hand_in_code(&result);
        let at = 7 + at % (code.len() - 7);
        let broken = if cut {
            code[..at].to_owned()
        } else {
            let other = if code.as_bytes()[at] == b'A' { 'B' } else { 'A' };
            format!("{}{other}{}", &code[..at], &code[at + 1..])
        };
        prop_assert_eq!(read_hand_in(&broken), Err(UnreadHandIn::Damaged));
    }

    #[test]
    fn whatever_is_pasted_is_read_without_harm(text in "\\PC{0,200}") {
        let _ = hand_ins_in(&text);
        let _ = read_hand_in(&format!("kedja1.{text}"));
    }

    #[test]
    fn codes_are_found_in_mails_and_each_once(results in proptest::collection::vec(result(), 1..5)) {
        let mail: String = results.iter().map(|r| format!("Hi!\n> “{}”, we’re done.\n\n", hand_in_code(r))).collect();
        let twice = format!("{mail}{mail}");
        let found: Vec<HandIn> = hand_ins_in(&twice).into_iter().map(|(_, result)| result.expect("it is whole")).collect();
        let mut expected: Vec<HandIn> = Vec::new();
        for result in results {
            if !expected.contains(&result) {
                expected.push(result);
            }
        }
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn a_code_of_a_later_version_is_told_from_a_damaged_one() {
    assert_eq!(read_hand_in("kedja2.abc"), Err(UnreadHandIn::Newer));
    assert_eq!(read_hand_in("hello"), Err(UnreadHandIn::NoCode));
    assert_eq!(read_hand_in("kedja1."), Err(UnreadHandIn::Damaged));
}

#[test]
fn a_usual_code_is_short_enough_for_a_chat_line() {
    let result = HandIn {
        lesson: "weakest-link".into(),
        guess: GivenGuess::Chips(vec!["invoice".into(), "support".into(), "use".into()]),
        saw: Some(("invoice".into(), true)),
        note: String::new(),
        met: true,
        best: Some(0.14),
        effort: 3.0,
        seconds: 290,
    };
    let code = hand_in_code(&result);
    assert!(code.len() <= 120, "{} letters: {code}", code.len());
}
