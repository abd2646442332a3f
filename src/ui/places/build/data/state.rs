//! What somebody has given, how it is to be read, and what was read in it. The reading is a worker's, which ends when somebody
//! stops it; every choice reads anew.

use crate::app::records::{FileKind, HowToRead, Seen, ToRead};
use crate::model::data::DataFault;
use crate::runner::browser::{Heard, Reader};
use crate::ui::places::build::desk::Desk;
use crate::words::building;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::sync::Arc;

/// How long a file is read before that is said [ms]: most are read sooner.
const SAID_AFTER: u32 = 400;

/// All of it.
#[derive(Clone, Copy)]
pub struct FigureReading {
    pub desk: Desk,
    pub kind: RwSignal<FileKind>,
    pub answers: RwSignal<HowToRead>,
    pub seen: RwSignal<Arc<Seen>>,
    /// Rows read so far, while a file takes so long that it is worth saying.
    pub progress: RwSignal<Option<u64>>,
    /// What reads files could not be fetched.
    pub is_missing: RwSignal<bool>,
    pub was_stopped: RwSignal<bool>,
    /// The name of what was given.
    pub name: RwSignal<String>,
    from: StoredValue<Option<web_sys::Blob>, LocalStorage>,
    /// Which file it is: raised by each new one.
    source: StoredValue<u32>,
    reader: StoredValue<Option<Reader<ToRead>>, LocalStorage>,
    /// While an answer is waited for; it says so when it runs out.
    waits: StoredValue<Option<Timeout>, LocalStorage>,
    /// Rows that have been heard of meanwhile.
    rows: StoredValue<u64>,
}

impl FigureReading {
    pub fn new(desk: Desk) -> Self {
        let reading = Self {
            desk,
            kind: RwSignal::new(FileKind::Counts),
            answers: RwSignal::default(),
            seen: RwSignal::default(),
            progress: RwSignal::new(None),
            was_stopped: RwSignal::new(false),
            name: RwSignal::default(),
            from: StoredValue::new_local(None),
            source: StoredValue::new(0),
            reader: StoredValue::new_local(None),
            waits: StoredValue::new_local(None),
            rows: StoredValue::new(0),
            is_missing: RwSignal::new(false),
        };
        // It is there by the time that something is given.
        reading.reader.set_value(reading.started());
        reading
    }

    fn started(self) -> Option<Reader<ToRead>> {
        Reader::start(move |heard| match heard {
            Heard::Rows(rows) => {
                self.rows.try_set_value(rows);
                // The first word may come before it is worth saying that something is read.
                self.progress.try_update(|progress| *progress = progress.map(|_| rows));
            }
            Heard::Made(seen) => self.come_to(seen),
            Heard::Lost => {
                self.reader.try_set_value(None);
                self.come_to(Seen { fault: Some(DataFault::NotWhole), ..Seen::default() });
            }
            Heard::Missing => {
                self.reader.try_set_value(None);
                self.miss();
            }
        })
    }

    /// Who waits hears that what reads files did not come; who has asked for nothing yet is told when they do.
    fn miss(self) {
        if self.waits.try_with_value(Option::is_some) == Some(true) {
            self.come_to(Seen::default());
            self.is_missing.try_set(true);
        }
    }

    /// The file has been read, or will not be.
    fn come_to(self, seen: Seen) {
        self.wait_no_more();
        self.seen.try_set(Arc::new(seen));
    }

    fn wait_no_more(self) {
        self.waits.try_set_value(None);
        self.rows.try_set_value(0);
        self.progress.try_set(None);
    }

    /// Takes a pasted text.
    pub fn take_text(self, text: &str) {
        self.name.set(String::new());
        // A text can always be made a file.
        if let Ok(blob) = web_sys::Blob::new_with_str_sequence(&js_sys::Array::of1(&text.into())) {
            self.begin(blob);
        }
    }

    /// Takes a file.
    pub fn take_file(self, file: web_sys::File) {
        let name = file.name().to_lowercase();
        // What says itself that it is a log is read as one.
        if name.ends_with(".xes") || name.ends_with(".gz") {
            self.kind.set(FileKind::Log);
        }
        self.name.set(file.name());
        self.begin(file.into());
    }

    fn begin(self, from: web_sys::Blob) {
        self.from.set_value(Some(from));
        self.source.update_value(|source| *source += 1);
        self.answers.set(HowToRead::default());
        self.read_again();
    }

    /// Takes an answer and reads anew.
    pub fn answer(self, change: impl FnOnce(&mut HowToRead)) {
        self.answers.update(change);
        self.read_again();
    }

    /// Stops reading a file.
    pub fn stop(self) {
        self.reader.set_value(None);
        self.wait_no_more();
        self.was_stopped.set(true);
    }

    /// Reads what was given, as it is to be read now.
    pub fn read_again(self) {
        let Some(from) = self.from.get_value() else { return };
        self.was_stopped.set(false);
        self.is_missing.set(false);
        // A file that is being read for an older question is read no further; what is only counted is over soon.
        if self.rows.get_value() > 0 {
            self.reader.set_value(None);
        }
        self.wait_no_more();
        if self.reader.with_value(Option::is_none) {
            self.reader.set_value(self.started());
        }
        let asked = ToRead {
            source: self.source.get_value(),
            name: self.name.get_untracked(),
            kind: self.kind.get_untracked(),
            how: self.answers.get_untracked(),
            beginnings: building::beginnings(),
            language: self.desk.store.language.get_untracked(),
        };
        let say = Timeout::new(SAID_AFTER, move || {
            self.progress.try_set(self.rows.try_get_value());
        });
        self.waits.set_value(Some(say));
        match self.reader.with_value(|reader| reader.as_ref().map(|reader| reader.ask(&asked, &from).is_ok())) {
            None => self.miss(),
            Some(false) => self.come_to(Seen { fault: Some(DataFault::NotWhole), ..Seen::default() }),
            Some(true) => {}
        }
    }
}
