//! Letters out of bytes: UTF-8, UTF-16, and the ways of writing that older programs have, as far as they can be told
//! apart by the letters that come of them.

use serde::{Deserialize, Serialize};

/// How the letters of a file were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Letters {
    /// As the file says, or can be told for certain.
    Sure,
    /// By what makes words of them.
    Guessed(OldWriting),
    /// Some of them were lost before the file came here (`\u{fffd}`).
    Lost,
    /// Some of them were taken for others before the file came here: "Ã¶" where an "ö" was.
    Mangled,
}

/// A way of writing letters as single bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OldWriting {
    #[default]
    Windows1252,
    Latin9,
    Cp850,
    MacRoman,
}

impl OldWriting {
    const ALL: [Self; 4] = [Self::Windows1252, Self::Latin9, Self::Cp850, Self::MacRoman];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Windows1252 => "Windows-1252",
            Self::Latin9 => "Latin-9",
            Self::Cp850 => "CP850",
            Self::MacRoman => "Mac Roman",
        }
    }

    /// The letters of the bytes from 0x80 on, as the Unicode consortium's tables have them; a space where there is none.
    fn letters(self) -> &'static str {
        match self {
            Self::Windows1252 => {
                "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
            }
            Self::Latin9 => {
                "                                \u{a0}¡¢£€¥Š§š©ª«¬\u{ad}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
            }
            Self::Cp850 => {
                "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}"
            }
            Self::MacRoman => {
                "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
            }
        }
    }

    /// The letter that each byte is in this way of writing.
    fn letter(self) -> impl Fn(u8) -> char {
        let letters: Vec<char> = self.letters().chars().collect();
        move |byte| match byte.checked_sub(0x80) {
            None => char::from(byte),
            Some(high) => letters.get(usize::from(high)).copied().unwrap_or(' '),
        }
    }

    /// The letters that the bytes are in this way of writing.
    pub(super) fn read(self, bytes: &[u8]) -> String {
        let letter = self.letter();
        bytes.iter().map(|byte| letter(*byte)).collect()
    }

    /// The way in which bytes that are no UTF-8 make words; `None` where they do in none.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let best = Self::ALL.into_iter().map(|way| (way.sense(bytes), way));
        // Of two that make the same of it, the first: it is the more common.
        let best = best.reduce(|best, other| if other.0 > best.0 { other } else { best });
        best.filter(|(sense, _)| *sense > 0).map(|(_, way)| way)
    }

    /// How much like words the letters are that come of the bytes beyond ASCII. Nothing is copied: a file may be large.
    fn sense(self, bytes: &[u8]) -> i64 {
        let letter = self.letter();
        let is_word =
            |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|byte| letter(*byte).is_alphabetic());
        let sense = |(at, byte): (usize, &u8)| match letter(*byte) {
            c if c.is_ascii() && *byte < 0x80 => 0,
            '’' => 2,
            'å' | 'ä' | 'ö' | 'é' | 'ü' | 'Å' | 'Ä' | 'Ö' | 'É' | 'Ü' => 4,
            // Inside of a word only letters stand.
            c if is_word(at.checked_sub(1)) && is_word(Some(at + 1)) => {
                if c.is_lowercase() {
                    1
                } else {
                    -4
                }
            }
            '€' | '–' | '“' | '”' | '„' | '…' | '«' | '»' | '\u{a0}' | '§' | '°' => 2,
            c if c.is_alphabetic() => 0,
            ' ' => -8,
            _ => -2,
        };
        bytes.iter().enumerate().map(sense).sum()
    }
}

/// The text in bytes; `None` where they are text in no way that is known here.
pub(super) fn decoded(bytes: &[u8]) -> Option<(String, Letters)> {
    if let Some(text) = utf_16(bytes) {
        return Some((text, Letters::Sure));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (!text.contains('\0')).then(|| (text.to_owned(), doubts(text)));
    }
    // Control characters stand in no text.
    if bytes.iter().any(|byte| *byte < 0x20 && !byte.is_ascii_whitespace()) {
        return None;
    }
    OldWriting::of(bytes).map(|way| (way.read(bytes), Letters::Guessed(way)))
}

/// The text in bytes that are UTF-16, by their mark or by every other of them being 0, as that of a Latin letter is.
fn utf_16(bytes: &[u8]) -> Option<String> {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let half = bytes.len() / 2;
    let is_little = match bytes {
        // The mark of UTF-32.
        [0xff, 0xfe, 0, 0, ..] => return None,
        [0xff, 0xfe, ..] => true,
        [0xfe, 0xff, ..] => false,
        _ if half == 0 || bytes.len() % 2 == 1 => return None,
        _ if zeros(1) * 10 > half * 7 && zeros(0) == 0 => true,
        _ if zeros(0) * 10 > half * 7 && zeros(1) == 0 => false,
        _ => return None,
    };
    let unit = |pair: &[u8]| match pair {
        [a, b] if is_little => u16::from_le_bytes([*a, *b]),
        [a, b] => u16::from_be_bytes([*a, *b]),
        _ => 0xfffd,
    };
    let text = String::from_utf16(&bytes.chunks(2).map(unit).collect::<Vec<u16>>()).ok();
    text.filter(|text| !text.contains('\0'))
}

/// What is odd about the letters of a text.
fn doubts(text: &str) -> Letters {
    let mut before = ' ';
    for letter in text.chars() {
        // The first and second byte of a letter in UTF-8, each taken for a letter by itself.
        let is_second = ('\u{80}'..='\u{bf}').contains(&letter) || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(letter);
        match (before, letter) {
            (_, '\u{fffd}') => return Letters::Lost,
            ('Ã' | 'Â', _) if is_second => return Letters::Mangled,
            _ => before = letter,
        }
    }
    Letters::Sure
}
