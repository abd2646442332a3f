use kedja::charts::text::{shorten, width, wrap};

#[test]
fn words_that_fit_stay_on_one_line() {
    assert_eq!(wrap("Compare plans", 13.0, 200.0, 2), (vec!["Compare plans".to_owned()], false));
}

#[test]
fn words_that_do_not_fit_wrap_between_words() {
    assert_eq!(wrap("Compare plans", 13.0, 80.0, 2), (vec!["Compare".to_owned(), "plans".to_owned()], false));
}

#[test]
fn no_line_is_wider_than_the_limit_and_what_is_cut_says_so() {
    let long = "Personuppgiftsbiträdesavtalet undertecknas i den digitala signeringstjänsten";
    for limit in [30.0, 60.0, 90.0, 150.0, 900.0] {
        for lines in 1..4 {
            let (wrapped, cut) = wrap(long, 13.0, limit, lines);
            assert!(wrapped.len() <= lines);
            assert!(wrapped.iter().all(|l| width(l, 13.0) <= limit), "{wrapped:?} in {limit}");
            assert_eq!(cut, wrapped.join(" ").replace("- ", "") != long, "{wrapped:?} in {limit}");
        }
    }
    assert_eq!(shorten("Invoice", 13.0, 500.0), "Invoice");
}

#[test]
fn a_word_that_is_too_long_for_a_line_goes_on_in_the_next_where_a_syllable_begins() {
    assert_eq!(wrap("Försäkringsbrev", 13.0, 84.0, 2), (vec!["Försäkrings-".to_owned(), "brev".to_owned()], false));
    let (_, cut) = wrap("Försäkringsbrev", 13.0, 84.0, 1);
    assert!(cut, "there is no next line");
}

#[test]
fn long_words_may_break_where_a_syllable_begins_and_short_ones_nowhere() {
    let soft = |words: &str| kedja::charts::text::soften(words).replace('\u{ad}', "-");
    assert_eq!(soft("Kundservice"), "Kund-ser-vice");
    assert_eq!(soft("Nyhetsbrev"), "Nyhets-brev");
    assert_eq!(soft("Technician visit"), "Tech-ni-cian visit");
    assert_eq!(soft("Newsletter"), "News-let-ter");
    assert_eq!(soft("Erbjudande om tillägg"), "Erb-ju-dande om tillägg");
    assert_eq!(soft("Faktura per month"), "Faktura per month");
    assert_eq!(soft(""), "");
}
