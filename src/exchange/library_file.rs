//! The file of a whole library: a zip archive with the file of each meeting in it (docs/meeting-file.md). One that comes in
//! may be anything; what it would unpack to is counted before it is believed.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Most files in an archive [count]; a library of some hundred journeys is large.
pub const MOST_FILES: usize = 2_000;
/// Longest file in it, and longest archive, unpacked [bytes].
pub const LONGEST_PACKED: u64 = 4_000_000;
pub const LONGEST_UNPACKED: u64 = 400_000_000;

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

/// The files of an archive, in its order. Folders and what other programs leave there are passed over.
///
/// # Errors
/// Why nothing of it is taken.
pub fn open_library(bytes: &[u8]) -> Result<Vec<PackedFile>, NoLibrary> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NoLibrary::Damaged)?;
    if archive.len() > MOST_FILES {
        return Err(NoLibrary::TooMany(archive.len()));
    }
    let (mut files, mut all) = (Vec::new(), 0_u64);
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at).map_err(|_| NoLibrary::Damaged)?;
        let name = entry.name().map_err(|_| NoLibrary::Damaged)?.into_owned();
        let is_other =
            entry.is_dir() || entry.is_symlink() || name.starts_with("__MACOSX/") || name.ends_with(".DS_Store");
        let is_locked = entry.encrypted();
        drop(entry);
        if is_other {
            continue;
        }
        if is_locked {
            files.push((name, Err(NoLibrary::Locked)));
            continue;
        }
        let unpacked = unpacked(&mut archive, at);
        // What an archive says of its sizes is not to be trusted: what has come out counts.
        all += unpacked.as_ref().map_or(LONGEST_PACKED, |bytes| bytes.len() as u64);
        if all > LONGEST_UNPACKED {
            return Err(NoLibrary::TooLarge);
        }
        files.push((name, unpacked));
    }
    Ok(files)
}

/// One file, as far as it may go.
fn unpacked(archive: &mut ZipArchive<Cursor<&[u8]>>, at: usize) -> Result<Vec<u8>, NoLibrary> {
    let entry = archive.by_index(at).map_err(|_| NoLibrary::Damaged)?;
    let mut bytes = Vec::new();
    entry.take(LONGEST_PACKED + 1).read_to_end(&mut bytes).map_err(|_| NoLibrary::Damaged)?;
    if bytes.len() as u64 > LONGEST_PACKED { Err(NoLibrary::TooLarge) } else { Ok(bytes) }
}
