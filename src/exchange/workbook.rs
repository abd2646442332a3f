//! Tables as a workbook of a spreadsheet (xlsx), a sheet each: numbers are numbers in every language, and no text is a
//! formula.

use super::spreadsheet::{SheetCell, is_like_a_formula};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// Longest name of a sheet, and longest text of a cell [characters].
const LONGEST_NAME: usize = 31;
const LONGEST_TEXT: usize = 32_767;
/// What a sheet's name cannot hold.
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// A sheet: its name and its rows.
pub type NamedSheet = (String, Vec<Vec<SheetCell>>);

/// A workbook did not come about: it has more rows or columns than a sheet can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoWorkbook;

/// The bytes of a workbook with these sheets, in their order.
///
/// # Errors
/// Where a table does not fit into a sheet.
pub fn workbook(sheets: &[NamedSheet]) -> Result<Vec<u8>, NoWorkbook> {
    let mut book = Workbook::new();
    let mut names: Vec<String> = Vec::new();
    for (name, rows) in sheets {
        let name = sheet_name(name, &names);
        fill(book.add_worksheet(), &name, rows).map_err(|_| NoWorkbook)?;
        names.push(name);
    }
    book.save_to_buffer().map_err(|_| NoWorkbook)
}

fn fill(sheet: &mut Worksheet, name: &str, rows: &[Vec<SheetCell>]) -> Result<(), XlsxError> {
    // Where somebody edits such a cell, it stays a text.
    let as_text = Format::new().set_quote_prefix();
    sheet.set_name(name)?;
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                SheetCell::Empty => {}
                SheetCell::Number(number) if number.is_finite() => _ = sheet.write_number(row, column, *number)?,
                SheetCell::Number(_) => {}
                SheetCell::Text(words) => {
                    let words: String = words.chars().take(LONGEST_TEXT).collect();
                    if is_like_a_formula(&words) {
                        sheet.write_string_with_format(row, column, words, &as_text)?;
                    } else {
                        sheet.write_string(row, column, words)?;
                    }
                }
            }
        }
    }
    Ok(())
}

/// A name that a sheet can have, and that none before it has.
fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let plain: String =
        wanted.chars().map(|c| if NOT_IN_NAMES.contains(&c) || c.is_control() { ' ' } else { c }).collect();
    let plain = plain.trim_matches(['\'', ' ']);
    let cut = |longest: usize| plain.chars().take(longest).collect::<String>().trim_end_matches(['\'', ' ']).to_owned();
    let is_taken = |name: &str| taken.iter().any(|taken| taken.to_lowercase() == name.to_lowercase());
    let first = cut(LONGEST_NAME);
    // A program keeps the one name for itself.
    if !first.is_empty() && !is_taken(&first) && first.to_lowercase() != "history" {
        return first;
    }
    let mut number = taken.len() + 1;
    loop {
        let name = format!("{} {number}", cut(LONGEST_NAME - 8)).trim_start().to_owned();
        if !is_taken(&name) {
            return name;
        }
        number += 1;
    }
}
