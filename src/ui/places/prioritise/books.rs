//! What a company's own books say of the journey on the desk.

use crate::app::Command;
use crate::exchange::{books_text, read_books};
use crate::model::OwnBooks;
use crate::ui::state::Store;
use leptos::prelude::*;

/// All that is said.
pub fn said(store: Store) -> OwnBooks {
    store.agenda.with(|agenda| read_books(&agenda.signing.books))
}

/// What is said once it has been changed.
pub fn changed(store: Store, change: impl FnOnce(&mut OwnBooks)) -> Command {
    let mut signing = store.agenda.get_untracked().signing;
    let mut books = read_books(&signing.books);
    change(&mut books);
    signing.books = books_text(&books);
    Command::Sign(signing)
}

/// Changes what is said.
pub fn change(store: Store, change: impl FnOnce(&mut OwnBooks)) {
    store.run(changed(store, change));
}
