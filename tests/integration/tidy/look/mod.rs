//! The look as rules: what can be read on what, how long a movement lasts, and that sizes are those of the scales. All
//! of it is read off the style sheets.

mod contrast;
mod motion;
mod scales;

#[path = "../../../../src/ui/styleguide/contrast.rs"]
mod measure;

use super::tree::{File, files};
use measure::Colour;
use std::collections::BTreeMap;

/// A declaration of a style sheet, with the line where it begins.
#[derive(Clone, Debug, PartialEq)]
struct Declaration {
    file: String,
    line: usize,
    property: String,
    value: String,
}

/// The declarations of a style sheet; comments, selectors and braces fall away.
fn declarations(file: &File) -> Vec<Declaration> {
    let mut found = Vec::new();
    let (mut part, mut begins, mut comment) = (String::new(), 1, false);
    let mut letters = file.text.chars().peekable();
    let mut line = 1;
    while let Some(c) = letters.next() {
        line += usize::from(c == '\n');
        match (comment, c) {
            (true, '*') if letters.peek() == Some(&'/') => {
                letters.next();
                comment = false;
            }
            (true, _) => {}
            (false, '/') if letters.peek() == Some(&'*') => comment = true,
            (false, ';' | '{' | '}') => {
                if let Some((property, value)) = part.split_once(':').filter(|_| c != '{') {
                    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
                    let property = property.trim().to_owned();
                    found.push(Declaration { file: file.path.clone(), line: begins, property, value });
                }
                part.clear();
            }
            (false, c) => {
                if part.trim().is_empty() {
                    begins = line;
                }
                part.push(c);
            }
        }
    }
    found
}

/// The names after `var(` in a value.
fn tokens_in(value: &str) -> impl Iterator<Item = &str> {
    value.split("var(--").skip(1).filter_map(|rest| rest.split([')', ',']).next())
}

fn style_sheets() -> Vec<File> {
    files().into_iter().filter(|file| file.is_in("style") && file.kind() == "css").collect()
}

/// Which colours hold.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Theme {
    Paper,
    Ink,
}

/// A part of one colour [0..1] and the rest of another, both opaque, as `color-mix` does it in oklab.
fn mixed(part: f64, one: Colour, other: Colour) -> Colour {
    let (a, b) = (oklab(one), oklab(other));
    Colour::from_oklab([0, 1, 2].map(|i| a[i] * part + b[i] * (1.0 - part)), 1.0)
}

fn oklab(colour: Colour) -> [f64; 3] {
    let [r, g, b] = colour.linear();
    let l = libm::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    let m = libm::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    let s = libm::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    [
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    ]
}

/// The tokens by their names without dashes; where one is given twice, as it is first.
struct Tokens(BTreeMap<String, String>);

impl Tokens {
    fn of(file: &File) -> Self {
        let mut tokens = BTreeMap::new();
        for Declaration { property, value, .. } in declarations(file) {
            if let Some(name) = property.strip_prefix("--") {
                tokens.entry(name.to_owned()).or_insert(value);
            }
        }
        Self(tokens)
    }

    fn get(&self, name: &str) -> &str {
        self.0.get(name).unwrap_or_else(|| panic!("style/tokens.css has no --{name}"))
    }

    /// The colour of a token in a theme.
    fn colour(&self, name: &str, theme: Theme) -> Colour {
        self.worth(self.get(name), theme).unwrap_or_else(|| panic!("--{name} is no colour that can be read"))
    }

    fn worth(&self, value: &str, theme: Theme) -> Option<Colour> {
        let value = value.trim();
        if let Some(both) = value.strip_prefix("light-dark(") {
            let (paper, ink) = both.strip_suffix(')')?.split_once(',')?;
            return Colour::read(if theme == Theme::Paper { paper } else { ink });
        }
        if let Some(mix) = value.strip_prefix("color-mix(in oklab,") {
            let (first, second) = mix.strip_suffix(')')?.split_once(',')?;
            let (first, part) = first.trim().rsplit_once(' ')?;
            let part = part.strip_suffix('%')?.parse::<f64>().ok()? / 100.0;
            return Some(mixed(part, self.worth(first, theme)?, self.worth(second, theme)?));
        }
        match value.strip_prefix("var(--") {
            Some(name) => Some(self.colour(name.strip_suffix(')')?, theme)),
            None => Colour::read(value),
        }
    }
}

/// The tokens of the page.
fn tokens() -> Tokens {
    let sheets = style_sheets();
    Tokens::of(sheets.iter().find(|file| file.path == "style/tokens.css").expect("the tokens are there"))
}
