//! Files stay small enough to be read in one go.

use super::tree::files;
use std::io::Write;

const LOOK_FOR_A_SPLIT: usize = 400;
const TOO_LONG: usize = 800;

#[test]
fn no_file_of_code_is_longer_than_800_lines() {
    let code = ["rs", "js", "css"];
    let mut too_long = Vec::new();
    for file in files().iter().filter(|file| code.contains(&file.kind())) {
        let lines = file.text.lines().count();
        if lines > TOO_LONG {
            too_long.push(format!("{}:{TOO_LONG}: {lines} lines. Split it at its seam", file.path));
        } else if lines > LOOK_FOR_A_SPLIT {
            // Written past the capture of test output, so that it is seen although the test passes.
            _ = writeln!(
                std::io::stderr(),
                "{}: {lines} lines; past {LOOK_FOR_A_SPLIT} a split is worth looking for",
                file.path
            );
        }
    }
    assert!(too_long.is_empty(), "{}", too_long.join("\n"));
}
