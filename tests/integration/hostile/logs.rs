//! Logs of events as tables and as XES, packed or not: in whatever pieces they come they say the same.

use super::corpus::{odd, packed, zipped};
use super::figures::{WORDS, adds_up, fixture, is_a_journey, told};
use super::{LONGEST_TIME, busy, said, survives, workbooks};
use crate::records::{counting, reading_in};
use kedja::app::Language;
use kedja::app::records::{CountingChoices, LogChoices, LogReader, journey_of_log, log_preview};
use kedja::model::data::{DataFault, EventLog};
use kedja::model::digest;
use kedja::words::data;

/// What somebody may say of a log, another for each.
fn choices(number: u64) -> LogChoices {
    let kind = [None, None, Some(String::new()), Some("persona".to_owned())][(number % 4) as usize].clone();
    let day_first = [None, Some(true), Some(false)][(number / 4 % 3) as usize];
    LogChoices { kind, day_first, ..LogChoices::default() }
}

fn read(bytes: &[u8], piece: usize, choices: &LogChoices) -> Result<EventLog, DataFault> {
    let mut reader = LogReader::new(choices.clone());
    bytes.chunks(piece).try_for_each(|piece| reader.push(piece))?;
    reader.finish()
}

fn log(bytes: &[u8]) {
    let number = digest(bytes);
    let choices = choices(number);
    if let Err(fault) = log_preview(bytes, &choices) {
        told(&fault);
    }
    let whole = read(bytes, usize::MAX, &choices);
    let piece = [1, 2, 7, 64, 4_096][(number / 12 % 5) as usize];
    // What is wrong in two ways may be refused for either.
    assert_eq!(read(bytes, piece, &choices).ok().as_ref(), whole.as_ref().ok(), "in pieces of {piece}");
    let log = match whole {
        Ok(log) => log,
        Err(fault) => return told(&fault),
    };
    adds_up(&log.rows);
    assert_eq!(log.rows.used, log.events.len() as u64 + log.doubts.lifecycle);
    let last = log.steps.last().cloned();
    for purchase in [None, last] {
        match journey_of_log(&log, &CountingChoices { purchase, ..counting() }, &reading_in()) {
            Ok((counts, made)) => {
                for language in Language::ALL {
                    data::of_log(language, &counts, &log.doubts).iter().for_each(|words| said(words));
                }
                is_a_journey(&made);
            }
            Err(fault) => told(&fault),
        }
    }
}

fn tables() -> Vec<Vec<u8>> {
    let names = [
        "b02-ambiguous.csv",
        "b02-day-month.csv",
        "b02-impossible.csv",
        "b03-clocks.csv",
        "b04-same-day-newest-first.csv",
        "b04-same-day.csv",
        "b05-ids.csv",
        "b07-header-twice.csv",
        "b07-quotes.csv",
        "b08-window.csv",
    ];
    names.map(fixture).to_vec()
}

#[test]
fn a_log_says_the_same_in_whatever_pieces_it_comes_or_is_refused_in_words() {
    let kinds = "kund;steg;tid;persona;resultat\n1;Annons;2025-01-02 10:00;Family;ok\n1;Order;2025-01-03T11:00:00.5+01:00;Family;\n\
        2;Annons;4 mar 2025;Firm;fel\n2;Annons;2025-03-05;Firm;ok\n2;Order;1741600000;Firm;\n2;Faktura;45800,5;Firm;\n";
    let made = [tables(), odd(kinds), workbooks::made()].concat();
    let words =
        ["2025-01-01 24:00", "Mar 4, 2025", "4 mar 2025", "1741600000", "45800,5", "PM", "+01:00", "Z", "ok", "fel"];
    survives("log", made, &[&WORDS[..], &words].concat(), log);
}

#[test]
fn a_packed_log_says_the_same_in_whatever_pieces_it_comes_or_is_refused_in_words() {
    let spaces = vec![b' '; 1_000_000];
    let rows = fixture("b05-ids.csv");
    let twice = [packed(&rows), packed(&rows)].concat();
    let made = vec![
        packed(&rows),
        packed(&fixture("b06-nested.xes")),
        twice,
        packed(&packed(&rows)),
        packed(&spaces),
        zipped(&[("a.csv", &rows)]),
    ];
    survives("log-packed", made, &["\x1f\u{8b}", "\x08", "\0\0\0\0", "\x1f", "PK\x03\x04"], log);
}

#[test]
fn xes_says_the_same_in_whatever_pieces_it_comes_or_is_refused_in_words() {
    let nested = String::from_utf8(fixture("b06-nested.xes")).unwrap();
    let words = [
        "<log>",
        "</log>",
        "<trace>",
        "</trace>",
        "<trace/>",
        "<event>",
        "</event>",
        "<string key=\"",
        "<date key=\"",
        "\"/>",
        "/>",
        "concept:name",
        "time:timestamp",
        "lifecycle:transition",
        "complete",
        "start",
        "&amp;",
        "&a;",
        "&#0;",
        "&#x110000;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
        "<!DOCTYPE log [<!ENTITY a \"b\">]>",
        "xes:",
        "'",
        "2025-03-04T14:05:00.000+01:00",
        "<list key=\"a\">",
        "<values>",
        "<",
    ];
    survives("log-xes", odd(&nested), &words, log);
}

#[test]
fn a_row_without_an_end_is_not_read_from_its_beginning_for_each_piece() {
    let rows = "case;step;time\n1;Order;2025-01-02\n".repeat(4_000) + &"2;Order;".repeat(60_000);
    let begun = busy();
    assert!(read(rows.as_bytes(), 16, &LogChoices::default()).is_ok());
    assert!(busy().saturating_sub(begun) < LONGEST_TIME);
}
