//! docs/accessibility.md: every criterion of WCAG 2.2 at levels A and AA is there, and every test that it names.

use super::tree::files;

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

#[test]
fn every_criterion_is_answered_and_every_test_that_is_named_is_there() {
    let files = files();
    let page = files.iter().find(|f| f.path == "docs/accessibility.md").expect("the page is there");
    let tests = files.iter().filter(|f| f.is_in("tests") && (f.kind() == "rs" || f.path.ends_with(".spec.js")));
    let tests: String = tests.map(|f| f.text.as_str()).collect();
    let mut found = Vec::new();
    for line in page.text.lines().filter(|line| line.starts_with("| ")).skip(2) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [criterion, _, how, test] = cells.as_slice() else { panic!("four cells: {line}") };
        assert!(!how.is_empty(), "{line}");
        found.extend(named(criterion));
        let test = test.trim_matches('`');
        let is_there =
            test == "–" || tests.contains(&format!("fn {test}(")) || tests.contains(&format!("test(\"{test}\""));
        assert!(is_there, "{criterion}: no test {test}");
    }
    assert_eq!(found, CRITERIA);
}
