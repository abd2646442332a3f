//! Zip archives that somebody has made, and that may be anything: how many parts there are is counted before any list of
//! them is made, and what they unpack to before any of it is kept. What an archive says of its own sizes is not believed.

use std::io::{Cursor, Read, sink};
use zip::ZipArchive;
use zip::read::ZipFile;

/// What every entry of an archive's list of contents begins with.
const ENTRY: &[u8] = b"PK\x01\x02";

/// An archive over its bytes.
pub(super) type OpenZip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// No archive can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotPacked {
    Damaged,
    /// It may have as many parts as this, and so long a list of them is not made.
    TooMany(usize),
}

/// Opens an archive of at most so many parts.
pub(super) fn open_packed(bytes: &[u8], most: usize) -> Result<OpenZip<'_>, NotPacked> {
    let parts = bytes.windows(ENTRY.len()).filter(|four| *four == ENTRY).count();
    if parts > most {
        return Err(NotPacked::TooMany(parts));
    }
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| NotPacked::Damaged)
}

/// How much comes out of a part, unpacked once without keeping it [bytes]; one more than `most` where that is more.
/// `None` where it is damaged.
pub(super) fn unpacked_size(part: ZipFile<'_, Cursor<&[u8]>>, most: u64) -> Option<u64> {
    std::io::copy(&mut part.take(most + 1), &mut sink()).ok()
}
