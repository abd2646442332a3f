//! The library in words.

use kedja::app::Language;
use kedja::app::library::*;
use kedja::app::ports::RecordFault;
use kedja::words::library as words;

fn head() -> RecordHead {
    RecordHead {
        names: [("en".to_owned(), "Bank".to_owned()), ("sv".to_owned(), "Banken".to_owned())].into(),
        touchpoints: 1_200,
        proposals: 1,
        scenarios: 2,
        ..RecordHead::default()
    }
}

#[test]
fn a_journey_is_called_as_it_was_named_and_a_copy_says_whose_it_is() {
    let named = RecordHead { name: Some("Ours".to_owned()), ..head() };
    assert_eq!(words::name(Language::Sv, &head(), None), "Banken");
    assert_eq!(words::name(Language::Sv, &named, None), "Ours");
    assert_eq!(words::name(Language::En, &named, Some("14:32")), "Ours (copy from the other window, 14:32)");
    let without = RecordHead { names: [("de".to_owned(), "Bank AG".to_owned())].into(), ..head() };
    assert_eq!(words::name(Language::En, &without, None), "Bank AG");
}

#[test]
fn what_is_in_it_and_where_it_comes_from_is_told_in_plain_words() {
    assert_eq!(words::contents(Language::En, &head()), "1,200 touchpoints, 1 proposal, 2 scenarios");
    let small = RecordHead { touchpoints: 1, proposals: 0, scenarios: 1, ..head() };
    assert_eq!(words::contents(Language::Sv, &small), "1 kontaktpunkt, 1 scenario");
    assert_eq!(words::origin(Language::En, &head(), None), "built here");
    let ready = RecordHead { origin: RecordOrigin::Ready("telecom".to_owned()), ..head() };
    assert_eq!(words::origin(Language::En, &ready, Some("Telecom")), "from the ready journey Telecom");
    assert_eq!(words::why(Language::En, VersionWhy::BeforeImport, None), "before a file was imported");
    assert_eq!(words::why(Language::En, VersionWhy::Wanted, Some("Monday")), "Monday");
}

#[test]
fn the_place_is_told_of_as_it_is() {
    let place = words::place(Language::En, Some(false), Some(1_234_567.0));
    assert_eq!(place, "This browser may clear it when the device runs short of room. The page takes 1.2 MB of room.");
    assert_eq!(words::place(Language::Sv, None, None), "Webbläsaren säger inte hur länge den sparar det.");
    for (days, told) in [(None, "never"), (Some(0), "today"), (Some(1), "yesterday"), (Some(40), "40 days ago")] {
        assert!(words::backup(Language::En, days).contains(told));
    }
}

#[test]
fn each_fault_and_each_end_of_a_file_has_a_sentence_of_its_own() {
    let faults = [RecordFault::Refused, RecordFault::Full, RecordFault::Newer, RecordFault::Silent];
    let ends = [
        FileEnd::Imported(Imported::Added(String::new())),
        FileEnd::Imported(Imported::There(String::new())),
        FileEnd::Imported(Imported::Renewed(String::new())),
        FileEnd::Imported(Imported::Older(String::new())),
        FileEnd::Imported(Imported::Beside(String::new())),
        FileEnd::Imported(Imported::Newer),
        FileEnd::Imported(Imported::Refused(Vec::new())),
        FileEnd::Imported(Imported::Unreadable),
        FileEnd::Packed(NoLibrary::Damaged),
        FileEnd::Packed(NoLibrary::TooMany(3_000)),
        FileEnd::Packed(NoLibrary::TooLarge),
        FileEnd::Packed(NoLibrary::Locked),
        FileEnd::Unavailable,
        FileEnd::TooLarge,
    ];
    for language in Language::ALL {
        let mut all: Vec<String> = faults.iter().map(|fault| words::fault(language, *fault).to_owned()).collect();
        for what in ends.clone() {
            let said = words::file_outcome(language, &FileOutcome { name: "a <b>.json".to_owned(), what });
            assert!(said.starts_with("a <b>.json"), "{said}");
            all.push(said);
        }
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
