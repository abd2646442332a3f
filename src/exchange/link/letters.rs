//! The letters of a link: what stands in an address, and what is left of it when mail, chat and hands have had it.
//!
//! | letters | what they are |
//! | --- | --- |
//! | 1 | `k` |
//! | 1 | the version of the format, `1` |
//! | 3 | how many letters the link has, these included |
//! | 1 | a check of the four before |
//! | 6 | a check sum of all but `k` and itself |
//! | any | the work |
//!
//! All are of `A-Z a-z 0-9 - _`, which nothing takes for the end of a link. A number is written with its highest digit
//! first, in the order of [`ALPHABET`].

use super::checksum::crc32;
use super::fault::LinkFault;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The letters, by their value (RFC 4648, section 5).
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// How a link begins.
const MARK: u8 = b'k';
/// Version of the format that this code writes.
pub const LINK_VERSION: u32 = 1;
/// Letters of the length, of the check sum, and of all before the work.
const LENGTH: usize = 3;
const SUM: usize = 6;
const HEAD: usize = 1 + 1 + LENGTH + 1 + SUM;
/// Most letters that a link can have.
const MOST: usize = 1 << (6 * LENGTH);
/// How often a text is freed of percent signs: some programs write those of others anew.
const PERCENTS: usize = 3;

/// True if a part of an address behind `#` can be a link, or what is left of one.
pub(super) fn is_like_a_link(text: &str) -> bool {
    matches!(text.as_bytes(), [MARK, version, ..] if version.is_ascii_digit())
}

/// Bytes as a link. `None` if they are too many for one.
pub(super) fn link(bytes: &[u8]) -> Option<String> {
    let work = URL_SAFE_NO_PAD.encode(bytes);
    let all = HEAD + work.len();
    if all >= MOST {
        return None;
    }
    let mut head = vec![digit(LINK_VERSION)];
    head.extend(number(all as u64, LENGTH));
    head.push(head_check(&head)?);
    let sum = crc32(head.iter().copied().chain(work.bytes()));
    head.extend(number(u64::from(sum), SUM));
    head.insert(0, MARK);
    Some(String::from_utf8_lossy(&head).into_owned() + &work)
}

/// The bytes of a link, as it came out of mail or chat: a whole address or its end, wrapped, quoted, with percent signs, with
/// more behind it.
///
/// # Errors
/// What has become of it.
pub(super) fn bytes(text: &str) -> Result<Vec<u8>, LinkFault> {
    let letters = letters_of(text);
    let at = |n: usize| letters.get(n).copied();
    if at(0) != Some(MARK) {
        // With its first letter altered the rest is still a link's.
        let is_altered = letters.len() > HEAD && length(&letters).is_some_and(|all| all <= letters.len() + HEAD);
        return Err(if is_altered { LinkFault::Altered } else { LinkFault::NotALink });
    }
    let found = letters.len();
    if found <= 1 + 1 + LENGTH {
        return Err(LinkFault::Incomplete { found, of: None });
    }
    let all = length(&letters).ok_or(LinkFault::Altered)?;
    let version = at(1).map_or(0, |version| u32::from(version.wrapping_sub(b'0')));
    if version != LINK_VERSION {
        return Err(LinkFault::Newer { version });
    }
    let Some(letters) = letters.get(..all) else {
        return Err(LinkFault::Incomplete { found, of: Some(all) });
    };
    let (head, work) = letters.split_at_checked(HEAD).ok_or(LinkFault::Altered)?;
    let (checked, sum) = head.split_at(HEAD - SUM);
    if value(sum) != Some(u64::from(crc32(checked[1..].iter().chain(work).copied()))) {
        return Err(LinkFault::Altered);
    }
    URL_SAFE_NO_PAD.decode(work).map_err(|_| LinkFault::Altered)
}

/// How many letters a link has by what its head says; `None` where the head is altered or cut.
fn length(letters: &[u8]) -> Option<usize> {
    let head = letters.get(1..1 + 1 + LENGTH)?;
    (letters.get(1 + 1 + LENGTH).copied() == head_check(head)).then_some(())?;
    head.first().filter(|version| version.is_ascii_digit())?;
    value(&head[1..]).map(|all| all as usize)
}

/// The letters of a text that a link can have, from where the link begins.
fn letters_of(text: &str) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..PERCENTS {
        bytes = without_percents(&bytes);
    }
    let begins = |at: &[u8]| matches!(at, [b'#', MARK, version] if version.is_ascii_digit());
    let hash = bytes.windows(3).position(begins).or_else(|| bytes.iter().position(|byte| *byte == b'#'));
    let start = hash.map_or(0, |at| at + 1);
    // What is more than any link can have is not looked at.
    bytes.into_iter().skip(start).filter(|byte| place(*byte).is_some()).take(MOST).collect()
}

/// What `%2D` and the like stand for.
fn without_percents(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, others @ ..] = rest {
        rest = others;
        let digits = others.get(..2).filter(|_| *first == b'%').and_then(|two| std::str::from_utf8(two).ok());
        match digits.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                plain.push(byte);
                rest = &others[2..];
            }
            None => plain.push(*first),
        }
    }
    plain
}

/// A check of the version and the length: another letter in one place gives another check, since odd factors lose nothing.
fn head_check(head: &[u8]) -> Option<u8> {
    let sum: Option<usize> = head.iter().zip([1, 3, 5, 7]).map(|(letter, factor)| Some(place(*letter)? * factor)).sum();
    sum.map(|sum| ALPHABET[(sum + 11) % 64])
}

/// The value of a letter; `None` for what no link has.
fn place(letter: u8) -> Option<usize> {
    Some(usize::from(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    }))
}

fn digit(number: u32) -> u8 {
    b'0' + number as u8
}

/// A number in so many letters.
fn number(number: u64, letters: usize) -> impl Iterator<Item = u8> {
    (0..letters).rev().map(move |n| ALPHABET[(number >> (6 * n)) as usize % 64])
}

fn value(letters: &[u8]) -> Option<u64> {
    letters.iter().try_fold(0, |sum, letter| Some(sum << 6 | place(*letter)? as u64))
}
