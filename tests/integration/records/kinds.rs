//! Counts that are no funnel, counts that a warehouse makes, and workbooks.

use super::{fixture, left_out, log_of, reading_in};
use kedja::analysis::exact_conversion;
use kedja::analysis::records::{Assumed, range_of};
use kedja::app::Language;
use kedja::app::records::{LogChoices, TableChoices, counts_in, counts_text, journey_of_counts};
use kedja::model::data::{DataFault, LeftOutWhy};
use kedja::model::{CheckedJourney, Field, Grounds, Scenario};
use kedja::words::data::of_counts;
use std::io::Write;

fn counts(text: &str) -> kedja::app::records::CountsRead {
    counts_in(text.as_bytes(), &TableChoices::default()).unwrap()
}

#[test]
fn where_counts_rise_nothing_is_made_up() {
    let read = counts_in(&fixture("b10-rises.csv"), &TableChoices::default()).unwrap();
    assert_eq!(read.rises, ["Beställning", "Faktura"]);
    assert_eq!(read.empty, ["Offert"]);
    let known: Vec<bool> = read.counted.steps.iter().map(|step| step.is_strength_known).collect();
    assert_eq!(known, [true, false, false, false]);
}

#[test]
fn what_rests_on_one_person_is_said_and_has_a_wide_range() {
    let read = counts_in(&fixture("b10-one-person.csv"), &TableChoices::default()).unwrap();
    assert_eq!(read.few, ["Besök", "Offert"]);
    let tries: Vec<_> = read.counted.steps.iter().map(|step| (step.tries.held, step.tries.failed)).collect();
    assert_eq!(tries[..2], [(1, 0), (0, 1)]);
    let (low, high) = range_of(1.0, 0.0);
    assert!(low < 0.2 && high == 1.0);
}

#[test]
fn each_row_that_is_no_count_is_told_with_its_line_and_reason() {
    let read = counts("step;reached\nA;100\nB;50,5\nC;-3\nD;many\nE;\nA;90\n;12\nTotal;240\nF;40\n");
    let why = left_out(&read.rows);
    let right = [
        (3, LeftOutWhy::NotWhole),
        (4, LeftOutWhy::Negative),
        (5, LeftOutWhy::NoNumber),
        (6, LeftOutWhy::NoCount),
        (7, LeftOutWhy::Doubled),
        (8, LeftOutWhy::NoStep),
        (9, LeftOutWhy::Total),
    ];
    assert_eq!(why, right);
    assert_eq!(read.counted.steps.len(), 2);
}

#[test]
fn rows_of_several_periods_and_kinds_of_customer_are_added() {
    let text = "month;persona;step;reached;still open\n\
        Jan;Firm;Visit;100;0\nJan;Home;Visit;300;10\nJan;Firm;Order;50;0\nJan;Home;Order;60;0\n\
        Feb;Firm;Visit;110;20\nFeb;Home;Visit;290;30\nFeb;Firm;Order;40;0\nFeb;Home;Order;70;5\nFeb;Home;Order;70;5\n";
    let read = counts(text);
    assert_eq!(left_out(&read.rows), [(10, LeftOutWhy::Doubled)], "the same of the same month and kind");
    let steps: Vec<_> = read.counted.steps.iter().map(|step| (step.name.as_str(), step.reached, step.open)).collect();
    assert_eq!(steps, [("Visit", 800, 60), ("Order", 220, 5)]);
    let kinds: Vec<_> = read.counted.kinds.iter().map(|kind| (kind.name.as_str(), kind.begun[0])).collect();
    assert_eq!(kinds, [("Firm", 210), ("Home", 590)]);
    assert_eq!(read.periods, ["Jan", "Feb"]);
    let said = of_counts(Language::En, &read);
    assert!(said.iter().any(|words| words.contains("2 periods") && words.contains("Jan")), "{said:?}");
    // By way too, where a cell that is left empty counts nobody.
    let ways = counts(
        "period,step,next,reached,went_on,ended,again,open\n1,,Visit,,400,,,\n2,,Visit,,300,,,\n1,Visit,Order,,110,,,\n2,Visit,Order,,90,,,\n\
         1,Visit,,400,,270,,20\n2,Visit,,300,,180,,30\n1,Order,,110,,,,\n2,Order,,90,,,,\n",
    );
    let visit = &ways.counted.steps[0];
    assert_eq!((visit.begun, visit.reached, visit.open), (700, 700, 50));
    assert_eq!((visit.tries.held, visit.tries.failed, ways.counted.moves[0].taken), (200, 450, 200));
    assert_eq!(ways.rows.left_out, 0);
}

#[test]
fn open_ones_are_neither_held_nor_failed() {
    let read = counts("step,reached,went_on,still open\nVisit,100,40,50\nOrder,40,30,10\n");
    let visit = &read.counted.steps[0];
    assert_eq!((visit.tries.held, visit.tries.failed, visit.open), (40, 10, 50));
}

#[test]
fn a_funnel_becomes_a_journey_that_converts_as_it_was_counted() {
    let mut read = counts("step;reached\nVisit;1000\nOffer;400\nOrder;100\nInvoice;90\n");
    let made = journey_of_counts(&mut read, &reading_in()).unwrap();
    let journey = CheckedJourney::new(made.journey.clone()).unwrap();
    assert!((exact_conversion(&journey, &Scenario::default()) - 0.1).abs() < 1e-9);
    let visit = &journey.touchpoints[0];
    assert_eq!(visit.evidence[&Field::Strength].grounds, Grounds::Measured);
    let (low, high) = (visit.strength.low.unwrap(), visit.strength.high.unwrap());
    assert!(low > 0.36 && low < 0.4 && high > 0.4 && high < 0.44, "{low} to {high}");
    assert!(made.assumed.contains(&Assumed::HandoversHold) && made.assumed.contains(&Assumed::Patience));
}

#[test]
fn without_a_purchase_it_is_asked_which_step_it_is() {
    let mut read = counts("step;reached\nA;1000\nB;400\nC;100\n");
    assert!(
        matches!(journey_of_counts(&mut read, &reading_in()), Err(DataFault::NoPurchase { steps }) if steps.len() == 3)
    );
    let by = kedja::app::records::ReadingIn { purchase: Some("b".into()), ..reading_in() };
    let journey = journey_of_counts(&mut read, &by).unwrap().journey;
    assert!((exact_conversion(&journey, &Scenario::default()) - 0.4).abs() < 1e-9);
}

#[test]
fn counts_written_and_read_again_are_the_same() {
    let text = "step,next,reached,went_on,ended,again,open,days\n\
        ,Ad,,90,,,,\n,Visit,,10,,,,\n\
        Ad,Visit,,60,,,,\nAd,,100,,20,10,10,1.5\n\
        Visit,Ad,,5,,,,\nVisit,Order,,40,3,2,,0.5\nVisit,,70,,20,,2,3\nOrder,,40,,,,,\n";
    let first = counts(text).counted;
    assert_eq!(first.steps[0].begun, 90);
    let again = counts(&counts_text(&first)).counted;
    assert_eq!(first, again);
}

/// A workbook as LibreOffice and Excel write it, with as little as they must have.
fn workbook(sheet: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    let types = "http://schemas.openxmlformats.org/package/2006/content-types";
    part("[Content_Types].xml", &format!("<Types xmlns=\"{types}\"/>"));
    let of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let links = "http://schemas.openxmlformats.org/package/2006/relationships";
    // Every package says here which of its parts is the workbook; one that doesn't is damaged.
    part(
        "_rels/.rels",
        &format!(
            "<Relationships xmlns=\"{links}\"><Relationship Id=\"rId1\" Type=\"{of}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    part(
        "xl/workbook.xml",
        &format!(
            "<workbook xmlns=\"{main}\" xmlns:r=\"{of}\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        ),
    );
    part(
        "xl/_rels/workbook.xml.rels",
        &format!(
            "<Relationships xmlns=\"{links}\"><Relationship Id=\"rId1\" Type=\"{of}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        ),
    );
    part(
        "xl/worksheets/sheet1.xml",
        &format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>"),
    );
    zip.finish().unwrap().into_inner()
}

fn cell(place: &str, text: &str) -> String {
    match text.parse::<f64>() {
        Ok(_) => format!("<c r=\"{place}\"><v>{text}</v></c>"),
        Err(_) => format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
    }
}

#[test]
fn a_workbook_is_read_and_a_cell_in_its_last_corner_costs_nothing() {
    let rows = [("Steg", "Antal"), ("Besök", "1234.0"), ("Köp", "200"), ("Summa", "1434")];
    let mut sheet = String::new();
    for (n, (step, count)) in rows.iter().enumerate() {
        let n = n + 3;
        sheet.push_str(&format!(
            "<row r=\"{n}\">{}{}</row>",
            cell(&format!("B{n}"), step),
            cell(&format!("C{n}"), count)
        ));
    }
    sheet.push_str(&format!("<row r=\"1048576\">{}</row>", cell("XFD1048576", "7")));
    let read = counts_in(&workbook(&sheet), &TableChoices::default()).unwrap();
    let steps: Vec<_> = read.counted.steps.iter().map(|step| (step.name.as_str(), step.reached)).collect();
    assert_eq!(steps, [("Besök", 1_234), ("Köp", 200)]);
}

#[test]
fn days_of_a_workbook_are_days() {
    let rows = [["kund", "datum", "steg"], ["1", "45720", "Besök"], ["1", "45722.5", "Köp"]];
    let mut sheet = String::new();
    for (n, row) in rows.iter().enumerate() {
        let cells: String =
            row.iter().zip(["A", "B", "C"]).map(|(text, c)| cell(&format!("{c}{}", n + 1), text)).collect();
        sheet.push_str(&format!("<row r=\"{}\">{cells}</row>", n + 1));
    }
    let log = log_of(&workbook(&sheet), LogChoices::default()).unwrap();
    assert_eq!(log.events[1].time - log.events[0].time, 5 * 43_200_000);
    assert_eq!(log.events[0].time, 1_741_046_400_000, "4 March 2025");
}
