//! The shell as it is used: what it prints, where, and with which exit code. docs/shell.md says the same in words.

mod links;
mod questions;

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn kedja(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kedja")).args(arguments).output().expect("the shell starts")
}

fn with_input(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kedja"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the shell starts");
    child.stdin.take().expect("it is piped").write_all(input.as_bytes()).expect("it reads");
    child.wait_with_output().expect("it ends")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it prints text")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("it prints text")
}

fn json_of(arguments: &[&str]) -> Value {
    let output = kedja(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    serde_json::from_str(&out(&output)).expect("it prints JSON")
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().map(|map| map.keys().map(String::as_str).collect()).unwrap_or_default()
}

const FIGURES: [&str; 9] = [
    "conversion",
    "churn",
    "retention_12",
    "lifetime",
    "revenue_per_arrival",
    "recommendation",
    "offer_success",
    "days_to_purchase",
    "complaints_per_period",
];

#[test]
fn the_json_of_a_simulation_keeps_its_names() {
    let report = json_of(&["simulate", "telecom", "--customers", "3000", "--strengthen", "invoice=1", "--out", "json"]);
    assert_eq!(keys(&report), ["customers", "difference", "exact", "journey", "model", "seed", "today", "what_if"]);
    assert_eq!(report["customers"], 3000);
    assert_eq!(report["journey"], "telecom");
    let counts = ["dropped_by_link", "left_by_link", "met_by_link", "failed_by_link", "complaints_by_link"];
    for world in [&report["today"], &report["what_if"]] {
        for figure in FIGURES {
            assert_eq!(keys(&world[figure]), ["high", "low", "value"], "{figure}");
        }
        for count in counts {
            assert!(world[count]["invoice"].is_u64(), "{count}");
        }
        assert!(world["left_by_link"]["price"].is_u64() && world["or_price_by_link"]["invoice"].is_u64());
        assert!(world["left_at_once"].is_u64());
        assert_eq!(world["survival"].as_array().map(Vec::len), Some(25), "tenures 0 to 24");
        for figure in FIGURES {
            assert!(world["by_persona"]["elias"].get(figure).is_some(), "{figure}");
        }
    }
    for figure in FIGURES {
        assert_eq!(keys(&report["difference"][figure]), ["high", "low", "value"], "{figure}");
    }
    assert_eq!(report["difference"]["reaches"], true);
    let people: u64 = ["won", "sale_lost", "saved", "lost", "unchanged"]
        .iter()
        .map(|fate| report["difference"][fate].as_u64().expect("a count"))
        .sum();
    // Who leaves today and would not even buy in the what-if counts as a lost sale, once.
    assert_eq!(people, 3000);
    assert!(report["exact"]["conversion"]["today"].is_f64());
    assert!(report["exact"]["conversion"]["what_if"].is_f64());
}

#[test]
fn without_a_change_there_is_no_what_if_and_no_difference() {
    let report = json_of(&["simulate", "telecom", "--customers", "500", "--out", "json"]);
    assert_eq!(report["what_if"], Value::Null);
    assert_eq!(report["difference"], Value::Null);
    assert_eq!(report["exact"]["conversion"]["what_if"], Value::Null);
}

#[test]
fn the_calendar_gives_each_period_today_and_in_the_what_if() {
    let report = json_of(&[
        "simulate",
        "telecom",
        "--customers",
        "5000",
        "--view",
        "calendar",
        "--start",
        "3",
        "--set",
        "invoice.pain=0.1",
        "--out",
        "json",
    ]);
    let (today, what_if) = (report["today"].as_array(), report["what_if"].as_array());
    let (today, what_if) = (today.expect("periods"), what_if.expect("periods"));
    assert_eq!((today.len(), what_if.len()), (49, 49), "periods -24 to 24");
    for name in ["period", "arrived", "bought", "left", "customers", "rungs", "complaints", "revenue"] {
        assert!(today[0].get(name).is_some(), "{name}");
    }
    let before = |periods: &[Value]| -> Vec<Value> {
        periods.iter().filter(|p| p["period"].as_i64() < Some(3)).cloned().collect()
    };
    assert_eq!(before(today), before(what_if), "nothing changes before the start");
    assert_ne!(today, what_if);
}

#[test]
fn the_same_seed_prints_the_same_and_another_does_not() {
    let run = |seed| out(&kedja(&["simulate", "telecom", "--customers", "2000", "--seed", seed, "--out", "csv"]));
    assert_eq!(run("7"), run("7"));
    assert_ne!(run("7"), run("8"));
}

#[test]
fn a_shown_journey_is_fine_and_runs_from_standard_input() {
    let shown = out(&kedja(&["show", "telecom"]));
    let validated = with_input(&["validate", "-"], &shown);
    assert_eq!(validated.status.code(), Some(0), "{}", err(&validated));
    let from_file = with_input(&["simulate", "-", "--customers", "1000", "--out", "json"], &shown);
    let by_name = kedja(&["simulate", "telecom", "--customers", "1000", "--out", "json"]);
    assert_eq!(out(&from_file), out(&by_name));
}

#[test]
fn all_problems_of_a_bad_file_are_said_on_standard_error_with_exit_code_1() {
    let mut journey: Value = serde_json::from_str(&out(&kedja(&["show", "telecom"]))).expect("a journey");
    journey["touchpoints"][0]["strength"]["likely"] = json!(1.4);
    journey["personas"][0]["memory"] = json!(-1);
    let output = with_input(&["validate", "-"], &journey.to_string());
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output), "");
    let said = err(&output);
    assert!(said.contains("touchpoints[0].strength"), "{said}");
    assert!(said.contains("personas[0].memory"), "{said}");
}

#[test]
fn a_population_that_was_tallied_in_parts_is_merged_into_the_same_bytes() {
    let folder = std::env::temp_dir().join(format!("kedja-parts-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder of its own");
    let file = |name: &str| folder.join(name).to_str().expect("a path in letters").to_owned();
    let change = ["telecom", "--seed", "3", "--strengthen", "invoice=1", "--strain", "0.5"];
    let tally = |from: &str, to: &str, name: &str| {
        let output = kedja(&[&["tally"], &change[..], &["--from", from, "--to", to, "--out", &file(name)]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    };
    tally("0", "1000", "a");
    tally("2500", "3000", "c");
    let refused = kedja(&["merge", &file("c"), &file("a"), "--out", "json"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(err(&refused).contains("customers 1000 to 2499"), "{}", err(&refused));
    tally("1000", "2500", "b");
    let pair = kedja(&["merge", &file("c"), &file("a"), "--into", &file("pair")]);
    assert!(out(&pair).contains("1500 customers"), "{}", out(&pair));
    for format in ["json", "table", "csv"] {
        let merged = kedja(&["merge", &file("b"), &file("pair"), "--out", format]);
        let at_once = kedja(&[&["simulate"], &change[..], &["--customers", "3000", "--out", format]].concat());
        assert_eq!(out(&merged), out(&at_once), "{}", err(&merged));
    }
    let twice = kedja(&["merge", &file("b"), &file("pair"), &file("a")]);
    assert_eq!(twice.status.code(), Some(1));
    assert!(err(&twice).contains("each customer belongs in one part"), "{}", err(&twice));
    std::fs::write(file("b"), b"KEDJA PART 2\n").expect("it is written");
    assert!(err(&kedja(&["merge", &file("b")])).contains("damaged"));
    assert_eq!(kedja(&["tally", "telecom", "--from", "5", "--to", "5", "--out", &file("d")]).status.code(), Some(1));
    std::fs::remove_dir_all(folder).expect("it is there");
}

#[test]
fn wrong_input_exits_with_1_and_a_wrong_command_line_with_2() {
    let code = |arguments: &[&str]| kedja(arguments).status.code();
    assert_eq!(code(&["simulate", "no-such-journey"]), Some(1));
    assert_eq!(code(&["simulate", "telecom", "--strengthen", "no-such-link=1"]), Some(1));
    assert_eq!(code(&["simulate", "telecom", "--price", "-5"]), Some(1));
    assert_eq!(code(&["simulate", "telecom", "--strengthen", "invoice"]), Some(2));
    assert_eq!(code(&["simulate", "telecom", "--set", "invoice.colour=1"]), Some(2));
    assert_eq!(code(&["simulate", "telecom", "--customers", "none"]), Some(2));
    assert_eq!(code(&["dance"]), Some(2));
    assert_eq!(code(&[]), Some(2));
    assert_eq!(code(&["--help"]), Some(0));
}

#[test]
fn help_is_without_colour_when_no_colour_is_asked_for() {
    let help = Command::new(env!("CARGO_BIN_EXE_kedja")).arg("--help").env("NO_COLOR", "1").output();
    let help = out(&help.expect("the shell starts"));
    assert!(help.contains("Examples:"), "{help}");
    assert!(!help.contains('\u{1b}'), "{help}");
}

#[test]
fn a_life_is_told_the_same_twice_and_shows_where_twins_part() {
    let life = |arguments: &[&str]| out(&kedja(&[&["life", "telecom"], arguments].concat()));
    assert_eq!(life(&["--customer", "7"]), life(&["--customer", "7"]));
    let parts = (0..200).find(|customer| {
        life(&["--customer", &customer.to_string(), "--strengthen", "invoice=3"]).contains("from here the two differ")
    });
    assert!(parts.is_some(), "a much stronger invoice changes somebody's life");
}

#[test]
fn the_schema_is_the_one_in_the_docs() {
    let printed: Value = serde_json::from_str(&out(&kedja(&["schema"]))).expect("a schema");
    let kept = std::fs::read_to_string("docs/journey.schema.json").expect("it is kept in docs/");
    assert_eq!(
        printed,
        serde_json::from_str::<Value>(&kept).expect("JSON"),
        "renew it: kedja schema > docs/journey.schema.json"
    );
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let path = std::env::temp_dir().join(format!("kedja-too-large-{}.json", std::process::id()));
    // All but the length of it is missing; whoever read it would read for long.
    std::fs::File::create(&path).and_then(|file| file.set_len(5_000_000_000)).expect("a file with a hole");
    let output = kedja(&["validate", path.to_str().expect("a path in letters")]);
    std::fs::remove_file(&path).expect("it is there");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("The file is 5000 MB."), "{said}");
}
