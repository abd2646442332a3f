//! Files of journeys: every problem told at once, at its place.

use super::file_of;
use crate::arbitrary;
use crate::builder::small;
use kedja::exchange::*;
use kedja::model::*;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The small journey's file with a change.
fn file(change: impl FnOnce(&mut Value)) -> String {
    let mut value = file_of(&small());
    change(&mut value);
    value.to_string()
}

fn problems(text: &str) -> Vec<Problem> {
    open_journey(text.as_bytes()).expect_err("a file with a fault")
}

fn problem(path: &str, id: &str, what: Code) -> Problem {
    Problem { place: Location::InFile { path: path.to_owned(), id: id.to_owned() }, what }
}

/// A fault in the small journey's file, and the one problem it gives: path, id, what.
type Case = (&'static str, fn(&mut Value), &'static str, &'static str, Code);

fn assert_alone(cases: &[Case]) {
    for (story, change, path, id, what) in cases {
        assert_eq!(problems(&file(change)), vec![problem(path, id, what.clone())], "{story}");
    }
}

fn remove(value: &mut Value, key: &str) {
    value.as_object_mut().unwrap().remove(key);
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_the_same_journey(journey in arbitrary::journey()) {
        let text = journey_json(&journey);
        let read = open_journey(text.as_bytes());
        prop_assert_eq!(read.as_ref(), Ok(&journey));
        prop_assert_eq!(journey_json(&read.unwrap()), text);
    }
}

#[test]
fn a_file_with_a_byte_order_mark_is_read() {
    assert_eq!(open_journey(format!("\u{feff}{}", journey_json(&small())).as_bytes()), Ok(small()));
}

#[test]
fn defaults_stand_in_for_what_is_left_out() {
    let text = file(|j| {
        for key in ["summary", "horizon", "disturbance", "rival_pull", "period", "payment", "effort_unit", "evidence"] {
            remove(j, key);
        }
        for key in ["gain", "pain", "role", "complaint_rate", "exposure", "halving_cost", "days", "sensing", "notes"] {
            remove(&mut j["touchpoints"][0], key);
        }
    });
    let read = open_journey(text.as_bytes()).unwrap();
    assert_eq!((read.horizon, read.disturbance, read.rival_pull), (24, 0.25, 0.005));
    assert_eq!((read.touchpoints[0].complaint_rate, read.touchpoints[0].exposure), (1.0 / 27.0, 1.0));
}

#[test]
fn text_that_is_no_json_for_no_known_reason_is_refused_at_its_line() {
    for (text, line, column) in [("{\n  \"version\": 1,\n  \"id\": ;\n}", 3, 9), ("{\"price\": 01}", 1, 12)] {
        assert_eq!(problems(text), vec![problem("", "", Code::BadJson { line, column })], "{text}");
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_unread() {
    let text = " ".repeat(MAX_BYTES + 1);
    assert_eq!(problems(&text), vec![problem("", "", Code::FileTooLarge { size: 4.1, most: 4.0 })]);
}

#[test]
fn a_file_of_another_version_is_refused_as_such_alone() {
    let text = r#"{"version": 2, "something": "quite different"}"#;
    assert_eq!(problems(text), vec![problem("version", "", Code::UnknownVersion { found: 2.0, supported: 1 })]);
}

#[test]
fn json_that_is_no_journey_is_refused() {
    let kind = |actual| problem("", "", Code::WrongKind { expected: Kind::Object, actual, example: String::new() });
    assert_eq!(problems("3"), vec![kind(Kind::Number)]);
    assert_eq!(problems("null"), vec![kind(Kind::Nothing)]);
    assert_eq!(problems("\"journey\""), vec![kind(Kind::Text)]);
    let missing = problems("{}");
    let fields = ["version", "id", "name", "price", "phases", "channels", "owners", "touchpoints", "handovers"];
    for field in fields.into_iter().chain(["personas", "market"]) {
        let wanted = problem(field, "", Code::MissingField { field: field.to_owned() });
        assert!(missing.contains(&wanted), "{field} is not missed in {missing:#?}");
    }
}

#[test]
fn a_field_that_is_missing_unknown_or_doubled_is_named_with_its_path() {
    let missing = |field: &str| Code::MissingField { field: field.to_owned() };
    let unknown = |field: &str| Code::UnknownField { field: field.to_owned() };
    assert_alone(&[
        ("no price", |j| remove(j, "price"), "price", "", missing("price")),
        ("no version", |j| remove(j, "version"), "version", "", missing("version")),
        (
            "no nature",
            |j| remove(&mut j["touchpoints"][5], "nature"),
            "touchpoints[5].nature",
            "invoice",
            missing("nature"),
        ),
        (
            "no likely strength",
            |j| remove(&mut j["handovers"][0]["strength"], "likely"),
            "handovers[0].strength.likely",
            "ad-compare",
            missing("likely"),
        ),
        ("a field at the top", |j| j["colour"] = json!("red"), "colour", "", unknown("colour")),
        (
            "a field of a touchpoint",
            |j| j["touchpoints"][1]["gian"] = json!(0.2),
            "touchpoints[1].gian",
            "compare",
            unknown("gian"),
        ),
        (
            "a field of a strength",
            |j| j["touchpoints"][1]["strength"]["most"] = json!(0.2),
            "touchpoints[1].strength.most",
            "compare",
            unknown("most"),
        ),
        (
            "a field of an entry",
            |j| j["personas"][0]["entries"][0]["phase"] = json!("awareness"),
            "personas[0].entries[0].phase",
            "anna",
            unknown("phase"),
        ),
        ("a field of the market", |j| j["market"]["size"] = json!([1, {"a": 2}]), "market.size", "", unknown("size")),
        (
            "a field of evidence",
            |j| j["touchpoints"][0]["evidence"] = json!({"strength": {"grounds": "measured", "by": "Bo"}}),
            "touchpoints[0].evidence.strength.by",
            "ad",
            unknown("by"),
        ),
        (
            "a field of tenure",
            |j| j["touchpoints"][3]["tenure"] = json!({"from": 1, "to": 3}),
            "touchpoints[3].tenure.to",
            "using",
            unknown("to"),
        ),
    ]);
    let doubled = journey_json(&small()).replacen("\"price\": 100.0", "\"price\": 100.0,\n  \"price\": 90.0", 1);
    assert_eq!(problems(&doubled), vec![problem("price", "", Code::DuplicateField { field: "price".to_owned() })]);
}

#[test]
fn a_value_of_the_wrong_kind_is_refused_where_it_stands() {
    let such_as = |expected, actual, example: &str| Code::WrongKind { expected, actual, example: example.to_owned() };
    let wrong = |expected, actual| such_as(expected, actual, "");
    let whole = |found: &str, least, most| Code::WholeNumberNeeded { found: found.to_owned(), least, most };
    let choice =
        |found: &str, choices: &str| Code::UnknownChoice { found: found.to_owned(), choices: choices.to_owned() };
    assert_alone(&[
        ("text for a number", |j| j["price"] = json!("much"), "price", "", wrong(Kind::Number, Kind::Text)),
        ("nothing for a number", |j| j["price"] = json!(null), "price", "", wrong(Kind::Number, Kind::Nothing)),
        (
            "a bare strength",
            |j| j["touchpoints"][2]["strength"] = json!(0.5),
            "touchpoints[2].strength",
            "checkout",
            such_as(Kind::Object, Kind::Number, "{\"likely\":0.5}"),
        ),
        (
            "a bare name",
            |j| j["phases"][0]["name"] = json!("Awareness"),
            "phases[0].name",
            "awareness",
            such_as(Kind::Object, Kind::Text, "{\"en\":\"Awareness\"}"),
        ),
        (
            "a number for a text",
            |j| j["name"]["en"] = json!(3),
            "name.en",
            "",
            such_as(Kind::Text, Kind::Number, "\"3\""),
        ),
        ("one for a list", |j| j["handovers"] = json!({}), "handovers", "", wrong(Kind::List, Kind::Object)),
        (
            "a word for yes or no",
            |j| j["touchpoints"][2]["moment_of_truth"] = json!("yes"),
            "touchpoints[2].moment_of_truth",
            "checkout",
            such_as(Kind::YesNo, Kind::Text, "true"),
        ),
        ("half a period", |j| j["horizon"] = json!(12.5), "horizon", "", whole("12.5", 1, 240)),
        ("fewer than none", |j| j["market"]["warm_up"] = json!(-1), "market.warm_up", "", whole("-1", 0, 240)),
        (
            "hundreds of rungs",
            |j| j["personas"][0]["tolerance"] = json!(300),
            "personas[0].tolerance",
            "anna",
            whole("300", 1, 20),
        ),
        (
            "an unknown nature",
            |j| j["touchpoints"][2]["nature"] = json!("magic"),
            "touchpoints[2].nature",
            "checkout",
            choice("magic", "product, service, price, sales, communication"),
        ),
        (
            "a number for a choice",
            |j| j["period"] = json!(30),
            "period",
            "",
            such_as(Kind::Text, Kind::Number, "\"week\""),
        ),
        (
            "evidence of nothing known",
            |j| j["touchpoints"][2]["evidence"] = json!({"charm": {"grounds": "measured"}}),
            "touchpoints[2].evidence",
            "checkout",
            choice(
                "charm",
                "strength, gain, pain, complaint_rate, exposure, halving_cost, days, sensing, frequency, tenure, worth, \
                 share, usefulness, price_feel, elasticity, patience, tolerance, memory, chain_feel, remorse, binding, \
                 entries, leaning, price, disturbance, rival_pull, arrivals, echo",
            ),
        ),
    ]);
}

#[test]
fn what_the_format_has_no_words_for_is_still_refused_in_its_place() {
    let twofold = file(|j| j["touchpoints"][2]["nature"] = json!({"service": null, "sales": null}));
    let found = problems(&twofold);
    assert_eq!(found[0].place.path(), "touchpoints[2].nature");
    assert!(matches!(&found[0].what, Code::Unreadable { detail } if !detail.is_empty()), "{found:?}");
}

#[test]
fn a_fault_within_evidence_is_told_where_it_stands() {
    assert_alone(&[
        (
            "a word that is none of the grounds",
            |j| j["touchpoints"][0]["evidence"] = json!({"gain": {"grounds": "guess"}}),
            "touchpoints[0].evidence.gain.grounds",
            "ad",
            Code::UnknownChoice {
                found: "guess".to_owned(),
                choices: "measured, published, estimated, assumption".to_owned(),
            },
        ),
        (
            "a bare word",
            |j| j["evidence"] = json!({"price": "measured"}),
            "evidence.price",
            "",
            Code::WrongKind { expected: Kind::Object, actual: Kind::Text, example: String::new() },
        ),
    ]);
}

#[test]
fn a_field_that_is_given_twice_is_told_with_every_other_fault() {
    let text = file(|j| {
        j["disturbance"] = json!("much");
        j["price"] = json!("much");
    });
    let text = text.replacen("\"price\":\"much\"", "\"price\":\"much\",\"price\":90,\"price\":80", 1);
    let wrong = |path| {
        problem(path, "", Code::WrongKind { expected: Kind::Number, actual: Kind::Text, example: String::new() })
    };
    let twice = problem("price", "", Code::DuplicateField { field: "price".to_owned() });
    assert_eq!(problems(&text), [wrong("disturbance"), wrong("price"), twice]);
}

#[test]
fn what_stands_in_for_a_figure_that_cannot_be_read_is_nobodys_fault() {
    let wrong = Code::WrongKind { expected: Kind::Number, actual: Kind::Text, example: String::new() };
    assert_alone(&[
        (
            "a strength within a range",
            |j| j["touchpoints"][0]["strength"] = json!({"low": 0.1, "likely": "some", "high": 0.2}),
            "touchpoints[0].strength.likely",
            "ad",
            wrong.clone(),
        ),
        (
            "the lowest strength",
            |j| j["touchpoints"][0]["strength"] = json!({"low": "little", "likely": 0.5, "high": 0.6}),
            "touchpoints[0].strength.low",
            "ad",
            wrong,
        ),
        (
            "how long everybody is followed",
            |j| {
                j["touchpoints"][3]["tenure"] = json!({"from": 10});
                j["horizon"] = json!("long");
            },
            "horizon",
            "",
            Code::WholeNumberNeeded { found: "\"long\"".to_owned(), least: 1, most: 240 },
        ),
    ]);
}

#[test]
fn all_faults_of_a_file_are_told_at_once() {
    let text = file(|j| {
        j["touchpoints"][0]["strength"] = json!(0.5);
        j["touchpoints"][0]["gian"] = json!(0.5);
        j["touchpoints"][3]["nature"] = json!("magic");
        remove(&mut j["touchpoints"][4], "channel");
        j["touchpoints"][5]["strength"]["likely"] = json!(1.4);
        j["personas"][0]["patience"] = json!("long");
        j["name"] = json!({});
    });
    let found = problems(&text);
    let places: Vec<String> = found.iter().map(|p| p.place.path()).collect();
    let wanted = [
        "personas[0].patience",
        "touchpoints[0].strength",
        "touchpoints[3].nature",
        "touchpoints[4].channel",
        "touchpoints[0].gian",
        "name",
        "touchpoints[5].strength.likely",
    ];
    assert_eq!(places, wanted, "{found:#?}");
    let also_misspelt = file(|j| {
        j["colour"] = json!("red");
        j["price"] = json!(0);
    });
    let places: Vec<String> = problems(&also_misspelt).into_iter().map(|p| p.place.path()).collect();
    assert_eq!(places, ["colour", "price"], "a file of the right shape is checked in full");
}
