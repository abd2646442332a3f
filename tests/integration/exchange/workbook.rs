//! Workbooks: true numbers, and no formulas.

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use kedja::exchange::{SheetCell, workbook};
use std::io::{Cursor, Read};
use zip::ZipArchive;

fn part(book: &[u8], path: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(book)).unwrap().by_name(path).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn numbers_are_numbers_and_texts_are_no_formulas() {
    let text = |words: &str| SheetCell::Text(words.to_owned());
    let rows = vec![
        vec![text("Åsas länk"), SheetCell::Number(0.125), SheetCell::Empty, SheetCell::Number(f64::NAN)],
        vec![text("=1+1"), text("@SUM(A1)"), text("-2"), text(&"x".repeat(40_000))],
    ];
    let book = workbook(&[("Utfall".to_owned(), rows)]).unwrap();
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<c r=\"B1\"><v>0.125</v></c>"), "{sheet}");
    assert!(!sheet.contains("<f>") && !sheet.contains("NaN"));
    assert!(part(&book, "xl/styles.xml").contains("quotePrefix=\"1\""));
    let texts = part(&book, "xl/sharedStrings.xml");
    assert!(texts.contains("<t>Åsas länk</t>") && texts.contains("<t>=1+1</t>"));
}

#[test]
fn every_sheet_has_a_name_that_it_may_have() {
    let long = "lång ".repeat(20);
    let names = ["a/b?[c]*:", "", "A B C", "a b  c", &long, &long, "history", "'quoted'"];
    let sheets: Vec<_> = names.iter().map(|name| ((*name).to_owned(), vec![vec![SheetCell::Number(1.0)]])).collect();
    let book = workbook(&sheets).unwrap();
    let listed = part(&book, "xl/workbook.xml");
    assert_eq!(listed.matches("<sheet ").count(), names.len(), "{listed}");
}

/// Another program opens it: what was a number is that number to the last bit, what was a text is that text, and nothing is
/// a formula.
#[test]
fn another_reader_finds_every_cell_as_it_was_written() {
    let numbers = [0.1 + 0.2, 1.0 / 3.0, 1e-7, -2.5, 123_456.789, 0.0, 1e15, 20_000.0];
    let texts = ["=1+1", "+46", "-2", "@SUM(A1)", "\tx", "Åsas länk", "1,5", "2027-03-01", " <b>&amp; "];
    let cell = |at: usize| match at % 3 {
        0 => SheetCell::Number(numbers[at / 3 % numbers.len()]),
        1 => SheetCell::Text(texts[at / 3 % texts.len()].to_owned()),
        _ => SheetCell::Empty,
    };
    let rows: Vec<Vec<SheetCell>> = (0..30).map(|row| (0..7).map(|column| cell(row * 7 + column)).collect()).collect();
    let book = workbook(&[("Ett".to_owned(), rows.clone()), ("Två".to_owned(), rows.clone())]).unwrap();
    let mut read: Xlsx<_> = open_workbook_from_rs(Cursor::new(book)).unwrap();
    assert_eq!(read.sheet_names(), ["Ett", "Två"]);
    for name in read.sheet_names() {
        assert!(read.worksheet_formula(&name).unwrap().is_empty());
        let cells = read.worksheet_range(&name).unwrap();
        for (row, wanted) in (0_u32..).zip(&rows) {
            for (column, wanted) in (0_u32..).zip(wanted) {
                let found = cells.get_value((row, column)).cloned().unwrap_or_default();
                let is_same = match wanted {
                    SheetCell::Number(number) => found == Data::Float(*number),
                    SheetCell::Text(words) => found == Data::String(words.clone()),
                    SheetCell::Empty => found == Data::Empty,
                };
                assert!(is_same, "{name} {row} {column}: {found:?} is not {wanted:?}");
            }
        }
    }
}
