//! What a file is that is no JSON, and what somebody has written who meant JSON.

use crate::model::{Code, FileFormat, Slip, number_of};

/// Deepest that brackets stand within brackets in what can be read.
const DEEPEST: usize = 127;
/// How much of what stands there is told [letters].
const SHOWN: usize = 24;

/// The kind of a file that begins as no journey file does; `None` if it may be one.
pub(super) fn format_of(file: &[u8]) -> Option<FileFormat> {
    let has = |part: &[u8]| file.windows(part.len()).any(|window| window == part);
    match file {
        [b'P', b'K', 3, 4, ..] if has(b"word/") => return Some(FileFormat::Word),
        [b'P', b'K', 3, 4, ..] if has(b"xl/") => return Some(FileFormat::Excel),
        [b'P', b'K', 3, 4, ..] | [0x1f, 0x8b, ..] => return Some(FileFormat::Zip),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Some(FileFormat::OldOffice),
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] | [b'G', b'I', b'F', b'8', ..] => {
            return Some(FileFormat::Picture);
        }
        _ => {}
    }
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let start = file.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    let head = file.get(start..file.len().min(start + 200)).unwrap_or_default();
    let begins = |word: &str| head.get(..word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes()));
    let any = |words: &[&str]| words.iter().any(|word| begins(word));
    match head.first()? {
        b'%' if begins("%pdf") => Some(FileFormat::Pdf),
        b'{' if begins("{\\rtf") => Some(FileFormat::RichText),
        b'<' if any(&["<!doctype html", "<html"]) => Some(FileFormat::WebPage),
        b'<' => Some(FileFormat::Xml),
        _ if any(&["const ", "var ", "let ", "export ", "module.exports", "window.", "import "]) => {
            Some(FileFormat::Script)
        }
        b'{' | b'[' | b'"' | b'/' | b'#' | b'\'' => None,
        _ => is_table(head).then_some(FileFormat::Table),
    }
}

/// True if the first line has words between separators.
fn is_table(head: &[u8]) -> bool {
    let line = head.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    if head.contains(&0) || head.starts_with(&[0xff]) || head.starts_with(&[0xfe]) {
        return false;
    }
    let count = |separator: u8| line.iter().filter(|byte| **byte == separator).count();
    line.len() < head.len() && b",;\t".iter().any(|separator| count(*separator) > 0)
}

/// Why a text cannot be read from a place on (a line and a byte of that line, both from 1).
/// `ends` is whether it is because it ends there.
pub(super) fn slip_at(text: &str, line: usize, column: usize, ends: bool) -> Code {
    if ends {
        let (line, column) = place(text, text.trim_end().len());
        return Code::Slip { line, column, found: String::new(), slip: Slip::CutOff };
    }
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (before + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let Some((slip, from, found)) = slip(text, at) else { return Code::BadJson { line, column } };
    let (line, column) = place(text, from);
    Code::Slip { line, column, found: found.chars().take(SHOWN).collect(), slip }
}

/// The line and the letter of that line where a byte stands, both from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// What is wrong at a byte, where it begins, and what stands there.
fn slip(text: &str, at: usize) -> Option<(Slip, usize, &str)> {
    let (is_in_text, depth) = state(&text[..at]);
    let (before, rest) = text.split_at(at);
    if depth >= DEEPEST {
        return Some((Slip::TooDeep, at, ""));
    }
    if let Some(from) = half_letter(before) {
        return Some((Slip::HalfLetter, from, before.get(from..).unwrap_or_default()));
    }
    let here = rest.chars().next()?;
    if is_in_text {
        return in_text(before, at, here);
    }
    let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '+' | '-' | '.' | '$');
    let start = before.trim_end_matches(is_of_word).len();
    let end = at + rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
    let word = &text[start..end];
    let lead = text[..start].trim_end();
    let plain = word.trim_start_matches(['-', '+']);
    let is_digit = |c: char| c.is_ascii_digit();
    let slip = match here {
        ']' | '}' if lead.ends_with(',') => return Some((Slip::TrailingComma, lead.len() - 1, ",")),
        '“' | '”' | '„' | '‘' | '’' | '«' | '»' => {
            return Some((Slip::CurlyQuote, at, &rest[..here.len_utf8()]));
        }
        '\'' => return Some((Slip::SingleQuote, at, "'")),
        '#' => return Some((Slip::Comment, at, "#")),
        '/' if rest.starts_with("//") || rest.starts_with("/*") => return Some((Slip::Comment, at, &rest[..2])),
        _ if depth == 0 && !lead.is_empty() => return Some((Slip::SecondPart, at, "")),
        '"' | '{' | '[' if !lead.ends_with([',', ':', '[', '{']) => return Some((Slip::MissingComma, lead.len(), "")),
        _ if ["nan", "inf", "infinity"].iter().any(|odd| plain.eq_ignore_ascii_case(odd)) => Slip::NotANumber,
        _ if plain.starts_with("0x") || plain.starts_with("0X") => Slip::HexNumber,
        _ if is_digit(here) && text[..start].ends_with(',') && text[..start - 1].ends_with(is_digit) => {
            let from = text[..start - 1].trim_end_matches(is_digit).len();
            return Some((Slip::DecimalComma, from, &text[from..end]));
        }
        _ if word.starts_with('+') && plain.starts_with(is_digit) => Slip::LeadingPlus,
        _ if plain.starts_with('.') || (plain.ends_with('.') && plain.starts_with(is_digit)) => Slip::BarePoint,
        _ if is_number(word) && number_of(word).is_none() => Slip::HugeNumber,
        _ if plain.starts_with(char::is_alphabetic) => Slip::BareWord,
        _ => return None,
    };
    Some((slip, start, word))
}

/// Whether this is written as a number is, however large.
fn is_number(word: &str) -> bool {
    let is_whole = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (digits, power) = word.split_once(['e', 'E']).unwrap_or((word, "0"));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    is_whole(whole.strip_prefix('-').unwrap_or(whole))
        && is_whole(decimals)
        && is_whole(power.strip_prefix(['+', '-']).unwrap_or(power))
}

/// What is wrong within a text.
fn in_text(before: &str, at: usize, here: char) -> Option<(Slip, usize, &str)> {
    if here.is_control() || before.ends_with(char::is_control) {
        return Some((Slip::LineBreak, before.trim_end_matches(char::is_control).len(), ""));
    }
    before.ends_with('\\').then_some((Slip::BadEscape, at - 1, "\\"))
}

/// Where half of a letter begins that stands at the end of a text.
fn half_letter(before: &str) -> Option<usize> {
    let tail = before.len() - before.chars().rev().take(12).map(char::len_utf8).sum::<usize>();
    let from = tail + before[tail..].to_ascii_lowercase().rfind("\\ud")?;
    let is_half = before.as_bytes().get(from + 3).is_some_and(|digit| b"89abcdefABCDEF".contains(digit));
    is_half.then_some(from)
}

/// Whether a text that begins as JSON ends within a text of it, and within how many brackets.
fn state(text: &str) -> (bool, usize) {
    let (mut in_text, mut is_escaped, mut depth) = (false, false, 0_usize);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_text => is_escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    (in_text, depth)
}
