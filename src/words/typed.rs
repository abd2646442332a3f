//! Numbers in fields: how a field writes a number, and how it reads what somebody types. Reading is the inverse of
//! writing. What a Swede and an Englishwoman would read as two numbers is refused with both of them named.

use super::{Teller, number, unit};
use crate::app::Language;
use crate::model::fields::Unit;
use crate::model::{EffortUnit, Field, number_of};
use crate::say;

/// From here on a number may be written in groups of three.
const GROUPED: f64 = 1_000.0;
/// Most decimals of a per cent in a field; what needs more is shown with one.
const PERCENT_DECIMALS: u8 = 3;

/// What a field counts, and how the numbers in it are written.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberKind {
    language: Language,
    /// Lowest and highest, as they are written: per cents for shares.
    least: f64,
    most: f64,
    /// True if the lowest itself is excluded.
    is_above_least: bool,
    is_whole: bool,
    form: Written,
    /// What may stand beside the number, in small letters.
    units: Vec<String>,
}

/// How a number is written, besides its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Plain,
    Percent,
    /// With hundredths where there are some.
    Money,
}

/// Why what was typed is not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Misread {
    /// It is no number.
    NoNumber,
    /// It is a number, in a unit that is not the field's.
    OtherUnit(String),
    /// It can be read as two numbers, both as they are written.
    TwoWays(f64, f64),
    /// It lies beyond the field's bounds, or it is no whole number where one is wanted.
    Beyond,
}

impl NumberKind {
    fn new(language: Language, (least, most): (f64, f64), form: Written, units: Vec<String>) -> Self {
        Self { language, least, most, is_above_least: false, is_whole: false, form, units }
    }

    /// A share or a strength, of which `least` to `most` can be chosen [0..1]. It is written in per cent.
    pub fn share(language: Language, (least, most): (f64, f64)) -> Self {
        let units = all(&["%", "procent", "per cent", "percent"]);
        Self::new(language, (least * 100.0, most * 100.0), Written::Percent, units)
    }

    /// The same without the lowest number itself.
    pub fn above(self) -> Self {
        Self { is_above_least: true, ..self }
    }

    /// An amount in the journey's currency.
    pub fn money(teller: &Teller, bounds: (f64, f64)) -> Self {
        Self::new(teller.language, bounds, Written::Money, currencies(teller))
    }

    /// A number of customers over 0.
    pub fn customers(language: Language, most: f64) -> Self {
        let units = all(&["customers", "people", "kunder", "personer"]);
        Self::new(language, (0.0, most), Written::Plain, units).above()
    }

    /// A whole number without a unit.
    pub fn whole(language: Language, (least, most): (f64, f64)) -> Self {
        Self { is_whole: true, ..Self::new(language, (least, most), Written::Plain, Vec::new()) }
    }

    /// A number without a unit.
    pub fn plain(language: Language, bounds: (f64, f64)) -> Self {
        Self::new(language, bounds, Written::Plain, Vec::new())
    }

    /// True if it is a share, which is written in per cent.
    pub fn is_share(&self) -> bool {
        self.form == Written::Percent
    }

    /// A lever of a link whose values go from `least` to `most`.
    pub fn lever(teller: &Teller, lever: Field, bounds: (f64, f64)) -> Self {
        let own = |unit: &str| [unit.to_lowercase()];
        let units = match lever.unit() {
            Some(Unit::Share) => return Self::share(teller.language, bounds),
            Some(Unit::Prices) => {
                all(&["prices", "price", "priser", "pris"]).into_iter().chain(own(unit::prices(teller))).collect()
            }
            Some(Unit::Days) => all(&["days", "day", "dagar", "dag", "dygn"]),
            Some(Unit::PerPeriod) => {
                let shown = own(&say!(teller, levers.unit_times, period = unit::period(teller)));
                all(&["times", "time", "gånger", "gång", "ggr"]).into_iter().chain(shown).collect()
            }
            _ => Vec::new(),
        };
        Self::new(teller.language, bounds, Written::Plain, units)
    }

    /// A quality of a persona whose values go from `least` to `most`.
    pub fn quality(teller: &Teller, quality: Field, bounds: (f64, f64)) -> Self {
        let units = match quality.unit() {
            Some(Unit::Share) => return Self::share(teller.language, bounds),
            Some(Unit::Rungs) => return Self::whole(teller.language, bounds),
            Some(Unit::Periods) => all(&[unit::plural(teller), unit::period(teller)]),
            Some(Unit::Times) => all(&["×", "x", "times", "gånger"]),
            _ => return Self::lever(teller, quality, bounds),
        };
        Self::new(teller.language, bounds, Written::Plain, units)
    }

    /// Effort in the journey's own unit.
    pub fn effort(teller: &Teller, bounds: (f64, f64)) -> Self {
        let units = match teller.journey.effort_unit {
            EffortUnit::Points => all(&["units", "unit", "units of effort", "enheter", "enhet", "enheters insats"]),
            EffortUnit::Hours => all(&["hours", "hour", "h", "timmar", "timme", "tim"]),
            EffortUnit::Money => currencies(teller),
        };
        Self::new(teller.language, bounds, Written::Plain, units)
    }

    /// A value as the field shows it: per cents for a share [0..1], without any other unit.
    pub fn write(&self, value: f64) -> String {
        if self.form == Written::Percent {
            let is_all = |digits: &u8| {
                let power = 10_f64.powi(i32::from(*digits) + 2);
                (value * power - (value * power).round()).abs() < 1e-6
            };
            let digits = (0..=PERCENT_DECIMALS).find(is_all);
            let short = || number::short_percent(self.language, value);
            return digits.map_or_else(short, |digits| number::percent(self.language, value, digits));
        }
        let digits = number::decimals(value);
        let digits = match (self.form, digits) {
            (Written::Money, 1) => 2,
            // Three decimals could be read as thousands. A fourth cannot.
            (_, 3) if value.abs() >= 1.0 && value.abs() < GROUPED && self.has_thousands() => 4,
            _ => digits,
        };
        number::decimal(self.language, value, digits)
    }

    /// The value that somebody typed, a share in [0..1].
    ///
    /// # Errors
    /// When it is no number, can be read as two, is in another unit, or lies beyond the bounds.
    pub fn read(&self, typed: &str) -> Result<f64, Misread> {
        let value = number_of(&self.number(typed)?).ok_or(Misread::Beyond)?;
        // −0 is 0.
        let value = value + 0.0;
        let is_low = value < self.least || (self.is_above_least && value == self.least);
        if is_low || value > self.most || (self.is_whole && value.fract() != 0.0) {
            return Err(Misread::Beyond);
        }
        Ok(if self.form == Written::Percent { value / 100.0 } else { value })
    }

    /// What is said of words that were not taken, with the field's bounds as a reader writes them.
    pub fn told(&self, misread: &Misread) -> String {
        let shown = |value: f64| match self.form {
            Written::Percent => number::free(self.language, value),
            _ => self.write(value),
        };
        let (least, most) = (shown(self.least), shown(self.most));
        let wanted = match (self.is_whole, self.is_above_least) {
            (true, _) => say!(self.language, field.whole, least = least, most = most),
            (_, true) => say!(self.language, field.over, least = least, most = most),
            _ => say!(self.language, field.number, least = least, most = most),
        };
        match misread {
            Misread::TwoWays(one, other) => {
                say!(self.language, field.two_ways, one = shown(*one), other = shown(*other))
            }
            Misread::OtherUnit(unit) => say!(self.language, field.other_unit, unit = unit, wanted = wanted),
            Misread::NoNumber | Misread::Beyond => wanted,
        }
    }

    /// True if a thousand and more can be meant.
    fn has_thousands(&self) -> bool {
        self.most >= GROUPED
    }

    /// The number in what somebody typed, as a file would have it.
    fn number(&self, typed: &str) -> Result<String, Misread> {
        let is_digit = |c: char| c.is_ascii_digit();
        let (Some(first), Some(last)) = (typed.find(is_digit), typed.rfind(is_digit)) else {
            return Err(Misread::NoNumber);
        };
        let (head, digits, tail) = (&typed[..first], &typed[first..=last], &typed[last + 1..]);
        let leading = head.ends_with(['.', ',']);
        let head = head.trim_end_matches(['.', ',']).trim();
        let is_negative = head.ends_with(['-', '\u{2212}']);
        let head = head.strip_suffix(['-', '\u{2212}']).unwrap_or(head).trim();
        let tail = tail.trim();
        // "5." is a number whose decimals are still to come.
        let tail = if matches!(tail, "." | ",") && digits.chars().all(is_digit) { "" } else { tail };
        for unit in [head, tail].into_iter().filter(|unit| !unit.is_empty()) {
            if !self.units.contains(&unit.to_lowercase()) {
                let names_one = unit.chars().any(|c| c.is_alphabetic() || "%€$£¥₪:".contains(c));
                return Err(if names_one { Misread::OtherUnit(unit.to_owned()) } else { Misread::NoNumber });
            }
        }
        if !head.is_empty() && !tail.is_empty() {
            return Err(Misread::NoNumber);
        }
        let digits = if leading { self.one_way(&format!("0.{digits}"), '.') } else { self.one_number(digits) }?;
        Ok(if is_negative { format!("-{digits}") } else { digits })
    }

    fn one_way(&self, digits: &str, point: char) -> Result<String, Misread> {
        with_point(digits, point).ok_or(Misread::NoNumber)
    }

    /// The one number that digits with their separators mean.
    fn one_number(&self, digits: &str) -> Result<String, Misread> {
        let (own, other) = match self.language {
            Language::En => ('.', ','),
            Language::Sv => (',', '.'),
        };
        let value = |text: &str| number_of(text).unwrap_or(f64::INFINITY);
        let two = |one: &str, other: &str| Err(Misread::TwoWays(value(one), value(other)));
        match (with_point(digits, own), with_point(digits, other)) {
            (Some(own), Some(other)) if value(&own) == value(&other) => Ok(own),
            // As the page itself writes thousands.
            (Some(own), Some(_)) if self.language == Language::En && digits.contains(',') => Ok(own),
            (Some(own), Some(other)) => {
                let (small, large) = if value(&own) < value(&other) { (own, other) } else { (other, own) };
                if !self.has_thousands() {
                    return Ok(small);
                }
                if self.is_whole && value(&small).fract() != 0.0 { Ok(large) } else { two(&small, &large) }
            }
            (Some(own), None) => Ok(own),
            (None, Some(other)) => match self.misgrouped(digits) {
                Some(joined) => two(&other, &joined),
                None => Ok(other),
            },
            (None, None) => Err(Misread::NoNumber),
        }
    }

    /// The whole number that thousands with a digit too few or too many could be: 4 850 for "48,50". Only where the
    /// page writes thousands with what elsewhere is the decimal sign.
    fn misgrouped(&self, digits: &str) -> Option<String> {
        let (before, after) = digits.split_once(',').filter(|_| self.language == Language::En)?;
        let plain = [before, after].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
        let like = plain && !before.starts_with('0') && (before.len() <= 3 || after.len() == 3);
        (like && self.has_thousands()).then(|| format!("{before}{after}"))
    }
}

/// A seed that somebody typed: any whole number that a machine word holds.
///
/// # Errors
/// When it is no such number, can be read as two, or has a unit.
pub fn read_seed(language: Language, typed: &str) -> Result<u64, Misread> {
    let digits = seed_kind(language).number(typed)?;
    let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
    if decimals.bytes().any(|digit| digit != b'0') {
        return Err(Misread::Beyond);
    }
    let whole = if whole.trim_start_matches('0') == "-" || whole == "-0" { "0" } else { whole };
    whole.parse().map_err(|_| Misread::Beyond)
}

/// What is said of a seed that was not taken.
pub fn seed_told(language: Language, misread: &Misread) -> String {
    let kind = seed_kind(language);
    match misread {
        Misread::NoNumber | Misread::Beyond => {
            let (least, most) = (number::count(language, 0), number::count(language, u64::MAX));
            say!(language, field.whole, least = least, most = most)
        }
        other => kind.told(other),
    }
}

fn seed_kind(language: Language) -> NumberKind {
    NumberKind::whole(language, (0.0, u64::MAX as f64))
}

/// Digits with their separators as a file has them, where one character is the decimal sign and all others part
/// thousands. `None` where they cannot be read so: groups are of three, and parted by one sign throughout.
fn with_point(digits: &str, point: char) -> Option<String> {
    let (whole, decimals) = digits.split_once(point).unwrap_or((digits, ""));
    let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let separator = whole.chars().find(|c| !c.is_ascii_digit());
    let groups: Vec<&str> = match separator {
        None => vec![whole],
        Some(c) if parts_thousands(c) => whole.split(|other| sign_of(other) == sign_of(c)).collect(),
        Some(_) => return None,
    };
    let is_whole = match groups.as_slice() {
        [first, rest @ ..] if !rest.is_empty() => {
            !first.is_empty()
                && first.len() <= 3
                && is_number(first)
                && !first.starts_with('0')
                && rest.iter().all(|group| group.len() == 3 && is_number(group))
        }
        all => all.iter().all(|group| is_number(group)),
    };
    let joined = groups.concat();
    match (is_whole && is_number(decimals), decimals) {
        (false, _) => None,
        (true, "") => Some(joined),
        (true, decimals) => Some(format!("{joined}.{decimals}")),
    }
}

fn parts_thousands(c: char) -> bool {
    matches!(c, ',' | '.' | '\'' | '\u{2019}') || is_space(c)
}

/// All spaces are one sign.
fn sign_of(c: char) -> char {
    match c {
        c if is_space(c) => ' ',
        '\u{2019}' => '\'',
        c => c,
    }
}

/// A space that may stand within a number.
fn is_space(c: char) -> bool {
    c != '\n' && c != '\t' && c.is_whitespace()
}

fn all(units: &[&str]) -> Vec<String> {
    units.iter().map(|unit| (*unit).to_owned()).collect()
}

/// What the journey's currency may be written as.
fn currencies(teller: &Teller) -> Vec<String> {
    const SAME: [&[&str]; 4] = [
        &["kr", "sek", "kronor", "krona", ":-", ",-", ".-"],
        &["€", "eur", "euro", "euros"],
        &["$", "usd", "dollar", "dollars"],
        &["£", "gbp", "pound", "pounds"],
    ];
    let own: Vec<String> = Language::ALL.iter().map(|l| teller.journey.currency.get(l.code()).to_lowercase()).collect();
    let known = SAME.iter().filter(|names| names.iter().any(|name| own.iter().any(|its| its == name)));
    known.flat_map(|names| all(names)).chain(own.iter().cloned()).collect()
}
