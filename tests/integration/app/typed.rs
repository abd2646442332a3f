use kedja::app::{parse_amount, parse_percent, parse_whole};

#[test]
fn a_strength_is_typed_with_comma_or_point_and_with_or_without_its_sign() {
    for typed in ["42,5", "42.5", " 42,5 %", "42.5%", "42,5\u{a0}%"] {
        assert_eq!(parse_percent(typed), Some(0.425), "{typed}");
    }
    assert_eq!(parse_percent("0"), Some(0.0));
    assert_eq!(parse_percent("100"), Some(1.0));
}

#[test]
fn what_is_no_strength_is_not_taken_for_one() {
    for typed in ["", "%", "abc", "-1", "100,1", "1e9", "NaN", "inf", "4 2 x"] {
        assert_eq!(parse_percent(typed), None, "{typed}");
    }
}

#[test]
fn an_amount_may_have_spaces_between_thousands_and_its_currency_after_it() {
    for typed in ["1399,50", "1 399.50", "1\u{a0}399,5 kr", "1\u{202f}399,50kr"] {
        assert_eq!(parse_amount(typed, "kr"), Some(1_399.5), "{typed}");
    }
    for typed in ["0", "-3", "kr", "gratis"] {
        assert_eq!(parse_amount(typed, "kr"), None, "{typed}");
    }
}

#[test]
fn a_seed_is_a_whole_number() {
    assert_eq!(parse_whole(" 1 234"), Some(1_234));
    for typed in ["", "1,5", "-1", "x"] {
        assert_eq!(parse_whole(typed), None, "{typed}");
    }
}
