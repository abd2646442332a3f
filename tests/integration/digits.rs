//! Numbers as digits.

use kedja::model::number_of;
use proptest::prelude::*;

#[test]
fn digits_are_read_however_a_person_writes_them() {
    let read = [
        ("0", 0.0),
        ("007", 7.0),
        ("00", 0.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("+5", 5.0),
        ("-0.25", -0.25),
        ("1e3", 1_000.0),
        ("0.1", 0.1),
        ("9007199254740993", 9_007_199_254_740_992.0),
    ];
    for (text, value) in read {
        assert_eq!(number_of(text), Some(value), "{text}");
    }
}

#[test]
fn what_is_no_number_is_none() {
    for text in
        ["", "-", ".", "e5", "-e5", "1.2.3", "2026-11-29", "0x10", "inf", "NaN", "1 000", "1,5", "five", "1e999"]
    {
        assert_eq!(number_of(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn a_number_is_read_as_the_standard_library_reads_it(value in any::<f64>().prop_filter("finite", |v| v.is_finite())) {
        let (plain, power) = (value.to_string(), format!("{value:e}"));
        prop_assert_eq!(number_of(&plain), Some(value), "{}", plain);
        prop_assert_eq!(number_of(&power), Some(value), "{}", power);
    }
}
