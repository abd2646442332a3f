//! A whole table: where it begins and ends in the file, its headings, its rows, and what was left out of it.

use super::number::{DecimalEvidence, read_number};
use super::row::{MOST_CELLS, TOO_MANY_CELLS, TableRow};
use super::scanner::RowScanner;
use super::separator::{named_separator, separator_of};
use super::time::read_time;
use super::workbook;
use crate::exchange::letters::{Letters, decoded};
use crate::model::data::{DataFault, DecimalSign, LeftOutWhy, RowsRead};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Longest table that is read at once [bytes]. A log of events, which may be longer, is read piece by piece.
pub const MOST_TABLE_BYTES: usize = 32_000_000;

/// What somebody has said about a table, in place of what would be found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableChoices {
    pub separator: Option<u8>,
    pub decimals: Option<DecimalSign>,
    /// Whether the day stands first in days of numbers alone.
    pub day_first: Option<bool>,
}

/// A table as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadTable {
    /// `None` for a workbook.
    pub separator: Option<u8>,
    pub letters: Letters,
    /// `None` where it is in doubt, and matters.
    pub decimals: Option<DecimalSign>,
    /// A number that could be read in two ways, where nothing says which.
    pub doubtful: Option<String>,
    /// Empty where the table has none.
    pub headings: Vec<String>,
    /// The rows that belong to it, each as wide as the headings.
    pub rows: Vec<TableRow>,
    /// What became of all rows; those that belong to the table count as used so far.
    pub counted: RowsRead,
}

/// Beginnings of the first cell of a row that sums up others.
const TOTALS: [&str; 12] = [
    "summa",
    "totalt",
    "totalsumma",
    "total",
    "totals",
    "grand total",
    "sum",
    "medel",
    "medelvärde",
    "genomsnitt",
    "average",
    "mean",
];

/// Whether a cell says that its row sums up others.
pub fn is_total(cell: &str) -> bool {
    let cell = cell.trim().trim_end_matches(':').to_lowercase();
    TOTALS.contains(&cell.as_str())
}

/// The cells as one text, to be told.
pub fn joined(cells: &[String]) -> String {
    cells.join(" ; ")
}

/// Reads a table out of the bytes of a text file or a workbook.
///
/// # Errors
/// Why there is no table in them.
pub fn read_table(bytes: &[u8], choices: &TableChoices) -> Result<ReadTable, DataFault> {
    if bytes.len() > MOST_TABLE_BYTES {
        return Err(DataFault::TooLarge { most: (MOST_TABLE_BYTES / 1_000_000) as u64 });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(DataFault::Empty);
    }
    if workbook::is_workbook(bytes) {
        let rows = workbook::rows_of(bytes)?;
        let counted = RowsRead::default();
        return assembled(rows, counted, (None, Letters::Sure), choices);
    }
    let (text, letters) = decoded(bytes).ok_or(DataFault::NotATable)?;
    let text = text.trim_start_matches('\u{feff}');
    let named = named_separator(text);
    let separator = choices.separator.or(named).unwrap_or_else(|| separator_of(text));
    let (mut rows, mut counted, mut cells) = (Vec::new(), RowsRead::default(), 0_usize);
    let mut scanner = RowScanner::new(separator);
    scanner.push(text.as_bytes(), true, |row| {
        let words = || String::from_utf8_lossy(row.text).into_owned();
        if row.line == 1 && named.is_some() {
            counted.leave_out(row.line, &words(), LeftOutWhy::AboutTheFile);
        } else if row.is_open {
            counted.leave_out(row.line, &words(), LeftOutWhy::OpenQuote);
        } else if cells + row.cells.len() > MOST_CELLS {
            cells = usize::MAX / 2;
        } else {
            cells += row.cells.len();
            let cell = |at| String::from_utf8_lossy(row.cells.get(at)).trim().to_owned();
            rows.push(TableRow { line: row.line, cells: (0..row.cells.len()).map(cell).collect() });
        }
    });
    if cells > MOST_CELLS {
        return Err(TOO_MANY_CELLS);
    }
    assembled(rows, counted, (Some(separator), letters), choices)
}

fn filled(row: &TableRow) -> usize {
    row.cells.iter().filter(|cell| !cell.is_empty()).count()
}

fn width(row: &TableRow) -> usize {
    row.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

fn is_number(cell: &str) -> bool {
    let either = |sign| read_number(cell, sign).is_some();
    either(DecimalSign::Comma) || either(DecimalSign::Point)
}

fn is_figure(cell: &str) -> bool {
    is_number(cell) || read_time(cell).is_some()
}

fn assembled(
    rows: Vec<TableRow>,
    mut counted: RowsRead,
    (separator, letters): (Option<u8>, Letters),
    choices: &TableChoices,
) -> Result<ReadTable, DataFault> {
    let mut widths = BTreeMap::new();
    for width in rows.iter().map(width).filter(|width| *width > 0) {
        *widths.entry(width).or_insert(0_usize) += 1;
    }
    // As wide as most rows are; of two widths of as many rows the wider.
    let Some((usual, _)) = widths.into_iter().max_by_key(|(width, rows)| (*rows, *width)) else {
        return Err(DataFault::Empty);
    };
    let is_full = |row: &TableRow| filled(row) * 2 > usual && (usual < 2 || filled(row) > 1);
    let first = rows.iter().position(is_full).unwrap_or(0);
    let mut last = rows.iter().rposition(is_full).unwrap_or(rows.len() - 1);
    let has_headings = are_headings(&rows[first], rows.get(first + 1..=last).unwrap_or_default());
    if count_up(&rows[first]) {
        // The groups that began last have been seen in their first period alone.
        let is_young = |row: &TableRow| {
            filled(row) == 2 && !row.cells[0].is_empty() && row.cells.get(1).is_some_and(|cell| is_number(cell))
        };
        last += rows[last + 1..].iter().take_while(|row| is_young(row)).count();
    }
    let headings = if has_headings { rows[first].cells.clone() } else { Vec::new() };
    let width = if has_headings { width(&rows[first]).max(usual.min(headings.len())) } else { usual };
    let mut table = Vec::new();
    for (n, mut row) in rows.into_iter().enumerate() {
        let text = joined(&row.cells);
        let why = match n {
            n if n == first && has_headings => continue,
            _ if filled(&row) == 0 => Some(LeftOutWhy::Blank),
            n if n < first => Some(LeftOutWhy::Above),
            _ if has_headings && row.cells == headings => Some(LeftOutWhy::HeadingAgain),
            _ if row.cells.iter().find(|cell| !cell.is_empty()).is_some_and(|cell| is_total(cell)) => {
                Some(LeftOutWhy::Total)
            }
            n if n > last => Some(LeftOutWhy::Below),
            _ if row.cells.len() < width => Some(LeftOutWhy::TooShort),
            _ if self::width(&row) > width => Some(LeftOutWhy::TooLong),
            _ => None,
        };
        match why {
            Some(why) => counted.leave_out(row.line, &text, why),
            None => {
                row.cells.truncate(width);
                counted.keep();
                table.push(row);
            }
        }
    }
    // By line again: what the scanner left out was told first.
    crate::model::order::sort_by_key(&mut counted.told, |row| row.line);
    let mut evidence = DecimalEvidence::default();
    let cells = || table.iter().flat_map(|row| &row.cells);
    cells().filter(|cell| read_time(cell).is_none()).for_each(|cell| evidence.see(cell));
    // A workbook holds numbers, and those were written with a point here.
    let is_workbook = separator.is_none();
    let decimals = choices.decimals.or_else(|| if is_workbook { Some(DecimalSign::Point) } else { evidence.sign() });
    let doubtful = if decimals.is_none() { evidence.either } else { None };
    let headings = headings.into_iter().take(width).collect();
    Ok(ReadTable { separator, letters, decimals, doubtful, headings, rows: table, counted })
}

/// Whether a row says what stands in the rows below it: words all through, where there are figures below; or words that
/// none of the rows repeats, each once.
fn are_headings(row: &TableRow, below: &[TableRow]) -> bool {
    let words: Vec<&String> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
    let Some(next) = below.first() else { return false };
    if count_up(row) {
        return true;
    }
    if words.iter().any(|cell| is_figure(cell)) {
        return false;
    }
    let has_figures = below.iter().take(50).any(|row| row.cells.iter().any(|cell| is_figure(cell)));
    has_figures || (words.len() > 1 && next.cells != row.cells)
}

/// Whether a row holds the numbers of periods, which head a table of who stayed.
fn count_up(row: &TableRow) -> bool {
    let words: Vec<&String> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
    words.len() > 2
        && !is_figure(&row.cells[0])
        && words[1..]
            .windows(2)
            .all(|two| matches!((number(two[0]), number(two[1])), (Some(a), Some(b)) if b == a + 1.0))
        && number(words[1]).is_some_and(|first| first == 0.0 || first == 1.0)
}

fn number(cell: &str) -> Option<f64> {
    cell.trim().parse().ok()
}
