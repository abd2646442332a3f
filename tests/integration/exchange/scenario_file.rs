//! Files of scenarios.

use crate::builder::{scenario, set, small, strengthen};
use kedja::exchange::*;
use kedja::model::*;

fn problem(path: &str, id: &str, what: Code) -> Problem {
    Problem { place: Location::InFile { path: path.to_owned(), id: id.to_owned() }, what }
}

#[test]
fn a_scenario_is_read_for_its_journey() {
    let good = scenario(vec![strengthen("invoice", 1.0)]);
    assert_eq!(open_scenario(scenario_json(&good).as_bytes(), &small()), Ok(good));
    assert_eq!(open_scenario(b"{}", &small()), Ok(Scenario::default()));
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
            problem(
                "strain",
                "",
                Code::WrongKind { expected: Kind::Number, actual: Kind::Text, example: String::new() },
            ),
        ),
        (
            r#"{"start": 0.5}"#,
            problem("start", "", Code::WholeNumberNeeded { found: "0.5".to_owned(), least: -240, most: 240 }),
        ),
        (r#"{"stress": 1}"#, problem("stress", "", Code::UnknownField { field: "stress".to_owned() })),
    ];
    for (text, wanted) in cases {
        assert_eq!(open_scenario(text.as_bytes(), &small()), Err(vec![wanted]), "{text}");
    }
}

#[test]
fn what_is_written_is_read_as_the_same_scenario() {
    let improvement = Improvement {
        id: "all".into(),
        name: Text::same("All of it"),
        owner: Some("sales".into()),
        effort: 2.5,
        changes: vec![strengthen("ad", -0.5), set("support", Field::Pain, 0.1)],
        off: true,
    };
    let full = Scenario {
        improvements: vec![improvement],
        qualities: vec![PersonaChange { persona: "anna".into(), quality: Field::Tolerance, value: 5.0 }],
        effort_curve: EffortCurve::Line,
        strain: 0.1,
        price: Some(80.0),
        arrivals: Some(10.0),
        echo: Some(0.2),
        start: -3,
    };
    for good in [full, Scenario::default()] {
        let text = scenario_json(&good);
        assert_eq!(open_scenario(text.as_bytes(), &small()), Ok(good));
    }
}

#[test]
fn a_change_is_one_word_with_what_belongs_to_it() {
    let wrong = |actual| Code::WrongKind { expected: Kind::Object, actual, example: String::new() };
    let missing = |field: &str| Code::MissingField { field: field.to_owned() };
    let at = "improvements[0].changes[0]";
    let cases = [
        ("3", at.to_owned(), wrong(Kind::Number)),
        (r#""strengthen""#, at.to_owned(), wrong(Kind::Text)),
        (r#"{"set": {"link": "ad", "lever": "gain"}}"#, format!("{at}.set.value"), missing("value")),
        (
            r#"{"set": {"link": "ad", "lever": "charm", "value": 1}}"#,
            format!("{at}.set.lever"),
            Code::UnknownChoice {
                found: "charm".to_owned(),
                choices: "strength, gain, pain, sensing, frequency, days, share".to_owned(),
            },
        ),
    ];
    for (change, path, what) in cases {
        let text = format!(r#"{{"improvements": [{{"id": "a", "changes": [{change}]}}]}}"#);
        assert_eq!(open_scenario(text.as_bytes(), &small()), Err(vec![problem(&path, "a", what)]), "{text}");
    }
    for both in ["{}", r#"{"strengthen": {}, "set": {}}"#] {
        let text = format!(r#"{{"improvements": [{{"id": "a", "changes": [{both}]}}]}}"#);
        let found = open_scenario(text.as_bytes(), &small()).unwrap_err();
        assert!(matches!(&found[..], [Problem { what: Code::Unreadable { .. }, .. }]), "{found:?}");
    }
}
