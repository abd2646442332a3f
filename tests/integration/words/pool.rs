//! A class in words: sound, in both languages, and what goes into a spreadsheet has a head for every column.

use super::{BOTH, assert_sound};
use kedja::analysis::Estimate;
use kedja::analysis::studies::Goal;
use kedja::app::{Command, LinkTrouble, Route, Session, pooled, sent};
use kedja::exchange::{SharedWork, any_text, links_in, ready};
use kedja::model::Field;
use kedja::words::{Teller, pool};
use std::sync::Arc;

/// What one of a class sends: the invoice at a strength, and a chip on support.
fn scenario(value: f64) -> SharedWork {
    let mut session = Session::first();
    session.apply(Command::SetLever { link: "invoice".into(), lever: Field::Strength, value });
    session.apply(Command::Bet { link: "support".into(), more: true });
    sent(&session, &Route::default(), false, None)
}

#[test]
fn a_class_is_told_soundly() {
    let class =
        pooled(vec![(1, scenario(0.9)), (7, scenario(0.7))], |id| ready(id).map(|ready| ready.journey())).unwrap();
    let estimate = Estimate { value: 0.1, low: 0.05, high: 0.2 };
    for language in BOTH {
        let teller = Teller { language, journey: Arc::new(class.journey.clone()) };
        for again in [0, 2] {
            assert_sound(&pool::found(&teller, &class, again));
        }
        assert_sound(&pool::broken(&teller, 3, LinkTrouble::Altered));
        for cell in pool::row(&teller, &class, &class.levers[0]) {
            assert_sound(&cell);
        }
        assert_eq!(pool::row(&teller, &class, &class.levers[0])[7], "1, 2");
        assert!(pool::lines(&teller, &class).contains("scenario 2 "), "{}", pool::lines(&teller, &class));
        for goal in Goal::ALL {
            assert_sound(&pool::outcome(&teller, goal, &[estimate, estimate]).unwrap());
            // Of two the median lies between them.
            let apart = [0.1, 0.3].map(|value| Estimate { value, low: value - 0.01, high: value + 0.01 });
            let middle = kedja::words::goal::level(&teller, goal, 0.2);
            assert!(pool::outcome(&teller, goal, &apart).unwrap().contains(&middle), "{middle}");
        }
        let outcomes = [Some([Some(estimate); Goal::ALL.len()]), None];
        for table in pool::tables(&teller, &class, &outcomes) {
            assert!(table.rows.iter().all(|row| row.len() == table.rows[0].len()), "{}", table.file);
            assert!(table.rows.len() > 1);
        }
    }
}

#[test]
fn who_has_moved_a_lever_is_told_in_runs() {
    let moved = |values: &[f64]| {
        let of = |value: &f64| {
            let mut session = Session::first();
            session.apply(Command::SetLever { link: "invoice".into(), lever: Field::Strength, value: *value });
            sent(&session, &Route::default(), false, None)
        };
        let class =
            pooled((1..).zip(values.iter().map(of)).collect(), |id| ready(id).map(|ready| ready.journey())).unwrap();
        let teller = Teller { language: BOTH[0], journey: Arc::new(class.journey.clone()) };
        pool::row(&teller, &class, &class.levers[0])[7].clone()
    };
    assert_eq!(moved(&[0.9, 0.8, 0.7, 0.75]), "1–4");
    assert_eq!(moved(&[0.9, 0.65, 0.7, 0.75, 0.8, 0.65, 0.85]), "1, 3–5, 7");
}

#[test]
fn a_class_that_was_saved_as_a_file_opens_as_the_same_class() {
    let known = |id: &str| ready(id).map(|ready| ready.journey());
    let class = pooled(vec![(1, scenario(0.9)), (7, scenario(0.7))], known).unwrap();
    for language in BOTH {
        let teller = Teller { language, journey: Arc::new(class.journey.clone()) };
        let text = pool::file(&teller, &class, class.links("https://example.se/kedja/"));
        let found = links_in(&any_text(text.as_bytes()).unwrap());
        let works = found.links.into_iter().map(|link| (link.line, link.work.unwrap())).collect();
        let again = pooled(works, known).unwrap();
        assert_eq!(
            (again.scenarios, again.levers, again.bets),
            (class.scenarios.clone(), class.levers.clone(), class.bets.clone())
        );
        assert_eq!(again.lines, [2, 3]);
    }
}

#[test]
fn what_has_no_text_to_look_through_says_what_it_is() {
    for bytes in [&b""[..], b"%PDF-1.7\n\x00\x01", b"PK\x03\x04 no workbook"] {
        let why = any_text(bytes).unwrap_err();
        BOTH.iter().for_each(|language| assert_sound(&pool::unreadable(*language, &why)));
    }
}
