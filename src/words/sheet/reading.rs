//! A pasted text as rows, cells and columns.

use super::super::building::{self, ROLES};
use super::{COLUMNS, Column, heading};
use crate::app::Language;
use crate::model::Role;

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

/// What else people call a column, in English and in Swedish.
const OTHER_NAMES: [(Column, &[&str]); 12] = [
    (Column::Phase, &["stage", "part", "skede", "del"]),
    (
        Column::Name,
        &["step", "touch point", "touchpoints", "name", "moment", "steg", "beröringspunkt", "kontaktpunkter", "namn"],
    ),
    (Column::Role, &["role", "type", "roll", "typ"]),
    (Column::Nature, &["nature", "kind", "art", "slag"]),
    (Column::Strength, &["strengths", "works", "holds", "styrkor", "fungerar", "håller"]),
    (Column::Gain, &["gains", "nytta"]),
    (Column::Pain, &["pains", "smärta"]),
    (Column::Channel, &["channels", "where", "kanaler", "var"]),
    (Column::Owner, &["owners", "responsible", "team", "who", "ägare", "ansvar", "vem"]),
    (Column::Next, &["next", "leads to", "next step", "nästa", "leder till", "nästa steg"]),
    (Column::Words, &["words", "customer's words", "quote", "ord", "kundens ord", "citat"]),
    (Column::Grounds, &["grounds", "basis", "source", "grund", "källa"]),
];

/// The columns of a spreadsheet that somebody made without Kedja and without a heading.
const USUAL: [Column; 6] =
    [Column::Phase, Column::Name, Column::Channel, Column::Owner, Column::Strength, Column::Words];

/// Which column each cell of a row belongs to, and whether the first row only says that.
pub(super) fn columns_of(rows: &[Vec<String>]) -> (Vec<Option<Column>>, bool) {
    let Some(first) = rows.first() else { return (Vec::new(), false) };
    let found: Vec<Option<Column>> = first.iter().map(|cell| named(cell)).collect();
    let known = found.iter().flatten().count();
    let is_short = first.len() == 2 && !first.iter().any(|cell| is_number(cell));
    if found.contains(&Some(Column::Name)) && (known * 2 > first.len() || is_short) {
        return (found, true);
    }
    let of = |at: usize| rows.iter().filter_map(move |row| row.get(at)).filter(|cell| !cell.trim().is_empty());
    let are_numbers = |at: usize| of(at).next().is_some() && of(at).all(|cell| is_number(cell));
    let most = rows.iter().map(Vec::len).max().unwrap_or(0);
    let columns: &[Column] = match most {
        1 => &[Column::Name],
        2 if are_numbers(1) => &[Column::Name, Column::Strength],
        3 if are_numbers(2) => &[Column::Phase, Column::Name, Column::Strength],
        // What was copied out here says in its third column what each touchpoint is.
        3..=6 if !of(2).any(|cell| is_role(cell)) => &USUAL,
        _ => &COLUMNS,
    };
    (columns.iter().take(most).copied().map(Some).collect(), false)
}

/// The column that a heading names, by whatever name people give it.
fn named(heading_cell: &str) -> Option<Column> {
    let cell = plain(heading_cell);
    let is_called = |column: &Column| Language::ALL.iter().any(|l| plain(heading(*l, *column)) == cell);
    let other = || OTHER_NAMES.iter().find(|(_, names)| names.contains(&cell.as_str())).map(|(column, _)| *column);
    COLUMNS.into_iter().find(is_called).or_else(other)
}

/// A heading without what says no more: its unit, a colon, capitals, the kind of its apostrophe.
fn plain(heading: &str) -> String {
    let end = |letter: char| letter.is_whitespace() || "%():".contains(letter);
    heading.trim().trim_end_matches(end).to_lowercase().replace('\u{2019}', "'")
}

fn is_number(cell: &str) -> bool {
    let cell = cell.trim().trim_end_matches(['%', ' ', '\u{a0}']);
    !cell.is_empty() && cell.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','))
}

fn is_role(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    let is_called = |role: Role| Language::ALL.iter().any(|l| building::role(*l, role).to_lowercase() == cell);
    ROLES.into_iter().any(is_called)
}

/// The names in a pasted text: of a table those in its column of names.
pub fn names(text: &str) -> Vec<String> {
    let rows = rows(text);
    let (columns, has_head) = columns_of(&rows);
    let at = columns.iter().position(|column| *column == Some(Column::Name)).unwrap_or(0);
    let cells = rows.iter().skip(usize::from(has_head)).filter_map(|row| row.get(at));
    cells.map(|cell| cell.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}
