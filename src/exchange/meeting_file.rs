//! The file of one meeting: a journey with its scenarios, proposals, bets, notes, seed and view, and each step back
//! (docs/meeting-file.md). It is versioned JSON, and its work is written as the state of the page is kept.

use super::text::text_of;
use super::tree::{Fields, Tree};
use crate::model::Problem;

/// The version of meeting files that is written.
const VERSION: u64 = 1;
/// What the field `kedja` says in such a file.
const KIND: &str = "meeting";

/// What a file of a meeting holds.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingFile {
    /// The id of its record in the library that it comes from.
    pub id: String,
    /// The name that it was given there.
    pub name: Option<String>,
    pub note: String,
    /// When it was first kept, and changed last [ms since the beginning of 1970].
    pub made: u64,
    pub changed: u64,
    /// The work, as the state of the page is kept.
    pub work: String,
}

/// Why a file is none of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub enum NoMeeting {
    /// It is something else: a journey, perhaps.
    Other,
    /// A later version of Kedja wrote it.
    Newer,
    /// What is wrong with its bytes.
    Problems(Vec<Problem>),
}

/// A meeting as the text of a file.
pub fn meeting_json(meeting: &MeetingFile) -> String {
    let work: Tree = serde_json::from_str(&meeting.work).unwrap_or(Tree::Null);
    let tree: Tree = Fields::default()
        .put("kedja", KIND)
        .put("version", VERSION)
        .put("id", meeting.id.as_str())
        .put_some("name", meeting.name.as_deref())
        .put("note", meeting.note.as_str())
        .put("made", meeting.made)
        .put("changed", meeting.changed)
        .put("work", work)
        .into();
    let mut text = tree.to_json();
    text.push('\n');
    text
}

/// A meeting out of the bytes of a file. Whether its work can be read, whoever opens it sees.
///
/// # Errors
/// Why it is none.
pub fn open_meeting(file: &[u8]) -> Result<MeetingFile, NoMeeting> {
    let (text, _) = text_of(file).map_err(NoMeeting::Problems)?;
    let tree: Tree = serde_json::from_str(&text).map_err(|_| NoMeeting::Other)?;
    if tree.get("kedja").and_then(Tree::as_text) != Some(KIND) {
        return Err(NoMeeting::Other);
    }
    let whole = |name: &str| tree.get(name).and_then(Tree::as_whole).and_then(|n| u64::try_from(n).ok());
    match whole("version") {
        Some(version) if version <= VERSION => {}
        Some(_) => return Err(NoMeeting::Newer),
        None => return Err(NoMeeting::Other),
    }
    let word = |name: &str| tree.get(name).and_then(Tree::as_text).map(str::to_owned);
    let work = tree.get("work").filter(|work| matches!(work, Tree::Object(_)));
    let (Some(id), Some(work)) = (word("id").filter(|id| is_id(id)), work) else { return Err(NoMeeting::Other) };
    Ok(MeetingFile {
        id,
        name: word("name").filter(|name| !name.trim().is_empty()),
        note: word("note").unwrap_or_default(),
        made: whole("made").unwrap_or(0),
        changed: whole("changed").unwrap_or(0),
        work: work.to_json(),
    })
}

/// Whether a text can be the id of a record.
fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
