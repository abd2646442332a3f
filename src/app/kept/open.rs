//! What the page begins with: the state as it was left, as far as it can be read, or that of a first visit.

use super::aside::put_aside;
use super::keeper::Keeper;
use super::merge::opened_above;
use super::text::{BROKE_DOWN, KEPT, NoJourney, Read, TOO_OFTEN, TRIED, read};
use crate::app::ports::{ReadyJourneys, Storage, StorageFault};
use crate::app::{Kept, LostParts, Notice, Route, Session};
use crate::exchange::{READY, Unread};

/// What the page begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The state as it was left, or that of a first visit.
    pub session: Session,
    /// What keeps it from now on.
    pub keeper: Keeper,
    /// What the reader should know of how it was found.
    pub notice: Option<Notice>,
}

impl Opened {
    /// With what an address names on the page. That alone is no change.
    #[must_use]
    pub fn at(mut self, route: Option<&Route>) -> Self {
        for command in route.map(Route::commands).unwrap_or_default() {
            self.session.apply(command);
        }
        self.keeper.look(&self.session);
        self
    }
}

/// What was kept in a store. One that refuses is like an empty one: the page begins afresh, and the reader is told.
///
/// # Errors
/// When a ready journey that is needed is not to be had. What is kept stays as it is.
pub async fn open(storage: &dyn Storage, journeys: &dyn ReadyJourneys) -> Result<Opened, NoJourney> {
    let text = storage.get(KEPT).await;
    let is_tried = match text {
        Ok(_) => try_out(storage).await,
        Err(fault) => Err(fault),
    };
    let mut opened = found(storage, journeys, text.ok().flatten()).await?;
    if let Err(fault) = is_tried {
        let kept = if fault == StorageFault::Full { Kept::Full } else { Kept::Nowhere };
        opened.notice = opened.notice.or(Some(Notice::Kept(kept)));
        opened.keeper.has_told(kept);
    }
    Ok(opened)
}

/// Tries whether anything can be kept in a store.
async fn try_out(storage: &dyn Storage) -> Result<(), StorageFault> {
    storage.put(TRIED, "1").await?;
    storage.remove(TRIED).await
}

/// The state in a text that was kept, as far as it can be read.
async fn found(storage: &dyn Storage, journeys: &dyn ReadyJourneys, text: Option<String>) -> Result<Opened, NoJourney> {
    let Some(text) = text else { return first(journeys).await };
    if breaks_down(storage).await {
        let put_aside = put_aside(storage, &text).await;
        let keeper = Keeper::after_damage(&text, 0, put_aside);
        return Ok(Opened { keeper, notice: Some(Notice::BrokeDown(put_aside)), ..first(journeys).await? });
    }
    match read(&text, journeys, None).await? {
        Ok(Read { session, revision, lost }) if lost.is_nothing() => {
            Ok(Opened { keeper: Keeper::of(&session, &text, revision), session, notice: None })
        }
        Ok(Read { session, revision, lost }) => {
            let put_aside = put_aside(storage, &text).await;
            let keeper = Keeper::after_damage(&text, revision, put_aside);
            Ok(Opened { session, keeper, notice: Some(Notice::Unread { lost: Some(LostParts::of(lost)), put_aside }) })
        }
        Err(Unread::Newer) => {
            Ok(Opened { keeper: Keeper::waiting(text), notice: Some(Notice::Newer), ..first(journeys).await? })
        }
        Err(Unread::Damaged) => {
            let put_aside = put_aside(storage, &text).await;
            let keeper = Keeper::after_damage(&text, 0, put_aside);
            Ok(Opened { keeper, notice: Some(Notice::Unread { lost: None, put_aside }), ..first(journeys).await? })
        }
    }
}

/// Whether the page has broken down too often with what is kept. It is counted afresh from now on.
async fn breaks_down(storage: &dyn Storage) -> bool {
    let Ok(Some(times)) = storage.get(BROKE_DOWN).await else { return false };
    let is_too_often = times.parse::<u32>().is_ok_and(|times| times >= TOO_OFTEN);
    if is_too_often {
        // Where it stays, the page starts afresh once more.
        let _ = storage.remove(BROKE_DOWN).await;
    }
    is_too_often
}

/// A first visit.
///
/// # Errors
/// When the first ready journey is not to be had.
pub async fn first(journeys: &dyn ReadyJourneys) -> Result<Opened, NoJourney> {
    let id = READY[0].id;
    let journey = journeys.get(id).await.ok_or(NoJourney)?;
    let session = Session::first_with(id, journey);
    Ok(Opened { keeper: Keeper::afresh(&session), session, notice: None })
}

/// The state in a file that holds all of somebody's work (`save`), above the work that stands on the page: undo leads back
/// there. `None` if the text is no such file, or a journey that it needs is not to be had.
pub async fn open_work(text: &str, journeys: &dyn ReadyJourneys, here: &Session) -> Option<Session> {
    let Read { session, .. } = read(text, journeys, Some(here)).await.ok()?.ok()?;
    Some(opened_above(session, here))
}
