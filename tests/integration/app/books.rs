//! What a company's own books say of a journey stays with that journey, whatever else is opened.

use super::choose;
use super::kept::shelf::{ALL, now};
use kedja::app::*;
use kedja::exchange::{books_text, read_books, ready};
use kedja::model::{Journey, OwnBooks, OwnCount, OwnFigure, Signing, Text};

fn telecom() -> Journey {
    ready("telecom").unwrap().journey()
}

/// Says a churn of the journey that lies on the desk, and who answers for it.
fn say(session: &mut Session, churn: f64) {
    let mut books = OwnBooks::default();
    books.today.set(OwnFigure::Churn, Some(OwnCount { value: churn, of: None, over: None }));
    let (owner, books) = (format!("{churn}"), books_text(&books));
    session.apply(Command::Sign(Signing { owner, books, ..Signing::default() }));
}

fn said(session: &Session) -> Option<f64> {
    read_books(&session.agenda.signing.books).today.get(OwnFigure::Churn).map(|count| count.value)
}

fn build(session: &mut Session, built: Built) {
    session.apply(Command::Build(Box::new(built)));
}

#[test]
fn a_copy_of_a_ready_journey_goes_on_with_what_was_said_of_it() {
    let mut session = Session::first();
    say(&mut session, 0.03);
    let mut changed = telecom();
    changed.touchpoints[0].gain += 0.01;
    let copy = built(&session.work, changed, Text::same("Our telecom"), None);
    build(&mut session, copy);
    assert_ne!(session.work.journey.id, "telecom");
    assert_eq!(said(&session), Some(0.03));
    assert_eq!(session.agenda.signing.owner, "0.03");
    say(&mut session, 0.02);
    session.apply(Command::Undo);
    assert_eq!(said(&session), Some(0.03), "of the ready one it is as it was");
    session.apply(Command::Redo);
    assert_eq!(said(&session), Some(0.02));
}

#[test]
fn of_a_journey_that_begins_anew_nothing_is_said_whatever_it_is_called() {
    let mut session = Session::first();
    let ours = || Journey { name: Text::same("Our journey"), ..telecom() };
    for (churn, id) in [(0.01, "our-journey"), (0.02, "our-journey-2"), (0.03, "our-journey-3")] {
        let anew = begun(&session, ours());
        build(&mut session, anew);
        assert_eq!((session.work.journey.id.as_str(), said(&session)), (id, None));
        say(&mut session, churn);
    }
    session.apply(Command::Undo);
    assert_eq!(said(&session), Some(0.02));
    session.apply(Command::Undo);
    assert_eq!(said(&session), Some(0.01));
}

#[test]
fn a_link_that_is_kept_takes_none_of_it_away() {
    let mut own = Session::first();
    say(&mut own, 0.03);
    let mut visit = Session::first();
    visit.apply(Command::SetStrain(1.0));
    visit.agenda.signing.question = "Theirs?".to_owned();
    let kept = kept_copy(&own, &visit, 1);
    assert_eq!((said(&kept), kept.agenda.signing.question.as_str()), (Some(0.03), "Theirs?"));
    // Of another journey it comes back with that.
    own.apply(choose("insurance"));
    say(&mut own, 0.07);
    let mut kept = kept_copy(&own, &visit, 1);
    assert_eq!(said(&kept), Some(0.03));
    kept.apply(choose("insurance"));
    assert_eq!(said(&kept), Some(0.07));
}

#[test]
fn work_that_is_opened_from_a_file_takes_none_of_it_away() {
    let mut file = Session::first();
    file.apply(Command::SetStrain(1.0));
    let mut own = Session::first();
    say(&mut own, 0.03);
    let opened = now(open_work(&save(&file), &ALL, &own)).unwrap();
    assert_eq!(said(&opened), Some(0.03), "the file knows nothing of it");
    own.apply(choose("insurance"));
    say(&mut own, 0.07);
    let mut opened = now(open_work(&save(&file), &ALL, &own)).unwrap();
    assert_eq!(said(&opened), Some(0.03));
    opened.apply(choose("insurance"));
    assert_eq!(said(&opened), Some(0.07));
    say(&mut file, 0.05);
    let opened = now(open_work(&save(&file), &ALL, &own)).unwrap();
    assert_eq!(said(&opened), Some(0.05), "of the same journey the file says it");
}
