//! A number as its digits, read by the reader of files: one reader of numbers makes the page's module some ten kilobytes
//! lighter than two (docs/speed.md).

/// The number in a text of digits with at most one point, a sign before them or a power of ten after them: the nearest
/// there is. `None` where it is written otherwise, or too large to be held.
pub fn number_of(text: &str) -> Option<f64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    if !digits.trim_start_matches('.').starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // A file has no noughts before a number, a nought before a point, and no point without digits after it.
    let digits = digits.trim_start_matches('0');
    let digits = digits.strip_suffix('.').unwrap_or(digits);
    let nought = if digits.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "0" };
    serde_json::from_str(&format!("{sign}{nought}{digits}")).ok()
}
