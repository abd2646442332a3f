//! A link is opened: read, with the ready journey that it points to.

use super::arriving::Opening;
use crate::app::ports::{Pending, ReadyJourneys};
use crate::app::{LinkNotes, LinkTrouble, Session, Visit, arrived};
use crate::exchange::{SharedJourney, read_link, ready};
use std::rc::Rc;

/// Opens a link beside the reader's own work.
pub fn open(link: String, own: Session, journeys: Rc<dyn ReadyJourneys>) -> Pending<Opening> {
    Box::pin(async move {
        let stays = |visit: Visit| Opening { visit, shown: None };
        let work = match read_link(&link) {
            Ok(work) => work,
            Err(fault) => return stays(Visit::Broken((&fault).into())),
        };
        let journey = match &work.journey {
            SharedJourney::Own(_) => None,
            SharedJourney::Ready { id, .. } if ready(id).is_none() => return stays(Visit::Unknown(id.clone())),
            SharedJourney::Ready { id, .. } => match journeys.get(id).await {
                Some(journey) => Some(journey),
                None => return stays(Visit::NotFetched),
            },
        };
        let model = work.model;
        match arrived(work, journey, &own) {
            Err(_) => stays(Visit::Broken(LinkTrouble::Unfit)),
            Ok(came) => {
                let notes = LinkNotes { has_changed: came.has_changed, left_out: came.left_out, model };
                let work = Box::new(came.session.work.clone());
                let visit = Visit::Shown { link, own: Box::new(own), came: work, notes };
                Opening { visit, shown: Some(came) }
            }
        }
    })
}
