//! What strain does to strength.

/// The strength [0..1] that strain [≥ 0] leaves of a strength, where strain acts so fully (exposure, ≥ 0): s^(1 + x·e).
/// What is strong hardly loses; what is weak gives way.
pub fn under_strain(strength: f64, strain: f64, exposure: f64) -> f64 {
    // Rounding would change the last bit.
    if strain == 0.0 || exposure == 0.0 { strength } else { libm::pow(strength, 1.0 + strain * exposure) }
}
