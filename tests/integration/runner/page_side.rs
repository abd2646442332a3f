//! What the page's module links of the runner reaches no engine and no study: it holds what was lived as bytes.

use std::fs;
use std::path::{Path, PathBuf};

/// What lives, adds up, reads or explains; only workers and the shell do that.
const OF_WORKERS: [&str; 11] = [
    "Cohort",
    "CompiledTrial",
    "LivedRounds",
    "NeedsTrials",
    "World",
    "executor",
    "in_process",
    "threads",
    "live_",
    ".read()",
    ".ask(",
];

/// What is asked may be read, to check it: nobody has lived in it yet.
const ASKED: &str = "Option<Trial>";

/// The lines of code in which something stands that only workers may do.
fn breaches(code: &str) -> Vec<&str> {
    let lines = code.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    lines
        .filter(|line| !line.contains(ASKED))
        .filter(|line| OF_WORKERS.iter().any(|word| line.contains(word)))
        .collect()
}

fn of_page() -> Vec<PathBuf> {
    let runner = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/runner");
    let scheduler = fs::read_dir(runner.join("scheduler")).unwrap().map(|entry| entry.unwrap().path());
    scheduler.chain(["protocol.rs", "events.rs", "browser/pool.rs"].map(|file| runner.join(file))).collect()
}

#[test]
fn the_pages_side_neither_lives_nor_reads_what_was_lived() {
    let files = of_page();
    assert!(files.len() >= 7, "{files:?}");
    for file in files {
        let code = fs::read_to_string(&file).unwrap();
        assert_eq!(breaches(&code), [""; 0], "{}: leave it to src/runner/executor.rs", file.display());
    }
}

#[test]
fn a_planted_breach_is_found() {
    assert_eq!(breaches("// Cohort\nlet tally = part.read()?;\nfn a() {}"), ["let tally = part.read()?;"]);
    assert_eq!(breaches("use crate::analysis::Cohort;"), ["use crate::analysis::Cohort;"]);
}
