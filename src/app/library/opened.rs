//! Taking a record from the shelf to the desk.

use super::bodies::part_in;
use super::shelve::{LibraryKeeper, LibraryRoom};
use crate::app::kept::opened_above;
use crate::app::ports::RecordFault;
use crate::app::{Project, Session};
use crate::exchange::{RecordDamage, read_record};

/// Why a record cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenFault {
    /// It is gone.
    Gone,
    /// It is not as it was written.
    Damaged,
    /// A newer Kedja has written it.
    Newer,
    /// A ready journey that it needs is not to be had, or nothing can be made of it.
    Unreadable,
    /// The library does not do as it is asked.
    Fault(RecordFault),
}

/// What was taken from the shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct FromShelf {
    pub keeper: LibraryKeeper,
    /// The state of the page with it on the desk; undo leads back to what lay there.
    pub session: Session,
}

/// Takes a record to the desk, in the place of what lies there.
///
/// # Errors
/// Why it cannot be opened; the keeper is given back.
pub async fn take(
    mut keeper: LibraryKeeper,
    room: LibraryRoom<'_>,
    key: &str,
    here: &Session,
) -> Result<FromShelf, (LibraryKeeper, OpenFault)> {
    let text = match room.records.get(key).await {
        Ok(Some(text)) => text,
        Ok(None) => return Err((keeper, OpenFault::Gone)),
        Err(fault) => return Err((keeper, OpenFault::Fault(fault))),
    };
    let record = match read_record(&text) {
        Ok(record) => record,
        Err(RecordDamage::Newer) => return Err((keeper, OpenFault::Newer)),
        Err(RecordDamage::Damaged) => return Err((keeper, OpenFault::Damaged)),
    };
    // A version is looked at as what it is a version of.
    let id = record.head.of.as_ref().map_or(record.head.id.as_str(), |of| of.id.as_str());
    let Some(part) = part_in(&record.body, id, room.journeys).await else {
        return Err((keeper, OpenFault::Unreadable));
    };
    keeper.has(id, &record.body, part.clone());
    // Its own steps come with it; they are not to stand there twice.
    let mut here = here.clone();
    let is_other = |work: &Project| work.record.as_deref() != Some(id);
    here.history.past.retain(is_other);
    if !is_other(&here.work) {
        match here.history.past.pop() {
            Some(before) => here.work = before,
            None => {
                let session = Session { language: here.language, theme: here.theme, place: here.place, ..part };
                return Ok(FromShelf { keeper, session });
            }
        }
    }
    Ok(FromShelf { keeper, session: opened_above(part, &here) })
}
