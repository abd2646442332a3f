//! Tables as files: one as text, several as a workbook. What writes workbooks is fetched when somebody wants one.

use crate::app::Language;
use crate::exchange::{NamedSheet, NoWorkbook, SheetCell, SheetManner, sheet_text, workbook};
use crate::ui::platform::files::{offer_as, offer_bytes};
use crate::ui::widgets::NotFetched;
use crate::words::tables::{TableCell, TakenTable};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use wasm_bindgen_futures::spawn_local;

/// What a spreadsheet knows its texts by, and its workbooks.
const CSV: &str = "text/csv;charset=utf-8";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Offers a table as text in the manner of a language; `of` is what its file's name begins with.
pub fn take_csv(of: &str, language: Language, table: &TakenTable) {
    let text = sheet_text(&cells(table), manner(language));
    // Without a place to put the file there is nothing that the page could do.
    let _ = offer_as(&format!("{of}-{}.csv", table.file), CSV, &text);
}

/// Offers tables as one workbook of this name; `failed` is told whether it did not come about.
pub fn take_workbook(name: String, tables: &[TakenTable], failed: RwSignal<bool>) {
    let sheets: Vec<NamedSheet> = tables.iter().map(|table| (table.title.to_owned(), cells(table))).collect();
    failed.set(false);
    spawn_local(async move {
        let bytes = match writer().await {
            Ok(write) => write(&sheets).ok(),
            Err(NotFetched) => None,
        };
        let offered = bytes.map(|bytes| offer_bytes(&format!("{name}.xlsx"), XLSX, &bytes));
        failed.set(!matches!(offered, Some(Ok(()))));
    });
}

/// How a workbook is written.
type Writer = fn(&[NamedSheet]) -> Result<Vec<u8>, NoWorkbook>;

#[wasm_split(workbook, fallible, wasm_split_path = ::leptos::wasm_split)]
fn writer() -> Result<Writer, NotFetched> {
    Ok(workbook)
}

/// How a spreadsheet in a language wants its text.
fn manner(language: Language) -> SheetManner {
    match language {
        Language::Sv => SheetManner::Semicolons,
        Language::En => SheetManner::Commas,
    }
}

fn cells(table: &TakenTable) -> Vec<Vec<SheetCell>> {
    let cell = |cell: &TableCell| match cell {
        TableCell::Empty => SheetCell::Empty,
        TableCell::Text(words) => SheetCell::Text(words.clone()),
        TableCell::Number(number) => SheetCell::Number(*number),
    };
    table.rows.iter().map(|row| row.iter().map(cell).collect()).collect()
}
