//! Keeping the state on the device, and finding it again: through whatever store the machine has.

use super::ports::{ReadyJourneys, Storage, StorageFault};
use super::saved::{ready_ids, restored};
use super::{Route, Session, save};
use crate::exchange::{Damage, READY, SavedState, read_saved_state, ready};
use crate::model::Journey;
use std::collections::BTreeMap;

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

/// A ready journey without which the page cannot begin was not to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoJourney;

impl Opened {
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
///
/// # Errors
/// When a ready journey that is needed is not to be had. What is kept stays as it is.
pub async fn open(storage: &dyn Storage, journeys: &dyn ReadyJourneys) -> Result<Opened, NoJourney> {
    let Ok(Some(text)) = storage.get(KEPT).await else {
        return first(journeys).await;
    };
    let session = match read_saved_state(&text) {
        Ok(saved) => session(saved, journeys).await?,
        Err(damage) => Err(damage),
    };
    match session {
        Ok(session) => Ok(Opened { session, damaged: false }),
        Err(Damage) => {
            // Where even that cannot be put aside, the page still begins.
            let _ = storage.put(DAMAGED, &text).await;
            Ok(Opened { damaged: true, ..first(journeys).await? })
        }
    }
}

/// A first visit.
///
/// # Errors
/// When the first ready journey is not to be had.
pub async fn first(journeys: &dyn ReadyJourneys) -> Result<Opened, NoJourney> {
    let id = READY[0].id;
    let journey = journeys.get(id).await.ok_or(NoJourney)?;
    Ok(Opened { session: Session::first_with(id, journey), damaged: false })
}

/// The state that was kept, with the ready journeys that it points to.
async fn session(saved: SavedState, journeys: &dyn ReadyJourneys) -> Result<Result<Session, Damage>, NoJourney> {
    let mut known: BTreeMap<String, Journey> = BTreeMap::new();
    // An id that is no ready journey's is damage, which is told below.
    for id in ready_ids(&saved).filter(|id| ready(id).is_some()) {
        known.insert(id.to_owned(), journeys.get(id).await.ok_or(NoJourney)?);
    }
    Ok(restored(saved, |id| known.get(id).cloned()))
}

/// Keeps a state in a store.
///
/// # Errors
/// Why the store did not take it.
pub fn keep(storage: &dyn Storage, session: &Session) -> super::ports::Pending<Result<(), StorageFault>> {
    storage.put(KEPT, &save(session))
}
