//! Journeys from the command line: a ready one, a file, or standard input.

use super::Failure;
use kedja::app::{Language, Notice};
use kedja::exchange::{MAX_BYTES, READY, check_size, open_journey, ready, text_of};
use kedja::model::{Journey, Problem};
use kedja::words::{notice, problem};
use std::io::{Read, Write};

/// The language of the shell, and its code in the texts of a journey.
pub const LANGUAGE: Language = Language::En;
pub const LANG: &str = "en";

/// Problems in words, one a line.
pub fn in_words(problems: &[Problem]) -> String {
    let mut text = format!("error: {} found", counted(problems.len(), "problem"));
    for one in problems {
        text.push_str("\n  ");
        text.push_str(&problem::line(LANGUAGE, one));
    }
    text
}

/// "1 problem", "2 problems".
pub fn counted(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

/// A ready journey by its name, else the journey of a file.
pub fn journey(name: &str) -> Result<Journey, Failure> {
    match ready(name) {
        Some(found) => Ok(found.journey()),
        None if name != "-" && !std::path::Path::new(name).exists() => Err(unknown(name)),
        None => from_file(name),
    }
}

/// The bytes of a file, or of standard input when it is called -.
pub fn bytes(name: &str) -> Result<Vec<u8>, Failure> {
    let bytes = if name == "-" {
        // One byte more than is read shows that there is too much.
        let mut bytes = Vec::new();
        std::io::stdin().take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map(|_| bytes)
    } else {
        // Too large a file is refused before it is read.
        let size = std::fs::metadata(name).map_or(0, |file| file.len());
        check_size(usize::try_from(size).unwrap_or(usize::MAX))?;
        std::fs::read(name)
    };
    bytes.map_err(|error| Failure(format!("error: {name} could not be read: {error}")))
}

/// The journey of a file, or of standard input when it is called -.
pub fn from_file(name: &str) -> Result<Journey, Failure> {
    let bytes = bytes(name)?;
    let (text, letters) = text_of(&bytes)?;
    if let Some(notice) = Notice::of_letters(letters) {
        // Where nobody reads it, there is nobody to tell.
        let _ = writeln!(std::io::stderr(), "note: {}", notice::said(LANGUAGE, notice));
    }
    Ok(open_journey(text.as_bytes())?)
}

/// The text of a link: the argument itself, or standard input when it is -.
pub fn link_text(argument: &str) -> Result<String, Failure> {
    if argument == "-" { text_from(argument) } else { Ok(argument.to_owned()) }
}

/// The text of a file, or of standard input when it is called -.
pub fn text_from(name: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = if name == "-" {
        std::io::stdin().take(MAX_BYTES as u64).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(name).and_then(|file| file.take(MAX_BYTES as u64).read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure(format!("error: {name} could not be read: {error}")))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Nothing goes by this name.
pub fn unknown(name: &str) -> Failure {
    let names: Vec<&str> = READY.iter().map(|ready| ready.id).collect();
    Failure(format!(
        "error: there is no ready journey and no file called '{name}'\n  Ready journeys: {}. For a file give its path.",
        names.join(", ")
    ))
}
