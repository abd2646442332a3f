//! A number by which a text is known again, and by which it is seen that a byte of it has changed.

/// FNV-1a, 64 bits. Each byte takes the sum one to one to another, so that a text with one byte changed never has the same.
pub fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
