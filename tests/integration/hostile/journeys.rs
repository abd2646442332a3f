//! Files of journeys and of what is changed in them: a journey, a scenario, a meeting, a whole library, rows of a spreadsheet.

use super::corpus::{file, odd, zipped};
use super::kept::is_survived;
use super::{refused, said, survives};
use crate::builder::{small, strengthen};
use kedja::app::Language;
use kedja::app::library::{FileEnd, FileOutcome};
use kedja::exchange::*;
use kedja::model::*;
use kedja::words::library::file_outcome;
use kedja::words::{Teller, sheet};
use std::sync::Arc;

pub const WORDS: [&str; 36] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "false",
    "\"\"",
    "[]",
    "{}",
    "\\u0000",
    "\\ud800",
    "\"version\":1",
    "\"version\":2",
    "\"id\":",
    "\"ad\"",
    "\"anna\"",
    "\"invoice\"",
    "\"strength\"",
    "\"likely\"",
    "\"low\"",
    "\"high\"",
    "\"share\"",
    "\"from\"",
    "\"to\"",
    "\"role\"",
    "\"purchase\"",
    "\"evidence\"",
    "\"scenario\"",
    "{\"a\":[",
    "-1",
    "1e308",
    "2",
];

/// The journey of a file: valid, and read again as it was.
fn journey(bytes: &[u8]) {
    match open_journey(bytes) {
        Ok(journey) => {
            assert_eq!(check(&journey), []);
            assert_eq!(open_journey(journey_json(&journey).as_bytes()), Ok(journey));
        }
        Err(problems) => refused(&problems),
    }
}

#[test]
fn a_journey_file_is_read_as_it_will_be_written_or_refused_in_words() {
    let own = journey_json(&open_journey(&file("tests/fixtures/links/own-twelve.json")).unwrap());
    let made = [odd(&journey_json(&small())), vec![own.into_bytes(), "[".repeat(60_000).into_bytes()]].concat();
    survives("journey", made, &WORDS, journey);
}

fn full_scenario() -> Scenario {
    let moved = |link: &str, lever, value| Change::Set { link: link.into(), lever, value };
    let together = Improvement {
        id: "all".into(),
        name: Text::same("All of “it”"),
        owner: Some("sales".into()),
        effort: 2.5,
        changes: vec![strengthen("ad", -0.5), moved("support", Field::Pain, 0.1)],
        off: true,
    };
    Scenario {
        qualities: vec![PersonaChange { persona: "anna".into(), quality: Field::Tolerance, value: 5.0 }],
        effort_curve: EffortCurve::Line,
        strain: 0.1,
        price: Some(80.0),
        arrivals: Some(10.0),
        echo: Some(0.2),
        start: -3,
        improvements: vec![together],
    }
}

#[test]
fn a_scenario_file_is_read_as_it_will_be_written_or_refused_in_words() {
    let of = small();
    survives("scenario", odd(&scenario_json(&full_scenario())), &WORDS, |bytes| match open_scenario(bytes, &of) {
        Ok(scenario) => {
            assert_eq!(check_scenario(&of, &scenario), []);
            assert_eq!(open_scenario(scenario_json(&scenario).as_bytes(), &of), Ok(scenario));
        }
        Err(problems) => refused(&problems),
    });
}

fn meeting_text() -> String {
    meeting_json(&MeetingFile {
        id: "0a-b".into(),
        name: Some("Torsdag".into()),
        note: "Inför “styrelsen”\n".into(),
        made: 1_764_000_000_000,
        changed: u64::MAX,
        work: String::from_utf8(file("tests/fixtures/saved-state-2-qualities.json")).unwrap(),
    })
}

/// The meeting of a file, and the work in it.
fn meeting(bytes: &[u8]) {
    match open_meeting(bytes) {
        Ok(meeting) => {
            is_survived(&meeting.work);
            assert_eq!(open_meeting(meeting_json(&meeting).as_bytes()), Ok(meeting));
        }
        Err(NoMeeting::Problems(problems)) => refused(&problems),
        // It is then opened as a journey, or said to be newer.
        Err(NoMeeting::Other | NoMeeting::Newer) => {}
    }
}

#[test]
fn a_file_of_a_meeting_is_read_as_it_will_be_written_or_refused_in_words() {
    let words =
        [&WORDS[..], &["\"kedja\"", "\"meeting\"", "\"work\":{", "\"now\"", "\"journeys\":[", "\"step\""]].concat();
    survives("meeting", odd(&meeting_text()), &words, meeting);
}

#[test]
fn an_archive_of_a_library_is_taken_file_by_file_or_refused_in_words() {
    let told = |why: NoLibrary| {
        for language in Language::ALL {
            let outcome = FileOutcome { name: "all.zip".into(), what: FileEnd::Packed(why.clone()) };
            said(&file_outcome(language, &outcome));
        }
    };
    let (text, zeros) = (meeting_text(), vec![b'0'; 2_000_000]);
    let texts = [("a.json".to_owned(), text.clone()), ("b.json".to_owned(), journey_json(&small()))];
    let inner = zipped(&[("c.json", text.as_bytes())]);
    let made = vec![
        library_zip(&texts).unwrap(),
        zipped(&[("bomb.json", &zeros), ("__MACOSX/a", b"x"), ("folder/", b""), (".DS_Store", b"")]),
        zipped(&[("again.zip", &inner), ("../../a.json", text.as_bytes()), ("", b"")]),
        zipped(&[]),
    ];
    let words =
        ["PK\x01\x02", "PK\x03\x04", "PK\x05\x06", "PK\x06\x06", "PK\x06\x07", "PK\x07\x08", "\x01\0", "a.json"];
    survives("archive", made, &words, |bytes| {
        let library = match open_library(bytes) {
            Ok(library) => library,
            Err(why) => return told(why),
        };
        let mut texts = Vec::new();
        for (name, packed) in library {
            match packed {
                Ok(bytes) => {
                    meeting(&bytes);
                    texts.extend(String::from_utf8(bytes).ok().map(|text| (name, text)));
                }
                Err(why) => told(why),
            }
        }
        // What came out of it goes into one again, where each has a name of its own.
        texts.sort();
        texts.dedup_by(|one, other| one.0 == other.0);
        texts.retain(|(name, _)| !name.ends_with(['/', '\\']));
        if let Ok(again) = library_zip(&texts) {
            let again: Vec<PackedFile> = open_library(&again).unwrap().collect();
            assert_eq!(again.len(), texts.len());
            assert!(again.iter().zip(&texts).all(|(one, (_, text))| one.1.as_deref() == Ok(text.as_bytes())));
        }
    });
}

#[test]
fn rows_that_are_pasted_into_a_journey_change_it_or_are_told_and_change_nothing_twice() {
    let before = Arc::new(small());
    let teller = |journey: &Arc<Journey>, language| Teller { language, journey: journey.clone() };
    let written = sheet::written(&teller(&before, Language::Sv));
    let block = "Phase\tTouchpoint\tStrength\tChannel\nconsideration\tDemo\t85\tMeeting\nconsideration\t\"Qu\"\"ote\"\t0,85\tE-mail\n";
    let made = [odd(&written), odd(block)].concat();
    let words =
        ["\t", "\n", "\"", ";", "%", "85", "0,85", "Phase", "Strength", "Role", "Next", "purchase", "köp", "ad", "Ad"];
    survives("copied-rows", made, &words, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        drop(sheet::names(&text));
        for language in Language::ALL {
            let came = sheet::pasted(&teller(&before, language), &text, None);
            let journey = came.journey;
            // What came of it can be looked at, whatever it is, and kept.
            for problem in check(&journey) {
                said(&kedja::words::problem::line(language, &problem));
            }
            let journey = Arc::new(journey);
            let rows = sheet::written(&teller(&journey, language));
            assert!(sheet::rows(&rows).len() <= journey.touchpoints.len() + 1);
        }
    });
}
