//! Whatever somebody sends, no more than 256 MB are held while it is read, beyond the file itself; and it is refused in words
//! or read.

use crate::allocator::peak;
use crate::records::counting;
use kedja::analysis::records::count_log;
use kedja::app::Language;
use kedja::app::records::{LogChoices, LogReader, TableChoices, counts_in};
use kedja::exchange::*;
use kedja::model::data::DataFault;
use kedja::model::{Scenario, Text};
use kedja::words::data;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The most that may be held [bytes].
const MOST: u64 = 256_000_000;

#[track_caller]
fn bounded(what: &str, read: impl FnOnce()) {
    let held = peak(read);
    assert!(held < MOST, "{what} holds {} MB", held / 1_000_000);
}

/// An archive of parts, each a piece of text so many times.
fn archive(parts: &[(&str, &[(&str, usize)])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, pieces) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        for (piece, times) in *pieces {
            // In larger pieces, which goes faster.
            let (many, rest) = (times / 1_000, times % 1_000);
            let thousand = piece.repeat(1_000);
            (0..many).for_each(|_| zip.write_all(thousand.as_bytes()).unwrap());
            zip.write_all(piece.repeat(rest).as_bytes()).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn an_archive_of_a_library_is_read_file_by_file() {
    let name = |n: usize| format!("{n}.json");
    let archive_of = |files: usize| {
        let names: Vec<String> = (0..files).map(name).collect();
        let zeros: &[(&str, usize)] = &[("0", 3_990_000)];
        archive(&names.iter().map(|name| (name.as_str(), zeros)).collect::<Vec<_>>())
    };
    let (full, over) = (archive_of(100), archive_of(101));
    bounded("a full archive", || {
        let read: Vec<usize> = open_library(&full).unwrap().map(|(_, file)| file.unwrap().len()).collect();
        assert_eq!(read, vec![3_990_000; 100]);
    });
    assert!(peak(|| open_library(&full).unwrap().for_each(drop)) < 20_000_000, "they lie there all at once");
    bounded("too full an archive", || assert!(matches!(open_library(&over), Err(NoLibrary::TooLarge))));
}

#[test]
fn a_list_of_contents_without_end_is_not_made() {
    let mut zip = Vec::new();
    let entry = [&b"PK\x01\x02"[..], &[0; 42]].concat();
    let many = 500_000_usize;
    (0..many).for_each(|_| zip.extend_from_slice(&entry));
    let length = u32::try_from(zip.len()).unwrap().to_le_bytes();
    zip.extend([&b"PK\x05\x06\0\0\0\0\xff\xff\xff\xff"[..], &length, &[0; 6]].concat());
    bounded("an archive of half a million files", || {
        assert_eq!(open_library(&zip).err(), Some(NoLibrary::TooMany(many)));
    });
    let book = [b"PK\x03\x04", &zip[..]].concat();
    bounded("a workbook of half a million parts", || {
        assert_eq!(counts_in(&book, &TableChoices::default()).err(), Some(DataFault::Damaged));
    });
}

/// A workbook of one sheet, with these rows and these texts.
fn book(sheet: &[(&str, usize)], texts: &[(&str, usize)]) -> Vec<u8> {
    let around = |before: &'static str, inside: &[(&'static str, usize)], after: &'static str| {
        [&[(before, 1)], inside, &[(after, 1)]].concat()
    };
    let own = |pieces: &[(&str, usize)]| -> Vec<(&'static str, usize)> {
        pieces.iter().map(|(piece, times)| (&*Box::leak((*piece).to_owned().into_boxed_str()), *times)).collect()
    };
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let sheet = around(
        Box::leak(format!("<worksheet xmlns=\"{main}\"><sheetData>").into_boxed_str()),
        &own(sheet),
        "</sheetData></worksheet>",
    );
    let texts = around(Box::leak(format!("<sst xmlns=\"{main}\">").into_boxed_str()), &own(texts), "</sst>");
    let types = [(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/></Types>",
        1,
    )];
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let listed = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{relation}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/>\
         </sheets></workbook>"
    );
    let begins = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let related = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"r2\" Type=\"{relation}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    archive(&[
        ("[Content_Types].xml", &types),
        ("_rels/.rels", &[(&begins, 1)]),
        ("xl/workbook.xml", &[(&listed, 1)]),
        ("xl/_rels/workbook.xml.rels", &[(&related, 1)]),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/sharedStrings.xml", &texts),
    ])
}

/// Reads a table; what is refused is refused in words.
fn survived(what: &str, bytes: &[u8]) -> Option<DataFault> {
    let mut found = None;
    bounded(what, || {
        found = counts_in(bytes, &TableChoices::default()).err();
        let said = |fault: &DataFault| assert!(data::fault(Language::Sv, fault).ends_with(['.', '?']));
        found.iter().for_each(said);
    });
    found
}

/// The same as a log of events.
fn survived_as_log(what: &str, bytes: &[u8]) {
    bounded(what, || {
        let mut reader = LogReader::new(LogChoices::default());
        let read = bytes.chunks(1 << 16).try_for_each(|piece| reader.push(piece));
        if let Ok(log) = read.and_then(|()| reader.finish()) {
            let _ = count_log(&log, &counting());
        }
    });
}

#[test]
fn a_workbook_is_refused_before_it_fills_the_memory() {
    let small = book(&[("<row><c t=\"inlineStr\"><is><t>a</t></is></c><c><v>1</v></c></row>", 3)], &[]);
    assert!(!matches!(counts_in(&small, &TableChoices::default()), Err(DataFault::Damaged | DataFault::Empty)));
    let far =
        book(&[("<row r=\"1\"><c r=\"KO1\"><v>1</v></c></row>", 1), ("<row><c><v>1</v></c></row>", 900_000)], &[]);
    assert_eq!(survived("one cell far to the right", &far), Some(DataFault::TooManyCells { most: 2_000_000 }));
    let many = book(&[("<row><c><v>1</v></c><c><v>2</v></c></row>", 1_000_001)], &[]);
    assert!(matches!(survived("two million cells", &many), Some(DataFault::TooManyCells { .. })));
    let full = book(&[("<row><c><v>1</v></c><c><v>2</v></c></row>", 999_000)], &[]);
    survived("as many cells as there can be", &full);
    let long = book(&[("<row><c t=\"inlineStr\"><is><t>", 1), ("a", 63_000_000), ("</t></is></c></row>", 1)], &[]);
    survived("one long text", &long);
    let texts = book(&[("<row><c t=\"s\"><v>0</v></c></row>", 1)], &[("<si><t/></si>", 2_400_000)]);
    survived("texts without end", &texts);
    let bomb = book(&[("<row><c><v>1</v></c></row>", 3_000_000)], &[]);
    assert!(matches!(survived("a bomb", &bomb), Some(DataFault::Bomb { .. })));
}

#[test]
fn a_table_is_refused_before_it_fills_the_memory() {
    let most = 32_000_000;
    let too_many = Some(DataFault::TooManyCells { most: 2_000_000 });
    let (nothing, letters, row) = (";;;;;;;\n".repeat(most / 8), "a;1;a;1\n".repeat(most / 8), ";".repeat(most));
    assert_eq!(survived("cells of nothing", nothing.as_bytes()), too_many);
    assert_eq!(survived("cells of a letter", letters.as_bytes()), too_many);
    survived("one row", row.as_bytes());
    for text in [&nothing, &letters, &row] {
        survived_as_log(&text[..8], text.as_bytes());
    }
    survived("rows of nothing", "\n".repeat(most).as_bytes());
    survived("old letters", &[0xe5, b';'].repeat(most / 2));
    survived("letters of two bytes", &[&[0xff, 0xfe][..], &[b'a', 0, b';', 0].repeat(most / 4)].concat());
    survived("quotes", "\"\"\"\n".repeat(most / 4).as_bytes());
}

#[test]
fn a_packed_log_is_read_in_pieces() {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let row = b"case;activity;time\n".iter().chain(&b"1;a;2025-01-01\n".repeat(1 << 12)).copied().collect::<Vec<u8>>();
    packer.write_all(&row).unwrap();
    let blanks = vec![b' '; 1 << 20];
    (0..1_100).for_each(|_| packer.write_all(&blanks).unwrap());
    let bomb = packer.finish().unwrap();
    bounded("a log that grows", || {
        let mut reader = LogReader::new(LogChoices::default());
        assert!(bomb.chunks(1 << 16).try_for_each(|piece| reader.push(piece)).is_err());
    });
}

#[test]
fn files_and_links_are_small_whatever_they_say() {
    let most = 3_999_000;
    let files = [
        "[".repeat(most),
        "{\"a\":".repeat(most / 5),
        format!("[{}0]", "0,".repeat(most / 2 - 2)),
        format!("[{}0]", "{},".repeat(most / 3 - 2)),
        format!(
            "{{\"kedja\":\"meeting\",\"version\":1,\"id\":\"a\",\"work\":{{\"a\":[{}0]}}}}",
            "0,".repeat(most / 2 - 40)
        ),
        format!("\"{}\"", "\\u0041".repeat(most / 6 - 2)),
    ];
    for file in &files {
        let what = &file[..file.len().min(12)];
        bounded(what, || assert!(open_journey(file.as_bytes()).is_err(), "{what}"));
        bounded(what, || drop(open_meeting(file.as_bytes())));
    }
    let mut own = super::link::own();
    // As much as a link can unfold to, in few letters.
    own.touchpoints[0].words = Text::same(&"a".repeat(900_000));
    let large = link_of(&super::link::of_own(own, Scenario::default()));
    let small = link_of(&super::link::normal()).unwrap();
    let pasted = [
        format!("#{} ", large.unwrap_or(small.clone())).repeat(2_000),
        format!("#{small} ").repeat(40_000),
        "#k1".repeat(1_300_000),
        format!("#k1{}", "A".repeat(4_000_000)),
    ];
    for text in &pasted {
        bounded(&text[..12], || drop(links_in(text)));
    }
}
