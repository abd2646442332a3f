//! Files of journeys: read strictly, written stably, and never a way to stop the reader.

mod hostile;
mod schema;

use crate::arbitrary;
use crate::builder::{scenario, small, strengthen};
use kedja::model::*;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The small journey's file with a change.
fn file(change: impl FnOnce(&mut Value)) -> String {
    let mut value = serde_json::to_value(small()).unwrap();
    change(&mut value);
    value.to_string()
}

fn problems(text: &str) -> Vec<Problem> {
    open_journey(text).expect_err("a file with a fault")
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
        let read = open_journey(&text);
        prop_assert_eq!(read.as_ref(), Ok(&journey));
        prop_assert_eq!(journey_json(&read.unwrap()), text);
    }
}

#[test]
fn a_file_with_a_byte_order_mark_is_read() {
    assert_eq!(open_journey(&format!("\u{feff}{}", journey_json(&small()))), Ok(small()));
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
    let read = open_journey(&text).unwrap();
    assert_eq!((read.horizon, read.disturbance, read.rival_pull), (24, 0.25, 0.005));
    assert_eq!((read.touchpoints[0].complaint_rate, read.touchpoints[0].exposure), (1.0 / 27.0, 1.0));
}

#[test]
fn text_that_is_no_json_is_refused_at_its_line() {
    let cases = [
        ("", 1, 0),
        ("{\n  \"version\": 1,\n  \"id\" \"x\"\n}", 3, 8),
        ("{\"version\": 1", 1, 13),
        ("{\"version\": 1} and more", 1, 16),
        ("{\"price\": 1e999}", 1, 15),
        ("{\"price\": NaN}", 1, 11),
    ];
    for (text, line, column) in cases {
        assert_eq!(problems(text), vec![problem("", "", Code::BadJson { line, column })], "{text}");
    }
    let deep = "[".repeat(100_000);
    assert!(matches!(problems(&deep)[0].what, Code::BadJson { line: 1, .. }));
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
    let kind = |actual| problem("", "", Code::WrongKind { expected: Kind::Object, actual });
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
    let wrong = |expected, actual| Code::WrongKind { expected, actual };
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
            wrong(Kind::Object, Kind::Number),
        ),
        (
            "a bare name",
            |j| j["phases"][0]["name"] = json!("Awareness"),
            "phases[0].name",
            "awareness",
            wrong(Kind::Object, Kind::Text),
        ),
        ("a number for a text", |j| j["name"]["en"] = json!(3), "name.en", "", wrong(Kind::Text, Kind::Number)),
        ("one for a list", |j| j["handovers"] = json!({}), "handovers", "", wrong(Kind::List, Kind::Object)),
        (
            "a word for yes or no",
            |j| j["touchpoints"][2]["moment_of_truth"] = json!("yes"),
            "touchpoints[2].moment_of_truth",
            "checkout",
            wrong(Kind::YesNo, Kind::Text),
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
        ("a number for a choice", |j| j["period"] = json!(30), "period", "", wrong(Kind::Text, Kind::Number)),
        (
            "evidence of nothing known",
            |j| j["touchpoints"][2]["evidence"] = json!({"charm": {"grounds": "measured"}}),
            "touchpoints[2].evidence",
            "checkout",
            choice(
                "charm",
                "strength, gain, pain, complaint_rate, exposure, halving_cost, days, sensing, frequency, tenure, worth, \
                 share, usefulness, price_feel, elasticity, patience, tolerance, memory, chain_feel, remorse, entries, \
                 leaning, price, disturbance, rival_pull, arrivals, echo",
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

#[test]
fn a_scenario_is_read_for_its_journey() {
    let good = scenario(vec![strengthen("invoice", 1.0)]);
    let text = serde_json::to_string(&good).unwrap();
    assert_eq!(open_scenario(&text, &small()), Ok(good));
    assert_eq!(open_scenario("{}", &small()), Ok(Scenario::default()));
    let cases = [
        (
            r#"{"improvements": [{"id": "a", "changes": [{"strengthen": {"link": "fax", "effort": 1}}]}]}"#,
            problem("improvements[0].changes[0].strengthen.link", "fax", Code::UnknownLink { id: "fax".to_owned() }),
        ),
        (
            r#"{"improvements": [{"id": "a", "changes": [{"strengthen": {"link": "ad", "effort": 1, "by": 2}}]}]}"#,
            problem("improvements[0].changes[0].by", "a", Code::UnknownField { field: "by".to_owned() }),
        ),
        (
            r#"{"improvements": [{"id": "a", "changes": [{"weaken": {"link": "ad", "effort": 1}}]}]}"#,
            problem(
                "improvements[0].changes[0]",
                "a",
                Code::UnknownChoice { found: "weaken".to_owned(), choices: "strengthen, set".to_owned() },
            ),
        ),
        (
            r#"{"strain": "much"}"#,
            problem("strain", "", Code::WrongKind { expected: Kind::Number, actual: Kind::Text }),
        ),
        (
            r#"{"start": 0.5}"#,
            problem("start", "", Code::WholeNumberNeeded { found: "0.5".to_owned(), least: -240, most: 240 }),
        ),
        (r#"{"stress": 1}"#, problem("stress", "", Code::UnknownField { field: "stress".to_owned() })),
    ];
    for (text, wanted) in cases {
        assert_eq!(open_scenario(text, &small()), Err(vec![wanted]), "{text}");
    }
}
