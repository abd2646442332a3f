use super::both;
use kedja::words::progress::lived;

#[test]
fn it_says_how_many_of_how_many_until_all_are_there() {
    assert_eq!(
        both(|language| lived(language, 40_000, Some(100_000))),
        ["40,000 of 100,000 visitors", "40 000 av 100 000 besökare"]
    );
    assert_eq!(
        both(|language| lived(language, 100_000, None)),
        ["100,000 visitors simulated", "100 000 besökare simulerade"]
    );
}
