//! Scattered places for dots: always the same for the same dot, so that nothing jumps.

/// An even number in [0, 1) for a key; only for where dots lie, never for what happens to anybody.
pub fn scatter(salt: u64, i: u64, which: u64) -> f64 {
    let mut z = salt.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(i.wrapping_mul(0xD1B5_4A32_D192_ED03)) ^ which;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
}
