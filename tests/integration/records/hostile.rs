//! Files that somebody made to do harm, or that fell down the stairs: a sentence, and no more. `make fuzz` tries many more.

use super::{counting, fixture, log_of};
use kedja::analysis::records::count_log;
use kedja::app::Language;
use kedja::app::records::{LogChoices, LogReader, TableChoices, counts_in, curve_in, journey_of_log};
use kedja::exchange::{any_text, links_in};
use kedja::model::data::DataFault;
use kedja::words::{data, pool};
use proptest::prelude::*;
use std::io::Write;

/// Reads bytes in every way there is; what is refused is refused with a sentence, and what is read adds up.
fn survives(bytes: &[u8]) {
    let said = |fault: &DataFault| assert!(data::fault(Language::Sv, fault).ends_with(['.', '?']));
    match counts_in(bytes, &TableChoices::default()) {
        Ok(read) => assert_eq!(read.rows.read, read.rows.used + read.rows.left_out),
        Err(fault) => said(&fault),
    }
    match curve_in(bytes, &TableChoices::default()) {
        Ok(read) => assert!(read.curve.shares().windows(2).all(|two| two[1] <= two[0] + 1e-12)),
        Err(fault) => said(&fault),
    }
    // A class that somebody has gathered in it.
    match any_text(bytes) {
        Ok(text) => assert!(links_in(&text).links.iter().all(|link| link.line >= 1)),
        Err(why) => assert!(pool::unreadable(Language::Sv, &why).ends_with('.')),
    }
    match log_of(bytes, LogChoices::default()) {
        Ok(log) => {
            assert_eq!(log.rows.read, log.rows.used + log.rows.left_out);
            assert_eq!(log.rows.used, log.events.len() as u64 + log.doubts.lifecycle);
            if let Err(fault) = count_log(&log, &counting()) {
                said(&fault);
            }
            let purchase = Some(log.steps[0].clone());
            let choices = kedja::app::records::CountingChoices { purchase, ..counting() };
            journey_of_log(&log, &choices, &super::reading_in()).unwrap();
        }
        Err(fault) => said(&fault),
    }
}

const FILES: [&str; 12] = [
    "b01-excel-cp1252.csv",
    "b01-excel-unicode-text.txt",
    "b01-sep-line.csv",
    "b02-day-month.csv",
    "b03-clocks.csv",
    "b04-same-day.csv",
    "b05-ids.csv",
    "b06-nested.xes",
    "b07-quotes.csv",
    "b08-window.csv",
    "b10-rises.csv",
    "b11-cohorts.csv",
];

proptest! {
    #[test]
    fn a_hostile_file_of_figures_is_survived(
        file in prop::sample::select(FILES.to_vec()),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..12),
    ) {
        let mut bytes = fixture(file);
        for (at, byte, kind) in edits {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, [b'"', b';', b'\n', 0, b'<', 0xff][usize::from(byte) % 6]),
                2 => drop(bytes.drain(at..(at + usize::from(byte)).min(bytes.len()))),
                _ => bytes.truncate(at.max(1)),
            }
            if bytes.is_empty() {
                bytes.push(b';');
            }
        }
        survives(&bytes);
    }

    #[test]
    fn hostile_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survives(&bytes);
    }
}

#[test]
fn what_grows_beyond_measure_is_refused() {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..1_100 {
        packer.write_all(&zeros).unwrap();
    }
    let bomb = packer.finish().unwrap();
    let mut reader = LogReader::new(LogChoices::default());
    let found = bomb.chunks(1 << 16).try_for_each(|piece| reader.push(piece));
    assert!(matches!(found, Err(DataFault::Bomb { .. } | DataFault::Empty | DataFault::NothingLeft)), "{found:?}");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..260 {
        zip.write_all(&zeros).unwrap();
    }
    let bomb = zip.finish().unwrap().into_inner();
    assert!(matches!(counts_in(&bomb, &TableChoices::default()), Err(DataFault::Bomb { .. })));
}

#[test]
fn entities_are_never_expanded() {
    let bomb = b"<?xml version=\"1.0\"?><!DOCTYPE log [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>\
        <log><trace><string key=\"concept:name\" value=\"1\"/><event><string key=\"concept:name\" value=\"&b;\"/>\
        <date key=\"time:timestamp\" value=\"2025-01-01\"/></event></trace></log>";
    match log_of(bomb, LogChoices::default()) {
        Ok(log) => assert!(log.steps.iter().all(|step| step.len() < 40)),
        Err(fault) => assert!(matches!(fault, DataFault::NoXes | DataFault::NothingLeft)),
    }
}

#[test]
fn nothing_at_all_and_nuls_are_refused() {
    for bytes in [
        &b""[..],
        b"\n\n\n",
        b"\0\0\0\0",
        b"a\0b;c\n1;2\n",
        b";;;;;\n;;;;\n",
        b"PK\x03\x04",
        &[0x1f, 0x8b],
        &[0x1f, 0x8b, 8, 0],
    ] {
        assert!(counts_in(bytes, &TableChoices::default()).is_err(), "{bytes:?}");
        assert!(log_of(bytes, LogChoices::default()).is_err(), "{bytes:?}");
    }
}
