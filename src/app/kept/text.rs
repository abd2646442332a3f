//! The text that is kept, as a state.

use crate::app::Session;
use crate::app::ports::ReadyJourneys;
use crate::app::saved::{ready_ids, restored};
use crate::exchange::{Lost, SavedState, Unread, read_saved_state, ready};
use crate::model::Journey;
use std::collections::BTreeMap;

/// Where the state is kept.
pub(super) const KEPT: &str = "kedja";
/// Where it is counted how often the page has broken down while it started.
pub const BROKE_DOWN: &str = "kedja-broke-down";
/// So often, and it is not started with the same again.
pub(super) const TOO_OFTEN: u32 = 2;
/// Where it is tried whether anything can be.
pub(super) const TRIED: &str = "kedja-try";

/// A ready journey without which the page cannot begin was not to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoJourney;

/// What a text that was kept holds.
pub(in crate::app) struct Read {
    pub session: Session,
    pub revision: u64,
    pub lost: Lost,
}

/// Reads a text, with the ready journeys that it points to; those that `known` has need not be fetched.
pub(in crate::app) async fn read(
    text: &str,
    journeys: &dyn ReadyJourneys,
    known: Option<&Session>,
) -> Result<Result<Read, Unread>, NoJourney> {
    let (saved, lost) = match read_saved_state(text) {
        Ok(read) => read,
        Err(unread) => return Ok(Err(unread)),
    };
    let mut ready_journeys: BTreeMap<String, Journey> = BTreeMap::new();
    // An id that is no ready journey's is damage, which is told below.
    for id in ready_ids(&saved).filter(|id| ready(id).is_some()) {
        let journey = match known.and_then(|session| session.ready_journey(id)) {
            Some(journey) => journey,
            None => journeys.get(id).await.ok_or(NoJourney)?,
        };
        ready_journeys.insert(id.to_owned(), journey);
    }
    Ok(whole(saved, lost, &ready_journeys))
}

fn whole(saved: SavedState, lost: Lost, journeys: &BTreeMap<String, Journey>) -> Result<Read, Unread> {
    let revision = saved.revision;
    let (session, lost) = restored(saved, lost, |id| journeys.get(id).cloned()).ok_or(Unread::Damaged)?;
    Ok(Read { session, revision, lost })
}
