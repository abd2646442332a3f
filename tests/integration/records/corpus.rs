//! Tables of which it is known what they hold, written in as many ways as people write them.

use super::fixture;
use kedja::app::records::{TableChoices, counts_in};
use kedja::model::data::DataFault;

const STEPS: [&str; 4] = ["Annons sedd", "Jämför priser", "Beställning", "Första fakturan"];
const COUNTS: [u64; 4] = [12_480, 4_368, 1_092, 987];
const SHARES: [f64; 4] = [100.0, 35.0, 8.75, 7.9];

/// How the letters of a file are written.
const WRITINGS: [&str; 6] = ["utf-8", "utf-8 with a mark", "utf-16 little", "utf-16 big", "windows-1252", "cp850"];
const SEPARATORS: [char; 3] = [';', ',', '\t'];
const STYLES: usize = 16;

fn in_bytes(text: &str, writing: &str) -> Vec<u8> {
    let single = |high: fn(char) -> u8| -> Vec<u8> {
        text.chars().map(|c| if c.is_ascii() { c as u8 } else { high(c) }).collect()
    };
    let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    match writing {
        "utf-8 with a mark" => format!("\u{feff}{text}").into_bytes(),
        "utf-16 little" => wide(u16::to_le_bytes),
        "utf-16 big" => wide(u16::to_be_bytes),
        "windows-1252" => single(|c| if (c as u32) < 256 { c as u8 } else { b'?' }),
        "cp850" => single(|c| match c {
            'ä' => 0x84,
            'ö' => 0x94,
            'å' => 0x86,
            '\u{a0}' => 0xff,
            _ => b'?',
        }),
        _ => text.as_bytes().to_vec(),
    }
}

fn grouped(count: u64, sign: &str) -> String {
    if count < 1_000 { count.to_string() } else { format!("{}{sign}{:03}", count / 1_000, count % 1_000) }
}

/// A file that holds the four steps, in a style, with a separator and a decimal sign.
fn file(style: usize, separator: char, decimal: char) -> String {
    let group = match style {
        1 | 5 | 12 => " ",
        7 => "\u{a0}",
        13 if decimal == ',' => ".",
        13 => ",",
        _ => "",
    };
    let cell = |text: &str| {
        if text.contains([separator, '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
    };
    let row = |cells: &[String]| cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(&separator.to_string());
    let end = if style == 8 {
        "\n"
    } else if style == 9 {
        "\r"
    } else {
        "\r\n"
    };
    let head = if style == 15 { ["Step", "Customers", "Share"] } else { ["Steg", "Antal", "Andel"] };
    let mut lines = Vec::new();
    if style == 10 {
        lines.push(format!("sep={separator}"));
    }
    if matches!(style, 1 | 3) {
        lines.push(cell(&format!("Vår kundresa{} kvartal 3", if style == 3 { "," } else { "" })));
        lines.push(String::new());
    }
    let blank = if style == 4 { vec![String::new(), String::new()] } else { Vec::new() };
    let mut heads: Vec<String> = head.map(str::to_owned).to_vec();
    if style == 11 {
        heads.push("Sedan".into());
    }
    heads.extend(blank.clone());
    lines.push(row(&heads));
    for at in 0..4 {
        let share = SHARES[at].to_string().replace('.', &decimal.to_string());
        let share = if style == 6 { format!("{share}%") } else { format!("{share} %") };
        let name = if style == 12 { format!("{}{separator} \"ny\"", STEPS[at]) } else { STEPS[at].to_owned() };
        let count = match style {
            14 if COUNTS[at] == 12_480 => format!("1{decimal}248E4"),
            _ => grouped(COUNTS[at], group),
        };
        let mut cells = vec![name, count, share];
        if style == 11 {
            cells.push(format!("2025-03-0{}", at + 1));
        }
        cells.extend(blank.clone());
        lines.push(row(&cells));
    }
    if matches!(style, 2 | 3) {
        lines.push(row(&["Summa".to_owned(), grouped(COUNTS.iter().sum(), group), String::new()]));
    }
    if style == 3 {
        lines.push(String::new());
        lines.push("Källa: webbstatistiken".to_owned());
    }
    let text = lines.join(end);
    if style == 0 { text } else { text + end }
}

/// The steps and counts in a file.
fn read(bytes: &[u8]) -> Result<Vec<(String, u64)>, DataFault> {
    let read = counts_in(bytes, &TableChoices::default())?;
    assert_eq!(read.rows.read, read.rows.used + read.rows.left_out, "no row vanishes");
    assert_eq!(read.rows.told.len() as u64, read.rows.left_out, "each that was left out is told");
    Ok(read.counted.steps.into_iter().map(|step| (step.name, step.reached)).collect())
}

#[test]
fn of_hundreds_of_tables_nearly_all_are_understood_without_a_hand() {
    let (mut all, mut wrong) = (0, Vec::new());
    for style in 0..STYLES {
        for separator in SEPARATORS {
            for decimal in [',', '.'] {
                for writing in WRITINGS {
                    all += 1;
                    let name =
                        |step: &str| if style == 12 { format!("{step}{separator} \"ny\"") } else { step.to_owned() };
                    let right: Vec<_> = STEPS.iter().map(|step| name(step)).zip(COUNTS).collect();
                    let found = read(&in_bytes(&file(style, separator, decimal), writing));
                    if found.as_ref() != Ok(&right) {
                        wrong.push(format!("style {style}, {separator:?}, {decimal:?}, {writing}: {found:?}"));
                    }
                }
            }
        }
    }
    assert!(all >= 200, "{all}");
    assert!(wrong.len() * 50 <= all, "{} of {all}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_swedish_excel_saves_is_read_in_each_of_its_ways() {
    for name in ["b01-excel-cp1252.csv", "b01-excel-unicode-text.txt", "b01-excel-utf8-bom.csv", "b01-sep-line.csv"] {
        let right: Vec<_> = STEPS.iter().map(|step| (*step).to_owned()).zip(COUNTS).collect();
        assert_eq!(read(&fixture(name)).as_ref(), Ok(&right), "{name}");
    }
    // Mac Roman may be refused, but not misread.
    if let Ok(found) = read(&fixture("b01-excel-mac-roman.csv")) {
        assert_eq!(found[1].0, "Jämför priser");
        assert_eq!(found.iter().map(|(_, count)| *count).collect::<Vec<_>>(), COUNTS);
    }
    let counted = counts_in(&fixture("b01-excel-utf8-bom.csv"), &TableChoices::default()).unwrap().counted;
    let strengths: Vec<f64> =
        counted.steps[..3].iter().map(|step| step.tries.held as f64 / step.tries.all() as f64).collect();
    assert_eq!(strengths.iter().map(|share| (share * 1_000.0).round()).collect::<Vec<_>>(), [350.0, 250.0, 904.0]);
}

#[test]
fn a_number_that_could_be_two_is_asked_for_and_an_answer_is_taken() {
    let table = "Steg;Antal\nBesök;12,000\nOffert;4,000\nKöp;1,000\n".as_bytes();
    assert_eq!(read(table), Err(DataFault::WhichDecimals { example: "12,000".into() }));
    let decimals = |sign| TableChoices { decimals: Some(sign), ..TableChoices::default() };
    let first = |sign| counts_in(table, &decimals(sign)).unwrap().counted.steps[0].reached;
    assert_eq!(first(kedja::model::data::DecimalSign::Point), 12_000);
    assert_eq!(first(kedja::model::data::DecimalSign::Comma), 12);
    // Nobody is counted in parts: here only thousands make people of all of them.
    assert_eq!(read(b"Steg;Antal\nA;12,480\nB;4,368\n").unwrap()[0].1, 12_480);
}
