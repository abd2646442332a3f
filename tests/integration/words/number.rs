//! Numbers to the letter. `tests/web/number.rs` compares a grid of them with what browsers write.

use kedja::app::Language::{En, Sv};
use kedja::words::number::*;

/// With its hard spaces seen.
fn seen(words: String) -> String {
    words.replace('\u{a0}', "_")
}

#[test]
fn whole_numbers() {
    let cases = [
        (0.0, "0", "0"),
        (-0.0, "0", "0"),
        (1.0, "1", "1"),
        (-1.0, "−1", "−1"),
        (0.4, "0", "0"),
        (-0.4, "0", "0"),
        (0.5, "1", "1"),
        (1.5, "2", "2"),
        (2.5, "3", "3"),
        (-2.5, "−3", "−3"),
        (999.0, "999", "999"),
        (999.5, "1,000", "1_000"),
        (1_000.0, "1,000", "1_000"),
        (9_999.0, "9,999", "9_999"),
        (10_000.0, "10,000", "10_000"),
        (-1_234_567.0, "−1,234,567", "−1_234_567"),
        (123_456_789_012.0, "123,456,789,012", "123_456_789_012"),
        (1e15, "1,000,000,000,000,000", "1_000_000_000_000_000"),
        (f64::INFINITY, "∞", "∞"),
        (f64::NEG_INFINITY, "−∞", "−∞"),
        (f64::NAN, "NaN", "NaN"),
    ];
    for (value, en, sv) in cases {
        assert_eq!((seen(whole(En, value)).as_str(), seen(whole(Sv, value)).as_str()), (en, sv), "{value}");
    }
    assert_eq!(seen(count(Sv, u64::from(u32::MAX))), "4_294_967_295");
}

#[test]
fn decimals() {
    let cases = [
        (0.0, 1, "0.0", "0,0"),
        (0.05, 1, "0.1", "0,1"),
        (0.04, 1, "0.0", "0,0"),
        (-0.04, 1, "0.0", "0,0"),
        (-0.05, 1, "−0.1", "−0,1"),
        (1.005, 2, "1.01", "1,01"),
        (2.675, 2, "2.68", "2,68"),
        (9.995, 2, "10.00", "10,00"),
        (0.1 + 0.2, 2, "0.30", "0,30"),
        (1_234.5, 1, "1,234.5", "1_234,5"),
        (1e-9, 2, "0.00", "0,00"),
        (1e-9, 9, "0.000000001", "0,000000001"),
    ];
    for (value, digits, en, sv) in cases {
        let said = (seen(decimal(En, value, digits)), seen(decimal(Sv, value, digits)));
        assert_eq!((said.0.as_str(), said.1.as_str()), (en, sv), "{value} with {digits}");
    }
}

#[test]
fn per_cents() {
    let cases = [
        (0.0, 0, "0%", "0_%"),
        (0.42, 0, "42%", "42_%"),
        (0.145, 0, "15%", "15_%"),
        (0.145, 1, "14.5%", "14,5_%"),
        (0.999_5, 1, "100.0%", "100,0_%"),
        (0.999_5, 0, "100%", "100_%"),
        (1.0, 0, "100%", "100_%"),
        (-0.031, 1, "−3.1%", "−3,1_%"),
        (-0.000_4, 0, "0%", "0_%"),
        (12.5, 0, "1,250%", "1_250_%"),
        (0.000_012_3, 3, "0.001%", "0,001_%"),
        (f64::INFINITY, 0, "∞%", "∞_%"),
    ];
    for (share, digits, en, sv) in cases {
        let said = (seen(percent(En, share, digits)), seen(percent(Sv, share, digits)));
        assert_eq!((said.0.as_str(), said.1.as_str()), (en, sv), "{share} with {digits}");
    }
    assert_eq!(seen(short_percent(Sv, 0.42)), "42_%");
    assert_eq!(seen(short_percent(Sv, 0.425)), "42,5_%");
    assert_eq!(short_percent(En, 0.420_04), "42%");
    assert_eq!(short_percent(En, 1.0), "100%");
}

#[test]
fn signs() {
    let cases = [
        (0.0, 0, "0", "0"),
        (0.4, 0, "0", "0"),
        (-0.4, 0, "0", "0"),
        (5.0, 0, "+5", "+5"),
        (-5.0, 0, "−5", "−5"),
        (1_240.0, 0, "+1,240", "+1_240"),
        (0.25, 2, "+0.25", "+0,25"),
        (-0.004, 2, "0.00", "0,00"),
        (f64::INFINITY, 0, "+∞", "+∞"),
    ];
    for (value, digits, en, sv) in cases {
        let said = (seen(signed(En, value, digits)), seen(signed(Sv, value, digits)));
        assert_eq!((said.0.as_str(), said.1.as_str()), (en, sv), "{value} with {digits}");
    }
    assert_eq!(signed_points(En, -0.004_2, 2), "−0.42");
    assert_eq!(points(Sv, 0.004_2, 2), "0,42");
}

#[test]
fn money_and_amounts() {
    assert_eq!(seen(money(Sv, 48_000.0, "kr")), "48_000_kr");
    assert_eq!(seen(money(En, 48_000.4, "kr")), "48,000_kr");
    assert_eq!(seen(signed_money(En, 12.0, "kr")), "+12_kr");
    assert_eq!(seen(signed_money(Sv, -1_200.0, "kr")), "−1_200_kr");
    assert_eq!(seen(amount(Sv, 299.0)), "299");
    assert_eq!(seen(amount(Sv, 1_399.5)), "1_399,50");
    assert_eq!(seen(amount(En, 1_399.5)), "1,399.50");
}

#[test]
fn numbers_that_may_stand_in_a_file_are_not_grouped_and_have_the_decimals_that_they_need() {
    let cases = [
        (0.0, "0", "0"),
        (45_000.0, "45000", "45000"),
        (0.25, "0.25", "0,25"),
        (-0.5, "−0.5", "−0,5"),
        (0.1 + 0.2, "0.3", "0,3"),
        (1e-9, "0.000000001", "0,000000001"),
        (-1e-9, "−0.000000001", "−0,000000001"),
        (100.0, "100", "100"),
    ];
    for (value, en, sv) in cases {
        assert_eq!((free(En, value).as_str(), free(Sv, value).as_str()), (en, sv), "{value}");
    }
}

#[test]
fn lists() {
    let of = |words: &[&str]| list(words.iter().map(|w| (*w).to_owned()).collect(), "and");
    assert_eq!(of(&[]), "");
    assert_eq!(of(&["one"]), "one");
    assert_eq!(of(&["one", "two"]), "one and two");
    assert_eq!(of(&["one", "two", "three"]), "one, two and three");
}
