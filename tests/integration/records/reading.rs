//! A file read by a worker: whatever way its bytes come, the same is seen of it; what only the counting needs reads nothing again.

use super::fixture;
use kedja::analysis::exact_conversion;
use kedja::analysis::records::RareThings;
use kedja::app::Language;
use kedja::app::records::{Content, FileKind, FileReading, HowToRead, Seen, ToRead};
use kedja::exchange::{MOST_TABLE_BYTES, counts_text};
use kedja::model::data::{DataFault, MOST_TOLD};
use kedja::model::{CheckedJourney, Entry, Field, Grounds, Journey, Role, Scenario};
use kedja::runner::{ReadsFiles, decode, encode};
use kedja::words::{building, data};

pub fn asked(kind: FileKind, how: HowToRead) -> ToRead {
    let beginnings = building::beginnings();
    ToRead { source: 1, name: "own.csv".into(), kind, how, beginnings, language: Language::En }
}

/// Reads a file in pieces, asked as a page asks: in bytes.
pub fn seen(reading: &mut FileReading, asked: &ToRead, bytes: &[u8], piece: usize) -> Seen {
    let wants = reading.begin(decode(&encode(asked)).unwrap());
    if wants {
        for piece in bytes.chunks(piece) {
            if !reading.push(piece) {
                break;
            }
        }
    }
    decode(&encode(&reading.finish(true))).unwrap()
}

pub fn read(kind: FileKind, how: HowToRead, bytes: &[u8]) -> Seen {
    seen(&mut FileReading::default(), &asked(kind, how), bytes, bytes.len().max(1))
}

/// The log of some customers, so many of each kind; every third of the second kind begins at the offer, and tries again.
pub fn log_of_kinds(first: usize, second: usize, heading: &str) -> String {
    let mut text = format!("case;time;step;{heading}\n");
    for case in 0..first + second {
        let kind = if case < first { "Families" } else { "Companies" };
        let mut at = 0;
        let mut tell = |step: &str| {
            text.push_str(&format!(
                "{case};2025-{:02}-{:02} 10:{at:02}:00;{step};{kind}\n",
                1 + case % 9,
                1 + case % 27
            ));
            at += 1;
        };
        if case < first || case % 3 != 0 {
            tell("Visit");
        }
        if case % 2 == 0 || case >= first {
            tell("Offer");
            if case >= first && case % 2 == 0 {
                tell("Offer");
            }
            if case % 4 != 1 {
                tell("Order");
            }
        }
    }
    text
}

#[test]
fn whatever_pieces_a_file_comes_in_the_same_is_seen_of_it() {
    let files = [
        ("b01-excel-cp1252.csv", FileKind::Counts),
        ("b01-excel-unicode-text.txt", FileKind::Counts),
        ("b10-rises.csv", FileKind::Counts),
        ("b11-cohorts.csv", FileKind::Curve),
        ("b02-ambiguous.csv", FileKind::Log),
        ("b06-nested.xes", FileKind::Log),
        ("b08-window.csv", FileKind::Log),
    ];
    for (name, kind) in files {
        let bytes = fixture(name);
        let whole = read(kind, HowToRead::default(), &bytes);
        assert!(whole.content.is_some() || whole.fault.is_some(), "{name}");
        let pieces = seen(&mut FileReading::default(), &asked(kind, HowToRead::default()), &bytes, 1_000);
        assert_eq!((whole.content, whole.fault), (pieces.content, pieces.fault), "{name}");
    }
}

#[test]
fn what_only_the_counting_needs_asks_for_no_file_again() {
    let text = log_of_kinds(60, 40, "note");
    let mut reading = FileReading::default();
    let first = asked(FileKind::Log, HowToRead::default());
    seen(&mut reading, &first, text.as_bytes(), 4_000);
    let how = HowToRead { purchase: Some("Offer".into()), silent: Some(2.0), rare: Some(0.2), ..HowToRead::default() };
    assert!(!reading.begin(asked(FileKind::Log, how.clone())), "the log is there already");
    assert_eq!(reading.finish(true).content, read(FileKind::Log, how.clone(), text.as_bytes()).content);
    // Columns and separators are a question of the file, and so is another file.
    let mut other = how.clone();
    other.log.step = Some("note".into());
    assert!(reading.begin(asked(FileKind::Log, other)));
    seen(&mut reading, &first, text.as_bytes(), 4_000);
    assert!(reading.begin(ToRead { source: 2, ..asked(FileKind::Log, how) }));
}

#[test]
fn a_file_that_ends_too_soon_says_nothing_of_the_half() {
    for kind in FileKind::ALL {
        let mut reading = FileReading::default();
        assert!(reading.begin(asked(kind, HowToRead::default())));
        reading.push(b"case;time;step\n1;2025-01-01;Visit\n");
        let seen = reading.finish(false);
        assert_eq!((seen.fault, seen.content), (Some(DataFault::NotWhole), None));
    }
}

#[test]
fn of_a_table_longer_than_any_no_more_is_taken_than_says_so() {
    let mut reading = FileReading::default();
    reading.begin(asked(FileKind::Counts, HowToRead::default()));
    let piece = vec![b'7'; 1 << 20];
    let taken = (0..).take_while(|_| reading.push(&piece)).count();
    assert_eq!(taken, MOST_TABLE_BYTES / (1 << 20));
    assert!(matches!(reading.finish(true).fault, Some(DataFault::TooLarge { .. })));
}

#[test]
fn kinds_of_customer_become_personas_as_they_were_counted() {
    let seen = read(FileKind::Log, HowToRead::default(), log_of_kinds(60, 40, "Kundtyp").as_bytes());
    let Some(Content::Log { counted: Ok((counts, made)), .. }) = &seen.content else { panic!("{seen:?}") };
    let names: Vec<(&str, u64)> = counts.counted.kinds.iter().map(|kind| (kind.name.as_str(), kind.cases())).collect();
    assert_eq!(names, [("Families", 60), ("Companies", 40)]);
    let [families, companies] = &made.journey.personas[..] else { panic!("two kinds, two personas") };
    assert_eq!((families.share, companies.share), (0.6, 0.4));
    assert_eq!(families.evidence[&Field::Share].grounds, Grounds::Measured);
    assert_eq!((families.entries.len(), companies.entries.len()), (1, 2), "where they come in");
    assert_eq!(companies.entries[1].share, 14.0 / 40.0);
    // As many buy as without kinds: strengths and further tries are those of all.
    let plain = read(FileKind::Log, HowToRead::default(), log_of_kinds(60, 40, "note").as_bytes());
    let Some(Content::Log { counted: Ok((_, plain)), .. }) = plain.content else { panic!("it is a log") };
    let conversion =
        |journey: &Journey| exact_conversion(&CheckedJourney::new(journey.clone()).unwrap(), &Scenario::default());
    assert!((conversion(&made.journey) - conversion(&plain.journey)).abs() < 1e-12);
    assert!(companies.patience > 0.0 && families.patience == companies.patience);
}

#[test]
fn a_column_that_names_no_kinds_makes_no_personas_unless_somebody_says_so() {
    // A segment of its own for every case, and one that changes from row to row.
    let many: String = (0..50).map(|n| format!("{n};2025-01-{:02};Order;S{n}\n", 1 + n % 28)).collect();
    let mixed: String = (0..60).map(|n| format!("{};2025-01-{:02};Order;S{}\n", n / 3, 1 + n % 28, n % 2)).collect();
    let personas = |rows: &str, how: HowToRead| {
        let seen = read(FileKind::Log, how, format!("case;time;step;segment\n{rows}").as_bytes());
        match seen.content {
            Some(Content::Log { counted: Ok((_, made)), doubts, .. }) => {
                Ok((made.journey.personas.len(), doubts.mixed_kinds))
            }
            _ => Err(seen.fault),
        }
    };
    assert_eq!(personas(&many, HowToRead::default()), Ok((1, 0)));
    assert_eq!(personas(&mixed, HowToRead::default()), Ok((1, 0)));
    let mut said = HowToRead::default();
    said.log.kind = Some("Segment".into());
    assert_eq!(personas(&many, said.clone()), Err(Some(DataFault::TooManyKinds { most: 12 })));
    assert_eq!(personas(&mixed, said), Ok((2, 20)), "the first row of each case counts");
}

#[test]
fn the_value_check_is_the_step_that_somebody_names_where_it_stands_after_the_purchase() {
    let rows = (0..40).map(|n| {
        let day = format!("2025-01-{:02}", 1 + n % 20);
        format!("{n};{day} 08:00;Visit\n{n};{day} 09:00;Order\n{n};{day} 10:00;Letter\n{n};{day} 11:00;Support\n")
    });
    let text = format!("case;time;step\n{}", rows.collect::<String>());
    let checks = |reckoning: Option<&str>| {
        let mut how = HowToRead::default();
        how.said.reckoning = reckoning.map(str::to_owned);
        let seen = read(FileKind::Log, how, text.as_bytes());
        let Some(Content::Log { counted, .. }) = seen.content else { panic!("it is a log") };
        let (_, made) = counted?;
        let checks = made.journey.touchpoints.iter().filter(|t| t.role == Role::Reckoning);
        Ok((checks.map(|t| t.name.get("en").to_owned()).collect::<Vec<_>>(), made.journey.touchpoints.len()))
    };
    assert_eq!(checks(Some("letter")), Ok((vec!["Letter".to_owned()], 4)));
    let (added, all) = checks(None).unwrap();
    assert_eq!((added.len(), all), (1, 5), "no name says which, so one is added");
    assert_eq!(checks(Some("visit")), Err(DataFault::NotAfterPurchase { name: "Visit".into() }));
    assert_eq!(checks(Some("Invioce")), Err(DataFault::UnknownStep { name: "Invioce".into() }));
}

#[test]
fn who_buys_again_and_again_has_come_to_the_purchase_from_before() {
    let mut text = String::from("case;time;step\n");
    for case in 0..100 {
        let orders = if case % 4 == 0 { 5 } else { 0 };
        text.push_str(&format!("{case};2025-01-{:02} 08:00;Visit\n", 1 + case % 20));
        (0..orders).for_each(|n| text.push_str(&format!("{case};2025-02-{:02} 08:00;Order\n", 1 + n)));
    }
    let how = HowToRead { silent: Some(1.0), ..HowToRead::default() };
    let Some(Content::Log { counted: Ok((counts, made)), .. }) = read(FileKind::Log, how, text.as_bytes()).content
    else {
        panic!("it is a log")
    };
    assert_eq!((counts.cases.bought, counts.aside), (25, 100), "the other orders are set aside");
    let journey = CheckedJourney::new(made.journey).unwrap();
    assert!((exact_conversion(&journey, &Scenario::default()) - 0.25).abs() < 1e-9);
}

#[test]
fn what_is_left_out_as_rare_is_told_by_name() {
    let mut text = String::from("case;time;step\n");
    for case in 0..400 {
        let steps: &[&str] = if case == 7 { &["Visit", "Lobby", "Order"] } else { &["Visit", "Offer", "Order"] };
        for (at, step) in steps.iter().enumerate() {
            text.push_str(&format!("{case};2025-{:02}-1{} 08:0{at}:00;{step}\n", 1 + case % 9, case % 9));
        }
    }
    for case in 400..404 {
        text.push_str(&format!("{case};2025-03-01 08:00:00;Visit\n{case};2025-03-01 09:00:00;Order\n"));
    }
    let rare_of = |rare| {
        let how = HowToRead { rare: Some(rare), ..HowToRead::default() };
        match read(FileKind::Log, how, text.as_bytes()).content {
            Some(Content::Log { counted: Ok((counts, _)), .. }) => (counts.rare, counts.counted.folded_taken),
            other => panic!("{other:?}"),
        }
    };
    let (rare, taken) = rare_of(0.05);
    // Without its one visit to the lobby, the case that made it went straight on.
    assert_eq!(rare.ways, [("Visit".to_owned(), "Order".to_owned(), 5)]);
    assert_eq!((rare.steps, taken), (vec![("Lobby".to_owned(), 1)], 5));
    assert_eq!(rare_of(0.0), (RareThings::default(), 0));
}

#[test]
fn a_log_that_names_no_kinds_has_none() {
    let seen = read(FileKind::Log, HowToRead::default(), log_of_kinds(10, 10, "note").as_bytes());
    let Some(Content::Log { counted: Ok((counts, made)), .. }) = seen.content else { panic!("it is a log") };
    assert!(counts.counted.kinds.is_empty() && made.journey.personas.len() == 1);
}

#[test]
fn where_more_rows_were_left_out_than_are_kept_that_is_said() {
    let rows = |bad: usize| {
        let text = format!("case;time;step\n1;2025-01-01;Order\n{}", "1;never;Order\n".repeat(bad));
        read(FileKind::Log, HowToRead::default(), text.as_bytes()).rows().unwrap().clone()
    };
    assert_eq!(data::only_first(Language::En, &rows(MOST_TOLD)), None);
    let said = data::only_first(Language::En, &rows(MOST_TOLD + 1)).unwrap();
    assert!(said.contains("10,000") && rows(MOST_TOLD + 1).left_out == MOST_TOLD as u64 + 1, "{said}");
}

#[test]
fn counts_tell_kinds_of_customer_by_where_they_begin_and_those_of_a_log_come_back() {
    let seen = read(FileKind::Log, HowToRead::default(), log_of_kinds(60, 40, "persona").as_bytes());
    let Some(Content::Log { counted: Ok((counts, of_log)), .. }) = seen.content else { panic!("it is a log") };
    let text = counts_text(&counts.counted);
    let seen = read(FileKind::Counts, HowToRead::default(), text.as_bytes());
    let Some(Content::Counts { read, made: Ok(made) }) = seen.content else { panic!("{text}") };
    assert_eq!(read.rows.left_out, 0);
    for persona in &of_log.journey.personas {
        let again = made.journey.personas.iter().find(|p| p.name == persona.name).unwrap();
        let shares = |entries: &[Entry]| entries.iter().map(|entry| entry.share).collect::<Vec<_>>();
        assert_eq!(again.share, persona.share);
        assert_eq!(shares(&again.entries), shares(&persona.entries));
    }
    assert!(
        !counts_text(&kedja::model::data::CountedJourney { kinds: Vec::new(), ..counts.counted }).contains("persona")
    );
}
