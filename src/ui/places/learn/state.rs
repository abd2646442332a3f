//! What the lessons are shown by: the list, the lesson that is open, what the learner has done, and the stage.

use super::measurer::Measurer;
use super::pages::PAGES;
use crate::analysis::Estimate;
use crate::app::ports::{Clock, Storage};
use crate::app::{
    Command, LESSON_CUSTOMERS, LessonFound, LessonView, Origin, PointFound, Session, forget_class, keep_progress,
    kept_progress, lesson_asks, measures_of_yours, measures_shown,
};
use crate::exchange::{LESSONS_FILE, LearnProgress, LessonEntry, LessonProgress, open_lesson, open_lessons, ready};
use crate::model::lesson::{Beat, Lesson};
use crate::model::{Journey, Problem, Scenario};
use crate::ui::platform::beside::bytes_of;
use crate::ui::platform::ports::BrowserClock;
use crate::ui::state::{FetchedJourneys, Store};
use crate::words::Teller;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// Workers of the stage.
const WORKERS: usize = 3;
/// A pause of a lesson that is not counted as time spent on it [s].
const PAUSE: f64 = 600.0;

/// A file of the lessons.
#[derive(Clone)]
pub enum LessonFile<T> {
    OnItsWay,
    Missing,
    /// There is no lesson of this id.
    Unknown(String),
    /// It is there, and something is wrong with it.
    Wrong(Vec<Problem>),
    Here(T),
}

impl<T: Clone> LessonFile<T> {
    pub fn here(&self) -> Option<T> {
        if let Self::Here(it) = self { Some(it.clone()) } else { None }
    }
}

/// The state of the place.
#[derive(Clone, Copy)]
pub struct Learn {
    /// The page's own store.
    pub store: Store,
    /// Whether the lesson stands in somebody's learning platform.
    pub is_given: bool,
    pub list: RwSignal<LessonFile<Arc<Vec<LessonEntry>>>>,
    /// Lessons that have been fetched, by their ids.
    pub lessons: RwSignal<BTreeMap<String, LessonFile<Arc<Lesson>>>>,
    pub progress: RwSignal<LearnProgress>,
    /// False once the device has refused to keep anything.
    pub is_kept: RwSignal<bool>,
    /// Whether the lesson runs on the reader's own version of its journey.
    pub on_own: RwSignal<bool>,
    /// Whether the lesson is shown to a room.
    pub on_wall: RwSignal<bool>,
    /// The stage's store, from when a lesson is first opened.
    pub stage: RwSignal<Option<Store>>,
    pub measurer: Measurer,
    storage: StoredValue<Rc<dyn Storage>, LocalStorage>,
    journeys: FetchedJourneys,
    /// Ready journeys that lessons have been put on, by their ids.
    ready: StoredValue<BTreeMap<String, Arc<Journey>>>,
    /// The beat that the stage was put up for, once it stands; `None` while another is on its way.
    pub staged: RwSignal<Option<Beat>>,
    /// Whose the stage is: it outlives every lesson.
    owner: StoredValue<Option<Owner>>,
    /// When the open beat was last counted [ms].
    counted: StoredValue<f64>,
    /// Whether what was kept has been read, so that nothing is written over it.
    is_read: RwSignal<bool>,
}

impl Learn {
    /// With what was kept in a store.
    pub fn new(store: Store, storage: Rc<dyn Storage>) -> Self {
        let learn = Self {
            store,
            is_given: false,
            list: RwSignal::new(LessonFile::OnItsWay),
            lessons: RwSignal::new(BTreeMap::new()),
            progress: RwSignal::new(LearnProgress::default()),
            is_kept: RwSignal::new(true),
            on_own: RwSignal::new(false),
            on_wall: RwSignal::new(false),
            stage: RwSignal::new(None),
            measurer: Measurer::new(),
            storage: StoredValue::new_local(storage.clone()),
            journeys: expect_context(),
            ready: StoredValue::new(BTreeMap::new()),
            staged: RwSignal::new(None),
            owner: StoredValue::new(Owner::current()),
            counted: StoredValue::new(BrowserClock.now()),
            is_read: RwSignal::new(false),
        };
        learn.fetch_list();
        spawn_local(async move {
            match kept_progress(&*storage).await {
                Ok(kept) => learn.progress.update(|now| *now = kept.joined(std::mem::take(now), None)),
                Err(_) => learn.is_kept.set(false),
            }
            learn.is_read.set(true);
        });
        learn
    }

    /// Fetches the list of lessons.
    pub fn fetch_list(self) {
        self.list.set(LessonFile::OnItsWay);
        spawn_local(async move {
            self.list.set(match bytes_of(LESSONS_FILE).await.map(|bytes| open_lessons(&bytes)) {
                None => LessonFile::Missing,
                Some(Err(problems)) => LessonFile::Wrong(problems),
                Some(Ok(list)) => LessonFile::Here(Arc::new(list)),
            });
        });
    }

    /// Fetches the lesson that an address names, once the list is here: one that is not on it is not asked for.
    pub fn fetch_named(self, id: &str) {
        let is_known = self.list.with(|list| match list {
            LessonFile::OnItsWay => None,
            LessonFile::Here(list) => Some(list.iter().any(|entry| entry.id == id)),
            _ => Some(true),
        });
        match is_known {
            Some(true) => self.fetch(id),
            Some(false) => {
                self.lessons.update(|all| _ = all.insert(id.to_owned(), LessonFile::Unknown(id.to_owned())));
            }
            None => {}
        }
    }

    /// Fetches a lesson that is neither here nor on its way.
    pub fn fetch(self, id: &str) {
        let is_under_way = |file: &LessonFile<Arc<Lesson>>| matches!(file, LessonFile::Here(_) | LessonFile::OnItsWay);
        if self.lessons.with_untracked(|all| all.get(id).is_some_and(is_under_way)) {
            return;
        }
        let id = id.to_owned();
        self.lessons.update(|all| _ = all.insert(id.clone(), LessonFile::OnItsWay));
        spawn_local(async move {
            let file = bytes_of(&format!("lessons/{id}.json")).await;
            let file = match file.map(|bytes| open_lesson(&bytes)) {
                None => LessonFile::Missing,
                Some(Err(problems)) => LessonFile::Wrong(problems),
                Some(Ok(lesson)) => LessonFile::Here(Arc::new(lesson)),
            };
            self.lessons.update(|all| _ = all.insert(id, file));
        });
    }

    /// The id in the address, where it is that of a lesson.
    pub fn open_id(self) -> Option<String> {
        self.store.lesson.get().filter(|page| !PAGES.contains(&page.as_str()))
    }

    /// The lesson that is open, once it is here.
    pub fn lesson(self) -> Option<Arc<Lesson>> {
        let id = self.open_id()?;
        self.lessons.with(|all| all.get(&id)?.here())
    }

    /// How far the learner has come in the lesson that is open.
    pub fn here(self) -> LessonProgress {
        self.open_id().and_then(|id| self.progress.with(|all| all.lessons.get(&id).cloned())).unwrap_or_default()
    }

    /// Changes what is kept of the lesson that is open.
    pub fn note(self, change: impl FnOnce(&mut LessonProgress)) {
        let Some(id) = untrack(|| self.open_id()) else { return };
        let now = BrowserClock.now();
        let since = ((now - self.counted.get_value()) / 1_000.0).clamp(0.0, PAUSE);
        self.counted.set_value(now);
        self.progress.update(|all| {
            let lesson = all.lessons.entry(id).or_default();
            lesson.seconds = lesson.seconds.saturating_add(since as u32);
            change(lesson);
        });
        self.keep();
    }

    /// Keeps what was done, and takes over what another window has kept of other lessons.
    pub fn keep(self) {
        if !self.is_read.get_untracked() {
            return;
        }
        let here = untrack(|| self.open_id());
        let progress = self.progress.get_untracked();
        let storage = self.storage.get_value();
        spawn_local(async move {
            match keep_progress(&*storage, progress, here.as_deref()).await {
                Ok(joined) => {
                    self.is_kept.set(true);
                    if self.progress.with_untracked(|now| *now != joined) {
                        self.progress.set(joined);
                    }
                }
                Err(_) => self.is_kept.set(false),
            }
        });
    }

    /// The reader's own version of the journey of a lesson; `None` where it is as it comes, or another one.
    pub fn own_journey(self, lesson: &Lesson) -> Option<Arc<Journey>> {
        self.store.session.with(|session| {
            let work = &session.work;
            let is_ready = matches!(&work.origin, Origin::Ready(_));
            (work.journey.id == lesson.journey && !is_ready).then(|| work.journey.clone())
        })
    }

    /// Puts a lesson on the stage as a beat has it, and asks for what it measures.
    pub fn put_on_stage(self, lesson: &Arc<Lesson>, beat: Beat) {
        let own = untrack(|| self.own_journey(lesson)).filter(|_| self.on_own.get_untracked());
        self.staged.set(None);
        let held = own.or_else(|| self.ready.with_value(|held| held.get(&lesson.journey).cloned()));
        if let Some(journey) = held {
            return self.set_stage(lesson, beat, journey);
        }
        let Some(ready) = ready(&lesson.journey) else { return };
        let lesson = lesson.clone();
        self.journeys.with(ready.id, move |journey| {
            let journey = Arc::new(journey);
            self.ready.update_value(|held| _ = held.insert(ready.id.to_owned(), journey.clone()));
            // Somebody may have gone on meanwhile.
            let is_wanted = untrack(|| self.open_id().is_some_and(|id| id == lesson.id) && self.here().at == beat);
            if is_wanted {
                self.set_stage(&lesson, beat, journey);
            }
        });
    }

    fn set_stage(self, lesson: &Arc<Lesson>, beat: Beat, journey: Arc<Journey>) {
        let progress = untrack(|| self.here());
        let world = |name: &str| lesson.worlds.get(name).cloned().unwrap_or_default();
        let scenario = match beat {
            Beat::Guess => Scenario::default(),
            Beat::Run | Beat::See | Beat::Explain => world(&lesson.run.world),
            Beat::Try if progress.yours == Scenario::default() => world(&lesson.attempt.world),
            Beat::Try => progress.yours,
        };
        let mut session = Session::first_with(&journey.id, (*journey).clone());
        session.work.journey = journey;
        session.work = session.work.with_scenario(scenario);
        session.work.seed = lesson.seed;
        session.customers = LESSON_CUSTOMERS;
        session.language = Some(self.store.language.get_untracked());
        if let Some(focus) = lesson.run.focus.clone().filter(|link| session.work.today(link).is_some()) {
            session.selected = focus;
        }
        match self.stage.get_untracked() {
            Some(stage) => stage.run(Command::TakeOver(Box::new(session))),
            None => {
                let make = || Store::beside(session, "lesson-", WORKERS);
                self.stage.set(Some(match self.owner.get_value() {
                    Some(owner) => owner.with(make),
                    None => make(),
                }));
            }
        }
        self.staged.set(Some(beat));
        self.measure(lesson, beat);
    }

    /// Asks for what the lesson measures; of what depends on the learner only in the last beat.
    pub fn measure(self, lesson: &Lesson, beat: Beat) {
        let Some(stage) = self.stage.get_untracked() else { return };
        let work = stage.session.with_untracked(|session| session.work.clone());
        let mut names = measures_shown(lesson);
        let yours = if beat == Beat::Try { work.active_scenario() } else { Scenario::default() };
        if beat == Beat::Try {
            names.extend(measures_of_yours(lesson));
        }
        let asks = lesson_asks(lesson, &work.journey, &yours, names);
        self.measurer.want(&work.journey, lesson.seed, asks);
    }

    /// Does something with the lesson, its journey and what has been simulated; `None` until it is on the stage.
    pub fn with_view<T>(self, read: impl FnOnce(&LessonView, &Teller) -> T) -> Option<T> {
        let (lesson, stage) = (self.lesson()?, self.stage.get()?);
        let journey = stage.journey.get();
        let yours = if self.staged.get() == Some(Beat::Try) {
            stage.session.with(|session| session.work.active_scenario())
        } else {
            self.here().yours
        };
        let answers = self.measurer.answers.get();
        let teller = Teller { language: self.store.language.get(), journey: journey.clone() };
        Some(read(&LessonView { lesson: &lesson, journey: &journey, yours: &yours, answers: &answers }, &teller))
    }

    /// Fetches the ready journeys, for the names of their links.
    pub fn fetch_journeys(self) {
        self.journeys.fetch();
    }

    /// Does something with the ready journey of a lesson; `None` until it is here.
    pub fn with_journey_of<T>(self, lesson: &Lesson, read: impl FnOnce(&Teller) -> T) -> Option<T> {
        let (_, journey) = self.journeys.here().into_iter().find(|(id, _)| *id == lesson.journey)?;
        Some(read(&Teller { language: self.store.language.get(), journey }))
    }

    /// Throws away what a class has handed in.
    pub fn forget_class(self) {
        self.progress.update(|all| {
            all.class.clear();
            all.picked.clear();
        });
        let progress = self.progress.get_untracked();
        let storage = self.storage.get_value();
        spawn_local(async move { self.is_kept.set(forget_class(&*storage, progress).await.is_ok()) });
    }

    /// What a measure comes to.
    pub fn measured(self, name: &str) -> Option<LessonFound> {
        self.with_view(|view, _| view.measured(name)).flatten()
    }

    /// The figure of a measure.
    pub fn figure(self, name: &str) -> Option<Estimate> {
        self.with_view(|view, _| view.figure(name)).flatten()
    }

    /// How the point fares.
    pub fn point(self) -> Option<PointFound> {
        self.with_view(|view, _| view.point())
    }
}

/// The state of the place, for whatever stands in it.
pub fn use_learn() -> Learn {
    expect_context()
}
