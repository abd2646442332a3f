//! Bytes in fewer bytes: DEFLATE (RFC 1951), which begins as if it had just written the [`PHRASES`], so that a word that
//! many journeys have costs as little as one that was there before.

use super::phrases::PHRASES;
use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// Most bytes that a link unfolds to: many times the largest journey that fits into one.
const MOST: usize = 1_000_000;
/// The most thorough search.
const LEVEL: i32 = 9;
/// Bytes that bring out a number of up to 28 bits.
const LENGTH_BYTES: usize = 4;

/// Bytes in fewer bytes, with their number before them. `None` if they are too many.
pub(super) fn squeezed(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.len() > MOST {
        return None;
    }
    let mut out = length(bytes.len());
    // No header and no sum: the link has its own.
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(LEVEL, -15, 0));
    let mut told = vec![0; PHRASES.len() + 1_000];
    let (_, read, _) = compress(&mut compressor, PHRASES.as_bytes(), &mut told, TDEFLFlush::Sync);
    let mut room = vec![0; bytes.len() + bytes.len() / 2 + 1_000];
    let (status, _, written) = compress(&mut compressor, bytes, &mut room, TDEFLFlush::Finish);
    if status != TDEFLStatus::Done || read != PHRASES.len() {
        return None;
    }
    out.extend(room.get(..written)?);
    Some(out)
}

/// The bytes that were squeezed into these; `None` if these are not what squeezing gives.
pub(super) fn unsqueezed(squeezed: &[u8]) -> Option<Vec<u8>> {
    let (length, rest) = read_length(squeezed)?;
    let known = PHRASES.as_bytes();
    let mut room = vec![0; known.len() + length];
    room.get_mut(..known.len())?.copy_from_slice(known);
    let mut inflater = DecompressorOxide::new();
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, read, written) = decompress(&mut inflater, rest, &mut room, known.len(), flags);
    (status == TINFLStatus::Done && read == rest.len() && written == length).then(|| room.split_off(known.len()))
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
fn length(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

fn read_length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0;
    for (at, byte) in bytes.iter().take(LENGTH_BYTES).enumerate() {
        number |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return (number <= MOST).then(|| (number, &bytes[at + 1..]));
        }
    }
    None
}
