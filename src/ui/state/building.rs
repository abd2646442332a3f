//! Another journey put in the place of the one on the desk.

use super::Store;
use crate::app::{Command, built};
use crate::model::Journey;
use crate::words::building;
use leptos::prelude::WithUntracked;

/// Puts a journey on the desk as somebody has changed it, as one step that can be undone. Nothing happens where it is the one that
/// lies there.
pub fn put_journey(store: Store, journey: Journey) {
    let work = store.session.with_untracked(|session| session.work.clone());
    let copy_name = building::copy_name(work.whole());
    if journey != **work.whole() {
        store.run(Command::Build(Box::new(built(&work, journey, copy_name, None))));
    }
}
