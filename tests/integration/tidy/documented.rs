//! Every public item of the library says what it is: in its own words, or, for the first of a file, in the file's; a group
//! of constants together. Methods, fields and variants may stay bare where their name says it all, which is why this
//! is no lint of the compiler.

use super::tree::{File, rust_in};
use super::{Breach, expect_none};

const ITEMS: [&str; 8] = ["fn ", "const fn ", "struct ", "enum ", "trait ", "type ", "const ", "static "];

fn undocumented(file: &File) -> Vec<Breach> {
    let mut breaches = Vec::new();
    // Whether a doc comment stands above, with nothing but attributes between; those may go on over lines.
    let (mut documented, mut attribute) = (false, false);
    let mut covered_by_file = file.text.starts_with("//!");
    for (line, text) in file.lines() {
        attribute |= text.starts_with("#[");
        if attribute {
            attribute = !text.trim_end().ends_with(']');
            continue;
        }
        if text.starts_with("///") {
            documented = true;
            continue;
        }
        let item = text.strip_prefix("pub ").filter(|rest| ITEMS.iter().any(|item| rest.starts_with(item)));
        if item.is_some() && !documented && !covered_by_file {
            breaches.push(Breach {
                file: file.path.clone(),
                line,
                what: format!("\"{}\" does not say what it is", text.trim_end_matches('{').trim_end()),
                mend: "Write it above in ///: what it is, its unit and range, what can go wrong",
            });
        }
        covered_by_file &= item.is_none();
        documented &= item.is_some_and(|rest| rest.starts_with("const ") && rest.ends_with(';'));
    }
    breaches
}

#[test]
fn every_public_item_says_what_it_is() {
    // In the shell such comments are its help (clap prints them), so there they stand where a reader of it needs them.
    expect_none(rust_in("src").iter().filter(|file| !file.is_in("src/bin")).flat_map(undocumented).collect());
}

#[test]
fn a_planted_bare_item_is_found() {
    let lines = |text: &str| {
        undocumented(&File { path: "src/x.rs".into(), text: text.into() }).iter().map(|b| b.line).collect::<Vec<_>>()
    };
    assert_eq!(lines("/// A.\n#[derive(\n    Clone,\n)]\npub struct A;\n\npub fn b() {}\n"), [7]);
    assert_eq!(lines("//! All about A.\n\npub use b::C;\npub struct A {\n    pub d: u8,\n}\npub fn e() {}"), [7]);
    assert_eq!(lines("/// Bounds.\npub const F: u8 = 1;\npub const G: u8 = 1;\n\npub const H: u8 = 1;"), [5]);
}
