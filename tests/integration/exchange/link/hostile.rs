//! Links that somebody made to do harm: well written outside, anything inside.

use kedja::exchange::*;
use kedja::words::link::fault;
use proptest::prelude::*;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn letters(number: u64, count: usize) -> String {
    (0..count).rev().map(|n| char::from(ALPHABET[(number >> (6 * n)) as usize % 64])).collect()
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    !sum
}

/// Bytes in six-bit letters, as RFC 4648 has it.
fn base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte)) << (8 * (3 - three.len()));
        text += &letters(number, 4)[..three.len() + 1];
    }
    text
}

/// A link around bytes, written as docs/links.md says and not as the page does it.
pub fn around(version: char, bytes: &[u8]) -> String {
    let work = base64(bytes);
    let head = format!("{version}{}", letters(12 + work.len() as u64, 3));
    let place = |c: u8| ALPHABET.iter().position(|letter| *letter == c).unwrap();
    let check = head.bytes().zip([1, 3, 5, 7]).map(|(c, factor)| place(c) * factor).sum::<usize>() + 11;
    let head = format!("{head}{}", char::from(ALPHABET[check % 64]));
    let sum = crc32(format!("{head}{work}").as_bytes());
    format!("k{head}{}{work}", letters(sum.into(), 6))
}

/// Bytes as DEFLATE stores them, with their number before them: what is inside is what somebody wrote.
pub fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut number = bytes.len();
    while number > 0x7f {
        out.push(number as u8 & 0x7f | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
    out.push(1);
    let size = (bytes.len() as u16).to_le_bytes();
    out.extend(size);
    out.extend(size.map(|byte| !byte));
    out.extend(bytes);
    out
}

#[test]
fn the_outside_of_a_link_is_as_the_document_says() {
    let link = link_of(&super::normal()).unwrap();
    let work = &link[12..];
    let bytes: Vec<u8> = {
        let place = |c: u8| ALPHABET.iter().position(|letter| *letter == c).unwrap() as u64;
        let four = |part: &[u8]| {
            let number = part.iter().fold(0, |sum, c| sum << 6 | place(*c)) << (6 * (4 - part.len()));
            number.to_be_bytes()[5..][..part.len() - 1].to_vec()
        };
        work.as_bytes().chunks(4).flat_map(four).collect()
    };
    assert_eq!(around('1', &bytes), link);
}

#[test]
fn a_link_of_a_later_version_says_that_it_is_newer() {
    assert_eq!(read_link(&around('2', b"whatever it will be")), Err(LinkFault::Newer { version: 2 }));
    assert_eq!(read_link(&around('9', b"")), Err(LinkFault::Newer { version: 9 }));
}

#[test]
fn what_unfolds_to_far_too_much_is_refused_before_room_is_made_for_it() {
    for number in [[0xff_u8, 0xff, 0xff, 0x7f], [0x80, 0x80, 0x80, 0x7f], [0xff, 0xff, 0xff, 0xff]] {
        let mut bytes = number.to_vec();
        bytes.extend([0; 40]);
        assert_eq!(read_link(&around('1', &bytes)), Err(LinkFault::Unfit(Vec::new())));
    }
    // A list of more entries than there are bytes, and lists within lists.
    for inside in [vec![10, 0xff, 0xff, 0xff, 0x7f], [10_u8, 1].repeat(5_000), [11_u8, 1, 65].repeat(5_000)] {
        assert_eq!(read_link(&around('1', &stored(&inside))), Err(LinkFault::Unfit(Vec::new())));
    }
}

#[test]
fn a_tree_that_is_no_work_is_refused() {
    // A list, a text, an object without a model, one with two journeys.
    for inside in [vec![10, 0], vec![8, 2, b'h', b'i'], vec![11, 0], vec![11, 1, 8, 1, b'x', 32]] {
        assert!(matches!(read_link(&around('1', &stored(&inside))), Err(LinkFault::Unfit(_))));
    }
}

/// Reads a link: it opens, or it is refused in sentences.
fn assert_survived(link: &str) -> Result<(), TestCaseError> {
    match read_link(link) {
        Ok(work) => {
            if let SharedJourney::Own(journey) = work.journey {
                prop_assert_eq!(kedja::model::check(&journey), vec![]);
            }
        }
        Err(found) => {
            for language in kedja::app::Language::ALL {
                prop_assert!(fault(language, (&found).into()).ends_with('.'));
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(super::cases(512))]

    #[test]
    fn any_text_is_survived(text in ".{0,200}") {
        assert_survived(&text)?;
    }

    #[test]
    fn any_bytes_in_a_well_written_link_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        assert_survived(&around('1', &bytes))?;
    }

    #[test]
    fn any_tree_in_a_well_written_link_is_survived(
        bytes in prop::collection::vec(prop_oneof![0_u8..18, 32_u8..40, 64_u8..255], 0..400),
        with_head in any::<bool>(),
    ) {
        // Some begin as work does: an object with a model and a ready journey.
        let mut inside = if with_head { vec![11, 4] } else { Vec::new() };
        inside.extend(bytes);
        assert_survived(&around('1', &stored(&inside)))?;
    }
}
