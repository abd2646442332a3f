//! docs/claims.md: each of the forty claims has a lesson or a place where it is seen, and a test that shows it.

use super::lessons;
use kedja::app::Route;
use std::path::Path;

/// Every test of the project by its name: functions, and the titles of specs.
fn tests() -> String {
    fn read(folder: &Path, all: &mut String) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && name != "node_modules" {
                read(&path, all);
            } else if name.ends_with(".rs") || name.ends_with(".spec.js") {
                all.push_str(&std::fs::read_to_string(&path).unwrap_or_default());
            }
        }
    }
    let mut all = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"), &mut all);
    all
}

struct Row {
    claim: u16,
    seen: Vec<String>,
    test: String,
}

fn rows() -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/claims.md");
    let text = std::fs::read_to_string(path).expect("the page of claims is there");
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [claim, _, seen, test] = cells.as_slice() else { return None };
        Some(Row {
            claim: claim.trim().parse().ok()?,
            seen: seen.split(", ").map(str::to_owned).collect(),
            test: test.trim_end_matches('|').trim().trim_matches('`').to_owned(),
        })
    };
    text.lines().filter_map(row).collect()
}

#[test]
fn each_of_the_forty_claims_is_seen_somewhere_and_shown_by_a_test() {
    let (lessons, tests, rows) = (lessons(), tests(), rows());
    assert_eq!(rows.iter().map(|row| row.claim).collect::<Vec<_>>(), (1..=40).collect::<Vec<_>>());
    for row in &rows {
        for seen in &row.seen {
            if seen.starts_with('#') {
                let route = Route::parse(seen).expect("it names a place");
                assert_eq!(route.address(), *seen, "claim {}", row.claim);
            } else {
                let lesson = lessons.iter().find(|lesson| lesson.id == *seen);
                let lesson = lesson.unwrap_or_else(|| panic!("claim {}: there is no lesson {seen}", row.claim));
                assert!(lesson.claims.contains(&row.claim), "{seen} does not name claim {}", row.claim);
            }
        }
        let (function, title) = (format!("fn {}(", row.test), format!("test(\"{}\"", row.test));
        assert!(tests.contains(&function) || tests.contains(&title), "claim {}: no test {}", row.claim, row.test);
    }
    for lesson in &lessons {
        for claim in &lesson.claims {
            let row = rows.iter().find(|row| row.claim == *claim).expect("a lesson names one of the forty");
            assert!(row.seen.contains(&lesson.id), "the table does not name {} for claim {claim}", lesson.id);
        }
    }
}
