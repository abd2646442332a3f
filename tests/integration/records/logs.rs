//! Logs of events, as programs and people write them.

use super::{counting, fixture, left_out, log_of};
use kedja::analysis::records::count_log;
use kedja::app::records::LogChoices;
use kedja::model::data::{DataFault, EventLog, LeftOutWhy};
use std::io::Write;

fn log(name: &str) -> EventLog {
    log_of(&fixture(name), LogChoices::default()).unwrap()
}

/// Time from the first event of each case to its last [minutes].
fn minutes(log: &EventLog) -> Vec<i64> {
    let mut found = Vec::new();
    for case in log.events.chunk_by(|a, b| a.case == b.case) {
        found.push((case[case.len() - 1].time - case[0].time) / 60_000);
    }
    found
}

fn first_steps(log: &EventLog) -> Vec<&str> {
    log.events.chunk_by(|a, b| a.case == b.case).map(|case| log.steps[usize::from(case[0].step)].as_str()).collect()
}

#[test]
fn whether_the_day_stands_first_is_decided_once_for_all_rows() {
    let days: Vec<i64> = minutes(&log("b02-day-month.csv")).iter().map(|minutes| minutes / 1_440).collect();
    assert_eq!(days, [78, 4, 71]);
    // One row that can only be the other way is left out, and told.
    let mixed = b"case;time;step\n1;21/05/2025;A\n1;22/05/2025;B\n2;05/23/2025;A\n";
    let read = log_of(mixed, LogChoices::default()).unwrap();
    assert_eq!(left_out(&read.rows), [(4, LeftOutWhy::OtherOrder)]);
}

#[test]
fn where_no_row_says_it_is_asked_and_an_answer_is_taken() {
    let ambiguous = fixture("b02-ambiguous.csv");
    assert!(
        matches!(log_of(&ambiguous, LogChoices::default()), Err(DataFault::WhichDay { example }) if example == "04/03/2025")
    );
    let said = |day_first| LogChoices { day_first: Some(day_first), ..LogChoices::default() };
    let days = |day_first| {
        minutes(&log_of(&ambiguous, said(day_first)).unwrap()).iter().map(|m| m / 1_440).collect::<Vec<_>>()
    };
    assert_eq!(days(true), [63, 4]);
    assert_eq!(days(false), [63, 123]);
}

#[test]
fn days_that_there_are_not_are_told_and_stretch_nothing() {
    let read = log("b02-impossible.csv");
    assert_eq!((read.rows.used, read.rows.left_out), (1, 6));
    assert!(left_out(&read.rows)[..5].iter().all(|(_, why)| *why == LeftOutWhy::NoSuchTime));
    assert_eq!(left_out(&read.rows)[5], (7, LeftOutWhy::NoTime));
}

#[test]
fn clocks_are_converted_so_that_nothing_is_answered_before_it_is_asked() {
    let read = log("b03-clocks.csv");
    assert_eq!(minutes(&read), [20, 2, 30]);
    assert_eq!(first_steps(&read), ["Ringer"; 3]);
}

#[test]
fn within_one_moment_the_order_of_the_file_holds_also_where_the_newest_stand_first() {
    let (old, new) = (log("b04-same-day.csv"), log("b04-same-day-newest-first.csv"));
    assert!(new.doubts.newest_first && !old.doubts.newest_first);
    assert_eq!(old.doubts.same_moment, 9);
    for read in [&old, &new] {
        assert_eq!(first_steps(read), ["Beställning"; 3]);
        assert_eq!(read.steps.len(), 4);
    }
}

#[test]
fn names_of_cases_are_texts_and_no_numbers() {
    let read = log("b05-ids.csv");
    assert_eq!((read.cases, read.rows.used, read.rows.left_out), (14, 30, 2));
    assert_eq!(read.doubts.near_names, 1);
    assert!(left_out(&read.rows).iter().all(|(_, why)| *why == LeftOutWhy::NoCase));
}

#[test]
fn of_xes_what_is_not_needed_is_passed_by_at_any_depth() {
    let read = log("b06-nested.xes");
    let visits = |name: &str| {
        let step = read.steps.iter().position(|step| step == name).unwrap();
        read.events.iter().filter(|event| usize::from(event.step) == step).count()
    };
    assert_eq!((visits("Order"), visits("Faktura & påminnelse")), (2, 1));
    assert_eq!((read.cases, read.doubts.unnamed_cases), (2, 1));
    let why: Vec<_> = left_out(&read.rows).into_iter().map(|(_, why)| why).collect();
    assert_eq!(why, [LeftOutWhy::NoStep, LeftOutWhy::NoTime, LeftOutWhy::EmptyCase]);
}

#[test]
fn quotes_and_ragged_rows_cost_themselves_and_nothing_else() {
    let read = log("b07-quotes.csv");
    let why: Vec<_> = left_out(&read.rows);
    assert_eq!(why, [(6, LeftOutWhy::TooShort), (7, LeftOutWhy::TooLong), (8, LeftOutWhy::TooShort)]);
    assert_eq!(read.rows.used, 4);
    let read = log("b07-never-closed.csv");
    assert_eq!(left_out(&read.rows), [(2, LeftOutWhy::OpenQuote)]);
    assert!(read.rows.used > 1_900, "{}", read.rows.used);
    let read = log("b07-header-twice.csv");
    let why: Vec<_> = left_out(&read.rows).into_iter().map(|(_, why)| why).collect();
    assert_eq!(why, [LeftOutWhy::HeadingAgain, LeftOutWhy::Blank, LeftOutWhy::Blank, LeftOutWhy::Total]);
}

#[test]
fn cases_that_the_log_cuts_off_are_neither_lost_nor_a_weaker_link() {
    let read = log("b08-window.csv");
    let counts = count_log(&read, &counting()).unwrap();
    let cases = counts.cases;
    assert_eq!((cases.all, cases.bought, cases.ended, cases.open, cases.cut), (10, 4, 1, 2, 3));
    let tries: Vec<_> = counts.counted.steps.iter().map(|s| (s.name.as_str(), s.tries.held, s.tries.failed)).collect();
    assert_eq!(tries, [("Besök", 5, 0), ("Offert", 4, 1), ("Köp", 4, 0)]);
}

#[test]
fn the_same_log_packed_is_the_same_log() {
    for name in ["b05-ids.csv", "b06-nested.xes"] {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packer.write_all(&fixture(name)).unwrap();
        assert_eq!(log_of(&packer.finish().unwrap(), LogChoices::default()).unwrap(), log(name));
    }
}

#[test]
fn a_log_in_utf_16_is_the_same_log() {
    let text = String::from_utf8(fixture("b05-ids.csv")).unwrap();
    let wide: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(log_of(&wide, LogChoices::default()).unwrap().events, log("b05-ids.csv").events);
}

#[test]
fn loops_stay_loops_and_both_ways_of_counting_give_the_same_conversion() {
    let mut text = String::from("case,time,step\n");
    // Every third goes back once, every fifth ends after the offer; the last day is long after all of them.
    for case in 0..300 {
        let day = |n: usize| format!("2025-0{}-{:02}", 1 + case / 100, 1 + (case % 20) + n);
        let mut steps = vec!["Visit", "Offer"];
        if case % 3 == 0 {
            steps.extend(["Visit", "Offer"]);
        }
        if case % 5 != 0 {
            steps.push("Order");
        }
        for (n, step) in steps.iter().enumerate() {
            text.push_str(&format!("{case},{},{step}\n", day(n)));
        }
    }
    text.push_str("last,2025-12-31,Visit\n");
    let read = log_of(text.as_bytes(), LogChoices::default()).unwrap();
    let counts = count_log(&read, &counting()).unwrap();
    let made = kedja::analysis::records::journey_of(
        &counts.counted,
        &kedja::app::records::SaidOfSteps::default(),
        &kedja::words::building::beginnings(),
        "en",
        &kedja::model::Text::default(),
    );
    let conversion = kedja::analysis::exact_conversion(&made.journey, &kedja::model::Scenario::default());
    assert!((conversion - 240.0 / 300.0).abs() < 1e-9, "{conversion}");
}

#[test]
fn a_log_that_an_old_program_wrote_has_its_letters() {
    let log = "kund;steg;tid\n1;Jämför på nätet;2026-01-01\n1;Köp;2026-01-02\n2;Jämför på nätet;2026-01-01\n";
    let old = |letter: fn(char) -> u8| -> Vec<u8> {
        log.chars().map(|c| if c.is_ascii() { c as u8 } else { letter(c) }).collect()
    };
    let written = [
        old(|c| c as u8),
        old(|c| match c {
            'ä' => 0x84,
            'ö' => 0x94,
            'å' => 0x86,
            _ => b'?',
        }),
        old(|c| match c {
            'ä' => 0x8a,
            'ö' => 0x9a,
            'å' => 0x8c,
            _ => b'?',
        }),
    ];
    for (bytes, program) in written.iter().zip(["Windows", "DOS", "an old Mac"]) {
        let read = log_of(bytes, LogChoices::default()).unwrap();
        assert_eq!(read.steps, ["Jämför på nätet", "Köp"], "{program}");
    }
}
