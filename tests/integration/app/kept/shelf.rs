//! A store in memory that can break, fill up and mend at any moment, and a page that keeps its state in it.

use kedja::app::ports::{Pending, ReadyJourneys, Storage, StorageFault};
use kedja::app::{Command, Keeper, Notice, Route, Session, keep, open, release};
use kedja::model::Journey;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::{Future, ready};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// A store in memory.
pub struct Shelf {
    texts: RefCell<BTreeMap<String, String>>,
    reads: Cell<Option<StorageFault>>,
    puts: Cell<Option<StorageFault>>,
    /// How much fits in it, keys included [bytes].
    room: Cell<usize>,
    writes: Cell<usize>,
}

impl Default for Shelf {
    fn default() -> Self {
        let (texts, reads, puts) = (RefCell::default(), Cell::new(None), Cell::new(None));
        Self { texts, reads, puts, room: Cell::new(usize::MAX), writes: Cell::new(0) }
    }
}

impl Shelf {
    pub fn text(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    /// Puts a text there as if it had always been there.
    pub fn lays(&self, key: &str, text: &str) {
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    /// From now on it answers with a fault; one that is full can be read still.
    pub fn breaks(&self, fault: StorageFault) {
        self.puts.set(Some(fault));
        self.reads.set(Some(fault).filter(|fault| *fault == StorageFault::Refused));
    }

    pub fn breaks_writing(&self, fault: StorageFault) {
        self.puts.set(Some(fault));
    }

    pub fn mends(&self) {
        self.reads.set(None);
        self.puts.set(None);
        self.room.set(usize::MAX);
    }

    /// From now on so much fits in it [bytes].
    pub fn holds(&self, bytes: usize) {
        self.room.set(bytes);
    }

    /// How often something has been put there or taken away.
    pub fn writes(&self) -> usize {
        self.writes.get()
    }
}

impl Storage for Shelf {
    fn get(&self, key: &str) -> Pending<Result<Option<String>, StorageFault>> {
        Box::pin(ready(self.reads.get().map_or(Ok(self.text(key)), Err)))
    }

    fn put(&self, key: &str, text: &str) -> Pending<Result<(), StorageFault>> {
        self.writes.set(self.writes.get() + 1);
        let others =
            self.texts.borrow().iter().filter(|(k, _)| *k != key).map(|(k, t)| k.len() + t.len()).sum::<usize>();
        let is_full = others + key.len() + text.len() > self.room.get();
        let fault = self.puts.get().or(is_full.then_some(StorageFault::Full));
        if fault.is_none() {
            self.lays(key, text);
        }
        Box::pin(ready(fault.map_or(Ok(()), Err)))
    }

    fn remove(&self, key: &str) -> Pending<Result<(), StorageFault>> {
        let fault = self.puts.get().filter(|fault| *fault == StorageFault::Refused);
        if fault.is_none() {
            self.texts.borrow_mut().remove(key);
        }
        Box::pin(ready(fault.map_or(Ok(()), Err)))
    }
}

/// When a store breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    Opening,
    Changing,
    Later,
}

impl Moment {
    pub const ALL: [Self; 3] = [Self::Opening, Self::Changing, Self::Later];
}

/// Ready journeys that can be had, as far as they are among these.
pub struct Library(pub &'static [&'static str]);

/// All of them that the tests need.
pub const ALL: Library = Library(&["telecom", "insurance"]);

impl ReadyJourneys for Library {
    fn get(&self, id: &str) -> Pending<Option<Journey>> {
        let known = self.0.contains(&id).then(|| kedja::exchange::ready(id)).flatten();
        Box::pin(ready(known.map(|ready| ready.journey())))
    }
}

/// What a future of a store in memory comes to: it never has to wait.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a store in memory answers at once"),
    }
}

/// A page of the site.
#[derive(Clone)]
pub struct Page {
    pub session: Session,
    pub notice: Option<Notice>,
    pub is_whole_again: bool,
    keeper: Keeper,
    /// The store does not yet let this page see what others have done since then.
    asleep: bool,
}

impl Page {
    pub fn open(shelf: &Shelf) -> Self {
        Self::at(shelf, None)
    }

    /// Opened at an address.
    pub fn at(shelf: &Shelf, route: Option<&Route>) -> Self {
        let opened = now(open(shelf, &ALL)).unwrap().at(route);
        let (session, notice, keeper) = (opened.session, opened.notice, opened.keeper);
        Self { session, notice, keeper, is_whole_again: false, asleep: false }
    }

    /// What the reader does; it is not kept yet.
    pub fn run(&mut self, command: Command) {
        self.session.apply(command);
    }

    /// What the page does soon after a change, when another page has kept something, and when it is left.
    pub fn keep(&mut self, shelf: &Shelf) -> Vec<Notice> {
        if self.asleep {
            return Vec::new();
        }
        let (keeper, settled) = now(keep(std::mem::take(&mut self.keeper), shelf, &ALL, self.session.clone()));
        self.keeper = keeper;
        self.is_whole_again = settled.is_whole_again;
        if let Some(session) = settled.shown {
            self.session.apply(Command::TakeOver(Box::new(session)));
        }
        settled.notices
    }

    pub fn is_waiting(&self) -> bool {
        self.keeper.waits_for().is_some()
    }

    pub fn releases(&mut self, shelf: &Shelf) {
        self.keeper = now(release(std::mem::take(&mut self.keeper), shelf));
    }

    /// The browser lets it sleep, or wakes it.
    pub fn sleeps(&mut self, asleep: bool) {
        self.asleep = asleep;
    }
}
