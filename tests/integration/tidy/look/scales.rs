//! Type and spaces have the sizes of the scales in style/tokens.css, and what is laid out natively knows the same.

use super::super::tree::{File, rust_in};
use super::{Declaration, declarations, style_sheets, tokens};
use kedja::charts::chain::size;

/// Up to here a distance is one of lines, not of the page [px].
const OF_LINES: f64 = 6.0;

/// The lengths of a value in a unit, outside of names.
fn lengths(value: &str, unit: &str) -> Vec<f64> {
    let words = value.split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-'));
    words.filter_map(|word| word.strip_suffix(unit)?.parse().ok()).collect()
}

/// Sizes that no token names.
fn off_the_scale(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    for Declaration { line, property, value, .. } in declarations(file) {
        let is_type = property == "font-size" || property == "font";
        let is_space = ["margin", "padding", "gap", "row-gap", "column-gap"]
            .iter()
            .any(|name| property == *name || property.starts_with(&format!("{name}-")));
        let (rem, px) = (lengths(&value, "rem"), lengths(&value, "px"));
        let wrong = is_type && rem.len() + px.len() > 0
            || is_space && (!rem.is_empty() || px.iter().any(|length| length.abs() > OF_LINES));
        if wrong {
            found.push(format!(
                "{}:{line}: \"{property}: {value}\" is off the scale. Take a size of style/tokens.css, or add one there",
                file.path
            ));
        }
    }
    found
}

#[test]
fn type_and_spaces_are_on_the_scale() {
    let sheets = style_sheets();
    let others = sheets.iter().filter(|file| file.path != "style/tokens.css");
    let found: Vec<String> = others.flat_map(off_the_scale).collect();
    assert!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_chain_is_laid_out_for_the_sizes_in_which_it_is_written() {
    let tokens = tokens();
    let px = |name: &str| tokens.get(name).strip_suffix("px").and_then(|px| px.parse::<f64>().ok());
    assert_eq!(px("drawn-name"), Some(size::NAME));
    assert_eq!(px("drawn-value"), Some(size::VALUE));
}

#[test]
fn the_page_of_the_look_shows_every_token() {
    let shown: String = rust_in("src/ui/styleguide").into_iter().map(|file| file.text).collect();
    let unseen = ["page", "sans", "serif", "size-window"];
    let missing: Vec<String> = tokens()
        .0
        .keys()
        .filter(|name| !unseen.contains(&name.as_str()) && !shown.contains(&format!("\"{name}\"")))
        .cloned()
        .collect();
    assert!(missing.is_empty(), "src/ui/styleguide shows no {missing:?}. Add them to their lists there");
}

#[test]
fn a_planted_size_off_the_scale_is_found() {
    let planted = |text: &str| off_the_scale(&File { path: "style/x.css".into(), text: text.into() }).len();
    assert_eq!(planted("p { font-size: 13px; }\nq { font: 400 1.2rem / 1.2 var(--serif); }"), 2);
    assert_eq!(planted("p { font-size: 0.8em; padding: 0.1em var(--space-2); margin: -1px; }"), 0);
    assert_eq!(planted("p { padding: 0 1.5rem; margin-top: 12px; }"), 2);
    assert_eq!(planted("p { width: 12rem; gap: var(--space-2) 0; }"), 0);
}
