//! Tables that a spreadsheet opens as tables, and as nothing else.

use kedja::exchange::{SheetCell, SheetManner, sheet_text};

fn text(words: &str) -> SheetCell {
    SheetCell::Text(words.to_owned())
}

fn row(cells: Vec<SheetCell>, manner: SheetManner) -> String {
    sheet_text(&[cells], manner)
}

#[test]
fn a_swedish_table_has_semicolons_decimal_commas_and_the_mark_of_utf_8() {
    let cells = vec![text("Åsas länk"), SheetCell::Number(0.125), SheetCell::Empty, SheetCell::Number(-3.0)];
    assert_eq!(row(cells.clone(), SheetManner::Semicolons), "\u{feff}Åsas länk;0,125;;-3\r\n");
    assert_eq!(row(cells, SheetManner::Commas), "\u{feff}Åsas länk,0.125,,-3\r\n");
}

#[test]
fn no_text_is_a_formula() {
    for bad in ["=1+1", "+A1", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|' /C calc'!A0"] {
        let line = row(vec![text(bad)], SheetManner::Semicolons);
        let cell = line.trim_start_matches('\u{feff}').trim_start_matches('"');
        assert!(cell.starts_with('\''), "{line}");
    }
    assert_eq!(row(vec![text("A = B")], SheetManner::Semicolons), "\u{feff}A = B\r\n");
}

#[test]
fn separators_quotes_and_line_breaks_stay_in_their_cell() {
    let cells = vec![text("a;b"), text("c,d"), text("say \"no\""), text("two\nlines")];
    assert_eq!(row(cells, SheetManner::Semicolons), "\u{feff}\"a;b\";\"c,d\";\"say \"\"no\"\"\";\"two\nlines\"\r\n");
}

#[test]
fn what_is_no_number_is_an_empty_cell() {
    let cells = vec![SheetCell::Number(f64::NAN), SheetCell::Number(f64::INFINITY), SheetCell::Number(-0.0)];
    assert_eq!(row(cells, SheetManner::Semicolons), "\u{feff};;0\r\n");
}
