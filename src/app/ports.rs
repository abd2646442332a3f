//! What the page needs of the machine that it runs on, as traits: the browser's own stand in `ui/platform`, others in
//! tests. A machine may refuse; nothing here stops the page for it.

use crate::model::Journey;
use std::future::Future;
use std::pin::Pin;

/// What comes of a request to the machine, once it has answered.
pub type Pending<T> = Pin<Box<dyn Future<Output = T>>>;

/// Why a store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageFault {
    /// There is no store, or the page may not use it.
    Refused,
    /// There is no room left in it.
    Full,
}

/// Texts that outlast the page, each under its key. Other pages of the same site read and write the same texts, and a
/// store that answered a moment ago may refuse now.
pub trait Storage {
    /// The text under a key; `None` if there is none.
    fn get(&self, key: &str) -> Pending<Result<Option<String>, StorageFault>>;

    /// Puts a text under a key, in place of what was there. A store that can do so at once does it before it answers:
    /// a page that is being closed may not live to see the answer.
    fn put(&self, key: &str, text: &str) -> Pending<Result<(), StorageFault>>;

    /// Takes away what is under a key, if anything is.
    fn remove(&self, key: &str) -> Pending<Result<(), StorageFault>>;
}

/// Why the library did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordFault {
    /// There is no library, or the page may not use it.
    Refused,
    /// There is no room left in it.
    Full,
    /// A newer Kedja has it open, or has written it: nothing may be written.
    Newer,
    /// It does not answer.
    Silent,
}

/// What must be there for a record to be written over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Nothing is there.
    Nothing,
    /// What is there begins with this line (`exchange::first_line`).
    Line(String),
}

/// The records of the library, each a text under its key. Other pages of the same site read and write the same records.
pub trait Records {
    /// The first line of every record, each with its key.
    fn lines(&self) -> Pending<Result<Vec<(String, String)>, RecordFault>>;

    /// The record under a key; `None` if there is none.
    fn get(&self, key: &str) -> Pending<Result<Option<String>, RecordFault>>;

    /// Puts a record under a key, at once and as a whole, where what is expected is there; false where it is not.
    fn put(&self, key: &str, expected: Expected, text: &str) -> Pending<Result<bool, RecordFault>>;

    /// Takes a record away, where it begins with this line; false where it does not.
    fn remove(&self, key: &str, line: &str) -> Pending<Result<bool, RecordFault>>;
}

/// The journeys that come with Kedja (`exchange::READY`), fetched when they are wanted.
pub trait ReadyJourneys {
    /// The ready journey of an id; `None` if it is not to be had now.
    fn get(&self, id: &str) -> Pending<Option<Journey>>;
}

/// The time of day.
pub trait Clock {
    /// Time since the beginning of 1970 [ms].
    fn now(&self) -> f64;
}

/// The machine did not take a text on its clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClipboardFault;

/// What other programs paste from.
pub trait Clipboard {
    /// Puts a text there.
    fn write(&self, text: &str) -> Pending<Result<(), ClipboardFault>>;
}
