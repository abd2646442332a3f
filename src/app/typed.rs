//! Numbers as people type them: with comma or point, with spaces between thousands, with or without their unit.

/// A strength [0..1] from "42", "42,5 %" or "42.5". `None` for anything that is no number from 0 to 100.
pub fn parse_percent(typed: &str) -> Option<f64> {
    let percent = number(typed.trim().trim_end_matches('%'))?;
    (0.0..=100.0).contains(&percent).then_some(percent / 100.0)
}

/// An amount over 0 from "1 399,50", with or without the currency after it.
pub fn parse_amount(typed: &str, currency: &str) -> Option<f64> {
    let bare = typed.trim();
    let bare = bare.strip_suffix(currency.trim()).unwrap_or(bare);
    number(bare).filter(|amount| *amount > 0.0)
}

/// A number from 0 of "0,45" or "3 days": what stands after the digits is taken for the unit.
pub fn parse_measure(typed: &str) -> Option<f64> {
    let bare = typed.trim_end_matches(|c: char| !c.is_ascii_digit());
    number(bare).filter(|n| *n >= 0.0)
}

/// A whole number from 0.
pub fn parse_whole(typed: &str) -> Option<u64> {
    joined(typed).parse().ok()
}

fn number(typed: &str) -> Option<f64> {
    joined(typed).replace(',', ".").parse::<f64>().ok().filter(|n| n.is_finite())
}

/// Without the spaces that part thousands.
fn joined(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace()).collect()
}
