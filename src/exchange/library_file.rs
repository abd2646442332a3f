//! The file of a whole library: a zip archive with the file of each meeting in it (docs/meeting-file.md). One that comes in
//! may be anything; what it would unpack to is counted before it is believed.

use super::packed::{NotPacked, OpenZip, open_packed, unpacked_size};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Most files in an archive [count]; a library of some hundred journeys is large.
pub const MOST_FILES: usize = 2_000;
/// Longest file in it, and all of them together, unpacked [bytes].
pub const LONGEST_PACKED: u64 = 4_000_000;
const LONGEST_UNPACKED: u64 = 400_000_000;
/// Longest archive as it comes, which lies in memory whole [bytes]; work packs to less than a tenth.
pub const LONGEST_ARCHIVE: u64 = 64_000_000;

/// Why an archive is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoLibrary {
    /// It is no zip archive, or breaks off.
    Damaged,
    /// It holds more files than there can be [count].
    TooMany(usize),
    /// It would unpack to more than there can be.
    TooLarge,
    /// It is locked with a password.
    Locked,
}

/// A file of an archive: its name, and its bytes or why it was left out.
pub type PackedFile = (String, Result<Vec<u8>, NoLibrary>);

/// Whether bytes begin as a zip archive does.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Files as an archive, each with its name. The same files give the same bytes.
///
/// # Errors
/// Where they do not fit into one.
pub fn library_zip(files: &[(String, String)]) -> Result<Vec<u8>, NoLibrary> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in files {
        archive.start_file(name.as_str(), options).map_err(|_| NoLibrary::TooLarge)?;
        archive.write_all(text.as_bytes()).map_err(|_| NoLibrary::TooLarge)?;
    }
    Ok(archive.finish().map_err(|_| NoLibrary::TooLarge)?.into_inner())
}

/// The files of an archive, each unpacked when its turn comes, so that no more than one lies in memory. Folders and what other
/// programs leave there are passed over.
pub struct PackedLibrary<'a> {
    archive: OpenZip<'a>,
    next: usize,
}

/// Opens an archive; what all of it unpacks to has been counted then.
///
/// # Errors
/// Why nothing of it is taken.
pub fn open_library(bytes: &[u8]) -> Result<PackedLibrary<'_>, NoLibrary> {
    if bytes.len() as u64 > LONGEST_ARCHIVE {
        return Err(NoLibrary::TooLarge);
    }
    let mut archive = open_packed(bytes, MOST_FILES).map_err(|why| match why {
        NotPacked::Damaged => NoLibrary::Damaged,
        NotPacked::TooMany(files) => NoLibrary::TooMany(files),
    })?;
    let mut all = 0_u64;
    for at in 0..archive.len() {
        // One that is damaged or locked is told when its turn comes.
        let size = archive.by_index(at).ok().and_then(|entry| unpacked_size(entry, LONGEST_PACKED));
        all += size.unwrap_or(0);
        if all > LONGEST_UNPACKED {
            return Err(NoLibrary::TooLarge);
        }
    }
    if (0..archive.len()).any(|at| archive.by_index_raw(at).and_then(|entry| entry.name().map(|_| ())).is_err()) {
        return Err(NoLibrary::Damaged);
    }
    Ok(PackedLibrary { archive, next: 0 })
}

impl Iterator for PackedLibrary<'_> {
    type Item = PackedFile;

    fn next(&mut self) -> Option<PackedFile> {
        while self.next < self.archive.len() {
            let at = self.next;
            self.next += 1;
            let Ok(entry) = self.archive.by_index_raw(at) else { continue };
            let Ok(name) = entry.name().map(|name| name.into_owned()) else { continue };
            let is_other =
                entry.is_dir() || entry.is_symlink() || name.starts_with("__MACOSX/") || name.ends_with(".DS_Store");
            let is_locked = entry.encrypted();
            drop(entry);
            if is_other {
                continue;
            }
            let file = if is_locked { Err(NoLibrary::Locked) } else { unpacked(&mut self.archive, at) };
            return Some((name, file));
        }
        None
    }
}

/// One file, as far as it may go.
fn unpacked(archive: &mut OpenZip, at: usize) -> Result<Vec<u8>, NoLibrary> {
    let entry = archive.by_index(at).map_err(|_| NoLibrary::Damaged)?;
    let mut bytes = Vec::new();
    entry.take(LONGEST_PACKED + 1).read_to_end(&mut bytes).map_err(|_| NoLibrary::Damaged)?;
    if bytes.len() as u64 > LONGEST_PACKED { Err(NoLibrary::TooLarge) } else { Ok(bytes) }
}
