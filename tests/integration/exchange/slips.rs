//! What people give instead of a journey file: told as what it is, where it stands, with what helps.

use super::file_of;
use crate::builder::small;
use kedja::app::Language;
use kedja::exchange::{Letters, OldWriting, journey_json, open_journey, text_of};
use kedja::model::*;
use kedja::words::problem::line;
use serde_json::{Value, json};

fn only(file: &[u8]) -> Code {
    let mut problems = open_journey(file).expect_err("no journey");
    assert_eq!(problems.len(), 1, "{problems:?}");
    let problem = problems.remove(0);
    for language in Language::ALL {
        assert!(line(language, &problem).ends_with('.'));
    }
    problem.what
}

/// The small journey as people read it, with one part of it replaced.
fn written(part: &str, by: &str) -> String {
    let text = journey_json(&small());
    assert!(text.contains(part), "{part}");
    text.replacen(part, by, 1)
}

#[test]
fn a_slip_in_json_is_told_as_what_it_is_at_its_place() {
    // What is replaced by what, the slip, and what is said to stand there.
    let price = "\"price\": 100.0";
    let cases = [
        (price, "\"price\": NaN", Slip::NotANumber, "NaN"),
        (price, "\"price\": -Infinity", Slip::NotANumber, "-Infinity"),
        (price, "\"price\": 0,42", Slip::DecimalComma, "0,42"),
        (price, "\"price\": .42", Slip::BarePoint, ".42"),
        (price, "\"price\": 5.", Slip::BarePoint, "5."),
        (price, "\"price\": +5", Slip::LeadingPlus, "+5"),
        (price, "\"price\": 0x1F", Slip::HexNumber, "0x1F"),
        (price, "\"price\": 1e999", Slip::HugeNumber, "1e999"),
        (price, "\"price\": None", Slip::BareWord, "None"),
        (price, "price: 5", Slip::BareWord, "price"),
        (price, "'price': 5", Slip::SingleQuote, "'"),
        (price, "“price”: 5", Slip::CurlyQuote, "“"),
        (price, "\"price\": 5, // a note", Slip::Comment, "//"),
        (price, "# a note\n\"price\": 5", Slip::Comment, "#"),
        ("\"id\": \"small\"", "\"id\": \"small\\x\"", Slip::BadEscape, "\\"),
        ("\"id\": \"small\"", "\"id\": \"sm\nall\"", Slip::LineBreak, ""),
    ];
    for (part, by, slip, found) in cases {
        match only(written(part, by).as_bytes()) {
            Code::Slip { slip: told, found: stands, .. } => assert_eq!((told, stands.as_str()), (slip, found), "{by}"),
            other => panic!("{by}: {other:?}"),
        }
    }
}

#[test]
fn a_trailing_comma_is_told_at_its_own_line_and_a_missing_one_where_it_should_stand() {
    let text = "{\n  \"version\": 1,\n  \"phases\": [\n    {\"id\": \"a\"},\n  ]\n}";
    assert!(matches!(only(text.as_bytes()), Code::Slip { line: 4, column: 16, slip: Slip::TrailingComma, .. }));
    let text = "{\n  \"version\": 1\n  \"id\": \"x\"\n}";
    assert!(matches!(only(text.as_bytes()), Code::Slip { line: 2, column: 15, slip: Slip::MissingComma, .. }));
    let text = "{\n  \"id\": \"\\ud83d\"\n}";
    assert!(matches!(only(text.as_bytes()), Code::Slip { line: 2, slip: Slip::HalfLetter, .. }));
}

#[test]
fn a_file_that_ends_in_the_middle_goes_too_deep_or_goes_on_is_told_so() {
    let text = journey_json(&small());
    for end in (10..text.len() - 3).step_by(97) {
        let cut = only(&text.as_bytes()[..end]);
        assert!(
            matches!(cut, Code::Slip { slip: Slip::CutOff | Slip::BareWord | Slip::BarePoint, .. }),
            "{end}: {cut:?}"
        );
    }
    assert!(matches!(only("[".repeat(5_000).as_bytes()), Code::Slip { slip: Slip::TooDeep, .. }));
    assert!(matches!(only(format!("{text}{text}").as_bytes()), Code::Slip { slip: Slip::SecondPart, .. }));
}

#[test]
fn a_file_of_another_kind_is_called_by_its_kind() {
    let cases: [(&[u8], FileFormat); 14] = [
        (b"PK\x03\x04....[Content_Types].xml....word/document.xml", FileFormat::Word),
        (b"PK\x03\x04....xl/workbook.xml", FileFormat::Excel),
        (b"PK\x03\x04....photo.jpg", FileFormat::Zip),
        (b"\x1f\x8b\x08\x00", FileFormat::Zip),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", FileFormat::OldOffice),
        (b"%PDF-1.7", FileFormat::Pdf),
        (b"<!DOCTYPE html><html>", FileFormat::WebPage),
        (b"<?xml version=\"1.0\"?><log/>", FileFormat::Xml),
        (b"{\\rtf1\\ansi", FileFormat::RichText),
        (b"\x89PNG\r\n\x1a\n", FileFormat::Picture),
        (b"\xff\xd8\xff\xe0", FileFormat::Picture),
        (b"step;count\nAdvert;100\n", FileFormat::Table),
        (b"case,activity,time\n1,Order,2026-01-01\n", FileFormat::Table),
        (b"const journey = {};", FileFormat::Script),
    ];
    for (file, format) in cases {
        assert_eq!(only(file), Code::OtherFormat { format }, "{}", String::from_utf8_lossy(file));
    }
    for empty in [&b""[..], b" \n\t", b"\xef\xbb\xbf", b"\xff\xfe"] {
        assert_eq!(only(empty), Code::EmptyFile, "{empty:?}");
    }
    for noise in [&b"\x00\x01 no JSON"[..], b"\xff\xfe\x00\x00{\x00\x00\x00"] {
        assert_eq!(only(noise), Code::NotText, "{noise:?}");
    }
}

/// The small journey with the letters that Swedish has, as text.
fn swedish() -> String {
    let mut file = file_of(&small());
    file["name"] = json!({"sv": "Räksmörgås & co", "en": "A prawn sandwich – “small”"});
    file["touchpoints"][0]["name"] = json!({"sv": "Jämför på nätet"});
    file["touchpoints"][1]["name"] = json!({"sv": "Åter till början"});
    file.to_string()
}

#[test]
fn letters_are_read_in_whatever_way_they_are_written() {
    let text = swedish();
    let name = |bytes: &[u8]| open_journey(bytes).unwrap_or_else(|p| panic!("{p:?}")).name.get("sv").to_owned();
    let utf_16 = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("{mark}{text}").encode_utf16().flat_map(bytes).collect()
    };
    let sure = [
        text.clone().into_bytes(),
        format!("\u{feff}{text}").into_bytes(),
        format!("\u{feff}\u{feff}{text}").into_bytes(),
        text.replace(',', ",\r\n").into_bytes(),
        utf_16("\u{feff}", u16::to_le_bytes),
        utf_16("\u{feff}", u16::to_be_bytes),
        utf_16("", u16::to_le_bytes),
        utf_16("", u16::to_be_bytes),
    ];
    for (n, bytes) in sure.iter().enumerate() {
        assert_eq!(name(bytes), "Räksmörgås & co", "{n}");
        assert_eq!(text_of(bytes).unwrap().1, Letters::Sure, "{n}");
    }
}

#[test]
fn letters_of_older_programs_are_read_and_said_to_be_guessed() {
    // The bytes of å, ä, ö and Å in each way of writing.
    let ways = [
        (OldWriting::Windows1252, [0xe5, 0xe4, 0xf6, 0xc5]),
        (OldWriting::Cp850, [0x86, 0x84, 0x94, 0x8f]),
        (OldWriting::MacRoman, [0x8c, 0x8a, 0x9a, 0x81]),
    ];
    let text = swedish().replace(['–', '“', '”'], "-").replace("\\\"", "");
    for (way, letters) in ways {
        let byte = |c: char| match "åäöÅ".chars().position(|letter| letter == c) {
            Some(at) => letters[at],
            None => u8::try_from(c).unwrap(),
        };
        let bytes: Vec<u8> = text.chars().map(byte).collect();
        assert_eq!(text_of(&bytes).unwrap(), (text.clone(), Letters::Guessed(way)), "{way:?}");
        assert_eq!(open_journey(&bytes).unwrap().name.get("sv"), "Räksmörgås & co");
    }
    // A euro tells Latin-9 from Windows-1252, a curly apostrophe the other way round.
    assert_eq!(
        text_of(b"{\"a\": \"10 \xa4 f\xf6r \xe5ret\"}").unwrap(),
        ("{\"a\": \"10 € för året\"}".to_owned(), Letters::Guessed(OldWriting::Latin9))
    );
    assert_eq!(text_of(b"{\"a\": \"don\x92t\"}").unwrap().0, "{\"a\": \"don’t\"}");
}

#[test]
fn letters_that_were_lost_or_mangled_before_are_questioned() {
    let letters = |text: &str| text_of(text.as_bytes()).unwrap().1;
    assert_eq!(letters("{\"a\": \"R\u{fffd}ksm\u{fffd}rg\u{fffd}s\"}"), Letters::Lost);
    assert_eq!(letters("{\"a\": \"RÃ¤ksmÃ¶rgÃ¥s\"}"), Letters::Mangled);
    assert_eq!(letters("{\"a\": \"Â§ 7\"}"), Letters::Mangled);
    assert_eq!(letters("{\"a\": \"São Paulo, Ângelo, Ãngela\"}"), Letters::Sure);
}

#[test]
fn a_wrong_shape_says_what_is_wanted_by_example() {
    let said = |path: &str, value: Value| {
        let mut file = file_of(&small());
        *file.pointer_mut(path).unwrap() = value;
        let found = open_journey(file.to_string().as_bytes()).unwrap_err();
        line(Language::En, &found[0])
    };
    assert!(said("/touchpoints/0/strength", json!(0.35)).ends_with("such as {\"likely\":0.35}."));
    assert!(said("/touchpoints/0/name", json!("Advert")).ends_with("such as {\"en\":\"Advert\"}."));
    assert!(said("/touchpoints/0/strength/likely", json!("0,42")).ends_with("such as 0.42."));
    assert!(said("/touchpoints/0/id", json!(7)).ends_with("such as \"7\"."));
    // Nobody knows what a list should mean here.
    assert!(said("/touchpoints/0/strength", json!([])).ends_with("here."));
}

#[test]
fn what_is_wrong_with_shape_ids_numbers_and_rules_is_told_in_one_round() {
    let mut file = file_of(&small());
    file["touchpoints"][0]["strength"] = json!(0.35);
    file["touchpoints"][0]["id"] = json!("Bad Id");
    file["personas"][0]["memory"] = json!(-1);
    file["personas"][0]["share"] = json!(0.4);
    file["colour"] = json!("blue");
    let found = open_journey(file.to_string().as_bytes()).unwrap_err();
    let has = |is: fn(&Code) -> bool| found.iter().any(|problem| is(&problem.what));
    assert!(has(|code| matches!(code, Code::WrongKind { .. })), "{found:?}");
    assert!(has(|code| matches!(code, Code::BadId { .. })), "{found:?}");
    assert!(has(|code| matches!(code, Code::UnknownField { .. })), "{found:?}");
    assert!(has(|code| matches!(code, Code::NotPositive { .. } | Code::OutOfRange { .. })), "{found:?}");
    assert!(has(|code| matches!(code, Code::PersonaShares { .. })), "{found:?}");
}
