//! The records as a list, and what is done to one without opening it.

use super::bodies::{body_of, fresh, part_in};
use super::shelve::{LibraryRoom, TRIES};
use crate::app::ports::{Expected, RecordFault, Records};
use crate::exchange::{Record, RecordDamage, RecordHead, VersionWhy, first_line, read_head, read_record, record_text};
use std::borrow::Borrow;

/// How long a record lies in the bin before it is thrown away [days].
pub const BIN_DAYS: u64 = 30;
/// [ms]
const DAY: u64 = 24 * 60 * 60 * 1_000;
/// How many versions that nobody asked for are kept of a journey [count].
const AUTOMATIC: usize = 10;

/// A record as the list has it.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryEntry {
    pub key: String,
    /// The first line of its text, by which it is known again.
    pub line: String,
    /// What it tells of itself, or why it cannot be read.
    pub head: Result<RecordHead, RecordDamage>,
}

/// By what a list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LibrarySort {
    /// What was changed last comes first.
    #[default]
    Changed,
    Name,
    /// The most touchpoints come first.
    Size,
}

/// Every record.
///
/// # Errors
/// Why the library does not answer.
pub async fn list(records: &dyn Records) -> Result<Vec<LibraryEntry>, RecordFault> {
    let lines = records.lines().await?;
    Ok(lines.into_iter().map(|(key, line)| LibraryEntry { head: head_at(&key, &line), key, line }).collect())
}

/// The head on a line, where it stands under the key that it names.
fn head_at(key: &str, line: &str) -> Result<RecordHead, RecordDamage> {
    read_head(line).and_then(|head| if head.id == key { Ok(head) } else { Err(RecordDamage::Damaged) })
}

/// Those of a list that somebody looks for, sorted; `name` says what each is called.
pub fn shown<H: Borrow<RecordHead>>(
    heads: Vec<H>,
    search: &str,
    sort: LibrarySort,
    name: impl Fn(&RecordHead) -> String,
) -> Vec<H> {
    let wanted = search.trim().to_lowercase();
    let mut named: Vec<(String, H)> =
        heads.into_iter().map(|head| (name(head.borrow()).to_lowercase(), head)).collect();
    named.retain(|(name, head)| name.contains(&wanted) || head.borrow().note.to_lowercase().contains(&wanted));
    named.sort_by(|(a, one), (b, other)| {
        let (one, other): (&RecordHead, &RecordHead) = (one.borrow(), other.borrow());
        let by_time = other.changed.cmp(&one.changed);
        match sort {
            LibrarySort::Changed => by_time,
            LibrarySort::Name => a.cmp(b).then(by_time),
            LibrarySort::Size => other.touchpoints.cmp(&one.touchpoints).then(by_time),
        }
    });
    named.into_iter().map(|(_, head)| head).collect()
}

/// Changes what a record tells of itself; its work stays as it is. False if it is gone or cannot be read.
///
/// # Errors
/// Why the library did not do it.
pub async fn change_head(
    records: &dyn Records,
    key: &str,
    change: impl Fn(&mut RecordHead),
) -> Result<bool, RecordFault> {
    for _ in 0..TRIES {
        let Some(text) = records.get(key).await? else { return Ok(false) };
        let Ok(mut record) = read_record(&text) else { return Ok(false) };
        change(&mut record.head);
        record.head.revision += 1;
        let expected = Expected::Line(first_line(&text).to_owned());
        if records.put(key, expected, &record_text(&record)).await? {
            return Ok(true);
        }
    }
    Err(RecordFault::Silent)
}

/// Puts a copy beside a record, at a moment [ms since the beginning of 1970] and under a name. `None` if it is gone or
/// cannot be read; else the id of the copy.
///
/// # Errors
/// Why the library did not do it.
pub async fn duplicate(room: LibraryRoom<'_>, key: &str, name: String, at: u64) -> Result<Option<String>, RecordFault> {
    let Some(text) = room.records.get(key).await? else { return Ok(None) };
    let Ok(record) = read_record(&text) else { return Ok(None) };
    let id = fresh(&text, at);
    let Some(part) = part_in(&record.body, &id, room.journeys).await else { return Ok(None) };
    let before = record.head;
    let (of, apart, binned) = (None, None, None);
    let head = RecordHead {
        id: id.clone(),
        name: Some(name),
        made: at,
        changed: at,
        revision: 1,
        of,
        apart,
        binned,
        ..before
    };
    let copy = Record { head, body: body_of(&part) };
    Ok(room.records.put(&id, Expected::Nothing, &record_text(&copy)).await?.then_some(id))
}

/// Throws a record away for good, where it is as the list has it.
///
/// # Errors
/// Why the library did not do it.
pub async fn throw_away(records: &dyn Records, entry: &LibraryEntry) -> Result<bool, RecordFault> {
    records.remove(&entry.key, &entry.line).await
}

/// Whether a record has lain in the bin for long enough at a moment [ms since the beginning of 1970].
pub fn is_over(head: &RecordHead, at: u64) -> bool {
    head.binned.is_some_and(|since| at.saturating_sub(since) > BIN_DAYS * DAY)
}

/// The versions that nobody asked for, beyond those that are kept of each journey: the oldest.
pub fn automatic_surplus(entries: &[LibraryEntry]) -> Vec<LibraryEntry> {
    let of = |entry: &LibraryEntry| entry.head.as_ref().ok().and_then(|head| head.of.clone());
    let automatic = |entry: &&LibraryEntry| of(entry).is_some_and(|of| of.why != VersionWhy::Wanted);
    let mut automatic: Vec<&LibraryEntry> = entries.iter().filter(automatic).collect();
    automatic.sort_by_key(|entry| std::cmp::Reverse(entry.head.as_ref().map_or(0, |head| head.made)));
    let mut counts = std::collections::BTreeMap::new();
    let is_surplus = |entry: &&LibraryEntry| {
        let count = counts.entry(of(entry).map(|of| of.id)).or_insert(0_usize);
        *count += 1;
        *count > AUTOMATIC
    };
    automatic.into_iter().filter(is_surplus).cloned().collect()
}

/// Whether a record is as it was written: its first line, and all below it.
///
/// # Errors
/// Why the library does not answer.
pub async fn verify(records: &dyn Records, key: &str, line: &str) -> Result<bool, RecordFault> {
    let text = records.get(key).await?;
    // What another page has written meanwhile is looked after there.
    Ok(text.is_some_and(|text| first_line(&text) != line || read_record(&text).is_ok()))
}
