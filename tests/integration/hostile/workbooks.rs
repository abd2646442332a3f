//! Workbooks: as archives that anything has happened to, and whole ones in which somebody has written anything.

use super::corpus::zipped;
use super::figures::{adds_up, told};
use super::survives;
use kedja::app::records::{TableChoices, counts_in};
use kedja::exchange::{SheetCell, any_text, workbook};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/// What parts a sheet from the texts that belong to it.
const THEN: &str = "<!-- then -->";

/// A workbook of one sheet, written as other programs write it, with these rows and these texts.
fn book(rows: &[u8], texts: &[u8]) -> Vec<u8> {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let types = format!(
        "<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
    );
    let listed = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{relation}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let begins = format!(
        "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{relation}/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let related = format!(
        "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{relation}/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{relation}/sharedStrings\" \
         Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"{relation}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"
    );
    let around = |before: &str, inside: &[u8], after: &str| [before.as_bytes(), inside, after.as_bytes()].concat();
    let sheet = around(&format!("<worksheet xmlns=\"{MAIN}\"><sheetData>"), rows, "</sheetData></worksheet>");
    let texts = around(&format!("<sst xmlns=\"{MAIN}\">"), texts, "</sst>");
    zipped(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", begins.as_bytes()),
        ("xl/workbook.xml", listed.as_bytes()),
        ("xl/_rels/workbook.xml.rels", related.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/sharedStrings.xml", &texts),
    ])
}

/// Rows and texts with a cell of each kind that there is.
const CELLS: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Antal</t></is></c></row>\
    <row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><v>12480</v></c></row>\
    <row r=\"4\"><c r=\"A4\" t=\"str\"><f>A1&amp;A2</f><v>Order</v></c><c r=\"B4\"><v>1092.0</v></c><c r=\"C4\" s=\"1\"><v>45800.5</v></c></row>\
    <row r=\"5\"><c r=\"A5\" t=\"e\"><v>#DIV/0!</v></c><c r=\"B5\" t=\"b\"><v>1</v></c><c r=\"C5\" t=\"d\"><v>2025-03-04T10:00:00</v></c></row>";
const TEXTS: &str =
    "<si><t>Steg</t></si><si><r><t>Ann</t></r><r><t xml:space=\"preserve\">ons </t></r><phoneticPr/></si>";

/// Some that are right, by two hands, one that unpacks to far more than it is, and one without a sheet.
pub fn made() -> Vec<Vec<u8>> {
    let text = |text: &str| SheetCell::Text(text.to_owned());
    let rows = vec![
        vec![text("Step"), text("Count")],
        vec![text("Ad"), SheetCell::Number(12_480.0)],
        vec![text("Order"), SheetCell::Number(1_092.0)],
        vec![SheetCell::Empty, text("=1+1")],
    ];
    let log = [["case", "step", "time"], ["1", "Ad", "2025-01-02"], ["1", "Order", "2025-01-04 10:00"]];
    let log = log.map(|row| row.map(text).to_vec()).to_vec();
    let bomb = "<row><c><v>1</v></c></row>".repeat(40_000);
    vec![
        workbook(&[("Counts".to_owned(), rows)]).unwrap(),
        workbook(&[("Log".to_owned(), log)]).unwrap(),
        book(CELLS.as_bytes(), TEXTS.as_bytes()),
        book(bomb.as_bytes(), b""),
        zipped(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", b"<a>")]),
    ]
}

fn table(bytes: &[u8]) {
    match counts_in(bytes, &TableChoices::default()) {
        Ok(read) => adds_up(&read.rows),
        Err(fault) => told(&fault),
    }
    drop(any_text(bytes));
}

#[test]
fn a_workbook_is_read_or_refused_in_words_whatever_its_sheet_and_texts_hold() {
    let words = [
        "<row>",
        "</row>",
        "<row r=\"",
        "<c>",
        "</c>",
        "<c r=\"",
        "<c t=\"s\">",
        "t=\"inlineStr\"",
        "t=\"b\"",
        "t=\"d\"",
        "s=\"1\"",
        "s=\"4294967295\"",
        "<v>",
        "</v>",
        "<is><t>",
        "</t></is>",
        "<si>",
        "</si>",
        "<t>",
        "</t>",
        "<r>",
        "<f t=\"shared\" si=\"0\">",
        "XFD1048576",
        "A0",
        "ZZZZZZZ1",
        "A4294967296",
        "&amp;",
        "&a;",
        "&#0;",
        "<!--",
        "]]>",
        "xml:space=\"preserve\"",
        "<mergeCells>",
        "</sheetData>",
        THEN,
    ];
    let made = vec![format!("{CELLS}{THEN}{TEXTS}").into_bytes(), format!("{THEN}{TEXTS}").into_bytes(), CELLS.into()];
    survives("workbook", made, &words, |bytes| {
        let then = bytes.windows(THEN.len()).position(|window| window == THEN.as_bytes());
        let (rows, texts) = match then {
            Some(at) => (&bytes[..at], &bytes[at + THEN.len()..]),
            None => (bytes, TEXTS.as_bytes()),
        };
        table(&book(rows, texts));
    });
}
