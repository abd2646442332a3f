//! The text of a file that somebody has gathered things in: a chat, a mail, what a form has exported, a workbook too.

use super::letters::decoded;
use super::slip::format_of;
use super::table::workbook_text;
use super::text::MAX_BYTES;
use crate::model::FileFormat;
use crate::model::data::NoText;

/// How mails say that their lines are broken by `=`.
const BROKEN_LINES: &str = "quoted-printable";

/// All text of a file. A workbook's cells stand row by row, each on the line of its row; lines that a mail has broken are
/// whole again.
///
/// # Errors
/// Why there is none.
pub fn any_text(file: &[u8]) -> Result<String, NoText> {
    if file.len() > MAX_BYTES {
        return Err(NoText::TooLarge { most: MAX_BYTES as u64 / 1_000_000 });
    }
    if let Some(text) = workbook_text(file) {
        return text.map_err(NoText::Workbook);
    }
    // What is written in letters has text, whatever else it is: a table, a page, a script.
    let is_written =
        |format| matches!(format, FileFormat::Table | FileFormat::WebPage | FileFormat::Xml | FileFormat::Script);
    if format_of(file).is_some_and(|format| !is_written(format)) {
        return Err(NoText::None);
    }
    let (text, _) = decoded(file).ok_or(NoText::None)?;
    if text.trim().is_empty() {
        return Err(NoText::Empty);
    }
    let is_broken = text.to_ascii_lowercase().contains(BROKEN_LINES);
    Ok(if is_broken { text.replace("=\r\n", "").replace("=\n", "") } else { text })
}
