//! Days and times as programs and people write them. Whether the day or the month stands first in "03/04/2025" is decided
//! once for a column, from all of its rows.

use crate::model::data::DAY_MS;

/// Which of two numbers of a day is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// The way of writing says so.
    Sure,
    /// Either could be; read with the day first.
    Either,
    /// The first is over 12.
    DayFirst,
    /// The second is over 12.
    MonthFirst,
}

/// A time as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadTime {
    /// Milliseconds since 1970; where no zone is said, as if the clock there were that of Greenwich.
    pub at: i64,
    pub order: DayOrder,
    pub has_zone: bool,
}

/// Years of which customers have been counted.
const YEARS: std::ops::RangeInclusive<i64> = 1950..=2100;
/// First letters of the months, in English and Swedish.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mar"],
    &["apr"],
    &["may", "maj"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["oct", "okt"],
    &["nov"],
    &["dec"],
];
/// Days from 1899-12-30, from which Excel counts, to 1970.
const EXCEL: f64 = 25_569.0;

/// Days from 1970 to a day of the Gregorian calendar (Hinnant's way of counting: years begin in March).
fn days_from_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day of a number of days from 1970.
fn day_of(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days - era * 146_097;
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// Milliseconds to the beginning of a day that there is.
fn day(year: i64, month: i64, day: i64) -> Option<i64> {
    if !YEARS.contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let days = days_from_1970(year, month, day);
    (day_of(days) == (year, month, day)).then_some(days * DAY_MS)
}

/// A time that was read with the day first, read with the month first.
pub fn month_first(at: i64) -> Option<i64> {
    let (year, month, of_month) = day_of(at.div_euclid(DAY_MS));
    Some(day(year, of_month, month)? + at.rem_euclid(DAY_MS))
}

/// The time in a cell.
pub fn read_time(cell: &str) -> Option<ReadTime> {
    let text = cell.trim();
    let first = text.bytes().next()?;
    if text.len() > 40 || text.len() < 5 || !text.is_ascii() || !(first.is_ascii_alphanumeric()) {
        return None;
    }
    let mut rest = Text(text.as_bytes());
    let (date, order) = rest.date()?;
    let (of_day, zone) = rest.clock()?;
    Some(ReadTime { at: date + of_day - zone.unwrap_or(0), order, has_zone: zone.is_some() })
}

/// What is left of a text.
struct Text<'a>(&'a [u8]);

impl Text<'_> {
    fn peek(&self) -> u8 {
        self.0.first().copied().unwrap_or(0)
    }

    fn skip(&mut self, signs: &[u8]) -> Option<u8> {
        let sign = self.peek();
        signs.contains(&sign).then(|| self.0 = &self.0[1..])?;
        Some(sign)
    }

    /// Digits, with how many there are.
    fn digits(&mut self) -> Option<(i64, usize)> {
        let many = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if many == 0 || many > 17 {
            return None;
        }
        let value = self.0[..many].iter().fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
        self.0 = &self.0[many..];
        Some((value, many))
    }

    fn month(&mut self) -> Option<i64> {
        let letters = self.0.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let name = std::str::from_utf8(&self.0[..letters]).ok()?.to_ascii_lowercase();
        let at = MONTHS.iter().position(|names| names.iter().any(|begin| letters >= 3 && name.starts_with(begin)))?;
        self.0 = &self.0[letters..];
        self.skip(b".");
        Some(at as i64 + 1)
    }

    /// Milliseconds to the beginning of the day.
    fn date(&mut self) -> Option<(i64, DayOrder)> {
        if self.peek().is_ascii_alphabetic() {
            // "Mar 4, 2025"
            let month = self.month()?;
            while self.skip(b" -").is_some() {}
            let (of_month, _) = self.digits()?;
            while self.skip(b", -").is_some() {}
            let (year, _) = self.digits()?;
            return Some((day(year, month, of_month)?, DayOrder::Sure));
        }
        let whole = self.0;
        let (one, many) = self.digits()?;
        match (many, self.peek()) {
            (4, b'-' | b'/' | b'.') => {
                let sign = self.skip(b"-/.")?;
                let (month, _) = self.digits()?;
                self.skip(&[sign])?;
                let (of_month, _) = self.digits()?;
                Some((day(one, month, of_month)?, DayOrder::Sure))
            }
            // "20250304"
            (8, _) => Some((day(one / 10_000, one / 100 % 100, one % 100)?, DayOrder::Sure)),
            // Seconds and milliseconds since 1970.
            (10, 0) => Some((one * 1_000, DayOrder::Sure)).filter(|(at, _)| YEARS.contains(&day_of(at / DAY_MS).0)),
            (13, 0) => Some((one, DayOrder::Sure)).filter(|(at, _)| YEARS.contains(&day_of(at / DAY_MS).0)),
            // Days as Excel counts them, from 1955 to 2100; a smaller number is a count or a year.
            (5, 0 | b'.' | b',') if (20_000..=73_415).contains(&one) => {
                let text = std::str::from_utf8(whole).ok()?.replace(',', ".");
                let days: f64 = text.parse().ok()?;
                self.0 = &[];
                Some((((days - EXCEL) * DAY_MS as f64).round() as i64, DayOrder::Sure))
            }
            (1 | 2, b' ' | b'-') if self.0.get(1).is_some_and(u8::is_ascii_alphabetic) => {
                // "4 mar 2025"
                self.skip(b" -")?;
                let month = self.month()?;
                while self.skip(b" -,").is_some() {}
                let (year, digits) = self.digits()?;
                Some((day(full_year(year, digits)?, month, one)?, DayOrder::Sure))
            }
            (1 | 2, b'/' | b'.' | b'-') => {
                let sign = self.skip(b"/.-")?;
                let (two, _) = self.digits()?;
                self.skip(&[sign])?;
                let (year, digits) = self.digits()?;
                let year = full_year(year, digits)?;
                // With points between it is the day that stands first, wherever that is written.
                let order = match (sign, one > 12, two > 12) {
                    (b'.', _, false) => DayOrder::Sure,
                    (_, true, false) => DayOrder::DayFirst,
                    (_, false, true) => DayOrder::MonthFirst,
                    _ => DayOrder::Either,
                };
                let at = if order == DayOrder::MonthFirst { day(year, one, two) } else { day(year, two, one) };
                // The 4th of April is the same in both.
                Some((at?, if one == two { DayOrder::Sure } else { order }))
            }
            _ => None,
        }
    }

    /// Milliseconds since midnight, and how far the clock is ahead of Greenwich, where that is said.
    fn clock(&mut self) -> Option<(i64, Option<i64>)> {
        while self.skip(b" ,").is_some() {}
        self.skip(b"Tt");
        if self.0.is_empty() {
            return Some((0, None));
        }
        let (mut hour, digits) = self.digits()?;
        let (minute, second) = if digits == 4 || digits == 6 {
            // "1000", "100000"
            let seconds = if digits == 6 { hour % 100 } else { 0 };
            let all = if digits == 6 { hour / 100 } else { hour };
            hour = all / 100;
            (all % 100, seconds)
        } else {
            self.skip(b":.")?;
            let (minute, _) = self.digits()?;
            let second = if self.skip(b":.").is_some() { self.digits()?.0 } else { 0 };
            (minute, second)
        };
        let mut thousandths = 0;
        if self.skip(b".,").is_some() {
            let (fraction, digits) = self.digits()?;
            let digits = i32::try_from(digits).ok()?;
            thousandths = (fraction as f64 * 10_f64.powi(3 - digits)) as i64;
        }
        while self.skip(b" ").is_some() {}
        match self.0 {
            [b'a' | b'A', b'm' | b'M', ..] => hour %= 12,
            [b'p' | b'P', b'm' | b'M', ..] => hour = hour % 12 + 12,
            _ => {}
        }
        if matches!(self.0, [b'a' | b'A' | b'p' | b'P', ..]) {
            self.0 = &self.0[2.min(self.0.len())..];
        }
        let zone = self.zone()?;
        // 24:00 is the end of a day, and 60 a second that was put in.
        let is_right = hour <= 24 && minute <= 59 && second <= 60 && (hour < 24 || minute + second == 0);
        is_right.then(|| (((hour * 60 + minute) * 60 + second) * 1_000 + thousandths, zone))
    }

    fn zone(&mut self) -> Option<Option<i64>> {
        match self.0 {
            [] => Some(None),
            [b'Z' | b'z'] | [b'U', b'T', b'C'] | [b'G', b'M', b'T'] => Some(Some(0)),
            [sign @ (b'+' | b'-'), ..] => {
                let sign = if *sign == b'+' { 1 } else { -1 };
                self.0 = &self.0[1..];
                let (hours, digits) = self.digits()?;
                let minutes = match digits {
                    4 => hours / 100 * 60 + hours % 100,
                    _ if self.skip(b":").is_some() => hours * 60 + self.digits()?.0,
                    _ => hours * 60,
                };
                (self.0.is_empty() && minutes <= 15 * 60).then(|| Some(sign * minutes * 60_000))
            }
            _ => None,
        }
    }
}

/// A year that may be written with its last two digits.
fn full_year(year: i64, digits: usize) -> Option<i64> {
    match digits {
        4 => Some(year),
        2 if year < 70 => Some(2_000 + year),
        2 => Some(1_900 + year),
        _ => None,
    }
}
