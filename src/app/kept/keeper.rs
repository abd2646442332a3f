//! What keeps the state of one page, and knows what it has last read and written.

use super::aside::put_aside;
use super::merge::{is_same, is_set_otherwise, joined};
use super::text::{KEPT, Read, read};
use crate::app::ports::{ReadyJourneys, Storage, StorageFault};
use crate::app::saved::{KEPT_STEPS, saved_with};
use crate::app::{Kept, Notice, PutAside, Session};
use crate::exchange::Unread;
use crate::model::digest;

/// Steps back that are tried one after the other where there is no room for more.
const FEWER_STEPS: [usize; 2] = [20, 0];

/// What keeps the state of one page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keeper {
    /// The state as it was last read or kept: what is as it was is not written. `None` if it has to be, in any case.
    base: Option<Session>,
    /// The text that was last read or written.
    mark: Option<Mark>,
    /// A text that was read and is not taken over, as the page that keeps it works on another journey.
    passed: Option<u64>,
    /// What is kept and must not be written over.
    waits: Option<String>,
    /// How far the state was kept when that was told last.
    told: Kept,
}

/// By what a kept text is known again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    revision: u64,
    digest: u64,
}

impl Mark {
    fn of(text: &str, revision: u64) -> Self {
        Self { revision, digest: digest(text) }
    }
}

/// What came of an attempt to keep the state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// The state to be shown from now on, where another page has kept something.
    pub shown: Option<Session>,
    /// What the reader should know.
    pub notices: Vec<Notice>,
    /// True if the state is kept as a whole again: what was told of that no longer holds.
    pub is_whole_again: bool,
}

impl Keeper {
    /// Nothing is kept yet.
    pub(super) fn afresh(session: &Session) -> Self {
        Self { base: Some(session.clone()), ..Self::default() }
    }

    /// The state was found in this text.
    pub(super) fn of(session: &Session, text: &str, revision: u64) -> Self {
        Self { base: Some(session.clone()), mark: Some(Mark::of(text, revision)), ..Self::default() }
    }

    /// Not all of the text could be read; what could be is kept in its place, once it is put aside.
    pub(super) fn after_damage(text: &str, revision: u64, put_aside: PutAside) -> Self {
        let mark = Some(Mark::of(text, revision));
        let waits = (put_aside == PutAside::InTheWay).then(|| text.to_owned());
        Self { mark, waits, ..Self::default() }
    }

    /// What is kept must not be touched.
    pub(super) fn waiting(text: String) -> Self {
        Self { waits: Some(text), ..Self::default() }
    }

    /// It has been told how far the state can be kept.
    pub(super) fn has_told(&mut self, kept: Kept) {
        self.told = kept;
    }

    /// The page shows this, and nothing has been changed.
    pub(super) fn look(&mut self, session: &Session) {
        if let Some(base) = &mut self.base {
            *base = session.clone();
        }
    }

    /// What must not be written over, so that nothing is kept; `None` where all is well.
    pub fn waits_for(&self) -> Option<&str> {
        self.waits.as_deref()
    }

    /// Notes how far the state is kept; told only where it has become otherwise.
    fn tell(&mut self, kept: Kept, settled: &mut Settled) {
        if kept == self.told {
            return;
        }
        self.told = kept;
        if kept == Kept::Whole {
            settled.is_whole_again = true;
        } else {
            settled.notices.push(Notice::Kept(kept));
        }
    }
}

/// Keeps a state where something in it is not kept, and takes over what another page has kept. Gives back the keeper.
pub async fn keep(
    mut keeper: Keeper,
    storage: &dyn Storage,
    journeys: &dyn ReadyJourneys,
    here: Session,
) -> (Keeper, Settled) {
    let mut settled = Settled::default();
    if keeper.waits.is_some() {
        return (keeper, settled);
    }
    let is_changed = keeper.base.as_ref().is_none_or(|base| !is_same(base, &here));
    let text = match storage.get(KEPT).await {
        Ok(text) => text,
        Err(_) if is_changed => {
            keeper.tell(Kept::Nowhere, &mut settled);
            return (keeper, settled);
        }
        Err(_) => return (keeper, settled),
    };
    let found = text.as_deref().map(digest);
    let is_ours = found.is_none() || found == keeper.mark.map(|mark| mark.digest);
    if is_ours || (!is_changed && found == keeper.passed) {
        if is_changed {
            let above = keeper.mark.map_or(0, |mark| mark.revision);
            write(&mut keeper, storage, &here, above, &mut settled).await;
        }
        return (keeper, settled);
    }
    let text = text.unwrap_or_default();
    match read(&text, journeys, Some(&here)).await {
        // A journey is not to be had now: what is kept there stays, and this is tried again.
        Err(_) => {}
        Ok(Err(Unread::Newer)) => {
            keeper.waits = Some(text);
            settled.notices.push(Notice::Newer);
        }
        Ok(Err(Unread::Damaged)) => {
            let put_aside = put_aside(storage, &text).await;
            settled.notices.push(Notice::Unread { lost: None, put_aside });
            if put_aside == PutAside::InTheWay {
                keeper.waits = Some(text);
            } else {
                write(&mut keeper, storage, &here, 0, &mut settled).await;
            }
        }
        Ok(Ok(there)) => join(&mut keeper, storage, here, &text, there, &mut settled).await,
    }
    (keeper, settled)
}

/// The reader wants their own work kept in the place of what waits there, which is put aside where there is room for it.
pub async fn release(keeper: Keeper, storage: &dyn Storage) -> Keeper {
    let there = storage.get(KEPT).await.ok().flatten();
    if let Some(text) = &there {
        put_aside(storage, text).await;
    }
    let mark = there.map(|text| Mark::of(&text, 0));
    Keeper { mark, told: keeper.told, ..Keeper::default() }
}

/// Joins the state with what another page has kept.
async fn join(
    keeper: &mut Keeper,
    storage: &dyn Storage,
    here: Session,
    text: &str,
    there: Read,
    settled: &mut Settled,
) {
    // One that does not stand above what was written here has been written at the same time.
    let is_above = keeper.mark.is_none_or(|mark| there.revision > mark.revision || mark.revision == 0);
    let base = keeper.base.take().filter(|_| is_above);
    let joined = joined(base.as_ref(), &here, &there.session);
    let above = there.revision.max(keeper.mark.map_or(0, |mark| mark.revision));
    if joined.is_elsewhere {
        if keeper.passed.is_none() {
            settled.notices.push(Notice::Elsewhere);
        }
        // The work here stays based on what it was: the next change to it is put above what is kept then.
        let mut mark = Mark::of(text, there.revision);
        if base.as_ref().is_some_and(|base| is_set_otherwise(base, &here)) {
            keeper.mark = None;
            write(keeper, storage, &joined.session, above, settled).await;
            mark = keeper.mark.unwrap_or(mark);
        }
        keeper.passed = Some(mark.digest);
        keeper.mark = None;
        keeper.base = base.map(|base| Session { work: base.work, history: base.history, ..here });
        return;
    }
    if joined.is_twice {
        settled.notices.push(Notice::ChangedTwice);
    }
    keeper.mark = Some(Mark::of(text, there.revision));
    keeper.passed = None;
    let is_known = is_same(&there.session, &joined.session);
    if is_known || is_only_seen(base.as_ref(), &here, &there.session, &joined.session) {
        keeper.base = Some(joined.session.clone());
    } else {
        keeper.base = Some(there.session);
        write(keeper, storage, &joined.session, above, settled).await;
    }
    if !is_same(&here, &joined.session) {
        settled.shown = Some(joined.session);
    }
}

/// True if nothing has been changed here, so that all that is other in the joined state is what is looked at here.
fn is_only_seen(base: Option<&Session>, here: &Session, there: &Session, joined: &Session) -> bool {
    let seen_here = Session {
        selected: there.selected.clone(),
        persona: there.persona.clone(),
        lanes: there.lanes.clone(),
        dashboards: there.dashboards,
        place: there.place,
        ..joined.clone()
    };
    base.is_some_and(|base| is_same(base, here)) && is_same(there, &seen_here)
}

/// Writes a state, with fewer steps back where there is no room for all.
async fn write(keeper: &mut Keeper, storage: &dyn Storage, session: &Session, above: u64, settled: &mut Settled) {
    let mut kept = Kept::Whole;
    let mut steps = KEPT_STEPS;
    let mut fewer = FEWER_STEPS.into_iter();
    loop {
        let text = saved_with(session, above + 1, steps);
        match storage.put(KEPT, &text).await {
            Ok(()) => {
                keeper.base = Some(session.clone());
                keeper.mark = Some(Mark::of(&text, above + 1));
                break;
            }
            Err(StorageFault::Refused) => {
                kept = Kept::Nowhere;
                break;
            }
            Err(StorageFault::Full) => match fewer.next() {
                Some(fewer) => (kept, steps) = (Kept::FewerSteps, fewer),
                None => {
                    kept = Kept::Full;
                    break;
                }
            },
        }
    }
    keeper.tell(kept, settled);
}
