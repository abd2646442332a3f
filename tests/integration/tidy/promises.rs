//! What the documents promise is held by tests: every test that a table of theirs names is there. docs/accessibility.md
//! answers every criterion of WCAG 2.2 at levels A and AA.

use super::tree::{File, files};

/// The criteria at levels A and AA, without 4.1.1, which was taken out.
const CRITERIA: [&str; 55] = [
    "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5", "1.4.1",
    "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.1.1", "2.1.2", "2.1.4", "2.2.1",
    "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.4.5", "2.4.6", "2.4.7", "2.4.11", "2.5.1", "2.5.2",
    "2.5.3", "2.5.4", "2.5.7", "2.5.8", "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.6", "3.3.1",
    "3.3.2", "3.3.3", "3.3.4", "3.3.7", "3.3.8", "4.1.2", "4.1.3",
];

/// The criteria that a first cell names: one, several with commas, or a run such as `1.2.1–1.2.5`.
fn named(cell: &str) -> Vec<String> {
    if let Some((first, last)) = cell.split_once('–') {
        let at = |one: &str| CRITERIA.iter().position(|criterion| *criterion == one);
        let (Some(first), Some(last)) = (at(first), at(last)) else { return vec![cell.to_owned()] };
        return CRITERIA[first..=last].iter().map(|one| (*one).to_owned()).collect();
    }
    cell.split(", ").map(str::to_owned).collect()
}

/// The rows of the tables of a document whose last column is headed so, cell by cell.
fn rows<'a>(page: &'a File, last: &str) -> Vec<Vec<&'a str>> {
    let mut rows = Vec::new();
    let mut is_within = false;
    for line in page.text.lines() {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(|cell| cell.trim_matches(['|', ' '])).collect();
        if !line.starts_with("| ") {
            is_within = false;
        } else if cells.last() == Some(&last) {
            is_within = true;
        } else if is_within && !line.starts_with("| ---") {
            rows.push(cells);
        }
    }
    rows
}

/// The tests of a cell that are not there; a dash names none.
fn missing(tests: &str, cell: &str) -> Vec<String> {
    let named = cell.split('`').skip(1).step_by(2);
    let is_there = |test: &&str| tests.contains(&format!("fn {test}(")) || tests.contains(&format!("test(\"{test}\""));
    assert!(cell == "–" || cell.contains('`'), "no test and no dash: {cell}");
    named.filter(|test| !is_there(test)).map(str::to_owned).collect()
}

fn document(path: &str) -> File {
    files().into_iter().find(|f| f.path == path).unwrap_or_else(|| panic!("{path} is there"))
}

fn tests() -> String {
    let tests = files().into_iter().filter(|f| f.is_in("tests") && (f.kind() == "rs" || f.path.ends_with(".spec.js")));
    tests.map(|f| f.text).collect()
}

#[test]
fn every_criterion_is_answered_and_every_test_that_is_named_is_there() {
    let (page, tests) = (document("docs/accessibility.md"), tests());
    let mut found = Vec::new();
    for row in rows(&page, "shown by the test") {
        let [criterion, _, how, test] = row.as_slice() else { panic!("four cells: {row:?}") };
        assert!(!how.is_empty(), "{row:?}");
        found.extend(named(criterion));
        assert_eq!(missing(&tests, test), [] as [String; 0], "{criterion}");
    }
    assert_eq!(found, CRITERIA);
}

#[test]
fn every_promise_is_held_by_tests_that_are_there() {
    let (page, tests) = (document("docs/evidence.md"), tests());
    let rows = rows(&page, "held by");
    assert!(rows.len() >= 4, "what is promised stands in a table");
    for row in rows {
        assert_eq!(missing(&tests, row[row.len() - 1]), [] as [String; 0], "{row:?}");
    }
}
