//! Colours have names, and the names stand in style/tokens.css.

use super::rust::{Kind, pieces};
use super::tree::{File, files};
use super::{Breach, expect_none};

const FUNCTIONS: [&str; 8] = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "oklch(", "oklab("];

/// Whether a text holds a colour as such: `#` with 3, 4, 6 or 8 hexadecimal digits, or a colour function.
fn holds_colour(text: &str) -> bool {
    let hexadecimal = text.match_indices('#').any(|(at, _)| {
        let digits =
            text[at + 1..].chars().take_while(|c| c.is_alphanumeric() || *c == '-' || *c == '_').collect::<String>();
        matches!(digits.len(), 3 | 4 | 6 | 8) && digits.chars().all(|c| c.is_ascii_hexdigit())
    });
    hexadecimal || FUNCTIONS.iter().any(|function| text.contains(function))
}

fn colours(file: &File) -> Vec<Breach> {
    let parts: Vec<(usize, String)> = if file.kind() == "rs" {
        pieces(&file.text).into_iter().filter(|p| p.kind == Kind::Text).map(|p| (p.line, p.text)).collect()
    } else {
        file.lines().map(|(line, text)| (line, text.to_owned())).collect()
    };
    let found = parts.into_iter().filter(|(_, text)| holds_colour(text));
    let breach = |(line, text): (usize, String)| Breach {
        file: file.path.clone(),
        line,
        what: format!("\"{}\" is a colour without a name", text.trim()),
        mend: "Name it in style/tokens.css, for light and dark, and use the name",
    };
    found.map(breach).collect()
}

#[test]
fn colours_stand_only_in_the_tokens() {
    let ours = |file: &&File| {
        (file.is_in("src") && file.kind() == "rs")
            || (file.is_in("style") && file.kind() == "css" && file.path != "style/tokens.css")
    };
    expect_none(files().iter().filter(ours).flat_map(colours).collect());
}

#[test]
fn every_style_sheet_is_part_of_the_page() {
    let files = files();
    let text = |path: &str| files.iter().find(|file| file.path == path).map(|file| file.text.as_str()).expect(path);
    let (list, later, drafts) = (text("style/page.css"), text("style/later.css"), text("build/style.mjs"));
    assert!(
        text("index.html").contains("href=\"target/style/page.css\""),
        "index.html names the sheet that is made of all"
    );
    let is_list = |path: &str| path == "style/page.css" || path == "style/later.css";
    for sheet in files.iter().filter(|file| file.is_in("style") && file.kind() == "css" && !is_list(&file.path)) {
        let name = sheet.path.trim_start_matches("style/");
        let lists = [list, later].iter().filter(|list| list.contains(&format!("@import \"{name}\";"))).count();
        let of_drafts = usize::from(drafts.contains(&format!("names.push(\"{name}\")")));
        assert!(
            lists + of_drafts == 1,
            "{}:1: name this style sheet in style/page.css or, if nobody sees it at first, in style/later.css",
            sheet.path
        );
    }
}

#[test]
fn a_planted_colour_is_found() {
    let lines = |kind: &str, text: &str| {
        let file = File { path: format!("style/x.{kind}"), text: text.into() };
        colours(&file).iter().map(|b| b.line).collect::<Vec<_>>()
    };
    assert_eq!(lines("css", "#splash { color: var(--ink); }\np { color: #FFF; }\nq { color: rgb(0 0 0); }"), [2, 3]);
    assert_eq!(lines("rs", "#[test]\nlet a = \"#c0ffee\"; // #c0ffee\nlet b = \"#journey\";"), [2]);
}
