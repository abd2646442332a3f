//! A pasted text as rows, cells and columns.

use super::{COLUMNS, Column, heading};
use crate::app::Language;

/// The rows and cells of a pasted text, without rows that are empty.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut row, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\t' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    row.push(cell);
    rows.push(row);
    rows.retain(|row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty()));
    rows
}

/// Which column each cell of a row belongs to, and whether the first row only says that.
pub(super) fn columns_of(first: &[String]) -> (Vec<Option<Column>>, bool) {
    let named = |cell: &String| {
        let cell = cell.trim().to_lowercase();
        let is = |column: &Column| Language::ALL.iter().any(|l| heading(*l, *column).to_lowercase() == cell);
        COLUMNS.into_iter().find(is)
    };
    let found: Vec<Option<Column>> = first.iter().map(named).collect();
    if found.contains(&Some(Column::Name)) && found.iter().flatten().count() * 2 > first.len() {
        return (found, true);
    }
    if first.len() == 1 {
        return (vec![Some(Column::Name)], false);
    }
    (COLUMNS.into_iter().take(first.len()).map(Some).collect(), false)
}

/// The names in a pasted text: of a table those in its column of names.
pub fn names(text: &str) -> Vec<String> {
    let rows = rows(text);
    let Some((columns, has_head)) = rows.first().map(|first| columns_of(first)) else { return Vec::new() };
    let at = columns.iter().position(|column| *column == Some(Column::Name)).unwrap_or(0);
    let cells = rows.iter().skip(usize::from(has_head)).filter_map(|row| row.get(at));
    cells.map(|cell| cell.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}
