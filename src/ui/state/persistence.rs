//! Keeping the state while the page is used.

use crate::app::ports::Storage;
use crate::app::{Session, keep};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// How long the state may wait before it is kept [ms]: longer than between two moves of a hand.
const KEEP_AFTER: u32 = 250;

/// Where the state is kept, if anywhere, and what waits to be kept.
#[derive(Clone, Copy)]
pub struct Persistence {
    storage: StoredValue<Option<Rc<dyn Storage>>, LocalStorage>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Persistence {
    /// In a store; with `None` nothing is kept.
    pub fn new(storage: Option<Rc<dyn Storage>>) -> Self {
        Self { storage: StoredValue::new_local(storage), timer: StoredValue::new_local(None) }
    }

    /// Keeps the state once the hand rests.
    pub(super) fn keep_soon(self, session: RwSignal<Session>) {
        let timer = Timeout::new(KEEP_AFTER, move || self.keep(session));
        self.timer.set_value(Some(timer));
    }

    /// Keeps the state, now. A full or forbidden store is no reason to stop.
    pub(super) fn keep(self, session: RwSignal<Session>) {
        self.storage.with_value(|storage| {
            if let Some(storage) = storage {
                let written = session.with_untracked(|session| keep(&**storage, session));
                spawn_local(async move {
                    let _ = written.await;
                });
            }
        });
    }
}
