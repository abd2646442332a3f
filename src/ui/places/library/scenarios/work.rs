//! The work that scenarios are made of, on the page and off it.

use crate::app::{Built, Command, Project};
use crate::ui::state::Store;
use leptos::prelude::*;

/// How many of the [outcomes](crate::app::outcomes) stand side by side.
pub const SHOWN: usize = 3;

/// Puts the work on the page, as one step.
pub fn put(store: Store, work: Project) {
    store.run(Command::Build(Box::new(Built { work, typed: None, is_copy: false })));
}

/// The work that is on the page.
pub fn work_of(store: Store) -> Project {
    store.session.with_untracked(|session| session.work.clone())
}
