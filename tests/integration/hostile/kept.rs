//! What is kept on a device, where anybody may have changed it: the state of the page, records of the library, what the books say.

use super::corpus::{file, folder, odd};
use super::survives;
use crate::exchange::link::normal;
use kedja::app::{restore, save};
use kedja::exchange::*;
use kedja::model::digest;

const WORDS: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "{}",
    "[]",
    "\"version\":1",
    "\"version\":4",
    "\"version\":5",
    "\"now\":",
    "\"past\":[",
    "\"future\":[",
    "\"named\":[",
    "\"scenes\":[",
    "\"journeys\":[",
    "\"ready\"",
    "\"telecom\"",
    "\"file\"",
    "\"own\"",
    "\"draft\"",
    "\"structure\"",
    "\"journey\":0",
    "\"journey\":1",
    "\"as_is\":0",
    "\"named\":0",
    "\"agenda\":{",
    "\"bets\"",
    "\"seed\":",
    "\"scenario\":{",
    "\"revision\":",
    "\"selected\":",
    "\"work\":{",
    "\"improvements\":[",
    "0",
    "1",
];

/// The state in a text: what could be read is written and read as it is, and a session that comes of it is kept as it is.
pub fn is_survived(text: &str) {
    if let Ok((state, _)) = read_saved_state(text) {
        let again = read_saved_state(&saved_state_json(&state)).map(|(state, _)| state);
        assert_eq!(again, Ok(state));
    }
    if let Ok((session, _)) = restore(text) {
        assert_eq!(restore(&save(&session)), Ok((session, Lost::default())));
    }
}

#[test]
fn a_kept_state_is_read_as_it_will_be_kept_as_far_as_it_can_be() {
    let states = ["saved-state-2-qualities", "saved-state-3", "saved-state-4", "saved-state-4-structure"];
    let state = |name: &str| file(&format!("tests/fixtures/{name}.json"));
    let text = String::from_utf8(state("saved-state-4")).unwrap();
    let made = [states.map(state).to_vec(), odd(&text)].concat();
    survives("saved-state", made, &WORDS, |bytes| is_survived(&String::from_utf8_lossy(bytes)));
}

/// The record in a text, and what is in it.
fn record(text: &str) {
    let head = read_head(first_line(text));
    let Ok(record) = read_record(text) else { return };
    assert_eq!(head.as_ref(), Ok(&record.head));
    is_survived(&record.body);
    let mut again = read_record(&record_text(&record)).expect("it was written whole");
    again.head.version = record.head.version;
    assert_eq!(again, record);
}

#[test]
fn a_record_is_read_as_it_will_be_written_or_known_as_damaged() {
    let records = ["record-1.txt", "record-2.txt"].map(|name| file(&format!("tests/fixtures/{name}")));
    let text = String::from_utf8(records[0].clone()).unwrap();
    let made = [records.to_vec(), odd(&text)].concat();
    let words = ["\n", " ", "{", "0000000000000000", "ffffffffffffffff", "+", "\"version\":3"];
    survives("record", made, &words, |bytes| record(&String::from_utf8_lossy(bytes)));
}

#[test]
fn a_record_whose_digests_are_right_is_read_whatever_somebody_has_written_into_it() {
    let inside = |text: &str| {
        let (line, body) = text.split_once('\n').unwrap();
        format!("{}\n{body}", line.splitn(3, ' ').nth(2).unwrap()).into_bytes()
    };
    let records = ["record-1.txt", "record-2.txt"].map(|name| file(&format!("tests/fixtures/{name}")));
    let made = records.iter().map(|text| inside(std::str::from_utf8(text).unwrap())).collect();
    let words =
        ["\"of\":{\"id\":\"a\",\"why\":\"wanted\"}", "\"rings\":[", "\"view\":[", "\"origin\":{\"file\":", "1e308"];
    survives("record-inside", made, &[&WORDS[..], &words].concat(), |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once('\n').unwrap_or((&text, ""));
        let line = format!("{:016x} {head}", digest(body));
        record(&format!("{:016x} {line}\n{body}", digest(&line)));
    });
}

#[test]
fn what_the_books_say_is_read_as_it_will_be_written_whatever_stands_there() {
    let books = r#"{"own":{"churn":[0.023],"conversion":[0.03,10000.0],"revenue":[12.5,12.0]},"checks":[{"on":"2027-03-01",
        "figures":[{"figure":"churn","said":0.0226,"low":0.02,"high":0.025,"came":0.023,"is_hit":true}]}]}"#;
    let words = [
        "\"own\":{",
        "\"checks\":[",
        "\"churn\":[",
        "\"revenue\":[",
        "\"days_to_purchase\":[",
        "1",
        "65535.4",
        "]",
        "}",
    ];
    survives("books", odd(books), &words, |bytes| {
        let books = read_books(&String::from_utf8_lossy(bytes));
        assert_eq!(read_books(&books_text(&books)), books);
    });
}

#[test]
fn every_link_that_is_kept_for_ever_is_begun_with() {
    // Else the readers of links would be tried with nothing that is right.
    let links = folder("links").into_iter().filter(|(name, _)| name.ends_with(".txt"));
    assert!(links.count() >= 10);
    assert!(link_of(&normal()).is_some());
}
