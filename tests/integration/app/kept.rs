//! Keeping the state, through stores of every temper: none of them stops the page.

use kedja::app::ports::{Pending, ReadyJourneys, Storage, StorageFault};
use kedja::app::{Command, NoJourney, Opened, Place, Route, Session, keep, open};
use kedja::model::Journey;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::{Future, ready};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// A store in memory, which answers everything with a fault where it has one.
#[derive(Default)]
struct Shelf {
    texts: RefCell<BTreeMap<String, String>>,
    reads: Option<StorageFault>,
    writes: Option<StorageFault>,
}

impl Storage for Shelf {
    fn get(&self, key: &str) -> Pending<Result<Option<String>, StorageFault>> {
        let text = self.texts.borrow().get(key).cloned();
        Box::pin(ready(self.reads.map_or(Ok(text), Err)))
    }

    fn put(&self, key: &str, text: &str) -> Pending<Result<(), StorageFault>> {
        if self.writes.is_none() {
            self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        }
        Box::pin(ready(self.writes.map_or(Ok(()), Err)))
    }
}

/// Ready journeys that can be had, as far as they are among these.
struct Library(&'static [&'static str]);

/// All of them.
const ALL: Library = Library(&["telecom", "insurance"]);

impl ReadyJourneys for Library {
    fn get(&self, id: &str) -> Pending<Option<Journey>> {
        let known = self.0.contains(&id).then(|| kedja::exchange::ready(id)).flatten();
        Box::pin(ready(known.map(|ready| ready.journey())))
    }
}

/// A first visit.
fn first() -> Opened {
    Opened { session: Session::first(), damaged: false }
}

/// What a future of a store in memory comes to: it never has to wait.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a store in memory answers at once"),
    }
}

#[test]
fn what_is_kept_is_found_again() {
    let shelf = Shelf::default();
    assert_eq!(now(open(&shelf, &ALL)).unwrap(), first());
    let mut session = Session::first();
    session.apply(Command::SetStrain(1.0));
    session.apply(Command::GoTo(Place::Prioritise));
    assert_eq!(now(keep(&shelf, &session)), Ok(()));
    let opened = now(open(&shelf, &ALL)).unwrap();
    assert!(!opened.damaged);
    assert_eq!((opened.session.work, opened.session.place), (session.work, Place::Prioritise));
}

#[test]
fn it_is_kept_before_anybody_waits_for_the_answer() {
    let shelf = Shelf::default();
    drop(keep(&shelf, &Session::first()));
    assert_eq!(shelf.texts.borrow().len(), 1);
}

#[test]
fn a_store_that_refuses_or_is_full_says_so_and_the_page_begins() {
    for fault in [StorageFault::Refused, StorageFault::Full] {
        let shelf = Shelf { writes: Some(fault), ..Shelf::default() };
        assert_eq!(now(keep(&shelf, &Session::first())), Err(fault));
        let shelf = Shelf { reads: Some(fault), writes: Some(fault), ..Shelf::default() };
        assert_eq!(now(open(&shelf, &ALL)).unwrap(), first());
    }
}

#[test]
fn what_cannot_be_read_is_put_aside_and_told_of() {
    for writes in [None, Some(StorageFault::Full)] {
        let shelf = Shelf { writes, ..Shelf::default() };
        shelf.texts.borrow_mut().insert("kedja".to_owned(), "{}".to_owned());
        assert_eq!(now(open(&shelf, &ALL)).unwrap(), Opened { damaged: true, ..first() });
        let aside = shelf.texts.borrow().get("kedja-damaged").cloned();
        assert_eq!(aside.as_deref(), writes.is_none().then_some("{}"));
    }
}

#[test]
fn an_address_decides_where_the_page_opens_and_without_one_it_opens_where_it_was_left() {
    let mut session = Session::first();
    session.apply(Command::GoTo(Place::Prioritise));
    let left = Opened { session, damaged: false };
    assert_eq!(left.clone().at(None), left);
    let there = left.at(Route::parse("#/journey/no-such-link").as_ref());
    assert_eq!(there.session.place, Place::Journey);
    assert_eq!(there.session.selected, Session::first().selected);
}

#[test]
fn without_a_journey_that_is_needed_nothing_begins_and_what_is_kept_stays() {
    let shelf = Shelf::default();
    assert_eq!(now(open(&shelf, &Library(&[]))), Err(NoJourney));
    let mut session = Session::first();
    session.apply(super::choose("insurance"));
    assert_eq!(now(keep(&shelf, &session)), Ok(()));
    let kept = shelf.texts.borrow().clone();
    // Undo leads back to telecom, so that both are needed.
    for too_few in [&["telecom"][..], &["insurance"]] {
        assert_eq!(now(open(&shelf, &Library(too_few))), Err(NoJourney));
        assert_eq!(*shelf.texts.borrow(), kept);
    }
    assert_eq!(now(open(&shelf, &ALL)).unwrap().session.work, session.work);
}
