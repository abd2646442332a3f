//! Inputs made out of others: a bit turned, a part cut, doubled, repeated or joined to that of another, a known word put in or
//! in the place of a number. The same number always makes the same one.

/// Longest that is made [bytes].
pub const LONGEST: usize = 65_536;

/// Bytes that formats give a meaning.
const SIGNS: &[u8] = b"\0\x01\x7f\x80\xc0\xfe\xff\n\r\t \"'\\;,.:#%&-+=<>/{}[]()09aZ";

/// What stands for a length or a number in bytes.
const LENGTHS: [u64; 12] = [
    0,
    1,
    0x7f,
    0x80,
    0xff,
    0x7fff,
    0xffff,
    0x7fff_ffff,
    0xffff_ffff,
    0x7fff_ffff_ffff_ffff,
    0xffff_ffff_ffff_fffe,
    u64::MAX,
];

/// Numbers as text that few expect.
const NUMBERS: [&str; 16] = [
    "0",
    "-0",
    "-1",
    "1",
    "0.1",
    "1e308",
    "1e-320",
    "1e999",
    "4294967296",
    "9007199254740993",
    "18446744073709551615",
    "99999999999999999",
    "99999999999999999999999999",
    "3.4028236e38",
    "0.30000000000000004",
    "NaN",
];

/// Chance that comes out alike each time.
pub struct Chance(u64);

impl Chance {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// The next of its numbers (SplitMix64).
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below another; 0 below 0.
    fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// A place in so many bytes, and as far as a piece goes from there: most are short.
    fn piece(&mut self, length: usize) -> (usize, usize) {
        let at = self.below(length + 1);
        let most = *self.one_of(&[1, 4, 16, 64, 1_024, length]);
        (at, (at + 1 + self.below(most)).min(length))
    }
}

/// A member of the corpus, altered in one way or in several.
pub fn altered(chance: &mut Chance, corpus: &[Vec<u8>], words: &[&str]) -> Vec<u8> {
    let mut bytes = chance.one_of(corpus).clone();
    let ways = *chance.one_of(&[1, 1, 1, 2, 3, 5]);
    for _ in 0..ways {
        alter(chance, &mut bytes, corpus, words);
        bytes.truncate(LONGEST);
    }
    bytes
}

fn alter(chance: &mut Chance, bytes: &mut Vec<u8>, corpus: &[Vec<u8>], words: &[&str]) {
    let (from, to) = chance.piece(bytes.len());
    match chance.below(12) {
        0 => {
            if let Some(byte) = bytes.get_mut(from) {
                *byte ^= 1 << chance.below(8);
            }
        }
        1 => {
            let sign = *chance.one_of(SIGNS);
            if let Some(byte) = bytes.get_mut(from) {
                *byte = sign;
            }
        }
        2 => bytes.insert(from, *chance.one_of(SIGNS)),
        3 => drop(bytes.drain(from..to)),
        4 => {
            let piece = bytes[from..to].to_vec();
            let at = chance.below(bytes.len() + 1);
            bytes.splice(at..at, piece);
        }
        5 => {
            let piece = bytes[from..to].to_vec();
            let times = *chance.one_of(&[2, 8, 130, 2_000]);
            let times = times.min(LONGEST / piece.len().max(1));
            bytes.splice(from..from, piece.repeat(times));
        }
        6 => {
            let other = chance.one_of(corpus);
            let (begin, end) = chance.piece(other.len());
            if chance.below(2) == 0 {
                bytes.truncate(from);
                bytes.extend_from_slice(&other[begin..]);
            } else {
                bytes.splice(from..to, other[begin..end].iter().copied());
            }
        }
        7 => bytes.truncate(from),
        8 => {
            let length = *chance.one_of(&LENGTHS);
            let wide = *chance.one_of(&[1, 2, 4, 8]);
            let written = if chance.below(2) == 0 {
                length.to_le_bytes()
            } else {
                length.rotate_right(8 * wide as u32).to_be_bytes()
            };
            for (byte, new) in bytes.iter_mut().skip(from).zip(&written[..wide]) {
                *byte = *new;
            }
        }
        9 => renumber(chance, bytes, from),
        10 => {
            let word = *chance.one_of(words);
            bytes.splice(from..from, word.bytes());
        }
        _ => exchange(chance, bytes, words),
    }
}

/// Puts an odd number in the place of the first that stands behind a place.
fn renumber(chance: &mut Chance, bytes: &mut Vec<u8>, from: usize) {
    let Some(start) = bytes[from..].iter().position(u8::is_ascii_digit).map(|at| from + at) else { return };
    let is_of_number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E');
    let end = start + bytes[start..].iter().take_while(|byte| is_of_number(byte)).count();
    bytes.splice(start..end, chance.one_of(&NUMBERS).bytes());
}

/// Puts a known word in the place of another one.
fn exchange(chance: &mut Chance, bytes: &mut Vec<u8>, words: &[&str]) {
    let (old, new) = (chance.one_of(words).as_bytes(), chance.one_of(words).as_bytes());
    let places: Vec<usize> = if old.is_empty() || old.len() > bytes.len() {
        Vec::new()
    } else {
        (0..=bytes.len() - old.len()).filter(|at| bytes[*at..].starts_with(old)).collect()
    };
    if !places.is_empty() {
        let at = *chance.one_of(&places);
        bytes.splice(at..at + old.len(), new.iter().copied());
    }
}
