//! What stands on the wall: which scene, with a store of its own, the clock, and the second window.

use super::second_window::SecondWindow;
use crate::app::ports::Clock;
use crate::app::{Command, Place, Scene, Shows, scene_of};
use crate::model::LinkId;
use crate::ui::platform::ports::BrowserClock;
use crate::ui::platform::wall;
use crate::ui::platform::{device, scroll};
use crate::ui::state::Store;
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use std::sync::Arc;

/// Workers of the wall.
const WORKERS: usize = 3;
/// What opens the list of scenes; whoever leaves the wall is back there.
const BUTTON: &str = "present";
/// The line over a scene.
pub const CAPTION: &str = "wall-caption";

/// The wall.
#[derive(Clone, Copy)]
pub struct Wall {
    /// The page's own store.
    pub store: Store,
    pub is_arranging: RwSignal<bool>,
    pub is_on: RwSignal<bool>,
    /// The wall's store, from when something is first shown.
    pub stage: RwSignal<Option<Store>>,
    at: RwSignal<usize>,
    /// What is shown without being kept.
    unkept: RwSignal<Option<Scene>>,
    pub is_black: RwSignal<bool>,
    pub shows_keys: RwSignal<bool>,
    /// The number of a scene, as far as it is typed.
    pub typed: RwSignal<Option<usize>>,
    /// How long the room may still think [s]; `None` while no clock runs.
    pub left: RwSignal<Option<u16>>,
    timer: StoredValue<Option<Interval>, LocalStorage>,
    pub notes: SecondWindow,
    /// When the first scene was shown [ms].
    pub began: StoredValue<f64>,
    /// How far the page was scrolled [CSS pixels].
    scrolled: StoredValue<f64>,
    /// Whose the stage is: it outlives every scene.
    owner: StoredValue<Option<Owner>>,
}

impl Wall {
    /// Nothing stands on it yet.
    pub fn new(store: Store, is_arranging: RwSignal<bool>) -> Self {
        Self {
            store,
            is_arranging,
            is_on: RwSignal::new(false),
            stage: RwSignal::new(None),
            at: RwSignal::new(0),
            unkept: RwSignal::new(None),
            is_black: RwSignal::new(false),
            shows_keys: RwSignal::new(false),
            typed: RwSignal::new(None),
            left: RwSignal::new(None),
            timer: StoredValue::new_local(None),
            notes: SecondWindow::none(),
            began: StoredValue::new(0.0),
            scrolled: StoredValue::new(0.0),
            owner: StoredValue::new(Owner::current()),
        }
    }

    /// The scenes that are kept.
    pub fn scenes(self) -> Arc<Vec<Scene>> {
        self.store.session.with(|session| session.work.scenes.clone())
    }

    /// The scene that is shown.
    pub fn scene(self) -> Option<Scene> {
        self.unkept.get().or_else(|| self.scenes().get(self.at()).cloned())
    }

    /// The scene that comes after it.
    pub fn next(self) -> Option<Scene> {
        let at = if self.is_unkept() { 0 } else { self.at() + 1 };
        self.scenes().get(at).cloned()
    }

    /// The place of the scene that is shown, from 0.
    pub fn at(self) -> usize {
        self.at.get().min(self.scenes().len().saturating_sub(1))
    }

    /// Whether what is shown is not one of the scenes.
    pub fn is_unkept(self) -> bool {
        self.unkept.with(Option::is_some)
    }

    /// Whether there is a scene so many steps on.
    pub fn can_step(self, by: isize) -> bool {
        let scenes = self.scenes().len();
        match (self.is_unkept(), by > 0) {
            (true, is_on) => is_on && scenes > 0,
            (false, true) => self.at() + 1 < scenes,
            (false, false) => self.at() > 0,
        }
    }

    /// Shows the scenes, from one of them on.
    pub fn begin(self, at: usize) {
        if untrack(|| self.scenes().is_empty()) {
            return self.begin_with_what_is_seen();
        }
        self.unkept.set(None);
        self.at.set(at);
        self.enter();
    }

    /// Shows what is seen on the page now, which is not kept.
    pub fn begin_with_what_is_seen(self) {
        let panel = self.store.panel.get_untracked();
        let scene = self.store.session.with_untracked(|session| {
            let mut scene = scene_of(session, Shows::of(session.place, panel), "", "");
            scene.seconds = None;
            scene
        });
        self.unkept.set(Some(scene));
        self.enter();
    }

    fn enter(self) {
        self.is_arranging.set(false);
        self.began.set_value(BrowserClock.now());
        self.scrolled.set_value(scroll::height());
        // The wall has the device for itself.
        self.store.stop();
        self.store.stop_finding();
        self.show();
        self.is_on.set(true);
        device::focus_soon(CAPTION);
    }

    /// Puts the scene on the wall as it was kept.
    pub fn show(self) {
        let Some(scene) = untrack(|| self.scene()) else { return };
        self.stop_clock();
        let mut session = self.store.session.with_untracked(|session| scene.shown(session));
        session.language = Some(self.store.language.get_untracked());
        let panel = scene.shows.asks().1;
        match self.stage.get_untracked() {
            Some(stage) => {
                stage.panel.set(panel);
                stage.run(Command::TakeOver(Box::new(session)));
            }
            None => {
                let make = || Store::beside(session, "wall-", WORKERS);
                let stage = match self.owner.get_value() {
                    Some(owner) => owner.with(make),
                    None => make(),
                };
                stage.panel.set(panel);
                stage.inquire_first();
                self.stage.set(Some(stage));
            }
        }
    }

    /// So many scenes on, or back.
    pub fn step(self, by: isize) {
        if !untrack(|| self.can_step(by)) {
            return;
        }
        let to = if untrack(|| self.is_unkept()) { 0 } else { untrack(|| self.at()).saturating_add_signed(by) };
        self.go(to);
    }

    /// To the first scene, or the last.
    pub fn go_to_end(self, is_last: bool) {
        let scenes = untrack(|| self.scenes().len());
        if scenes > 0 {
            self.go(if is_last { scenes - 1 } else { 0 });
        }
    }

    /// Another digit of the number of a scene; there are fewer than a thousand.
    pub fn type_digit(self, digit: u8) {
        self.typed.update(|typed| *typed = Some((typed.unwrap_or(0) * 10 + usize::from(digit)) % 1_000));
    }

    /// To the scene whose number was typed, if there is one.
    pub fn go_to_typed(self) {
        let typed = self.typed.get_untracked();
        self.typed.set(None);
        if let Some(at) =
            typed.and_then(|number| number.checked_sub(1)).filter(|at| *at < untrack(|| self.scenes().len()))
        {
            self.go(at);
        }
    }

    fn go(self, to: usize) {
        self.unkept.set(None);
        self.at.set(to);
        self.show();
        device::focus_soon(CAPTION);
    }

    /// Whether something on the wall has been moved.
    pub fn has_moved(self) -> bool {
        let (Some(scene), Some(stage)) = (self.scene(), self.stage.get()) else { return false };
        stage.session.with(|session| scene.has_moved(session))
    }

    /// Lays a chip on a link, or takes one back, on the wall and among the bets of the work.
    pub fn bet(self, link: LinkId, more: bool) {
        let Some(stage) = self.stage.get_untracked() else { return };
        let journey = stage.session.with_untracked(|session| session.work.journey.id.clone());
        if self.store.session.with_untracked(|session| session.work.journey.id == journey) {
            self.store.run(Command::Bet { link: link.clone(), more });
        }
        stage.run(Command::Bet { link, more });
    }

    /// Starts the clock of the scene, or stops it.
    pub fn clock(self) {
        if self.left.get_untracked().is_some() {
            return self.stop_clock();
        }
        let Some(seconds) = untrack(|| self.scene()).and_then(|scene| scene.seconds) else { return };
        self.left.set(Some(seconds));
        let tick = move || {
            self.left.update(|left| *left = left.map(|left| left.saturating_sub(1)));
            if self.left.get_untracked() == Some(0) {
                self.timer.set_value(None);
            }
        };
        self.timer.set_value(Some(Interval::new(1_000, tick)));
    }

    fn stop_clock(self) {
        self.timer.set_value(None);
        self.left.set(None);
    }

    /// Back to the page as it was.
    pub fn leave(self) {
        self.stop_clock();
        self.notes.close();
        self.is_black.set(false);
        self.shows_keys.set(false);
        self.typed.set(None);
        self.is_on.set(false);
        if let Some(stage) = self.stage.get_untracked() {
            // Nobody looks any more.
            stage.run(Command::GoTo(Place::About));
            stage.stop();
            stage.stop_finding();
        }
        if wall::is_full() {
            wall::toggle_full();
        }
        if !self.store.answers.far.with_untracked(|far| far.done) {
            self.store.again();
        }
        device::focus_soon(BUTTON);
        scroll::to_soon(self.scrolled.get_value());
    }
}

/// The wall, for whatever stands on it.
pub fn use_wall() -> Wall {
    expect_context()
}
