//! The text of a file: from its bytes to a tree of JSON.

use super::letters::{Letters, decoded};
use super::problems::of_whole_file;
use super::slip::{format_of, slip_at};
use super::tree::Tree;
use crate::model::{Code, Problem};

/// Longest file that is read [bytes]. The largest journey within the bounds is far below.
pub const MAX_BYTES: usize = 4_000_000;

/// Says whether a file is small enough to be read at all, by its size [bytes].
///
/// # Errors
/// The problem that it is too large.
pub fn check_size(bytes: usize) -> Result<(), Vec<Problem>> {
    if bytes <= MAX_BYTES {
        return Ok(());
    }
    let megabytes = |bytes: usize| (bytes as f64 / 1e5).ceil() / 10.0;
    Err(of_whole_file(Code::FileTooLarge { size: megabytes(bytes), most: megabytes(MAX_BYTES) }))
}

/// The text in the bytes of a file, whatever it is written in, and how its letters were found.
///
/// # Errors
/// What the file is instead.
pub fn text_of(file: &[u8]) -> Result<(String, Letters), Vec<Problem>> {
    check_size(file.len())?;
    if let Some(format) = format_of(file) {
        return Err(of_whole_file(Code::OtherFormat { format }));
    }
    let (text, letters) = decoded(file).ok_or_else(|| of_whole_file(Code::NotText))?;
    // Some editors begin a file with a mark that is no JSON, some with two.
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(of_whole_file(Code::EmptyFile));
    }
    Ok((text.to_owned(), letters))
}

/// The JSON in the bytes of a file.
pub(super) fn parse(file: &[u8]) -> Result<Tree, Vec<Problem>> {
    let (text, _) = text_of(file)?;
    serde_json::from_str(&text)
        .map_err(|error| of_whole_file(slip_at(&text, error.line(), error.column(), error.is_eof())))
}
