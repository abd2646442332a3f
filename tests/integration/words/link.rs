use super::{BOTH, assert_sound, both};
use kedja::app::{LinkNotes, LinkTrouble};
use kedja::words::link::{fault, notes, shown_notes, unknown_journey};

#[test]
fn a_link_that_was_cut_says_how_much_of_it_is_there() {
    let cut = LinkTrouble::Incomplete { found: 1_204, of: Some(1_980) };
    assert_eq!(
        both(|language| fault(language, cut)),
        [
            "This link is incomplete: 1,204 of 1,980 characters are here. Copy all of it, or ask whoever sent it for the \
             whole link or for a file.",
            "Länken är ofullständig: 1 204 av 1 980 tecken finns här. Kopiera hela länken, eller be den som skickade den \
             om hela länken eller en fil."
        ]
    );
}

#[test]
fn every_fault_is_said_with_a_way_on() {
    let faults = [
        LinkTrouble::NotALink,
        LinkTrouble::Incomplete { found: 3, of: None },
        LinkTrouble::Altered,
        LinkTrouble::Newer,
        LinkTrouble::Unfit,
    ];
    for language in BOTH {
        for found in faults {
            let said = fault(language, found);
            assert_sound(&said);
            assert!(said.ends_with('.') && said.matches(". ").count() == 1, "{said}");
        }
        assert_sound(&unknown_journey(language, "<b>moon</b>"));
    }
}

#[test]
fn only_what_differs_is_noted() {
    for language in BOTH {
        assert_eq!(notes(language, false, 1, 1), [""; 0]);
        assert_eq!(notes(language, true, 1, 2).len(), 2);
        let shown = |left_out| shown_notes(language, LinkNotes { has_changed: true, left_out, model: 1 }, 1).len();
        assert_eq!([shown(0), shown(1), shown(2)], [1, 2, 2]);
    }
}
