//! Kinds of customer in XES: the same as in a column of a table.

use super::log_of;
use super::reading::{asked, log_of_kinds, read, seen};
use kedja::app::records::{Content, FileKind, FileReading, HowToRead, LogChoices, MadeJourney, Seen};
use kedja::model::data::{DataFault, EventLog, NO_KIND};
use std::collections::BTreeMap;

/// A table of events as XES, the kind of customer in the cases or in their events.
fn xes_of(table: &str, key: &str, is_of_case: bool) -> String {
    let mut cases: BTreeMap<usize, (String, String)> = BTreeMap::new();
    for row in table.lines().skip(1) {
        let [case, time, step, kind] = row.split(';').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let attribute = format!("<string key=\"{key}\" value=\"{kind}\"/>");
        let (of_case, events) = cases.entry(case.parse().unwrap()).or_default();
        of_case.clone_from(&attribute);
        let of_event = if is_of_case { "" } else { attribute.as_str() };
        events.push_str(&format!(
            "<event><string key=\"org:resource\" value=\"R\"><string key=\"{key}\" value=\"nested\"/></string>{of_event}\
             <string key=\"concept:name\" value=\"{step}\"/><date key=\"time:timestamp\" value=\"{}\"/></event>",
            time.replace(' ', "T")
        ));
    }
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1.0\">\n");
    for (case, (of_case, events)) in cases {
        let of_case = if is_of_case { of_case.as_str() } else { "" };
        text += &format!(
            "<trace><string key=\"concept:name\" value=\"{case}\"/>{of_case}<int key=\"cost\" value=\"3\"/>{events}</trace>\n"
        );
    }
    text + "</log>\n"
}

fn made(seen: Seen) -> MadeJourney {
    match seen.content {
        Some(Content::Log { counted: Ok((_, made)), .. }) => made,
        other => panic!("{other:?} {:?}", seen.fault),
    }
}

fn kind_said(kind: &str) -> HowToRead {
    let mut how = HowToRead::default();
    how.log.kind = Some(kind.to_owned());
    how
}

#[test]
fn kinds_of_customer_in_xes_become_the_personas_that_a_column_makes() {
    let table = log_of_kinds(60, 40, "Kundtyp");
    let right = made(read(FileKind::Log, HowToRead::default(), table.as_bytes()));
    assert_eq!(right.journey.personas.len(), 2);
    for is_of_case in [true, false] {
        for (key, how) in [
            ("kundtyp", HowToRead::default()),
            ("Customer_Type", HowToRead::default()),
            ("case:customer_type", HowToRead::default()),
            ("Form", kind_said("form")),
        ] {
            let text = xes_of(&table, key, is_of_case);
            assert_eq!(made(read(FileKind::Log, how, text.as_bytes())), right, "{key}, of cases: {is_of_case}");
        }
    }
    // A name that says nothing, and one that is refused.
    for (key, how) in [("form", HowToRead::default()), ("kundtyp", kind_said(""))] {
        let made = made(read(FileKind::Log, how, xes_of(&table, key, true).as_bytes()));
        assert_eq!(made.journey.personas.len(), 1, "{key}");
    }
}

#[test]
fn the_keys_of_xes_are_offered_and_one_that_no_case_has_is_told_with_those_that_there_are() {
    let text = xes_of(&log_of_kinds(60, 40, "x"), "form", true);
    let read_in = |how: HowToRead| seen(&mut FileReading::default(), &asked(FileKind::Log, how), text.as_bytes(), 700);
    let offered = read_in(HowToRead::default()).preview;
    assert!(offered.is_xes && offered.rows.is_empty());
    assert_eq!(offered.headings, ["form", "cost", "org:resource"]);
    let unknown = read_in(kind_said("from"));
    let columns = ["form", "cost", "org:resource"].map(str::to_owned).to_vec();
    assert_eq!(unknown.fault, Some(DataFault::UnknownColumn { name: "from".into(), columns }));
    // Where too many kinds are found, another key can be chosen.
    let many: String = (0..30)
        .map(|n| {
            let event = "<event><string key=\"concept:name\" value=\"Order\"/><date key=\"time:timestamp\" value=\"2025-01-01\"/></event>";
            format!("<trace><string key=\"nr\" value=\"{n}\"/>{event}</trace>")
        })
        .collect();
    let refused = read(FileKind::Log, kind_said("nr"), format!("<log>{many}</log>").as_bytes());
    assert_eq!(
        (refused.fault, refused.preview.headings),
        (Some(DataFault::TooManyKinds { most: 12 }), vec!["nr".into()])
    );
}

fn kinds(traces: &str) -> EventLog {
    let event = |kind: &str| {
        format!(
            "<event>{kind}<string key=\"concept:name\" value=\"Order\"/><date key=\"time:timestamp\" value=\"2025-01-01\"/></event>"
        )
    };
    let kind = |name: &str| format!("<string key=\"persona\" value=\"{name}\"/>");
    let text = traces
        .replace("[]", &event(""))
        .replace("[A]", &event(&kind("A")))
        .replace("[B]", &event(&kind("B")))
        .replace("{A}", &kind("A"))
        .replace("{B}", &kind("B"));
    let choices = LogChoices { kind: Some("persona".into()), ..LogChoices::default() };
    log_of(format!("<log>{}</log>", text.replace('(', "<trace>").replace(')', "</trace>")).as_bytes(), choices).unwrap()
}

#[test]
fn the_kind_of_a_case_is_its_own_or_else_that_of_the_first_of_its_events_that_names_one() {
    // Its own counts whatever its events say, and wherever it stands.
    let log = kinds("({A}[B][B])([][B][A])([])([A]{B})");
    assert_eq!(log.kinds, ["A", "B"]);
    assert_eq!(log.kind_of, [0, 1, NO_KIND, 1]);
    assert_eq!(log.doubts.mixed_kinds, 1, "the second names two");
}

#[test]
fn of_two_keys_that_are_known_that_of_cases_counts() {
    let event = "<event><string key=\"persona\" value=\"P\"/><string key=\"concept:name\" value=\"Order\"/>\
        <date key=\"time:timestamp\" value=\"2025-01-01\"/></event>";
    let trace = |kind: &str| format!("<trace><string key=\"customer group\" value=\"{kind}\"/>{event}</trace>");
    let text = format!("<log>{}{}</log>", trace("One"), trace("Two"));
    assert_eq!(log_of(text.as_bytes(), LogChoices::default()).unwrap().kinds, ["One", "Two"]);
}

#[test]
fn a_column_that_was_an_attribute_of_cases_is_known_without_its_beginning() {
    for (heading, kind) in
        [("case:customer_type", None), ("Case:Kundtyp", None), ("case:form", Some("form")), ("form", Some("case:form"))]
    {
        let table = log_of_kinds(60, 40, heading);
        let choices = LogChoices { kind: kind.map(str::to_owned), ..LogChoices::default() };
        assert_eq!(log_of(table.as_bytes(), choices).unwrap().kinds, ["Families", "Companies"], "{heading}");
    }
    // A column of just that name comes first.
    let table = "case;time;step;case:form;form\n1;2025-01-01;Order;no;yes\n";
    let choices = LogChoices { kind: Some("form".into()), ..LogChoices::default() };
    assert_eq!(log_of(table.as_bytes(), choices).unwrap().kinds, ["yes"]);
}
