//! Numbers within their bounds.

/// The value, or the bound that it lies beyond. Unlike [`f64::clamp`] it has no case that panics: a panic that tells its
/// figures brings all that writes figures into the workers' module.
pub fn limited(value: f64, least: f64, most: f64) -> f64 {
    if value < least {
        least
    } else if value > most {
        most
    } else {
        value
    }
}
