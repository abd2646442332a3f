//! A company's own figures: read as they were meant, counted to the last one, and asked about where they can be read in two
//! ways.

mod calibration;
mod corpus;
mod curves;
mod hostile;
mod kinds;
mod lived;
mod logs;
mod oracle;
mod phases;
mod reading;
mod shell;
mod today;
mod xes;

use kedja::analysis::records::Fit;
use kedja::app::Language;
use kedja::app::records::{CountingChoices, LogChoices, LogReader, ReadingIn, SaidOfSteps};
use kedja::model::data::{DataFault, EventLog, LeftOutWhy, RowsRead};
use kedja::model::{Scenario, apply};
use kedja::runner::{RunRequest, threads};
use kedja::words::building;

/// A file of the fixtures.
fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/data/{name}", env!("CARGO_MANIFEST_DIR"))).expect("the fixture is there")
}

/// A log read in pieces of a few bytes, so that every border falls somewhere.
fn log_of(bytes: &[u8], choices: LogChoices) -> Result<EventLog, DataFault> {
    let mut reader = LogReader::new(choices);
    for piece in bytes.chunks(7) {
        reader.push(piece)?;
    }
    reader.finish()
}

pub fn counting() -> CountingChoices {
    let purchase_words = building::beginnings().purchase_words;
    CountingChoices { purchase: None, purchase_words, leaving: None, silent_days: None, rare: 0.01 }
}

pub fn reading_in() -> ReadingIn {
    let beginnings = building::beginnings();
    let said = SaidOfSteps::default();
    ReadingIn { beginnings, language: Language::En, source: "figures.csv".into(), purchase: None, said }
}

/// What a fit finds once all that it asks for has been lived.
fn fitted<F: Fit>(mut fit: F) -> Option<F::Found> {
    loop {
        let round = fit.next();
        if round.is_empty() {
            return fit.found();
        }
        for ask in round {
            for (number, scenario) in &ask.scenarios {
                let journey = apply(&ask.journey, scenario);
                let ask = RunRequest { journey, scenario: Scenario::default(), seed: 1, customers: ask.customers };
                fit.tell(*number, Some(&threads(&ask).unwrap().today));
            }
        }
    }
}

/// The lines that were left out, with the reasons; and that all rows are accounted for.
fn left_out(rows: &RowsRead) -> Vec<(u64, LeftOutWhy)> {
    assert_eq!(rows.read, rows.used + rows.left_out, "read = used + left out");
    assert_eq!(rows.told.len() as u64, rows.left_out);
    rows.told.iter().map(|row| (row.line, row.why.clone())).collect()
}
