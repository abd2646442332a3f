//! Records as files, and files as records: importing the same file twice changes nothing the second time.

use super::super::kept::{Read, read};
use super::bodies::{body_of, is_same, leads_to, part_in, part_of, records_in, with_record};
use super::shelve::{LibraryRoom, TRIES, head_of};
use super::versions::keep_version;
use crate::app::ports::{Expected, RecordFault};
use crate::app::{Origin, Project, Session};
use crate::exchange::{
    MeetingFile, NoLibrary, NoMeeting, Record, RecordHead, VersionWhy, first_line, open_journey, open_meeting,
    read_record, record_text,
};
use crate::model::{Problem, digest};
use std::sync::Arc;

/// Longest text that a name or a note of a file may bring along [characters]; what is longer is cut.
pub const LONGEST_FILE: usize = 4_000;

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Imported {
    /// It is a journey of the library now, by its id.
    Added(String),
    /// It was there already.
    There(String),
    /// It had come further than what was there, which is kept as a version.
    Renewed(String),
    /// What is there has come further; the file is a step of it.
    Older(String),
    /// It has gone another way than what is there, and stands beside that under this id.
    Beside(String),
    /// It holds the state of a page, and nothing of one's own in it.
    Nobodys,
    /// A newer Kedja has written it.
    Newer,
    /// Nothing can be made of it: it is no file of a meeting or a journey, and this is wrong with it as a journey.
    Refused(Vec<Problem>),
    /// It is one of a meeting, but nothing can be made of its work.
    Unreadable,
}

/// A file that was chosen, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FileOutcome {
    pub name: String,
    pub what: FileEnd,
}

/// How it ended with a file.
#[derive(Clone, Debug, PartialEq)]
pub enum FileEnd {
    Imported(Imported),
    /// It is an archive that is not taken, or a file of one.
    Packed(NoLibrary),
    /// It is an archive with nothing in it.
    Empty,
    /// The browser could not read it.
    Unavailable,
    /// It is larger than a file can be.
    TooLarge,
}

/// A record as the file of a meeting; `None` if it is gone or cannot be read.
///
/// # Errors
/// Why the library does not answer.
pub async fn exported(room: LibraryRoom<'_>, key: &str) -> Result<Option<MeetingFile>, RecordFault> {
    let Some(text) = room.records.get(key).await? else { return Ok(None) };
    let Ok(Record { head, body }) = read_record(&text) else { return Ok(None) };
    let id = head.of.map_or(head.id, |of| of.id);
    Ok(Some(MeetingFile { id, name: head.name, note: head.note, made: head.made, changed: head.changed, work: body }))
}

/// Puts a file of this name into the library, at a moment [ms since the beginning of 1970].
///
/// # Errors
/// Why the library did not do it.
pub async fn import(room: LibraryRoom<'_>, name: &str, file: &[u8], at: u64) -> Result<Imported, RecordFault> {
    match open_meeting(file) {
        Ok(meeting) => match part_in(&meeting.work, &meeting.id, room.journeys).await {
            Some(part) => put(room, part, &meeting, at).await,
            None => Ok(Imported::Unreadable),
        },
        Err(NoMeeting::Newer) => Ok(Imported::Newer),
        Err(NoMeeting::Problems(problems)) => Ok(Imported::Refused(problems)),
        Err(NoMeeting::Other) => match open_journey(file) {
            Ok(journey) => {
                let work = Project::pristine(Arc::new(journey), Origin::File(name.to_owned()), 1);
                let mut part = Session::of(work);
                part.record_steps();
                let id = part.work.record.clone().unwrap_or_default();
                let work = body_of(&part);
                let meeting = MeetingFile { id, name: None, note: String::new(), made: at, changed: at, work };
                put(room, part, &meeting, at).await
            }
            Err(problems) => match kept_in(file, room).await {
                Some(state) => put_all(room, &state, at).await,
                None => Ok(Imported::Refused(problems)),
            },
        },
    }
}

/// The state of a page in a file that holds it as it is kept on a device; `None` if it is no such file.
async fn kept_in(file: &[u8], room: LibraryRoom<'_>) -> Option<Session> {
    let text = std::str::from_utf8(file).ok()?;
    let Read { session, .. } = read(text, room.journeys, None).await.ok()?.ok()?;
    Some(session)
}

/// Puts each journey of one's own that a state holds into the library; what became of that which was worked on.
async fn put_all(room: LibraryRoom<'_>, state: &Session, at: u64) -> Result<Imported, RecordFault> {
    let mut first = None;
    for id in records_in(state) {
        let Some(part) = part_of(state, &id) else { continue };
        let work = body_of(&part);
        let meeting = MeetingFile { id, name: None, note: String::new(), made: at, changed: at, work };
        let done = put(room, part, &meeting, at).await?;
        first = first.or(Some(done));
    }
    Ok(first.unwrap_or(Imported::Nobodys))
}

/// Puts the work of a file where it belongs.
async fn put(room: LibraryRoom<'_>, part: Session, meeting: &MeetingFile, at: u64) -> Result<Imported, RecordFault> {
    for _ in 0..TRIES {
        let id = meeting.id.as_str();
        let there = room.records.get(id).await?;
        let Some(text) = there else {
            if add(room, &part, id, meeting, at).await? {
                return Ok(Imported::Added(id.to_owned()));
            }
            continue;
        };
        let known = read_record(&text).ok();
        let theirs = match &known {
            Some(record) => part_in(&record.body, id, room.journeys).await,
            None => None,
        };
        let (Some(record), Some(theirs)) = (known, theirs) else {
            // What is there cannot be read, and stays.
            return beside(room, &part, meeting, at).await;
        };
        if is_same(&theirs, &part) {
            return Ok(Imported::There(id.to_owned()));
        }
        if leads_to(&theirs, &part.work) {
            return Ok(Imported::Older(id.to_owned()));
        }
        if !leads_to(&part, &theirs.work) {
            return beside(room, &part, meeting, at).await;
        }
        keep_version(room, id, (VersionWhy::BeforeImport, None), at).await?;
        let head = head_of(&part, room, Some(&record.head), id, at);
        let text_of_file = record_text(&Record { head, body: body_of(&part) });
        if room.records.put(id, Expected::Line(first_line(&text).to_owned()), &text_of_file).await? {
            return Ok(Imported::Renewed(id.to_owned()));
        }
    }
    Err(RecordFault::Silent)
}

/// Puts the work beside what has its id, under one that is made of the file.
async fn beside(
    room: LibraryRoom<'_>,
    part: &Session,
    meeting: &MeetingFile,
    at: u64,
) -> Result<Imported, RecordFault> {
    let id = format!("{}-{:08x}", meeting.id, digest(&meeting.work) & 0xffff_ffff);
    let part = with_record(part.clone(), &meeting.id, &id);
    let is_new = add(room, &part, &id, meeting, at).await?;
    Ok(if is_new { Imported::Beside(id) } else { Imported::There(id) })
}

/// Adds a record; false if there is one.
async fn add(
    room: LibraryRoom<'_>,
    part: &Session,
    id: &str,
    meeting: &MeetingFile,
    at: u64,
) -> Result<bool, RecordFault> {
    let cut = |text: &str| text.chars().take(LONGEST_FILE).collect::<String>();
    let (name, note) = (meeting.name.as_deref().map(cut), cut(&meeting.note));
    let made = if meeting.made == 0 { at } else { meeting.made };
    let head = RecordHead { name, note, made, ..head_of(part, room, None, id, at) };
    room.records.put(id, Expected::Nothing, &record_text(&Record { head, body: body_of(part) })).await
}
