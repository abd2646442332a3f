//! Tables to take away.

use crate::app::{Language, Place};
use crate::exchange::{SheetCell, SheetManner, sheet_text};
use crate::say;
use crate::ui::platform::files::offer_as;
use crate::ui::state::{Store, use_store};
use crate::words::tables::{self, TableCell, TakenTable};
use leptos::prelude::*;

/// What a spreadsheet knows its texts by.
const CSV: &str = "text/csv;charset=utf-8";

#[component]
pub fn Tables() -> impl IntoView {
    let store = use_store();
    let all = move || {
        if store.place.get() != Place::Share {
            return Vec::new();
        }
        let Some(report) = store.newest() else { return Vec::new() };
        let teller = store.teller();
        let ranking = store.answers.findings.with(|findings| findings.ranking.clone());
        store.work.with(|work| tables::all(&teller, work, &report, ranking.as_deref()))
    };
    let list = move || {
        let all = all();
        if all.is_empty() {
            return view! { <p class="hint">{say!(store, tables.waiting)}</p> }.into_any();
        }
        let items = all.into_iter().map(|table| one(store, table)).collect_view();
        view! { <ul class="taken">{items}</ul> }.into_any()
    };
    view! {
        <section class="share-part" aria-labelledby="share-tables">
            <h2 id="share-tables">{move || say!(store, tables.title)}</h2>
            <p class="hint">{move || say!(store, tables.lead)}</p>
            {list}
        </section>
    }
}

fn one(store: Store, table: TakenTable) -> impl IntoView {
    let words = say!(store, tables.download, title = table.title);
    let download = move |_| {
        let journey = store.journey.with_untracked(|journey| journey.id.clone());
        let text = sheet_text(&cells(&table), manner(store.language.get_untracked()));
        // Without a place to put the file there is nothing that the page could do.
        let _ = offer_as(&format!("{journey}-{}.csv", table.file), CSV, &text);
    };
    view! { <li><button class="quiet" on:click=download>{words}</button></li> }
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
