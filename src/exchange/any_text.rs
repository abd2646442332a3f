//! The text of a file that somebody has gathered things in: a chat, a mail, what a form has exported, a workbook too.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::letters::decoded;
use super::slip::format_of;
use super::table::workbook_text;
use super::text::MAX_BYTES;
use crate::model::FileFormat;
use crate::model::data::NoText;

/// How mails say that their lines are broken by `=`.
const BROKEN_LINES: &str = "quoted-printable";

/// How mails say that what follows is written in 64 letters: the name and value of a line of a part's head, in small letters.
const IN_64_LETTERS: (&str, &str) = ("content-transfer-encoding", "base64");

/// All text of a file. A workbook's cells stand row by row, each on the line of its row; lines that a mail has broken are
/// whole again, and what it carries in 64 letters is read where it stands, if it is text.
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
    if format_of(file).is_some_and(|format| !is_written(format)) {
        return Err(NoText::None);
    }
    let (text, _) = decoded(file).ok_or(NoText::None)?;
    if text.trim().is_empty() {
        return Err(NoText::Empty);
    }
    let text = unfolded(text);
    let is_broken = text.to_ascii_lowercase().contains(BROKEN_LINES);
    Ok(if is_broken { text.replace("=\r\n", "").replace("=\n", "") } else { text })
}

/// What is written in letters has text, whatever else it is: a table, a page, a script.
fn is_written(format: FileFormat) -> bool {
    matches!(format, FileFormat::Table | FileFormat::WebPage | FileFormat::Xml | FileFormat::Script)
}

/// A text in which every part of a mail that is written in 64 letters stands as what it says. Parts that are no text stay
/// as they are: pictures, files.
fn unfolded(text: String) -> String {
    let says_so = |line: &str| {
        line.split_once(':').is_some_and(|(name, value)| {
            name.eq_ignore_ascii_case(IN_64_LETTERS.0) && value.trim().eq_ignore_ascii_case(IN_64_LETTERS.1)
        })
    };
    if !text.lines().any(says_so) {
        return text;
    }
    let mut whole = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        whole.push_str(line);
        whole.push('\n');
        if !says_so(line) {
            continue;
        }
        // The rest of the part's head, up to the empty line that ends it.
        for head in lines.by_ref() {
            whole.push_str(head);
            whole.push('\n');
            if head.is_empty() {
                break;
            }
        }
        let mut part = String::new();
        while let Some(line) = lines.next_if(|line| !line.is_empty() && !line.starts_with("--")) {
            part.push_str(line.trim());
        }
        let bytes = STANDARD.decode(&part).ok().filter(|bytes| format_of(bytes).is_none_or(is_written));
        match bytes.and_then(|bytes| decoded(&bytes)) {
            Some((said, _)) => whole.push_str(&said),
            None => whole.push_str(&part),
        }
        whole.push('\n');
    }
    whole
}
