//! Tables for a spreadsheet, as text with separators that it opens without asking, in the way of a language.

/// How a spreadsheet of a language wants its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetManner {
    /// Semicolons between, commas before decimals.
    Semicolons,
    /// Commas between, points before decimals.
    Commas,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetCell {
    Empty,
    Text(String),
    Number(f64),
}

/// Without it Excel takes UTF-8 for something older.
const MARK: char = '\u{feff}';
/// What a spreadsheet takes a text for a formula by, as OWASP lists it.
const BEGIN_FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Rows as the text of a file. No cell is a formula, whatever somebody has called a link.
pub fn sheet_text(rows: &[Vec<SheetCell>], manner: SheetManner) -> String {
    let separator = if manner == SheetManner::Semicolons { ';' } else { ',' };
    let mut text = String::from(MARK);
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push(separator);
            }
            match cell {
                SheetCell::Empty => {}
                SheetCell::Number(number) => text.push_str(&written(*number, manner)),
                SheetCell::Text(words) => text.push_str(&quoted(&harmless(words))),
            }
        }
        text.push_str("\r\n");
    }
    text
}

/// A number without groups; what is none stays empty.
fn written(number: f64, manner: SheetManner) -> String {
    if !number.is_finite() {
        return String::new();
    }
    let plain = (number + 0.0).to_string();
    if manner == SheetManner::Semicolons { plain.replace('.', ",") } else { plain }
}

/// A text that no spreadsheet takes for a formula.
fn harmless(words: &str) -> String {
    if is_like_a_formula(words) { format!("'{words}") } else { words.to_owned() }
}

/// Whether a spreadsheet could take a text for a formula. A space before it does not keep every one from it.
pub(super) fn is_like_a_formula(words: &str) -> bool {
    words.trim_start_matches(' ').starts_with(BEGIN_FORMULAS)
}

fn quoted(words: &str) -> String {
    if words.contains([';', ',', '"', '\n', '\r', '\t']) {
        format!("\"{}\"", words.replace('"', "\"\""))
    } else {
        words.to_owned()
    }
}
