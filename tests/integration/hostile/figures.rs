//! Tables of somebody's own figures: counts of steps, and how many stay.

use super::corpus::{file, odd};
use super::{refused, said, survives, workbooks};
use crate::records::reading_in;
use kedja::app::Language;
use kedja::app::records::{MadeJourney, TableChoices, counts_in, counts_text, curve_in, journey_of_counts};
use kedja::exchange::{journey_json, open_journey};
use kedja::model::data::{CountedJourney, CountedStep, DataFault, DecimalSign, RowsRead};
use kedja::model::{check, digest};
use kedja::words::data;

pub const WORDS: [&str; 44] = [
    ";",
    ",",
    "\t",
    "|",
    "\n",
    "\r",
    "\r\n",
    "\"",
    "\"\"",
    "sep=;\n",
    "step",
    "next",
    "reached",
    "went_on",
    "ended",
    "again",
    "open",
    "days",
    "persona",
    "Summa",
    "Totalt",
    "Order",
    "Faktura",
    "customers",
    "left",
    "period",
    "kvar",
    "12 480",
    "12,000",
    "1.234,5",
    "85 %",
    "(3)",
    "9,7E4",
    "-",
    "0",
    "1e15",
    "1e308",
    "\u{a0}",
    "kr",
    "case",
    "activity",
    "time",
    "2025-03-04",
    "03/04/2025",
];

pub fn fixture(name: &str) -> Vec<u8> {
    file(&format!("tests/fixtures/data/{name}"))
}

/// All that was read has become of something, and that can be said.
pub fn adds_up(rows: &RowsRead) {
    assert_eq!(rows.read, rows.used + rows.left_out);
    for row in &rows.told {
        for language in Language::ALL {
            assert!(!data::why_left_out(language, &row.why).is_empty());
        }
    }
    for language in Language::ALL {
        assert!(!data::left_out_file(language, &rows.told).is_empty());
    }
}

pub fn told(fault: &DataFault) {
    for language in Language::ALL {
        said(&data::fault(language, fault));
    }
}

/// What was made of figures is a journey that can be kept as a file, or what is wrong with it can be said: nobody has come to its
/// purchase, perhaps.
pub fn is_a_journey(made: &MadeJourney) {
    match &check(&made.journey)[..] {
        [] => assert_eq!(open_journey(journey_json(&made.journey).as_bytes()).as_ref(), Ok(&made.journey)),
        problems => refused(problems),
    }
    for assumed in &made.assumed {
        for language in Language::ALL {
            said(&data::assumed(language, assumed));
        }
    }
}

/// What somebody may say of a table, another for each.
fn choices(bytes: &[u8]) -> TableChoices {
    let number = digest(bytes);
    let separator = [None, None, None, Some(b';'), Some(b','), Some(b'\t')][(number % 6) as usize];
    let decimals = [None, None, Some(DecimalSign::Comma), Some(DecimalSign::Point)][(number / 6 % 4) as usize];
    TableChoices { separator, decimals, day_first: [None, Some(true), Some(false)][(number / 24 % 3) as usize] }
}

fn tables() -> Vec<Vec<u8>> {
    let names = [
        "b01-excel-cp1252.csv",
        "b01-excel-mac-roman.csv",
        "b01-excel-unicode-text.txt",
        "b01-excel-utf8-bom.csv",
        "b01-sep-line.csv",
        "b07-quotes.csv",
        "b08-window.csv",
        "b10-one-person.csv",
        "b10-rises.csv",
        "b11-cohorts.csv",
    ];
    names.map(fixture).to_vec()
}

/// Whoever reads what is written, with its signs, writes the same again. A row whose step is called a sum is one to any table.
fn is_written_as_it_was(counted: &CountedJourney) {
    let sums = ["sum", "tot", "grand", "medel", "genomsnitt", "average", "mean"];
    let is_a_sum = |step: &CountedStep| sums.iter().any(|sum| step.name.to_lowercase().starts_with(sum));
    if counted.steps.iter().any(is_a_sum) {
        return;
    }
    let (separator, decimals) = (Some(b','), Some(DecimalSign::Point));
    let text = counts_text(counted);
    let again = counts_in(text.as_bytes(), &TableChoices { separator, decimals, day_first: None });
    assert_eq!(again.as_ref().map(|read| counts_text(&read.counted)), Ok(text));
}

#[test]
fn counts_are_read_to_the_last_row_and_make_a_journey_or_are_refused_in_words() {
    let full = "step,next,reached,went_on,ended,again,open,days,persona\n,Ad,,60,,,,,Family\n,Ad,,40,,,,,\"Small; firm\"\n\
        Ad,Order,,50,,,,2.5,\nAd,,100,,40,5,5,,\nOrder,,50,,,,,,\nOrder,Invoice,,45,3,2,,30,\nInvoice,,45,,,,,,\n";
    let simple = "Steg;Antal;Öppna\nAnnons;12 480;10\nBeställning;1 092;\nFaktura;987;\nSumma;14 559;\n";
    let made = [tables(), odd(full), odd(simple), workbooks::made()].concat();
    survives("counts", made, &WORDS, |bytes| match counts_in(bytes, &choices(bytes)) {
        Ok(mut read) => {
            adds_up(&read.rows);
            for language in Language::ALL {
                data::of_counts(language, &read).iter().for_each(|words| said(words));
            }
            is_written_as_it_was(&read.counted);
            match journey_of_counts(&mut read, &reading_in()) {
                Ok(made) => is_a_journey(&made),
                Err(fault) => told(&fault),
            }
        }
        Err(fault) => told(&fault),
    });
}

#[test]
fn a_curve_never_rises_or_is_refused_in_words() {
    let periods = "Period;Kunder;Slutade\n0;1000;120\n1;880;80\n2;800;41\n3;759;\n";
    let shares = "period\tretention\n0\t100 %\n1\t85,5 %\n2\t70 %\n";
    let made = [tables(), odd(periods), odd(shares), workbooks::made()].concat();
    survives("curve", made, &WORDS, |bytes| match curve_in(bytes, &choices(bytes)) {
        Ok(read) => {
            adds_up(&read.rows);
            let shares = read.curve.shares();
            assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)), "{shares:?}");
            assert!(shares.windows(2).all(|two| two[1] <= two[0]), "{shares:?}");
            for (line, period) in read.rises {
                for language in Language::ALL {
                    said(&data::rise(language, line, period));
                }
            }
        }
        Err(fault) => told(&fault),
    });
}
