//! The library as the page holds it: what is on the desk is put on the shelf soon after each change, and everything that is
//! done to a journey there is done here, one thing after the other.

use crate::app::library::{
    FileOutcome, LibraryEntry, LibraryKeeper, LibraryRoom, OpenFault, Shelved, automatic_surplus, is_over, list,
    records_in, shelve, take, throw_away, verify, with_record,
};
use crate::app::ports::{Clock, RecordFault};
use crate::app::{Command, Notice, Place};
use crate::charts::small::picture;
use crate::exchange::{RecordHead, RecordPicture};
use crate::model::Journey;
use crate::ui::places::share::end_visit;
use crate::ui::platform::keeping::{KeptPlace, OtherPages, kept_place, last_backup, pause};
use crate::ui::platform::ports::{BrowserClock, BrowserJourneys};
use crate::ui::platform::records::BrowserRecords;
use crate::ui::state::Store;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::Cell;
use std::collections::VecDeque;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// How long the hand has rested before the desk is put on the shelf [ms]: the desk itself is kept at once.
const SHELVE_AFTER: u32 = 700;
/// How long after it has been written a record is read again [ms].
const VERIFY_AFTER: u32 = 1_500;
/// How long whoever finds the library at work waits before asking again [ms].
const TURN: u32 = 15;

/// What was done last, to be told.
#[derive(Clone, Debug, PartialEq)]
pub enum LibraryNews {
    /// Put in the bin: the id and the name.
    Binned(String, String),
    Thrown(String),
    Restored(String),
    Versioned(String),
    /// Files and what became of them.
    Files(Vec<FileOutcome>),
    /// It could not be opened.
    NotOpened(String, OpenFault),
}

/// The library of the page.
#[derive(Clone, Copy)]
pub struct Library {
    pub store: Store,
    records: StoredValue<BrowserRecords, LocalStorage>,
    /// `None` while something is done.
    keeper: StoredValue<Option<LibraryKeeper>, LocalStorage>,
    others: StoredValue<Option<OtherPages>, LocalStorage>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    /// What has been written and not read again yet: key and first line.
    unread: StoredValue<VecDeque<(String, String)>, LocalStorage>,
    /// The records; `None` until they have been read.
    pub entries: RwSignal<Option<Vec<LibraryEntry>>>,
    /// Why the library does not do what it is asked, since it was asked last.
    pub fault: RwSignal<Option<RecordFault>>,
    pub news: RwSignal<Option<LibraryNews>>,
    pub place: RwSignal<KeptPlace>,
    /// When the library was last put into a file from here [ms since the beginning of 1970].
    pub backup: RwSignal<Option<f64>>,
    /// Whether the browser has been asked for lasting storage: once is enough.
    has_asked: StoredValue<bool>,
}

thread_local! {
    static LIBRARY: Cell<Option<Library>> = const { Cell::new(None) };
}

/// The moment [ms since the beginning of 1970].
pub fn now() -> u64 {
    BrowserClock.now() as u64
}

/// A journey as the small picture that its record has.
pub fn small(journey: &Journey) -> RecordPicture {
    let weakest = crate::app::weakest(journey).map(|weakest| weakest.link);
    let drawn = picture(journey, weakest.as_ref());
    // Rings of one thickness are one line: a page of hundreds has fewer to draw.
    let mut picture = RecordPicture {
        view: [drawn.size.x, drawn.size.y, drawn.size.width, drawn.size.height],
        ..RecordPicture::default()
    };
    for ring in drawn.rings {
        let thickness = (ring.thickness * 2.0).round() / 2.0;
        if ring.weakest {
            picture.weakest = Some((thickness, ring.path));
            continue;
        }
        match picture.rings.iter_mut().find(|(known, _)| (*known - thickness).abs() < 0.1) {
            Some((_, path)) => *path = format!("{path} {}", ring.path),
            None => picture.rings.push((thickness, ring.path)),
        }
    }
    picture
}

impl Library {
    /// That of the page, which begins its work when it is first asked for.
    pub fn of(store: Store) -> Self {
        if let Some(library) = LIBRARY.get() {
            return library;
        }
        let owner = use_context::<Owner>().unwrap_or_default();
        let library = owner.with(|| {
            let library = Self {
                store,
                records: StoredValue::new_local(BrowserRecords::default()),
                keeper: StoredValue::new_local(Some(LibraryKeeper::default())),
                others: StoredValue::new_local(None),
                timer: StoredValue::new_local(None),
                unread: StoredValue::new_local(VecDeque::new()),
                entries: RwSignal::new(None),
                fault: RwSignal::new(None),
                news: RwSignal::new(None),
                place: RwSignal::new(KeptPlace::default()),
                backup: RwSignal::new(last_backup()),
                has_asked: StoredValue::new(false),
            };
            library.others.set_value(Some(OtherPages::hear(move || library.look_again())));
            Effect::new(move |_| {
                if store.session.with(|session| !records_in(session).is_empty()) {
                    library.shelve_soon();
                }
            });
            library
        });
        LIBRARY.set(Some(library));
        library
    }

    fn shelve_soon(self) {
        let later = move || {
            spawn_local(async move {
                self.shelve().await;
            });
        };
        self.timer.set_value(Some(Timeout::new(SHELVE_AFTER, later)));
    }

    /// Does something in the library, when nothing else is being done. The keeper is given back.
    pub async fn with<T, F: Future<Output = (LibraryKeeper, T)>>(
        self,
        act: impl FnOnce(LibraryKeeper, BrowserRecords) -> F,
    ) -> T {
        let keeper = loop {
            match self.keeper.try_update_value(Option::take).flatten() {
                Some(keeper) => break keeper,
                None => pause(TURN).await,
            }
        };
        let (keeper, done) = act(keeper, self.records.get_value()).await;
        self.keeper.set_value(Some(keeper));
        done
    }

    /// Does something that needs no keeper, and tells where it was refused; afterwards the list is read anew.
    pub async fn act<T, F: Future<Output = Result<T, RecordFault>>>(
        self,
        act: impl FnOnce(BrowserRecords) -> F,
    ) -> Option<T> {
        let done = self.with(|keeper, records| async move { (keeper, act(records).await) }).await;
        self.fault.set(done.as_ref().err().copied());
        self.changed().await;
        done.ok()
    }

    /// Tells other pages that something has been changed, and reads the list anew.
    pub async fn changed(self) {
        self.tell_others();
        self.list().await;
    }

    /// Puts on the shelf what is on the desk.
    pub async fn shelve(self) {
        // Nothing of what came by a link is kept before the reader says so.
        if self.store.is_visiting() {
            return;
        }
        let mut has_changed = false;
        let ids = self.store.session.with_untracked(records_in);
        for id in ids {
            let session = self.store.session.get_untracked();
            let its = id.clone();
            let done = self
                .with(|keeper, records| async move { shelve(keeper, room(&records), &session, &its, now()).await })
                .await;
            let line = match done {
                Ok(Shelved::AsItWas | Shelved::Older) => continue,
                Ok(Shelved::Kept(line)) => line,
                Ok(Shelved::Beside(line, _)) => {
                    self.store.tell(Notice::Beside);
                    line
                }
                Ok(Shelved::Apart(new)) => {
                    let session = self.store.session.with_untracked(|session| with_record(session.clone(), &id, &new));
                    self.store.run(Command::TakeOver(Box::new(session)));
                    continue;
                }
                Err(fault) => {
                    self.fault.set(Some(fault));
                    return;
                }
            };
            has_changed = true;
            // What is worked on is no longer in the bin.
            if self.news.with_untracked(|news| matches!(news, Some(LibraryNews::Binned(its, _)) if *its == id)) {
                self.news.set(None);
            }
            self.verify_soon(id, line);
        }
        if self.fault.with_untracked(Option::is_some) {
            self.fault.set(None);
        }
        if has_changed {
            self.tell_others();
            self.look_again();
            // There is something to lose now.
            self.look_at_place(!self.has_asked.get_value());
            self.has_asked.set_value(true);
        }
    }

    fn verify_soon(self, key: String, line: String) {
        self.unread.update_value(|unread| unread.push_back((key, line)));
        Timeout::new(VERIFY_AFTER, move || {
            spawn_local(async move {
                let Some((key, line)) = self.unread.try_update_value(VecDeque::pop_front).flatten() else { return };
                let records = self.records.get_value();
                if verify(&records, &key, &line).await == Ok(false) {
                    self.store.tell(Notice::NotAsWritten);
                }
            });
        })
        .forget();
    }

    fn tell_others(self) {
        self.others.with_value(|others| {
            if let Some(others) = others {
                others.tell();
            }
        });
    }

    /// Reads the list anew, where somebody has seen it.
    fn look_again(self) {
        if self.entries.with_untracked(Option::is_some) {
            spawn_local(self.list());
        }
    }

    /// Reads the list.
    pub async fn list(self) {
        let records = self.records.get_value();
        match list(&records).await {
            Ok(entries) => self.entries.set(Some(entries)),
            Err(fault) => {
                self.fault.set(Some(fault));
                self.entries.update(|entries| {
                    entries.get_or_insert_default();
                });
            }
        }
    }

    /// What whoever comes to the place needs: what is on the desk is there, the list is read, and what is over is thrown away.
    pub fn arrive(self) {
        self.look_at_place(false);
        spawn_local(async move {
            // Listed before anything is written, and again if something is.
            self.list().await;
            self.shelve().await;
            let entries = self.entries.get_untracked().unwrap_or_default();
            let is_over = |entry: &&LibraryEntry| entry.head.as_ref().is_ok_and(|head| is_over(head, now()));
            let over: Vec<LibraryEntry> =
                entries.iter().filter(is_over).cloned().chain(automatic_surplus(&entries)).collect();
            if !over.is_empty() {
                let each = |records: BrowserRecords| async move {
                    for entry in over {
                        throw_away(&records, &entry).await?;
                    }
                    Ok(())
                };
                self.act(each).await;
            }
        });
    }

    /// Asks the browser about the place; `asks` for lasting storage where that has not been given.
    pub fn look_at_place(self, asks: bool) {
        spawn_local(async move { self.place.set(kept_place(asks).await) });
    }

    /// Opens a record on the desk, and then leads to another place, if to any.
    pub fn open(self, key: String, name: String, to: Option<Place>) {
        spawn_local(async move {
            if self.put_on_desk(key, name).await {
                to.into_iter().for_each(|place| self.store.run(Command::GoTo(place)));
            }
        });
    }

    /// Puts a record on the desk; false, and told, where it cannot be opened.
    pub async fn put_on_desk(self, key: String, name: String) -> bool {
        // What lies there is on the shelf first; what came by a link makes room for the reader's own.
        end_visit(self.store);
        self.shelve().await;
        let here = self.store.session.get_untracked();
        let taken = self
            .with(|keeper, records| async move {
                match take(keeper, room(&records), &key, &here).await {
                    Ok(taken) => (taken.keeper, Ok(taken.session)),
                    Err((keeper, why)) => (keeper, Err(why)),
                }
            })
            .await;
        match taken {
            Ok(session) => {
                self.news.set(None);
                self.store.run(Command::TakeOver(Box::new(session)));
                true
            }
            Err(why) => {
                self.news.set(Some(LibraryNews::NotOpened(name, why)));
                false
            }
        }
    }

    /// The journeys of one's own that are not in the bin.
    pub fn heads(self) -> Vec<Arc<RecordHead>> {
        self.read(is_own, |head| Arc::new(head.clone()))
    }

    /// How many these are.
    pub fn count(self) -> usize {
        self.read(is_own, |_| ()).len()
    }

    /// All records that can be read and are wanted.
    pub fn all(self, wanted: impl Fn(&RecordHead) -> bool) -> Vec<RecordHead> {
        self.read(wanted, RecordHead::clone)
    }

    fn read<T>(self, wanted: impl Fn(&RecordHead) -> bool, of: impl Fn(&RecordHead) -> T) -> Vec<T> {
        self.entries.with(|entries| {
            let heads = entries.iter().flatten().filter_map(|entry| entry.head.as_ref().ok());
            heads.filter(|head| wanted(head)).map(of).collect()
        })
    }

    /// The text of a record, as it is there.
    pub async fn raw(self, key: &str) -> Option<String> {
        use crate::app::ports::Records;
        self.records.get_value().get(key).await.ok().flatten()
    }
}

/// Whether this is a journey that is listed: no version of one, and not in the bin.
fn is_own(head: &RecordHead) -> bool {
    head.of.is_none() && head.binned.is_none()
}

/// The library of the page, for what stands in its place.
pub fn use_library() -> Library {
    expect_context::<Library>()
}

/// The library with all that is needed to work in it.
pub fn room(records: &BrowserRecords) -> LibraryRoom<'_> {
    LibraryRoom { records, journeys: &BrowserJourneys, picture: small }
}
