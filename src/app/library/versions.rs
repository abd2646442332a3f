//! Versions of a journey: kept because somebody wants to, or before something is put in its place.

use super::shelve::{LibraryRoom, TRIES};
use crate::app::ports::{Expected, RecordFault};
use crate::exchange::{Record, RecordHead, RecordOf, VersionWhy, first_line, read_record, record_text};

/// Keeps a record as it is as a version, at a moment [ms since the beginning of 1970], under a name if it has one. False if
/// the record is gone or cannot be read.
///
/// # Errors
/// Why the library did not do it.
pub async fn keep_version(
    room: LibraryRoom<'_>,
    id: &str,
    (why, name): (VersionWhy, Option<String>),
    at: u64,
) -> Result<bool, RecordFault> {
    let Some(text) = room.records.get(id).await? else { return Ok(false) };
    let Ok(record) = read_record(&text) else { return Ok(false) };
    let key = format!("{id}-v{at}");
    let of = Some(RecordOf { id: id.to_owned(), why });
    let head = RecordHead { id: key.clone(), of, name, made: at, revision: 1, binned: None, ..record.head };
    room.records.put(&key, Expected::Nothing, &record_text(&Record { head, ..record })).await
}

/// Puts a version in the place of what it is a version of, which is kept as another. `None` if one of them is gone or cannot
/// be read; else the id of what is as it was again.
///
/// # Errors
/// Why the library did not do it.
pub async fn restore(room: LibraryRoom<'_>, key: &str, at: u64) -> Result<Option<String>, RecordFault> {
    let Some(text) = room.records.get(key).await? else { return Ok(None) };
    let Ok(version) = read_record(&text) else { return Ok(None) };
    let Some(of) = version.head.of.clone() else { return Ok(None) };
    keep_version(room, &of.id, (VersionWhy::BeforeRestore, None), at).await?;
    for _ in 0..TRIES {
        let there = room.records.get(&of.id).await?;
        let (expected, before) = match &there {
            None => (Expected::Nothing, None),
            Some(text) => {
                (Expected::Line(first_line(text).to_owned()), read_record(text).ok().map(|record| record.head))
            }
        };
        let head = RecordHead {
            id: of.id.clone(),
            of: None,
            name: before.as_ref().and_then(|before| before.name.clone()),
            note: before.as_ref().map(|before| before.note.clone()).unwrap_or_default(),
            made: before.as_ref().map_or(version.head.made, |before| before.made),
            changed: at,
            revision: before.map_or(0, |before| before.revision) + 1,
            ..version.head.clone()
        };
        if room.records.put(&of.id, expected, &record_text(&Record { head, body: version.body.clone() })).await? {
            return Ok(Some(of.id));
        }
    }
    Err(RecordFault::Silent)
}
