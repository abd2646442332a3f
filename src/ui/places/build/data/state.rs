//! What somebody has given, how it is to be read, and what was read in it. A file is read piece by piece, so that the page goes on
//! meanwhile, and every choice reads it anew.

use crate::app::records::{
    CountingChoices, CountsRead, CurveRead, LogChoices, LogCounts, LogPreview, LogReader, MadeJourney, ReadingIn,
    TableChoices, counts_in, curve_in, journey_of_counts, journey_of_log, log_preview,
};
use crate::model::data::{DataFault, EventLog, RowsRead};
use crate::ui::places::build::desk::Desk;
use crate::ui::platform::files::read;
use crate::words::building;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// How the file is to be read, where somebody has said so.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HowToRead {
    pub table: TableChoices,
    pub log: LogChoices,
    pub purchase: Option<String>,
    pub leaving: Option<String>,
    pub silent: Option<f64>,
}

/// What was read.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "there is one for each file")]
pub enum Content {
    Counts { read: CountsRead, made: Result<MadeJourney, DataFault> },
    Log { log: Arc<EventLog>, counted: Result<(LogCounts, MadeJourney), DataFault> },
    Curve(CurveRead),
}

/// What is seen of the file.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The first rows as they were understood, under their headings; none for XES.
    pub preview: LogPreview,
    pub content: Option<Arc<Content>>,
    /// Why nothing was made of it.
    pub fault: Option<DataFault>,
}

impl Seen {
    /// What became of the rows.
    pub fn rows(&self) -> Option<&RowsRead> {
        Some(match self.content.as_deref()? {
            Content::Counts { read, .. } => &read.rows,
            Content::Log { log, .. } => &log.rows,
            Content::Curve(read) => &read.rows,
        })
    }
}

/// Where the bytes come from.
#[derive(Clone)]
enum Given {
    Text(String),
    File(web_sys::File),
}

/// Bytes that are read at a time: so few that the page is never held up.
const PIECE: f64 = 131_072.0;

/// All of it.
#[derive(Clone, Copy)]
pub struct FigureReading {
    pub desk: Desk,
    pub kind: RwSignal<FileKind>,
    pub answers: RwSignal<HowToRead>,
    pub seen: RwSignal<Arc<Seen>>,
    /// Rows read so far, while a file is being read.
    pub progress: RwSignal<Option<u64>>,
    pub was_stopped: RwSignal<bool>,
    /// The name of what was given.
    pub name: RwSignal<String>,
    from: StoredValue<Option<Given>, LocalStorage>,
    /// Raised by each new reading, so that an older one ends.
    turn: StoredValue<u32>,
}

impl FigureReading {
    pub fn new(desk: Desk) -> Self {
        Self {
            desk,
            kind: RwSignal::new(FileKind::Counts),
            answers: RwSignal::default(),
            seen: RwSignal::default(),
            progress: RwSignal::new(None),
            was_stopped: RwSignal::new(false),
            name: RwSignal::default(),
            from: StoredValue::new_local(None),
            turn: StoredValue::new(0),
        }
    }

    /// Takes a pasted text.
    pub fn take_text(self, text: String) {
        self.name.set(String::new());
        self.begin(Given::Text(text));
    }

    /// Takes a file.
    pub fn take_file(self, file: web_sys::File) {
        let name = file.name().to_lowercase();
        // What says itself that it is a log is read as one.
        if name.ends_with(".xes") || name.ends_with(".gz") {
            self.kind.set(FileKind::Log);
        }
        self.name.set(file.name());
        self.begin(Given::File(file));
    }

    fn begin(self, from: Given) {
        self.from.set_value(Some(from));
        self.answers.set(HowToRead::default());
        self.read_again();
    }

    /// Takes an answer and reads anew.
    pub fn answer(self, change: impl FnOnce(&mut HowToRead)) {
        self.answers.update(change);
        self.read_again();
    }

    /// Stops reading a file.
    pub fn stop(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.progress.set(None);
        self.was_stopped.set(true);
    }

    /// Reads what was given, as it is to be read now.
    pub fn read_again(self) {
        let Some(from) = self.from.get_value() else { return };
        self.turn.update_value(|turn| *turn += 1);
        self.was_stopped.set(false);
        let turn = self.turn.get_value();
        let (kind, answers) = (self.kind.get_untracked(), self.answers.get_untracked());
        spawn_local(async move {
            let seen = if kind == FileKind::Log {
                self.read_log(&from, &answers, turn).await
            } else {
                self.read_table(&from, kind, &answers).await
            };
            if let Some(seen) = seen
                && self.turn.try_get_value() == Some(turn)
            {
                self.progress.set(None);
                self.seen.set(Arc::new(seen));
            }
        });
    }

    fn by(self, answers: &HowToRead) -> ReadingIn {
        let source = self.name.get_untracked();
        let (language, purchase) = (self.desk.store.language.get_untracked(), answers.purchase.clone());
        ReadingIn { beginnings: building::beginnings(), language, source, purchase }
    }

    async fn read_table(self, from: &Given, kind: FileKind, answers: &HowToRead) -> Option<Seen> {
        let bytes = match from {
            Given::Text(text) => text.clone().into_bytes(),
            Given::File(file) => read(file).await.unwrap_or_default(),
        };
        let preview = |headings: &Vec<String>, rows: &Vec<crate::exchange::TableRow>| LogPreview {
            headings: headings.clone(),
            rows: rows.clone(),
            ..LogPreview::default()
        };
        let seen = match kind {
            FileKind::Curve => curve_in(&bytes, &answers.table)
                .map(|read| (preview(&read.headings, &read.preview), Content::Curve(read))),
            _ => counts_in(&bytes, &answers.table).map(|mut read| {
                let made = journey_of_counts(&mut read, &self.by(answers));
                (preview(&read.headings, &read.preview), Content::Counts { read, made })
            }),
        };
        Some(match seen {
            Ok((preview, content)) => Seen { preview, content: Some(Arc::new(content)), fault: None },
            Err(fault) => Seen { fault: Some(fault), ..Seen::default() },
        })
    }

    async fn read_log(self, from: &Given, answers: &HowToRead, turn: u32) -> Option<Seen> {
        let choices = LogChoices { separator: answers.table.separator, ..answers.log.clone() };
        let mut reader = LogReader::new(choices.clone());
        let mut preview = None;
        let (mut fault, mut at) = (None, 0.0);
        loop {
            let piece = piece(from, at).await;
            if piece.is_empty() || self.turn.try_get_value() != Some(turn) {
                break;
            }
            at += PIECE;
            if preview.is_none() {
                preview = log_preview(&piece, &choices).ok();
            }
            if let Err(found) = reader.push(&piece) {
                fault = Some(found);
                break;
            }
            self.progress.set(Some(reader.rows()));
        }
        if self.turn.try_get_value() != Some(turn) {
            return None;
        }
        let preview = preview.unwrap_or_default();
        let log = match fault {
            Some(fault) => Err(fault),
            None => reader.finish(),
        };
        Some(match log {
            Ok(log) => {
                let counted = self.counted(&log, answers);
                let content = Content::Log { log: Arc::new(log), counted };
                Seen { preview, content: Some(Arc::new(content)), fault: None }
            }
            Err(fault) => Seen { preview, fault: Some(fault), content: None },
        })
    }

    fn counted(self, log: &EventLog, answers: &HowToRead) -> Result<(LogCounts, MadeJourney), DataFault> {
        let choices = CountingChoices {
            purchase: answers.purchase.clone(),
            purchase_words: building::beginnings().purchase_words,
            leaving: answers.leaving.clone(),
            silent_days: answers.silent,
            rare: 0.01,
        };
        journey_of_log(log, &choices, &self.by(answers))
    }
}

/// The next piece of what was given; empty at its end, or where the file has gone.
async fn piece(from: &Given, at: f64) -> Vec<u8> {
    match from {
        Given::Text(text) => {
            let bytes = text.as_bytes();
            let begin = (at as usize).min(bytes.len());
            bytes[begin..(begin + PIECE as usize).min(bytes.len())].to_vec()
        }
        Given::File(file) => match file.slice_with_f64_and_f64(at, at + PIECE) {
            Ok(blob) => read(blob.unchecked_ref()).await.unwrap_or_default(),
            Err(_) => Vec::new(),
        },
    }
}
