use kedja::words::phrase::{Emphasis, capital, parts, plain, small};

#[test]
fn marked_words_come_in_parts_without_their_marks() {
    let words = "With *Invoice* stronger, [1,240 more] stay.";
    let expected = [
        (Emphasis::Plain, "With "),
        (Emphasis::Name, "Invoice"),
        (Emphasis::Plain, " stronger, "),
        (Emphasis::Matter, "1,240 more"),
        (Emphasis::Plain, " stay."),
    ];
    assert_eq!(parts(words), expected);
    assert_eq!(plain(words), "With Invoice stronger, 1,240 more stay.");
    assert_eq!(parts("*Invoice*"), [(Emphasis::Name, "Invoice")]);
    assert_eq!(parts("nothing"), [(Emphasis::Plain, "nothing")]);
    assert_eq!(parts(""), []);
}

#[test]
fn the_first_letter_is_large_or_small() {
    assert_eq!(capital("återköp och retur"), "Återköp och retur");
    assert_eq!(small("Too close to call"), "too close to call");
    assert_eq!((capital(""), small("")), (String::new(), String::new()));
}
