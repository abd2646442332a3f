//! The page is kept on the device once it is at rest, and the reader told of a new version, which they take when they want it.

use crate::app::Notice;
use crate::ui::platform::offline;
use crate::ui::state::Store;
use crate::ui::widgets::NotFetched;
use leptos::wasm_split::wasm_split;

/// What keeps it, once its file has come.
#[wasm_split(library, fallible, wasm_split_path = ::leptos::wasm_split)]
pub fn kept_offline() -> Result<fn(Store), NotFetched> {
    Ok(|store| offline::keep(move || store.tell(Notice::NewVersion)))
}

/// Takes the new version; what was done is kept first.
pub fn take_new_version(store: Store) {
    store.keep();
    offline::take_over();
}
