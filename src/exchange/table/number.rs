//! Numbers as people write them: "12 480", "1.234,5", "85 %", "9,7E4", "(3)". Whether a comma or a point stands before the
//! decimals is decided once for a file, from all of its numbers.

use crate::model::data::DecimalSign;

/// A number as it was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReadNumber {
    pub value: f64,
    /// It was written with %: `value` is then the share of one, 0.85 for "85 %".
    pub is_share: bool,
}

/// What the numbers of a file say about its decimal sign.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecimalEvidence {
    /// Numbers that are such only with commas before decimals, and only with points.
    pub commas: usize,
    pub points: usize,
    /// Thousands are set apart by spaces.
    pub spaces: bool,
    /// The first that could be read in both ways.
    pub either: Option<String>,
}

impl DecimalEvidence {
    /// Takes a cell into account.
    pub fn see(&mut self, cell: &str) {
        let Some(bare) = Bare::of(cell) else { return };
        self.spaces |= bare.spaces;
        match (bare.value(DecimalSign::Comma), bare.value(DecimalSign::Point)) {
            (Some(comma), Some(point)) if comma != point => {
                self.either.get_or_insert_with(|| cell.trim().to_owned());
            }
            (Some(_), None) => self.commas += 1,
            (None, Some(_)) => self.points += 1,
            _ => {}
        }
    }

    /// The sign that the numbers need; `None` where it is in doubt.
    pub fn sign(&self) -> Option<DecimalSign> {
        match (self.commas > self.points, self.points > self.commas, &self.either) {
            (true, _, _) => Some(DecimalSign::Comma),
            (_, true, _) => Some(DecimalSign::Point),
            (_, _, None) => Some(DecimalSign::Point),
            // Where spaces part the thousands no other sign does.
            (_, _, Some(example)) if self.spaces => {
                Some(if example.contains(',') { DecimalSign::Comma } else { DecimalSign::Point })
            }
            _ => None,
        }
    }
}

/// The number in a cell.
pub fn read_number(cell: &str, sign: DecimalSign) -> Option<ReadNumber> {
    let bare = Bare::of(cell)?;
    let value = bare.value(sign)?;
    let value = if bare.is_share { value / 100.0 } else { value };
    value
        .is_finite()
        .then_some(ReadNumber { value: if bare.is_negative { -value } else { value }, is_share: bare.is_share })
}

/// Whether it is a number with one sign or the other.
pub fn looks_like_a_figure(cell: &str) -> bool {
    Bare::of(cell).is_some_and(|b| b.value(DecimalSign::Comma).or_else(|| b.value(DecimalSign::Point)).is_some())
}

/// The digits of a number with their signs, and nothing else.
struct Bare {
    digits: String,
    spaces: bool,
    is_share: bool,
    is_negative: bool,
}

/// What may stand beside a number.
const UNITS: [&str; 12] = ["kr", "sek", "eur", "usd", "gbp", "nok", "dkk", "st", "pcs", "€", "$", "£"];

impl Bare {
    fn of(cell: &str) -> Option<Self> {
        let mut text = cell.trim();
        // A quick no for most words.
        if text.len() > 40 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut is_negative = false;
        if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            (text, is_negative) = (inner.trim(), true);
        }
        let lower = text.to_lowercase();
        let mut text = lower.as_str();
        for unit in UNITS {
            text = text.strip_suffix(unit).or_else(|| text.strip_prefix(unit)).unwrap_or(text).trim();
        }
        let is_share = text.ends_with('%');
        let text = text.trim_end_matches('%').trim();
        let text = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
            Some(rest) => {
                is_negative = !is_negative;
                rest
            }
            None => text.strip_prefix('+').unwrap_or(text),
        };
        let is_space = |c: char| c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
        let fits = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | 'e' | '+' | '-') || is_space(c);
        if !text.starts_with(|c: char| c.is_ascii_digit() || c == ',' || c == '.') || !text.chars().all(fits) {
            return None;
        }
        let spaces = text.contains(is_space);
        if spaces
            && !text.split(is_space).skip(1).all(|group| is_group(group.split([',', '.']).next().unwrap_or_default()))
        {
            return None;
        }
        Some(Self { digits: text.chars().filter(|c| !is_space(*c)).collect(), spaces, is_share, is_negative })
    }

    fn value(&self, sign: DecimalSign) -> Option<f64> {
        let (decimal, group) = match sign {
            DecimalSign::Comma => (',', '.'),
            DecimalSign::Point => ('.', ','),
        };
        let (number, exponent) = self.digits.split_once('e').unwrap_or((&self.digits, "0"));
        let (whole, decimals) = match number.split_once(decimal) {
            Some((whole, decimals)) => (whole, decimals),
            None => (number, ""),
        };
        let mut groups = whole.split(group);
        let first = groups.next().unwrap_or_default();
        let has_groups = whole.contains(group);
        let is_right = is_digits(first)
            && groups.all(is_group)
            && is_digits(decimals)
            && !(has_groups && (first.is_empty() || first.len() > 3 || first == "0" || self.spaces))
            && !(first.is_empty() && decimals.is_empty());
        if !is_right {
            return None;
        }
        let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
        format!("{whole}.{decimals}e{exponent}").parse().ok()
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_group(text: &str) -> bool {
    text.len() == 3 && is_digits(text)
}
