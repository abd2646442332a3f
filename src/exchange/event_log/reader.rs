//! The reader of a log: finds out from the beginning of the file what it is, then takes it piece by piece.

use super::columns::{LogColumns, columns_of, plain};
use super::gather::{Gatherer, RawEvent, letters};
use super::unpack::Unpacker;
use super::xes::XesReader;
use crate::exchange::letters::OldWriting;
use crate::exchange::table::{
    RawRow, ReadTable, RowScanner, TableChoices, TableRow, is_total, joined, named_separator, read_table, read_time,
    separator_of,
};
use crate::model::data::{DataFault, EventLog, LeftOutWhy, WantedColumn};
use serde::{Deserialize, Serialize};

/// How much of a file is looked at before its columns are decided [bytes].
const SAMPLE: usize = 1 << 17;

/// What somebody has said about a log: names of columns, and the order of days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogChoices {
    pub case: Option<String>,
    pub step: Option<String>,
    pub time: Option<String>,
    pub result: Option<String>,
    /// The column that names the kind of customer, or in XES the key of an attribute; without letters: none does.
    pub kind: Option<String>,
    pub day_first: Option<bool>,
    pub separator: Option<u8>,
}

/// How a log begins.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LogPreview {
    /// In XES, once it has been read, the keys of attributes that may name kinds of customer.
    pub headings: Vec<String>,
    /// The first rows.
    pub rows: Vec<TableRow>,
    pub columns: LogColumns,
    /// It needs no columns: XES says itself what is what.
    pub is_xes: bool,
}

/// How a file of events begins, from its first piece.
///
/// # Errors
/// That nothing can be made of it.
pub fn log_preview(sample: &[u8], choices: &LogChoices) -> Result<LogPreview, DataFault> {
    let mut unpacker = Unpacker::Unknown(Vec::new());
    let sample = if sample.starts_with(b"PK") { sample.to_vec() } else { unpacker.push(sample)? };
    if is_xes(&sample) {
        return Ok(LogPreview { is_xes: true, ..LogPreview::default() });
    }
    let table = table_of(&sample, choices)?;
    let columns = columns_of(&table.headings, &table.rows);
    let rows = table.rows.into_iter().take(8).collect();
    Ok(LogPreview { headings: table.headings, rows, columns, is_xes: false })
}

fn is_xes(sample: &[u8]) -> bool {
    let begin = String::from_utf8_lossy(&sample[..sample.len().min(4_096)]);
    let begin = begin.trim_start_matches('\u{feff}').trim_start();
    begin.starts_with('<')
}

fn table_of(sample: &[u8], choices: &LogChoices) -> Result<ReadTable, DataFault> {
    // The last line may be cut.
    let whole = match sample.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')) {
        Some(end) if sample.len() >= SAMPLE && !sample.starts_with(b"PK") => &sample[..=end],
        _ => sample,
    };
    read_table(whole, &TableChoices { separator: choices.separator, ..TableChoices::default() })
}

/// The columns that are read, once they are settled.
#[derive(Clone, Copy)]
struct Settled {
    case: usize,
    step: usize,
    time: usize,
    result: Option<usize>,
    kind: Option<usize>,
}

fn settled(table: &ReadTable, choices: &LogChoices) -> Result<Settled, DataFault> {
    let columns = table.headings.clone();
    let named = |name: &Option<String>| match name {
        None => Ok(None),
        Some(name) => {
            let is = |heading: &String| heading.trim().to_lowercase() == name.trim().to_lowercase();
            let unknown = || DataFault::UnknownColumn { name: name.clone(), columns: columns.clone() };
            columns.iter().position(is).map(Some).ok_or_else(unknown)
        }
    };
    let found = columns_of(&table.headings, &table.rows);
    let needed = |chosen: Option<usize>, found: Option<usize>, wanted| {
        chosen.or(found).ok_or_else(|| DataFault::NoColumn { wanted, columns: columns.clone() })
    };
    Ok(Settled {
        case: needed(named(&choices.case)?, found.case, WantedColumn::Case)?,
        step: needed(named(&choices.step)?, found.step, WantedColumn::Step)?,
        time: needed(named(&choices.time)?, found.time, WantedColumn::Time)?,
        result: named(&choices.result)?.or(found.result),
        kind: match &choices.kind {
            None => found.kind,
            Some(none) if none.is_empty() => None,
            // Whoever leaves out that it is of cases means the same.
            Some(said) => named(&choices.kind).or_else(|unknown| {
                let alike = columns.iter().position(|heading| plain(heading) == plain(said));
                alike.map(Some).ok_or(unknown)
            })?,
        },
    })
}

/// What the file turned out to be.
#[allow(clippy::large_enum_variant, reason = "there is one for each file")]
enum Form {
    /// So far the beginning.
    Unknown(Vec<u8>),
    Rows {
        scanner: RowScanner,
        widen: Option<Widener>,
        take: RowTaker,
    },
    Xes(Box<XesReader>),
}

/// Takes the rows of a table of events.
struct RowTaker {
    columns: Settled,
    /// Cells of the headings, in small letters.
    headings: Vec<String>,
    width: usize,
    /// The line of the headings; rows above it belong to no table.
    begins: u64,
}

/// Reads a log that comes in pieces.
pub struct LogReader {
    choices: LogChoices,
    unpacker: Unpacker,
    form: Form,
    gathered: Gatherer,
    fault: Option<DataFault>,
}

impl LogReader {
    /// A reader that has seen nothing yet.
    pub fn new(choices: LogChoices) -> Self {
        Self {
            choices,
            unpacker: Unpacker::Unknown(Vec::new()),
            form: Form::Unknown(Vec::new()),
            gathered: Gatherer::default(),
            fault: None,
        }
    }

    /// Takes a piece of the file.
    ///
    /// # Errors
    /// Why no more should be read.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), DataFault> {
        let bytes = self.unpacker.push(bytes)?;
        self.unpacked(&bytes, false)
    }

    /// Rows that have been read so far.
    pub fn rows(&self) -> u64 {
        self.gathered.rows.read
    }

    /// In XES, the keys of attributes that may name kinds of customer; in tables the headings say so.
    pub fn keys(&self) -> Vec<String> {
        if let Form::Xes(reader) = &self.form { reader.keys() } else { Vec::new() }
    }

    /// The log, at the end of the file. Nothing more is read then.
    ///
    /// # Errors
    /// Why there is none, or what has to be said first.
    pub fn finish(&mut self) -> Result<EventLog, DataFault> {
        let rest = self.unpacker.finish()?;
        self.unpacked(&rest, true)?;
        if let Form::Xes(reader) = &self.form {
            reader.finish()?;
        }
        let gathered = std::mem::take(&mut self.gathered);
        gathered.finish(self.choices.day_first, self.choices.kind.as_ref().is_some_and(|kind| !kind.is_empty()))
    }

    fn unpacked(&mut self, bytes: &[u8], is_last: bool) -> Result<(), DataFault> {
        match &mut self.form {
            Form::Unknown(seen) => {
                seen.extend_from_slice(bytes);
                // A workbook is read as a whole; it is small.
                let waits = seen.len() < SAMPLE || (seen.starts_with(b"PK\x03\x04") && seen.len() < 40_000_000);
                if waits && !is_last {
                    return Ok(());
                }
                let seen = std::mem::take(seen);
                if seen.iter().all(u8::is_ascii_whitespace) {
                    return Err(DataFault::Empty);
                }
                if seen.starts_with(b"PK\x03\x04") {
                    return self.workbook(&seen);
                }
                self.gathered.writing = OldWriting::of(&seen).unwrap_or_default();
                self.form = self.found(&seen)?;
                self.unpacked(&seen, is_last)
            }
            Form::Xes(reader) => reader.push(bytes, &mut self.gathered),
            Form::Rows { scanner, widen, take } => {
                let wide;
                let bytes = match widen {
                    Some(widen) => {
                        wide = widen.push(bytes);
                        wide.as_slice()
                    }
                    None => bytes,
                };
                let (gathered, fault) = (&mut self.gathered, &mut self.fault);
                scanner.push(bytes, is_last, |row| {
                    if fault.is_none()
                        && let Err(found) = take.row(&row, gathered)
                    {
                        *fault = Some(found);
                    }
                });
                fault.take().map_or(Ok(()), Err)
            }
        }
    }

    /// What the file is, by how it begins.
    fn found(&self, sample: &[u8]) -> Result<Form, DataFault> {
        if is_xes(sample) {
            return Ok(Form::Xes(Box::new(XesReader::new(self.choices.kind.as_deref()))));
        }
        let table = table_of(sample, &self.choices)?;
        let columns = settled(&table, &self.choices)?;
        let widen = Widener::of(sample);
        let writing = self.gathered.writing;
        let text =
            widen.clone().map_or_else(|| letters(sample, writing), |mut widen| letters(&widen.push(sample), writing));
        let text = text.trim_start_matches('\u{feff}');
        let separator = self.choices.separator.or(named_separator(text)).or(table.separator);
        let scanner = RowScanner::new(separator.unwrap_or_else(|| separator_of(text)));
        let begins = table.rows.first().map_or(1, |row| row.line);
        let headings: Vec<String> = table.headings.iter().map(|heading| heading.to_lowercase()).collect();
        let width =
            if headings.is_empty() { table.rows.first().map_or(0, |row| row.cells.len()) } else { headings.len() };
        Ok(Form::Rows { scanner, widen, take: RowTaker { columns, headings, width, begins } })
    }

    /// A workbook has few rows: they are taken from its table.
    fn workbook(&mut self, bytes: &[u8]) -> Result<(), DataFault> {
        let table = table_of(bytes, &self.choices)?;
        let columns = settled(&table, &self.choices)?;
        let used = table.rows.len() as u64;
        self.gathered.rows = table.counted.clone();
        (self.gathered.rows.read, self.gathered.rows.used) = (table.counted.read - used, 0);
        for row in &table.rows {
            let cell = |at: usize| row.cells.get(at).map_or(&[][..], |cell| cell.as_bytes());
            self.gathered.take(&RawEvent {
                line: row.line,
                text: joined(&row.cells).as_bytes(),
                case: cell(columns.case),
                step: cell(columns.step),
                time: cell(columns.time),
                result: columns.result.map_or(&[][..], cell),
                kind: columns.kind.map_or(&[][..], cell),
            })?;
        }
        // Nothing more comes.
        let take = RowTaker { columns, headings: Vec::new(), width: 0, begins: u64::MAX };
        self.form = Form::Rows { scanner: RowScanner::new(b';'), widen: None, take };
        Ok(())
    }
}

impl RowTaker {
    fn row(&mut self, row: &RawRow, gathered: &mut Gatherer) -> Result<(), DataFault> {
        let cells = row.cells;
        let writing = gathered.writing;
        let words = || letters(row.text, writing);
        let is_blank = (0..cells.len()).all(|at| cells.get(at).trim_ascii().is_empty());
        let is_heading = || {
            let same = |(at, heading): (usize, &String)| {
                letters(cells.get(at), writing).trim_start_matches('\u{feff}').to_lowercase() == *heading
            };
            !self.headings.is_empty() && self.headings.iter().enumerate().all(same)
        };
        let width = (0..cells.len()).rposition(|at| !cells.get(at).trim_ascii().is_empty()).map_or(0, |last| last + 1);
        let has_time = || std::str::from_utf8(cells.get(self.columns.time)).ok().and_then(read_time).is_some();
        let first = || {
            (0..cells.len()).map(|at| letters(cells.get(at), writing)).find(|cell| !cell.is_empty()).unwrap_or_default()
        };
        let why = if row.is_open {
            LeftOutWhy::OpenQuote
        } else if row.line < self.begins {
            if is_heading() {
                return Ok(());
            }
            match () {
                () if row.line == 1 && words().to_lowercase().contains("sep=") => LeftOutWhy::AboutTheFile,
                () if is_blank => LeftOutWhy::Blank,
                () => LeftOutWhy::Above,
            }
        } else if is_blank {
            LeftOutWhy::Blank
        } else if cells.len() < self.width {
            LeftOutWhy::TooShort
        } else if width > self.width {
            LeftOutWhy::TooLong
        } else if !has_time() && is_heading() {
            LeftOutWhy::HeadingAgain
        } else if !has_time() && is_total(&first()) {
            LeftOutWhy::Total
        } else {
            return gathered.take(&RawEvent {
                line: row.line,
                text: row.text,
                case: cells.get(self.columns.case),
                step: cells.get(self.columns.step),
                time: cells.get(self.columns.time),
                result: self.columns.result.map_or(&[][..], |at| cells.get(at)),
                kind: self.columns.kind.map_or(&[][..], |at| cells.get(at)),
            });
        };
        gathered.rows.leave_out(row.line, &words(), why);
        Ok(())
    }
}

/// Makes UTF-8 of UTF-16 that comes in pieces.
#[derive(Clone)]
struct Widener {
    is_little: bool,
    odd: Vec<u8>,
}

impl Widener {
    /// By the mark at the beginning; without one every other byte of what is mostly Latin letters is 0.
    fn of(sample: &[u8]) -> Option<Self> {
        let is_little = match sample {
            [0xff, 0xfe, ..] | [_, 0, _, 0, ..] => true,
            [0xfe, 0xff, ..] | [0, _, 0, _, ..] => false,
            _ => return None,
        };
        Some(Self { is_little, odd: Vec::new() })
    }

    fn push(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut all = std::mem::take(&mut self.odd);
        all.extend_from_slice(bytes);
        let unit = |pair: &[u8]| match pair {
            [a, b] if self.is_little => u16::from_le_bytes([*a, *b]),
            [a, b] => u16::from_be_bytes([*a, *b]),
            _ => 0xfffd,
        };
        let mut whole = all.len() / 2 * 2;
        // The first half of a letter that is written as two waits for the second.
        if whole >= 2 && (0xd800..0xdc00).contains(&unit(&all[whole - 2..whole])) {
            whole -= 2;
        }
        self.odd = all.split_off(whole);
        let units = all.chunks(2).map(unit);
        let text: String = char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect();
        text.trim_start_matches('\u{feff}').as_bytes().to_vec()
    }
}
