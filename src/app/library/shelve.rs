//! Putting what stands on the desk on the shelf.

use super::bodies::{body_of, is_same, leads_to, part_in, part_of, with_record};
use crate::app::ports::{Expected, ReadyJourneys, RecordFault, Records};
use crate::app::{Origin, Session};
use crate::exchange::{
    Record, RecordDamage, RecordHead, RecordOrigin, RecordPicture, first_line, read_record, record_text,
};
use crate::model::{Journey, digest};
use std::collections::BTreeMap;

/// How often it is tried to write a record that others write meanwhile.
pub(super) const TRIES: usize = 5;

/// The library with all that is needed to work in it.
#[derive(Clone, Copy)]
pub struct LibraryRoom<'a> {
    pub records: &'a dyn Records,
    pub journeys: &'a dyn ReadyJourneys,
    /// Draws a journey small.
    pub picture: fn(&Journey) -> RecordPicture,
}

/// What one page knows of the records that it has read and written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LibraryKeeper {
    bases: BTreeMap<String, Base>,
    /// Parts that are steps of what is there.
    older: BTreeMap<String, Session>,
}

/// A record as this page has read or written it last.
#[derive(Clone, Debug, PartialEq)]
struct Base {
    /// The digest of its body.
    sum: u64,
    part: Session,
}

impl LibraryKeeper {
    /// A record has been read, and its part is on the desk now.
    pub(super) fn has(&mut self, id: &str, body: &str, part: Session) {
        self.bases.insert(id.to_owned(), Base { sum: digest(body), part });
    }
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shelved {
    /// There was nothing to keep, or it is there already.
    AsItWas,
    /// It is there now; the first line of the record.
    Kept(String),
    /// What is there has come further: this is a step of it.
    Older,
    /// Something else is there, of which this page knows nothing. What is on the desk is to be kept under this id.
    Apart(String),
    /// It is there now (the first line of the record). What another page had put there is kept beside it, under this id.
    Beside(String, String),
}

/// Puts the part of a state that a record keeps there, at a moment [ms since the beginning of 1970].
pub async fn shelve(
    mut keeper: LibraryKeeper,
    room: LibraryRoom<'_>,
    session: &Session,
    id: &str,
    at: u64,
) -> (LibraryKeeper, Result<Shelved, RecordFault>) {
    let Some(part) = part_of(session, id) else { return (keeper, Ok(Shelved::AsItWas)) };
    let known = keeper.bases.get(id).map(|base| &base.part).into_iter().chain(keeper.older.get(id));
    if known.into_iter().any(|known| is_same(known, &part)) {
        return (keeper, Ok(Shelved::AsItWas));
    }
    for _ in 0..TRIES {
        match attempt(&mut keeper, room, &part, id, at).await {
            Ok(Some(shelved)) => return (keeper, Ok(shelved)),
            Ok(None) => {}
            Err(fault) => return (keeper, Err(fault)),
        }
    }
    (keeper, Err(RecordFault::Silent))
}

/// One attempt; `None` if somebody else has written the record meanwhile.
async fn attempt(
    keeper: &mut LibraryKeeper,
    room: LibraryRoom<'_>,
    part: &Session,
    id: &str,
    at: u64,
) -> Result<Option<Shelved>, RecordFault> {
    let there = room.records.get(id).await?;
    let body = body_of(part);
    let Some(text) = there else {
        return written(keeper, room, part, body, None, (id, Expected::Nothing, at)).await;
    };
    let expected = Expected::Line(first_line(&text).to_owned());
    let record = match read_record(&text) {
        Ok(record) => record,
        Err(RecordDamage::Newer) => return Err(RecordFault::Newer),
        Err(RecordDamage::Damaged) => {
            put_aside(room.records, &text).await?;
            return written(keeper, room, part, body, None, (id, expected, at)).await;
        }
    };
    let sum = digest(&record.body);
    let base = keeper.bases.get(id).map(|base| base.sum);
    if base == Some(sum) {
        return written(keeper, room, part, body, Some(&record.head), (id, expected, at)).await;
    }
    let Some(theirs) = part_in(&record.body, id, room.journeys).await else {
        // Its bytes are as they were written, and still nothing can be made of it.
        put_aside(room.records, &text).await?;
        return written(keeper, room, part, body, None, (id, expected, at)).await;
    };
    if is_same(&theirs, part) {
        keeper.has(id, &record.body, part.clone());
        return Ok(Some(Shelved::AsItWas));
    }
    if leads_to(part, &theirs.work) {
        return written(keeper, room, part, body, Some(&record.head), (id, expected, at)).await;
    }
    if leads_to(&theirs, &part.work) {
        keeper.older.insert(id.to_owned(), part.clone());
        return Ok(Some(Shelved::Older));
    }
    if base.is_none() {
        return Ok(Some(Shelved::Apart(super::bodies::fresh(&body, at))));
    }
    // Both have gone on from what they had in common: theirs stays beside.
    let beside = format!("{id}-{:08x}", sum & 0xffff_ffff);
    let copy = body_of(&with_record(theirs, id, &beside));
    let head = RecordHead { id: beside.clone(), apart: Some(at), revision: 1, ..record.head.clone() };
    // Where it is there already, it was put there before.
    room.records.put(&beside, Expected::Nothing, &record_text(&Record { head, body: copy })).await?;
    let kept = written(keeper, room, part, body, Some(&record.head), (id, expected, at)).await?;
    Ok(kept.map(|kept| match kept {
        Shelved::Kept(line) => Shelved::Beside(line, beside),
        other => other,
    }))
}

async fn written(
    keeper: &mut LibraryKeeper,
    room: LibraryRoom<'_>,
    part: &Session,
    body: String,
    before: Option<&RecordHead>,
    (id, expected, at): (&str, Expected, u64),
) -> Result<Option<Shelved>, RecordFault> {
    let record = Record { head: head_of(part, room, before, id, at), body };
    let text = record_text(&record);
    if !room.records.put(id, expected, &text).await? {
        return Ok(None);
    }
    keeper.has(id, &record.body, part.clone());
    Ok(Some(Shelved::Kept(first_line(&text).to_owned())))
}

/// Keeps a text that cannot be read under a key of its own.
async fn put_aside(records: &dyn Records, text: &str) -> Result<(), RecordFault> {
    records.put(&format!("damaged-{:016x}", digest(text)), Expected::Nothing, text).await.map(drop)
}

/// What a record tells of a part; what only the library knows is as before.
pub(super) fn head_of(
    part: &Session,
    room: LibraryRoom<'_>,
    before: Option<&RecordHead>,
    id: &str,
    at: u64,
) -> RecordHead {
    let work = &part.work;
    let whole = work.whole();
    let origin = match &work.origin {
        Origin::Own => RecordOrigin::Own,
        Origin::Ready(id) => RecordOrigin::Ready(id.clone()),
        Origin::File(name) => RecordOrigin::File(name.clone()),
    };
    RecordHead {
        version: 0,
        id: id.to_owned(),
        of: None,
        names: whole.name.0.clone(),
        name: before.and_then(|before| before.name.clone()),
        note: before.map(|before| before.note.clone()).unwrap_or_default(),
        origin,
        made: before.map_or(at, |before| before.made),
        changed: at,
        revision: before.map_or(0, |before| before.revision) + 1,
        binned: None,
        apart: before.and_then(|before| before.apart),
        touchpoints: whole.touchpoints.len(),
        proposals: work.proposals().count(),
        scenarios: work.named.len(),
        picture: (room.picture)(&work.journey),
    }
}
