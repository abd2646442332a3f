//! A public type has its name for itself: whoever reads it needs no alias and no second look.

use super::tree::{File, rust_in};
use super::{Breach, expect_none};
use std::collections::BTreeMap;

/// Names that still stand for more than one type. Only ever gets shorter: what has a name of its own must be taken off.
const KNOWN: &[&str] = &[];

const TYPES: [&str; 5] = ["struct ", "enum ", "trait ", "type ", "union "];

/// The public types of a file, each with its line.
fn public_types(file: &File) -> Vec<(usize, String)> {
    let mut types = Vec::new();
    for (line, text) in file.lines() {
        let Some(rest) = text.strip_prefix("pub") else { continue };
        let rest = if rest.starts_with('(') { rest.split_once(')').map_or("", |(_, rest)| rest) } else { rest };
        let rest = rest.trim_start();
        if let Some(name) = TYPES.iter().find_map(|kind| rest.strip_prefix(kind)) {
            types.push((line, name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()));
        }
    }
    types
}

fn breaches(files: &[File], known: &[&str]) -> Vec<Breach> {
    let mut places: BTreeMap<String, Vec<(&str, usize)>> = BTreeMap::new();
    for file in files.iter().filter(|file| !file.is_in("src/bin")) {
        for (line, name) in public_types(file) {
            places.entry(name).or_default().push((&file.path, line));
        }
    }
    places.retain(|_, places| places.len() > 1);
    let mut breaches = Vec::new();
    for (name, places) in places.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
        let (file, line) = places[0];
        let others: Vec<String> = places[1..].iter().map(|(file, line)| format!("{file}:{line}")).collect();
        breaches.push(Breach {
            file: file.into(),
            line,
            what: format!("{name} also stands for another type ({})", others.join(", ")),
            mend: "Give one of them a name that says what it is in its own place",
        });
    }
    for name in known.iter().filter(|name| !places.contains_key(**name)) {
        breaches.push(Breach {
            file: file!().into(),
            line: 1,
            what: format!("{name} stands for one type at most"),
            mend: "Take it off the list",
        });
    }
    breaches
}

#[test]
fn no_two_public_types_have_one_name() {
    expect_none(breaches(&rust_in("src"), KNOWN));
}

#[test]
fn a_planted_second_type_is_found() {
    let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
    let files = [
        file("src/a/x.rs", "/// A.\npub struct Way<'a> {\n    pub way: u8,\n}\nstruct Own;\npub type Path = u8;"),
        file("src/a/y.rs", "\npub(super) enum Way {}\nstruct Own;"),
        file("src/bin/z.rs", "pub struct Path;"),
    ];
    let lines = |known: &[&str]| breaches(&files, known).iter().map(|b| (b.file.clone(), b.line)).collect::<Vec<_>>();
    assert_eq!(lines(&[]), [("src/a/x.rs".to_owned(), 2)]);
    assert_eq!(lines(&["Way"]), []);
    assert_eq!(lines(&["Way", "Path"]).len(), 1);
}
