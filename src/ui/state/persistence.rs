//! Keeping the state while the page is used, and taking over what another page of the site keeps.

use crate::app::ports::{ReadyJourneys, Storage};
use crate::app::{Keeper, Session, Settled, forget_aside, keep, release, set_aside};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Waker};
use wasm_bindgen_futures::spawn_local;

/// How long the state may wait before it is kept [ms]: longer than between two moves of a hand.
const KEEP_AFTER: u32 = 150;

/// Where the state is kept, if anywhere, and what waits to be kept.
#[derive(Clone, Copy)]
pub struct Persistence {
    shelf: StoredValue<Option<Shelf>, LocalStorage>,
    /// `None` while it is at work.
    keeper: StoredValue<Option<Keeper>, LocalStorage>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    /// What could not be read and can be fetched, the oldest first.
    pub aside: RwSignal<Vec<String>>,
}

/// What the state is kept in, and read with.
#[derive(Clone)]
struct Shelf {
    storage: Rc<dyn Storage>,
    journeys: Rc<dyn ReadyJourneys>,
}

impl Persistence {
    /// In a store.
    pub fn new(storage: Rc<dyn Storage>, journeys: Rc<dyn ReadyJourneys>, keeper: Keeper) -> Self {
        Self::with(Some(Shelf { storage, journeys }), keeper)
    }

    /// Nowhere.
    pub fn nowhere() -> Self {
        Self::with(None, Keeper::default())
    }

    fn with(shelf: Option<Shelf>, keeper: Keeper) -> Self {
        let this = Self {
            shelf: StoredValue::new_local(shelf),
            keeper: StoredValue::new_local(Some(keeper)),
            timer: StoredValue::new_local(None),
            aside: RwSignal::new(Vec::new()),
        };
        this.look_aside();
        this
    }

    /// Keeps the state once the hand rests.
    pub(super) fn keep_soon(self, act: impl FnOnce() + 'static) {
        self.timer.set_value(Some(Timeout::new(KEEP_AFTER, act)));
    }

    /// Keeps a state, now; a store that answers at once has it when this returns. `settled` is told what came of it.
    /// False if the keeper is still at work.
    pub(super) fn keep(self, session: Session, settled: impl FnOnce(Settled) + 'static) -> bool {
        let Some(Shelf { storage, journeys }) = self.shelf.get_value() else { return true };
        let Some(keeper) = self.keeper.try_update_value(Option::take).flatten() else { return false };
        at_once(async move {
            let (keeper, came) = keep(keeper, &*storage, &*journeys, session).await;
            self.keeper.set_value(Some(keeper));
            settled(came);
        });
        true
    }

    /// Keeps the state in the place of what stands in its way.
    pub(super) fn release(self, then: impl FnOnce() + 'static) {
        let Some(Shelf { storage, .. }) = self.shelf.get_value() else { return };
        let Some(keeper) = self.keeper.try_update_value(Option::take).flatten() else { return };
        at_once(async move {
            self.keeper.set_value(Some(release(keeper, &*storage).await));
            self.look_aside();
            then();
        });
    }

    /// What stands in the way of keeping anything; `None` where nothing does.
    pub fn waits_for(self) -> Option<String> {
        self.keeper.with_value(|keeper| keeper.as_ref()?.waits_for().map(str::to_owned))
    }

    /// Looks for what could not be read and lies aside.
    pub fn look_aside(self) {
        if let Some(Shelf { storage, .. }) = self.shelf.get_value() {
            at_once(async move { self.aside.set(set_aside(&*storage).await) });
        }
    }

    /// Throws away what could not be read.
    pub fn forget_aside(self) {
        if let Some(Shelf { storage, .. }) = self.shelf.get_value() {
            at_once(async move {
                forget_aside(&*storage).await;
                self.look_aside();
            });
        }
    }
}

/// Does what a store that answers at once lets be done at once: a page that is left may not live to see more.
fn at_once(work: impl Future<Output = ()> + 'static) {
    let mut work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    if work.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
        spawn_local(work);
    }
}
