//! Check sums: by them it is known whether a link is as it was sent, and whether a ready journey is as it was.

use crate::exchange::journey_file;
use crate::model::Journey;

/// CRC-32 of ISO 3309, as zip and PNG have it: finds every change within 32 bits that stand together, so of any one letter.
pub(super) fn crc32(bytes: impl IntoIterator<Item = u8>) -> u32 {
    const POLYNOMIAL: u32 = 0xedb8_8320;
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (POLYNOMIAL & (sum & 1).wrapping_neg());
        }
    }
    !sum
}

/// By what a ready journey is known again: another figure or word in it gives another number.
pub fn journey_digest(journey: &Journey) -> u32 {
    crc32(journey_file::written(journey).to_json().into_bytes())
}
