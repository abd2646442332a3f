//! A library in memory that can break, fill up, die and mend at any moment, and a page that keeps its journeys in it.

use crate::app::kept::shelf::{ALL, now};
use kedja::app::library::*;
use kedja::app::ports::{Expected, Pending, RecordFault, Records};
use kedja::app::{Command, Session};
use kedja::exchange::{RecordPicture, first_line};
use kedja::model::Field;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::ready;

/// Records in memory.
#[derive(Default)]
pub struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    fault: Cell<Option<RecordFault>>,
    /// Writes that are still made before it dies; `None` if it does not.
    lives: Cell<Option<usize>>,
}

impl Memory {
    pub fn text(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    pub fn keys(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }

    /// Puts a text there as if it had always been there.
    pub fn lays(&self, key: &str, text: &str) {
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    pub fn breaks(&self, fault: Option<RecordFault>) {
        self.fault.set(fault);
    }

    /// After so many writes none is made any more, whatever is said.
    pub fn dies_after(&self, writes: Option<usize>) {
        self.lives.set(writes);
    }

    fn write(&self, key: &str, expected: Option<&str>, text: Option<&str>) -> Result<bool, RecordFault> {
        if let Some(fault) = self.fault.get() {
            return Err(fault);
        }
        if let Some(lives) = self.lives.get() {
            if lives == 0 {
                return Err(RecordFault::Silent);
            }
            self.lives.set(Some(lives - 1));
        }
        if self.text(key).as_deref().map(first_line) != expected {
            return Ok(false);
        }
        match text {
            Some(text) => self.lays(key, text),
            None => drop(self.texts.borrow_mut().remove(key)),
        }
        Ok(true)
    }
}

impl Records for Memory {
    fn lines(&self) -> Pending<Result<Vec<(String, String)>, RecordFault>> {
        let texts = self.texts.borrow();
        let lines = texts.iter().map(|(key, text)| (key.clone(), first_line(text).to_owned())).collect();
        Box::pin(ready(Ok(lines)))
    }

    fn get(&self, key: &str) -> Pending<Result<Option<String>, RecordFault>> {
        let refused = self.fault.get().filter(|fault| *fault != RecordFault::Full);
        Box::pin(ready(refused.map_or(Ok(self.text(key)), Err)))
    }

    fn put(&self, key: &str, expected: Expected, text: &str) -> Pending<Result<bool, RecordFault>> {
        let expected = if let Expected::Line(line) = &expected { Some(line.as_str()) } else { None };
        Box::pin(ready(self.write(key, expected, Some(text))))
    }

    fn remove(&self, key: &str, line: &str) -> Pending<Result<bool, RecordFault>> {
        Box::pin(ready(self.write(key, Some(line), None)))
    }
}

/// The library with all that is needed to work in it.
pub fn room(memory: &Memory) -> LibraryRoom<'_> {
    LibraryRoom { records: memory, journeys: &ALL, picture: |_| RecordPicture::default() }
}

/// A page of the site.
#[derive(Clone)]
pub struct Desk {
    pub session: Session,
    keeper: LibraryKeeper,
}

impl Desk {
    pub fn new() -> Self {
        Self { session: Session::first(), keeper: LibraryKeeper::default() }
    }

    /// Reloaded: what is on the desk is there, what was known of the library is not.
    pub fn reloaded(&self) -> Self {
        let (session, lost) = kedja::app::restore(&kedja::app::save(&self.session)).unwrap();
        assert!(lost.is_nothing());
        Self { session, keeper: LibraryKeeper::default() }
    }

    pub fn run(&mut self, command: Command) {
        self.session.apply(command);
        self.session.apply(Command::LetGo);
    }

    /// Opens a small journey of one's own from a file.
    pub fn open_file(&mut self, name: &str) {
        let journey = Box::new(crate::builder::small());
        self.run(Command::OpenJourney { journey, name: name.to_owned() });
    }

    /// A change by which a state is known again.
    pub fn set(&mut self, percent: u32) {
        let link = self.session.work.journey.links().next().unwrap().clone();
        self.run(Command::SetLever { link, lever: Field::Strength, value: f64::from(percent) / 100.0 });
    }

    pub fn record(&self) -> String {
        self.session.work.record.clone().unwrap()
    }

    /// Puts on the shelf what is on the desk, as the page does; what came of it for each record.
    pub fn shelve(&mut self, memory: &Memory, at: u64) -> Vec<Result<Shelved, RecordFault>> {
        let mut all = Vec::new();
        for id in records_in(&self.session) {
            let (keeper, done) = now(shelve(std::mem::take(&mut self.keeper), room(memory), &self.session, &id, at));
            self.keeper = keeper;
            if let Ok(Shelved::Apart(new)) = &done {
                self.session = with_record(self.session.clone(), &id, new);
            }
            all.push(done);
        }
        all
    }

    pub fn take(&mut self, memory: &Memory, key: &str) -> Result<(), OpenFault> {
        match now(take(std::mem::take(&mut self.keeper), room(memory), key, &self.session)) {
            Ok(taken) => {
                (self.keeper, self.session) = (taken.keeper, taken.session);
                Ok(())
            }
            Err((keeper, fault)) => {
                self.keeper = keeper;
                Err(fault)
            }
        }
    }
}

/// The strengths of its first link that a session leads to, by undo, by redo and as it stands [per cent].
pub fn reachable(session: &Session) -> Vec<u32> {
    let value = |session: &Session| {
        let link = session.work.journey.links().next().unwrap().clone();
        (session.work.now(&link).unwrap() * 100.0).round() as u32
    };
    let mut all = vec![value(session)];
    for step in [Command::Undo, Command::Redo] {
        let mut session = session.clone();
        while if step == Command::Undo { session.can_undo() } else { session.can_redo() } {
            session.apply(step.clone());
            all.push(value(&session));
        }
    }
    all
}

/// All that the records lead to.
pub fn kept(memory: &Memory) -> Vec<u32> {
    let mut all = Vec::new();
    for entry in now(list(memory)).unwrap() {
        let mut desk = Desk::new();
        desk.take(memory, &entry.key).unwrap();
        all.extend(reachable(&part_of(&desk.session, &desk.record()).unwrap()));
    }
    all
}
