//! Numbers as a language writes them, to the letter as browsers do (`Intl.NumberFormat` for "sv-SE" and "en-GB"; a
//! browser test compares), but for a minus where English browsers write a hyphen, and no minus before a 0.

use crate::app::Language;

/// How a number is written.
#[derive(Clone, Copy)]
struct Form {
    language: Language,
    /// A share [0..1] is written in per cent.
    percent: bool,
    /// Decimals.
    digits: u8,
    /// With a plus where it is above 0.
    signed: bool,
}

/// The plain form.
fn plain(language: Language) -> Form {
    Form { language, percent: false, digits: 0, signed: false }
}

fn write(form: Form, value: f64) -> String {
    let percent = match (form.percent, form.language) {
        (false, _) => "",
        (true, Language::En) => "%",
        (true, Language::Sv) => "\u{a0}%",
    };
    let (whole, decimals) = match value {
        v if v.is_nan() => return format!("NaN{percent}"),
        v if v.is_infinite() => ("∞".to_owned(), String::new()),
        v => rounded(v, usize::from(form.digits), if form.percent { 2 } else { 0 }),
    };
    let is_zero = !whole.chars().chain(decimals.chars()).any(|digit| digit != '0');
    let sign = match (value < 0.0, form.signed) {
        _ if is_zero => "",
        (true, _) => "\u{2212}",
        (false, true) => "+",
        (false, false) => "",
    };
    let point = match form.language {
        _ if decimals.is_empty() => "",
        Language::En => ".",
        Language::Sv => ",",
    };
    let grouped = grouped(form.language, &whole);
    format!("{sign}{grouped}{point}{decimals}{percent}")
}

/// Digits in groups of three.
fn grouped(language: Language, digits: &str) -> String {
    let group = match language {
        Language::En => ',',
        Language::Sv => '\u{a0}',
    };
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.chars().count() - at).is_multiple_of(3) {
            grouped.push(group);
        }
        grouped.push(digit);
    }
    grouped
}

/// The digits before and after the point of a finite number times 10 to a power, without its sign. Halves are rounded
/// away from 0, and a half is what the number's shortest form in decimals has for one: 14.5 % for 0.145.
fn rounded(value: f64, digits: usize, power: i32) -> (String, String) {
    let shortest = format!("{:e}", value.abs());
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let mut all: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
    // How many of them stand before the point; below 0, how many zeros follow after it first. 0 times anything is 0.
    let power = if value == 0.0 { 0 } else { power };
    let mut before = exponent.parse::<i32>().unwrap_or(0) + 1 + power;
    while before < 1 {
        all.insert(0, 0);
        before += 1;
    }
    let before = before.unsigned_abs() as usize;
    let end = before + digits;
    all.resize(all.len().max(end + 1), 0);
    let rounds_up = all[end] >= 5;
    all.truncate(end);
    let mut carry = rounds_up;
    for digit in all.iter_mut().rev() {
        if !carry {
            break;
        }
        carry = *digit == 9;
        *digit = if carry { 0 } else { *digit + 1 };
    }
    if carry {
        all.insert(0, 1);
    }
    let text = |part: &[u8]| part.iter().map(|digit| char::from(b'0' + digit)).collect::<String>();
    let (whole, decimals) = all.split_at(all.len() - digits);
    (text(whole), text(decimals))
}

/// "1 240" or "1,240"
pub fn whole(language: Language, value: f64) -> String {
    write(plain(language), value)
}

/// People are whole.
pub fn count(language: Language, value: u64) -> String {
    grouped(language, &value.to_string())
}

/// "one, two and three"
pub fn list(mut words: Vec<String>, and: &str) -> String {
    let last = words.pop().unwrap_or_default();
    if words.is_empty() { last } else { format!("{} {and} {last}", words.join(", ")) }
}

/// The decimals that a number needs, up to six; one nearer to 0 than that has as many as it needs.
pub fn decimals(value: f64) -> u8 {
    let short = format!("{value:.6}");
    let short = short.trim_end_matches('0').trim_end_matches('.');
    let text = if short.trim_start_matches('-') == "0" && value != 0.0 { value.to_string() } else { short.to_owned() };
    text.split_once('.').map_or(0, |(_, decimals)| u8::try_from(decimals.len()).unwrap_or(u8::MAX))
}

/// A number with so many decimals.
pub fn decimal(language: Language, value: f64, digits: u8) -> String {
    write(Form { digits, ..plain(language) }, value)
}

/// A share [0..1] in per cent.
pub fn percent(language: Language, share: f64, digits: u8) -> String {
    write(Form { percent: true, digits, ..plain(language) }, share)
}

/// A share in per cent, with a decimal only where it is not a whole number of them.
pub fn short_percent(language: Language, share: f64) -> String {
    let tenths = (share * 1_000.0).round();
    percent(language, share, u8::from(tenths % 10.0 != 0.0))
}

/// With its sign, except for 0.
pub fn signed(language: Language, value: f64, digits: u8) -> String {
    write(Form { digits, signed: true, ..plain(language) }, value)
}

/// An amount with its currency after it.
pub fn money(language: Language, amount: f64, currency: &str) -> String {
    format!("{}\u{a0}{currency}", whole(language, amount))
}

/// A difference of amounts.
pub fn signed_money(language: Language, amount: f64, currency: &str) -> String {
    format!("{}\u{a0}{currency}", signed(language, amount, 0))
}

/// A share [0..1] as a number of percentage points.
pub fn points(language: Language, share: f64, digits: u8) -> String {
    decimal(language, share * 100.0, digits)
}

/// A difference of shares as a number of percentage points.
pub fn signed_points(language: Language, share: f64, digits: u8) -> String {
    signed(language, share * 100.0, digits)
}

/// An amount without its currency, with hundredths only where there are some.
pub fn amount(language: Language, amount: f64) -> String {
    decimal(language, amount, if amount.fract() == 0.0 { 0 } else { 2 })
}

/// Any number, with as many decimals as it needs up to six, and not grouped: as it may stand in a file.
pub fn free(language: Language, value: f64) -> String {
    // A 0 has no sign.
    let text = format!("{:.6}", value + 0.0);
    let short = text.trim_end_matches('0').trim_end_matches('.');
    let short = if short.trim_start_matches('-') == "0" && value != 0.0 { value.to_string() } else { short.to_owned() };
    let short = short.replace('-', "\u{2212}");
    if language == Language::Sv { short.replace('.', ",") } else { short }
}
