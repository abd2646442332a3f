//! A tree as bytes: each value begins with a byte that says what it is.
//!
//! | byte | what follows |
//! | --- | --- |
//! | 0, 1, 2 | nothing: null, no, yes |
//! | 3 | 8 bytes: a number as IEEE 754 has it, lowest byte first |
//! | 4, 5 | a count: that whole number, or as much below zero |
//! | 6 | a byte for how many decimals, a count: a number with decimals |
//! | 7 | the same, below zero |
//! | 8 | a count of bytes, and so many of UTF-8: a text |
//! | 9 | a count: the text that came so manieth, from 0, among those of kind 8 |
//! | 10 | a count of entries, and the entries: a list |
//! | 11 | a count of fields, and for each its name (a text) and its value |
//! | 12, 13 | a text: an object with this one field, `en` or `sv` |
//! | 14 | nothing: `{"grounds": "assumption"}` |
//! | 15, 16, 17 | a count: a number with 1, 2, 3 decimals |
//! | 32-63 | nothing: the whole number from 0 to 31 |
//! | 64-255 | nothing: the text of that place among [`KNOWN`] |
//!
//! A count has seven bits in each byte, the lowest first; the highest bit says that more follow.

use super::known::KNOWN;
use crate::exchange::tree::Tree;
use serde_json::Number;

const TEXT: u8 = 8;
const AGAIN: u8 = 9;
const LIST: u8 = 10;
const OBJECT: u8 = 11;
const ENGLISH: u8 = 12;
const SWEDISH: u8 = 13;
const ASSUMED: u8 = 14;
/// One less than the kind of a number with one decimal.
const DECIMALS: u8 = 14;
const SMALL: u8 = 32;
const WORD: u8 = 64;
/// Whole numbers that need no count.
const SMALL_NUMBERS: u64 = 32;
/// Most decimals that are counted.
const MOST_DECIMALS: u8 = 9;
/// Deepest that lists and objects stand within each other.
const DEEPEST: usize = 24;
/// Whole numbers beyond this are not exact as floats.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A tree as bytes.
pub(super) fn packed(tree: &Tree) -> Vec<u8> {
    let mut packing = Packing { bytes: Vec::new(), said: Vec::new() };
    packing.value(tree);
    packing.bytes
}

/// The tree in bytes; `None` if they are none.
pub(super) fn unpacked(bytes: &[u8]) -> Option<Tree> {
    let mut unpacking = Unpacking { rest: bytes, said: Vec::new() };
    let tree = unpacking.value(DEEPEST)?;
    unpacking.rest.is_empty().then_some(tree)
}

struct Packing<'a> {
    bytes: Vec<u8>,
    said: Vec<&'a str>,
}

impl<'a> Packing<'a> {
    fn value(&mut self, tree: &'a Tree) {
        match tree {
            Tree::Null => self.bytes.push(0),
            Tree::YesNo(yes) => self.bytes.push(if *yes { 2 } else { 1 }),
            Tree::Number(number) => self.number(number),
            Tree::Text(text) => self.text(text),
            Tree::List(entries) => {
                self.bytes.push(LIST);
                self.count(entries.len() as u64);
                entries.iter().for_each(|entry| self.value(entry));
            }
            Tree::Object(fields) => self.object(fields),
        }
    }

    fn object(&mut self, fields: &'a [(String, Tree)]) {
        if let [(name, Tree::Text(text))] = fields {
            let short = match (name.as_str(), text.as_str()) {
                ("grounds", "assumption") => return self.bytes.push(ASSUMED),
                ("en", _) => Some(ENGLISH),
                ("sv", _) => Some(SWEDISH),
                _ => None,
            };
            if let Some(short) = short {
                self.bytes.push(short);
                return self.text(text);
            }
        }
        self.bytes.push(OBJECT);
        self.count(fields.len() as u64);
        for (name, value) in fields {
            self.text(name);
            self.value(value);
        }
    }

    fn text(&mut self, text: &'a str) {
        if let Some(at) = KNOWN.iter().position(|known| *known == text) {
            self.bytes.push(WORD + at as u8);
        } else if let Some(at) = self.said.iter().position(|said| *said == text) {
            self.bytes.push(AGAIN);
            self.count(at as u64);
        } else {
            self.bytes.push(TEXT);
            self.count(text.len() as u64);
            self.bytes.extend(text.bytes());
            self.said.push(text);
        }
    }

    fn number(&mut self, number: &Number) {
        if let Some(whole) = number.as_u64() {
            return self.whole(whole, false);
        }
        if let Some(whole) = number.as_i64() {
            return self.whole(whole.unsigned_abs(), true);
        }
        let float = number.as_f64().unwrap_or(0.0);
        let size = float.abs();
        let is_below = float.is_sign_negative();
        if size == size.trunc() && size < EXACT && !(size == 0.0 && is_below) {
            return self.whole(size as u64, is_below);
        }
        for decimals in 1..=MOST_DECIMALS {
            let scale = 10_f64.powi(decimals.into());
            let counted = (size * scale).round();
            if counted < EXACT && counted / scale == size && !(size == 0.0) {
                match (decimals, is_below) {
                    (1..=3, false) => self.bytes.push(DECIMALS + decimals),
                    _ => self.bytes.extend([if is_below { 7 } else { 6 }, decimals]),
                }
                return self.count(counted as u64);
            }
        }
        self.bytes.push(3);
        self.bytes.extend(float.to_le_bytes());
    }

    fn whole(&mut self, size: u64, is_below: bool) {
        if !is_below && size < SMALL_NUMBERS {
            return self.bytes.push(SMALL + size as u8);
        }
        self.bytes.push(if is_below { 5 } else { 4 });
        self.count(size);
    }

    fn count(&mut self, mut count: u64) {
        while count > 0x7f {
            self.bytes.push(count as u8 & 0x7f | 0x80);
            count >>= 7;
        }
        self.bytes.push(count as u8);
    }
}

struct Unpacking<'a> {
    rest: &'a [u8],
    said: Vec<String>,
}

impl<'a> Unpacking<'a> {
    fn value(&mut self, deepest: usize) -> Option<Tree> {
        let deeper = deepest.checked_sub(1)?;
        let kind = self.byte()?;
        Some(match kind {
            0 => Tree::Null,
            1 => Tree::YesNo(false),
            2 => Tree::YesNo(true),
            3 => Tree::Number(Number::from_f64(f64::from_le_bytes(self.take(8)?.try_into().ok()?))?),
            4 => self.count()?.into(),
            5 => i64::try_from(self.count()?).ok()?.checked_neg()?.into(),
            6 | 7 => {
                let decimals = self.byte().filter(|decimals| *decimals <= MOST_DECIMALS)?;
                let size = self.decimal(decimals)?;
                Tree::from(if kind == 7 { -size } else { size })
            }
            15..=17 => Tree::from(self.decimal(kind - DECIMALS)?),
            LIST => {
                // Each entry has a byte at the least.
                let entries = self.size()?;
                Tree::List((0..entries).map(|_| self.value(deeper)).collect::<Option<_>>()?)
            }
            OBJECT => {
                let fields = self.size()?;
                let field = |_| {
                    let kind = self.byte()?;
                    Some((self.text(kind)?, self.value(deeper)?))
                };
                Tree::Object((0..fields).map(field).collect::<Option<_>>()?)
            }
            ENGLISH | SWEDISH => {
                let kind_of_text = self.byte()?;
                let text = self.text(kind_of_text)?;
                object(if kind == ENGLISH { "en" } else { "sv" }, &text)
            }
            ASSUMED => object("grounds", "assumption"),
            SMALL..WORD => u64::from(kind - SMALL).into(),
            _ => Tree::Text(self.text(kind)?),
        })
    }

    /// A text that begins with this byte.
    fn text(&mut self, kind: u8) -> Option<String> {
        match kind {
            TEXT => {
                let size = self.size()?;
                let text = std::str::from_utf8(self.take(size)?).ok()?.to_owned();
                self.said.push(text.clone());
                Some(text)
            }
            AGAIN => {
                let at = self.count()?;
                self.said.get(usize::try_from(at).ok()?).cloned()
            }
            WORD.. => KNOWN.get(usize::from(kind - WORD)).map(|word| (*word).to_owned()),
            _ => None,
        }
    }

    fn decimal(&mut self, decimals: u8) -> Option<f64> {
        Some(self.count()? as f64 / 10_f64.powi(decimals.into()))
    }

    /// A count of what has a byte each at the least, so that no more is made room for than there can be.
    fn size(&mut self) -> Option<usize> {
        usize::try_from(self.count()?).ok().filter(|size| *size <= self.rest.len())
    }

    fn count(&mut self) -> Option<u64> {
        let mut count = 0_u64;
        for at in 0..10 {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if at == 9 && bits > 1 {
                return None;
            }
            count |= bits << (7 * at);
            if byte & 0x80 == 0 {
                return Some(count);
            }
        }
        None
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn take(&mut self, size: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(size)?;
        self.rest = rest;
        Some(taken)
    }
}

fn object(name: &str, text: &str) -> Tree {
    Tree::Object(vec![(name.to_owned(), text.into())])
}
