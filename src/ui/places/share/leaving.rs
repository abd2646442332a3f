//! The end of looking at what came by a link.

use crate::app::ports::Clock;
use crate::app::{Command, Session, Visit, kept_copy};
use crate::ui::platform::ports::BrowserClock;
use crate::ui::state::Store;
use leptos::prelude::*;

/// Shows the reader's own work again; what came by the link is let go.
pub fn end_visit(store: Store) {
    if let Some(Visit::Shown { own, .. }) = store.visit.get_untracked() {
        let own = own_as_now(store, *own);
        store.visit.set(None);
        store.run(Command::TakeOver(Box::new(own)));
    }
}

/// Keeps what came by the link as the reader's own: the one place that says what that means.
pub fn keep_copy(store: Store) {
    if let Some(Visit::Shown { own, .. }) = store.visit.get_untracked() {
        let own = own_as_now(store, *own);
        let kept = store.session.with_untracked(|session| kept_copy(&own, session, BrowserClock.now() as u64));
        store.visit.set(None);
        store.run(Command::TakeOver(Box::new(kept)));
        store.keep_soon();
    }
}

/// The reader's own work, in the language and the colours that they have chosen since.
fn own_as_now(store: Store, mut own: Session) -> Session {
    (own.language, own.theme) = store.session.with_untracked(|session| (session.language, session.theme));
    own
}
