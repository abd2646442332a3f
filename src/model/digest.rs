//! A number by which a text, or other bytes, are known again, and by which it is seen that one of them has changed.

/// FNV-1a, 64 bits. Each byte takes the sum one to one to another, so that a text with one byte changed never has the same.
pub fn digest(text: impl AsRef<[u8]>) -> u64 {
    let mix = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    text.as_ref().iter().fold(0xcbf2_9ce4_8422_2325, mix)
}
