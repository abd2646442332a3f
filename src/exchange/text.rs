//! The text of a file: from its bytes to a tree of JSON.

use super::problems::of_whole_file;
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

/// The JSON in the bytes of a file.
pub(super) fn parse(file: &[u8]) -> Result<Tree, Vec<Problem>> {
    check_size(file.len())?;
    let text = std::str::from_utf8(file).map_err(|_| of_whole_file(Code::NotText))?;
    serde_json::from_str(bare(text))
        .map_err(|error| of_whole_file(Code::BadJson { line: error.line(), column: error.column() }))
}

/// Some editors begin a file with a mark that is no JSON.
fn bare(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
