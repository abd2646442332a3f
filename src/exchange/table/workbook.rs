//! Workbooks of Excel and LibreOffice, cell by cell: what somebody has put in the last column of the last row costs no more
//! room than any other cell.

use super::row::{MOST_CELLS, TOO_MANY_CELLS, TableRow};
use crate::exchange::packed::{open_packed, unpacked_size};
use crate::model::data::DataFault;
use calamine::{Cell, DataRef, Reader, Xlsx, XlsxError};
use std::io::Cursor;

/// The last column and row that are read.
const LAST_COLUMN: u32 = 300;
const LAST_ROW: u32 = 1_000_000;
/// Most parts of a workbook [count]; a hundred sheets have some hundreds.
const MOST_PARTS: usize = 4_000;
/// Most that a workbook may hold when it is unpacked: as much as [`MOST_CELLS`] take [bytes].
const UNPACKED: u64 = 64_000_000;
/// Most that its texts may be, and each other part that is read whole [bytes].
const TEXTS: u64 = 32_000_000;
const PART: u64 = 8_000_000;

/// Whether the bytes are packed as workbooks are.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The rows of the first sheet of a workbook that has any.
///
/// # Errors
/// That it is damaged, no workbook, or too large.
pub fn rows_of(bytes: &[u8]) -> Result<Vec<TableRow>, DataFault> {
    measure(bytes)?;
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|_: XlsxError| DataFault::Damaged)?;
    for sheet in book.sheet_names() {
        let mut found: Vec<(u32, u32, String)> = Vec::new();
        let mut cells = book.worksheet_cells_reader(&sheet).map_err(|_| DataFault::Damaged)?;
        let mut many = 0_usize;
        while let Some(cell) = cells.next_cell().map_err(|_| DataFault::Damaged)? {
            many += 1;
            if many > MOST_CELLS {
                return Err(TOO_MANY_CELLS);
            }
            let (row, column) = cell.get_position();
            if let Some(text) =
                text_of(&cell).filter(|text| !text.is_empty() && column <= LAST_COLUMN && row <= LAST_ROW)
            {
                found.push((row, column, text));
            }
        }
        if !found.is_empty() {
            return rows_out_of(found);
        }
    }
    Err(DataFault::Empty)
}

/// The cells of the first sheet of a workbook that has any as text, each row on its line. `None` where it is no workbook.
pub fn workbook_text(bytes: &[u8]) -> Option<Result<String, DataFault>> {
    is_workbook(bytes).then(|| {
        let mut text = String::new();
        let mut line = 1;
        for row in rows_of(bytes)? {
            while line < row.line {
                text.push('\n');
                line += 1;
            }
            text.push_str(&row.cells.join("\t"));
        }
        Ok(text)
    })
}

/// Cells as rows that are all as wide as the widest.
fn rows_out_of(mut cells: Vec<(u32, u32, String)>) -> Result<Vec<TableRow>, DataFault> {
    // Of two in one place the later one holds.
    cells.sort_by_key(|(row, column, _)| (*row, *column));
    let width = cells.iter().map(|(_, column, _)| *column as usize + 1).max().unwrap_or(0);
    let many = 1 + cells.windows(2).filter(|two| two[0].0 != two[1].0).count();
    // A single cell far to the right makes every row as wide.
    if many * width > MOST_CELLS {
        return Err(TOO_MANY_CELLS);
    }
    let mut rows: Vec<TableRow> = Vec::with_capacity(many);
    for (row, column, text) in cells {
        let line = u64::from(row) + 1;
        if rows.last().is_none_or(|last| last.line != line) {
            rows.push(TableRow { line, cells: vec![String::new(); width] });
        }
        if let Some(cell) = rows.last_mut().and_then(|last| last.cells.get_mut(column as usize)) {
            *cell = text;
        }
    }
    Ok(rows)
}

/// Unpacks everything once without keeping it.
fn measure(bytes: &[u8]) -> Result<(), DataFault> {
    let bomb = |most: u64| DataFault::Bomb { most: most / 1_000_000 };
    let mut packed = open_packed(bytes, MOST_PARTS).map_err(|_| DataFault::Damaged)?;
    let mut all = 0;
    for n in 0..packed.len() {
        let part = packed.by_index(n).map_err(|_| DataFault::Damaged)?;
        let name = part.name().map_err(|_| DataFault::Damaged)?.to_lowercase();
        // Cells are read one by one, pictures not at all.
        let most = match () {
            () if name.starts_with("xl/worksheets/") || name.starts_with("xl/media/") => UNPACKED,
            () if name.ends_with("sharedstrings.xml") => TEXTS,
            () => PART,
        };
        let size = unpacked_size(part, most).ok_or(DataFault::Damaged)?;
        all += size;
        if size > most {
            return Err(bomb(most));
        }
        if all > UNPACKED {
            return Err(bomb(UNPACKED));
        }
    }
    Ok(())
}

/// What stands in a cell, numbers with a point and days as ISO writes them.
fn text_of(cell: &Cell<DataRef>) -> Option<String> {
    match cell.get_value() {
        DataRef::Int(value) => Some(value.to_string()),
        DataRef::Float(value) => Some(value.to_string()),
        DataRef::String(text) => Some(text.trim().to_owned()),
        DataRef::SharedString(text) => Some(text.trim().to_owned()),
        DataRef::Bool(value) => Some(value.to_string()),
        DataRef::DateTime(time) => Some(time.as_f64().to_string()),
        DataRef::DateTimeIso(text) => Some(text.clone()),
        _ => None,
    }
}
