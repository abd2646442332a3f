//! A record of the library: one journey with all that belongs to it, as one text that is written at once. Its first line
//! tells what it is, so that a list of hundreds needs no more; below it stands the work, as it is kept (`saved_state`).
//!
//! | part | what it is |
//! | --- | --- |
//! | 16 hexadecimal digits | the digest of what follows on the first line |
//! | 16 hexadecimal digits | the digest of all below the first line |
//! | JSON | the head |
//!
//! A text of which a byte has changed is known by its digests, and is then read as damaged.

use crate::model::digest;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of records that is written.
const VERSION: u32 = 2;

/// What a record tells of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordHead {
    pub version: u32,
    /// Its own in the library, and the key by which it is kept there.
    pub id: String,
    /// What it is a version of, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<RecordOf>,
    /// The journey's name in each of its languages.
    pub names: BTreeMap<String, String>,
    /// The name that it was given in the library.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    pub origin: RecordOrigin,
    /// When it was first kept, and when it was changed last [ms since the beginning of 1970].
    pub made: u64,
    pub changed: u64,
    /// How often it has been written.
    pub revision: u64,
    /// When it was put into the bin [ms since the beginning of 1970].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binned: Option<u64>,
    /// When it was kept beside the record that another page had written over it [ms since the beginning of 1970].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apart: Option<u64>,
    /// What is in it [count].
    pub touchpoints: usize,
    pub proposals: usize,
    pub scenarios: usize,
    pub picture: RecordPicture,
}

/// What a version was made of, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordOf {
    pub id: String,
    pub why: VersionWhy,
}

/// Why a version was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionWhy {
    /// Somebody wanted to.
    Wanted,
    /// A file was imported over it.
    BeforeImport,
    /// An earlier version was taken back.
    BeforeRestore,
}

/// Where a journey comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordOrigin {
    /// It was built on the page.
    #[default]
    Own,
    /// A ready journey of that id.
    Ready(String),
    /// A file of that name.
    File(String),
}

/// A small picture of a journey: a box, and the rings of its links in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordPicture {
    /// Left, top, width, height, in units of the drawing.
    pub view: [f64; 4],
    /// Path data with the thickness of its line, in the same units.
    pub rings: Vec<(f64, String)>,
    /// Path data of the weakest link, with its thickness.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weakest: Option<(f64, String)>,
}

/// A record.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub head: RecordHead,
    /// The work, as text.
    pub body: String,
}

/// Why a record cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordDamage {
    /// It is not as it was written.
    Damaged,
    /// A later version of Kedja wrote it.
    Newer,
}

/// The first line of a text.
pub fn first_line(text: &str) -> &str {
    text.split_once('\n').map_or(text, |(line, _)| line)
}

/// A record as the text that is kept.
pub fn record_text(record: &Record) -> String {
    let head = RecordHead { version: VERSION, ..record.head.clone() };
    // All keys are text, all numbers finite, and no writing to memory fails.
    let head = serde_json::to_string(&head).unwrap_or_default();
    let line = format!("{:016x} {head}", digest(&record.body));
    format!("{:016x} {line}\n{}", digest(&line), record.body)
}

/// What the first line of a record tells.
///
/// # Errors
/// Why it cannot be read.
pub fn read_head(line: &str) -> Result<RecordHead, RecordDamage> {
    /// All that every version has.
    #[derive(Deserialize)]
    struct Versioned {
        version: u32,
    }
    let (sum, rest) = line.split_once(' ').ok_or(RecordDamage::Damaged)?;
    if sum.len() != 16 || u64::from_str_radix(sum, 16) != Ok(digest(rest)) {
        return Err(RecordDamage::Damaged);
    }
    let (_, head) = rest.split_once(' ').ok_or(RecordDamage::Damaged)?;
    // Read once: a list has hundreds. Only of what cannot be read it is asked whether a later version wrote it.
    let read = serde_json::from_str::<RecordHead>(head);
    let version = match &read {
        Ok(head) => head.version,
        Err(_) => serde_json::from_str::<Versioned>(head).map_err(|_| RecordDamage::Damaged)?.version,
    };
    if version > VERSION {
        return Err(RecordDamage::Newer);
    }
    read.map_err(|_| RecordDamage::Damaged)
}

/// A record out of its text.
///
/// # Errors
/// Why it cannot be read.
pub fn read_record(text: &str) -> Result<Record, RecordDamage> {
    let (line, body) = text.split_once('\n').ok_or(RecordDamage::Damaged)?;
    let head = read_head(line)?;
    let sum = line.split(' ').nth(1).and_then(|sum| u64::from_str_radix(sum, 16).ok());
    if sum != Some(digest(body)) {
        return Err(RecordDamage::Damaged);
    }
    Ok(Record { head, body: body.to_owned() })
}
