//! A file read where it holds nobody up: what is asked of whoever reads it, what comes of it, and the reading itself, piece by piece.

use super::{ReadingIn, journey_of_counts, journey_of_log};
use crate::analysis::records::{CountingChoices, LogCounts, MadeJourney, SaidOfSteps};
use crate::app::Language;
use crate::exchange::{
    CountsRead, CurveRead, LogChoices, LogPreview, LogReader, MOST_TABLE_BYTES, TableChoices, TableRow, counts_in,
    curve_in, log_preview,
};
use crate::model::data::{DataFault, EventLog, LogDoubts, RowsRead};
use crate::model::edit::Beginnings;
use crate::runner::ReadsFiles;
use serde::{Deserialize, Serialize};

/// Of those who leave a step, fewer take a way that is left out, unless somebody says otherwise [0..1]. Assumption.
pub const RARE: f64 = 0.01;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    Counts,
    Log,
    Curve,
}

impl FileKind {
    pub const ALL: [Self; 3] = [Self::Counts, Self::Log, Self::Curve];

    /// Its word where a choice is sent.
    pub fn code(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Log => "log",
            Self::Curve => "curve",
        }
    }
}

/// How a file is to be read, where somebody has said so.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HowToRead {
    pub table: TableChoices,
    pub log: LogChoices,
    pub purchase: Option<String>,
    /// Of the other steps: where customers reckon (as a rule the invoice), in which phases they are, and which are offers.
    pub said: SaidOfSteps,
    pub leaving: Option<String>,
    /// Who has done nothing for so long does nothing more [days].
    pub silent: Option<f64>,
    /// Ways that fewer of those take who leave a step are left out [0..1].
    pub rare: Option<f64>,
}

/// What is asked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ToRead {
    /// Which file it is, by a number: the one before is counted anew without being read again.
    pub source: u32,
    /// What the file is called.
    pub name: String,
    pub kind: FileKind,
    pub how: HowToRead,
    pub beginnings: Beginnings,
    pub language: Language,
}

impl ToRead {
    fn by(&self) -> ReadingIn {
        ReadingIn {
            beginnings: self.beginnings.clone(),
            language: self.language,
            source: self.name.clone(),
            purchase: self.how.purchase.clone(),
            said: self.how.said.clone(),
        }
    }
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "there is one for each file")]
pub enum Content {
    Counts { read: CountsRead, made: Result<MadeJourney, DataFault> },
    Log { steps: Vec<String>, rows: RowsRead, doubts: LogDoubts, counted: Result<(LogCounts, MadeJourney), DataFault> },
    Curve(CurveRead),
}

/// What is seen of the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// The first rows as they were understood, under their headings; none for XES.
    pub preview: LogPreview,
    pub content: Option<Content>,
    /// Why nothing was made of it.
    pub fault: Option<DataFault>,
}

impl Seen {
    /// What became of the rows.
    pub fn rows(&self) -> Option<&RowsRead> {
        Some(match self.content.as_ref()? {
            Content::Counts { read, .. } => &read.rows,
            Content::Log { rows, .. } => rows,
            Content::Curve(read) => &read.rows,
        })
    }
}

/// What has come of a file so far.
#[derive(Default)]
enum Bytes {
    #[default]
    None,
    Table(Vec<u8>),
    Log(Box<LogReader>),
}

/// A log that has been read, kept so that it can be counted anew.
struct KeptLog {
    source: u32,
    choices: LogChoices,
    log: EventLog,
    preview: LogPreview,
}

/// Reads one file after the other.
#[derive(Default)]
pub struct FileReading {
    asked: Option<ToRead>,
    bytes: Bytes,
    preview: Option<LogPreview>,
    fault: Option<DataFault>,
    kept: Option<KeptLog>,
}

impl ReadsFiles for FileReading {
    type Asked = ToRead;
    type Made = Seen;

    fn begin(&mut self, asked: ToRead) -> bool {
        let choices = log_choices(&asked.how);
        let is_kept = asked.kind == FileKind::Log
            && self.kept.as_ref().is_some_and(|kept| kept.source == asked.source && kept.choices == choices);
        (self.preview, self.fault, self.bytes) = (None, None, Bytes::None);
        if !is_kept {
            self.kept = None;
            self.bytes = match asked.kind {
                FileKind::Log => Bytes::Log(Box::new(LogReader::new(choices))),
                FileKind::Counts | FileKind::Curve => Bytes::Table(Vec::new()),
            };
        }
        self.asked = Some(asked);
        !is_kept
    }

    fn push(&mut self, piece: &[u8]) -> bool {
        let taken = match &mut self.bytes {
            Bytes::None => return false,
            Bytes::Table(bytes) => {
                // One byte more than may be is enough to say so.
                let room = (MOST_TABLE_BYTES + 1).saturating_sub(bytes.len());
                bytes.extend_from_slice(&piece[..piece.len().min(room)]);
                return room > piece.len();
            }
            Bytes::Log(reader) => {
                if self.preview.is_none() {
                    let choices = self.asked.as_ref().map(|asked| log_choices(&asked.how)).unwrap_or_default();
                    self.preview = Some(log_preview(piece, &choices).unwrap_or_default());
                }
                reader.push(piece)
            }
        };
        self.fault = taken.err();
        self.fault.is_none()
    }

    fn rows(&self) -> u64 {
        if let Bytes::Log(reader) = &self.bytes { reader.rows() } else { 0 }
    }

    fn finish(&mut self, is_whole: bool) -> Seen {
        let Some(asked) = self.asked.take() else { return Seen::default() };
        let fault = self.fault.take().or((!is_whole).then_some(DataFault::NotWhole));
        let mut preview = self.preview.take().unwrap_or_default();
        let bytes = std::mem::take(&mut self.bytes);
        if let Some(fault) = fault {
            return Seen { preview, content: None, fault: Some(fault) };
        }
        match bytes {
            Bytes::Table(bytes) => table(&bytes, &asked),
            Bytes::None => self.kept.as_ref().map_or_else(Seen::default, |kept| counted(kept, &asked)),
            Bytes::Log(mut reader) => {
                let read = reader.finish();
                if preview.is_xes {
                    preview.headings = reader.keys();
                }
                match read {
                    Ok(log) => {
                        let kept = KeptLog { source: asked.source, choices: log_choices(&asked.how), log, preview };
                        counted(self.kept.insert(kept), &asked)
                    }
                    Err(fault) => Seen { preview, content: None, fault: Some(fault) },
                }
            }
        }
    }
}

/// What is said of a log's columns, with the separator that was said of the file.
fn log_choices(how: &HowToRead) -> LogChoices {
    LogChoices { separator: how.table.separator, ..how.log.clone() }
}

fn table(bytes: &[u8], asked: &ToRead) -> Seen {
    let preview = |headings: &[String], rows: &[TableRow]| LogPreview {
        headings: headings.to_vec(),
        rows: rows.to_vec(),
        ..LogPreview::default()
    };
    let seen = if asked.kind == FileKind::Curve {
        curve_in(bytes, &asked.how.table).map(|read| (preview(&read.headings, &read.preview), Content::Curve(read)))
    } else {
        counts_in(bytes, &asked.how.table).map(|mut read| {
            let made = journey_of_counts(&mut read, &asked.by());
            (preview(&read.headings, &read.preview), Content::Counts { read, made })
        })
    };
    match seen {
        Ok((preview, content)) => Seen { preview, content: Some(content), fault: None },
        Err(fault) => Seen { fault: Some(fault), ..Seen::default() },
    }
}

fn counted(kept: &KeptLog, asked: &ToRead) -> Seen {
    let KeptLog { log, preview, .. } = kept;
    let choices = CountingChoices {
        purchase: asked.how.purchase.clone(),
        purchase_words: asked.beginnings.purchase_words.clone(),
        leaving: asked.how.leaving.clone(),
        silent_days: asked.how.silent,
        rare: asked.how.rare.unwrap_or(RARE),
    };
    let counted = journey_of_log(log, &choices, &asked.by());
    let (steps, rows, doubts) = (log.steps.clone(), log.rows.clone(), log.doubts.clone());
    Seen { preview: preview.clone(), content: Some(Content::Log { steps, rows, doubts, counted }), fault: None }
}
