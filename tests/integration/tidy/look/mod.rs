//! The look as rules: what can be read on what, how long a movement lasts, and that sizes are those of the scales. All
//! of it is read off the style sheets.

mod contrast;
mod motion;
mod scales;

#[path = "../../../../src/ui/style/contrast.rs"]
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
            return Some(self.worth(first, theme)?.mixed(part, self.worth(second, theme)?));
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
