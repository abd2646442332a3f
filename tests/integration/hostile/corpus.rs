//! What is begun with: files that are kept, and what needs no keeping because it can be made.

use std::fs;
use std::io::{Cursor, Write};
use std::path::PathBuf;

/// A file of this repository.
pub fn file(path: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of a folder in `tests/fixtures`, in the order of their names.
pub fn folder(path: &str) -> Vec<(String, Vec<u8>)> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(path);
    let Ok(entries) = fs::read_dir(&path) else { return Vec::new() };
    let mut names: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    names.sort();
    names
        .iter()
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap()))
        .collect()
}

/// A text as programs of all kinds write it, and as it looks when something has gone wrong on its way.
pub fn odd(text: &str) -> Vec<Vec<u8>> {
    let wide = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("{mark}{text}").encode_utf16().flat_map(bytes).collect()
    };
    let half = &text.as_bytes()[..text.len() / 2];
    let is_narrow = |c: char| u8::try_from(c).unwrap_or(b'?');
    vec![
        text.as_bytes().to_vec(),
        format!("\u{feff}\u{feff}{text}").into_bytes(),
        wide("\u{feff}", u16::to_le_bytes),
        wide("", u16::to_be_bytes),
        text.chars().map(is_narrow).collect(),
        text.replace('\n', "\r\n").into_bytes(),
        half.to_vec(),
        format!("{text}{text}").into_bytes(),
        [half, b"\0\0", &text.as_bytes()[half.len()..]].concat(),
        text.replace(['a', 'e'], "\u{fffd}").into_bytes(),
        b"\0".to_vec(),
        Vec::new(),
    ]
}

/// Bytes packed with gzip.
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// A zip archive of these files.
pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
