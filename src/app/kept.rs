//! Keeping the state on the device, and finding it again: through whatever store the machine has.

use super::ports::{Storage, StorageFault};
use super::{Route, Session, restore, save};

/// Where the state is kept, and where a damaged one is put aside.
const KEPT: &str = "kedja";
const DAMAGED: &str = "kedja-damaged";

/// What the page begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The state as it was left, or that of a first visit.
    pub session: Session,
    /// True if something was kept that could not be read. It has been put aside.
    pub damaged: bool,
}

impl Opened {
    /// A first visit.
    pub fn first() -> Self {
        Self { session: Session::first(), damaged: false }
    }

    /// With what an address names on the page.
    #[must_use]
    pub fn at(mut self, route: Option<&Route>) -> Self {
        for command in route.map(Route::commands).unwrap_or_default() {
            self.session.apply(command);
        }
        self
    }
}

/// What was kept in a store. One that refuses is like an empty one: the page begins afresh.
pub async fn open(storage: &dyn Storage) -> Opened {
    let Ok(Some(text)) = storage.get(KEPT).await else { return Opened::first() };
    match restore(&text) {
        Ok(session) => Opened { session, damaged: false },
        Err(_) => {
            // Where even that cannot be put aside, the page still begins.
            let _ = storage.put(DAMAGED, &text).await;
            Opened { session: Session::first(), damaged: true }
        }
    }
}

/// Keeps a state in a store.
///
/// # Errors
/// Why the store did not take it.
pub fn keep(storage: &dyn Storage, session: &Session) -> super::ports::Pending<Result<(), StorageFault>> {
    storage.put(KEPT, &save(session))
}
