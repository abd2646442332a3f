//! Nothing unfinished, nothing switched off, nothing that only one machine knows.

use super::tree::{File, files};
use super::{Breach, expect_none};

/// Written in two halves, so that this file is not its own breach.
const UNFINISHED: [[&str; 2]; 11] = [
    ["todo", "!("],
    ["unimplemented", "!("],
    ["dbg", "!("],
    ["#[ig", "nore"],
    ["test.", "skip"],
    ["test.", "only"],
    ["test.", "fixme"],
    ["describe.", "skip"],
    ["describe.", "only"],
    ["TO", "DO"],
    ["FIX", "ME"],
];

const HOMES: [[&str; 2]; 3] = [["/ho", "me/"], ["/ro", "ot/"], ["/Us", "ers/"]];

fn lines_with(file: &File, patterns: &[String], what: &str, mend: &'static str) -> Vec<Breach> {
    let held = |line: &str| patterns.iter().find(|pattern| line.contains(pattern.as_str())).cloned();
    let found = file.lines().filter_map(|(line, text)| held(text).map(|pattern| (line, pattern)));
    found
        .map(|(line, pattern)| Breach { file: file.path.clone(), line, what: format!("\"{pattern}\" {what}"), mend })
        .collect()
}

fn unfinished(file: &File) -> Vec<Breach> {
    let patterns = UNFINISHED.map(|halves| halves.concat());
    lines_with(file, &patterns, "is unfinished work, or a test switched off", "Finish it, or take it out")
}

fn places_of_one_machine(file: &File) -> Vec<Breach> {
    let mut patterns: Vec<String> = HOMES.iter().map(|halves| halves.concat()).collect();
    let here = env!("CARGO_MANIFEST_DIR");
    patterns.push(here.to_owned());
    // The folder above, unless it is a name like any other.
    patterns.extend(here.rsplit_once('/').filter(|(above, _)| above.len() > 4).map(|(above, _)| format!("{above}/")));
    lines_with(file, &patterns, "is a place that only one machine has", "Name it from the top of the repository")
}

#[test]
fn nothing_is_unfinished_or_switched_off() {
    let code = ["rs", "js", "css", "html", "toml", "json"];
    expect_none(files().iter().filter(|file| code.contains(&file.kind())).flat_map(unfinished).collect());
}

#[test]
fn no_file_names_a_place_of_one_machine() {
    expect_none(files().iter().flat_map(places_of_one_machine).collect());
}

#[test]
fn a_planted_leftover_is_found() {
    let planted = |text: String| File { path: "src/x.rs".into(), text };
    for halves in UNFINISHED {
        assert_eq!(unfinished(&planted(format!("a\n  {}x", halves.concat()))).len(), 1, "{halves:?}");
    }
    assert_eq!(places_of_one_machine(&planted(format!("see {}anna/notes", HOMES[0].concat()))).len(), 1);
    assert_eq!(places_of_one_machine(&planted("see /usr/bin".into())), []);
}
