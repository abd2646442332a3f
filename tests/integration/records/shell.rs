//! `import`, `backtest` and `log` as they are used.

use super::fixture;
use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("kedja-records-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn kedja(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kedja")).args(arguments).output().unwrap()
}

fn fine(arguments: &[&str]) -> String {
    let output = kedja(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn text(path: &std::path::Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn counts_come_in_and_the_journey_can_be_simulated() {
    let folder = folder("counts");
    let (counts, journey) = (folder.join("kanalen.csv"), folder.join("kanalen.json"));
    std::fs::write(&counts, fixture("b01-excel-cp1252.csv")).unwrap();
    let asked = ["import", "counts", text(&counts), "--out", text(&journey), "--report", "json"];
    let report: Value = serde_json::from_str(&fine(&asked)).unwrap();
    assert_eq!(
        (report["read"].as_u64(), report["used"].as_u64(), report["left_out"].as_u64()),
        (Some(4), Some(4), Some(0))
    );
    assert_eq!(report["purchase"], "Beställning");
    let simulated: Value =
        serde_json::from_str(&fine(&["simulate", text(&journey), "--customers", "20000", "--out", "json"])).unwrap();
    let conversion = simulated["exact"]["conversion"]["today"].as_f64().unwrap();
    assert!((conversion - 0.0875).abs() < 1e-9, "{conversion}");
    let told = fine(&["import", "counts", text(&counts), "--out", text(&journey)]);
    assert!(told.contains("4 rows read: 4 used, 0 left out") && told.contains("35.0%"), "{told}");
    let judged = fine(&["backtest", text(&journey), text(&counts)]);
    assert!(judged.contains("3 of 3"), "{judged}");
}

#[test]
fn a_log_of_simulated_customers_comes_in_and_a_later_one_is_compared() {
    let folder = folder("log");
    let path = |name: &str| folder.join(name);
    let (log, later, made, counts) = (path("log.csv"), path("later.csv"), path("made.json"), path("counts.csv"));
    fine(&["log", "telecom", "--customers", "4000", "--out", text(&log)]);
    fine(&["log", "telecom", "--customers", "4000", "--seed", "2", "--out", text(&later)]);
    let purchase = ["--purchase", "Order", "--leaving", "Left"];
    let mut asked = vec!["import", "log", text(&log), "--case", "case", "--step", "step", "--time", "time"];
    asked.extend(purchase);
    asked.extend(["--out", text(&made), "--counts", text(&counts), "--report", "json"]);
    let output = kedja(&asked);
    // The purchase of the ready journey goes by its own name.
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["cases"]["all"], 4_000);
    assert!(std::fs::read_to_string(&counts).unwrap().starts_with("step,next,reached"));
    let judged: Value = serde_json::from_str(&fine(&[
        "backtest",
        text(&made),
        text(&later),
        "--case",
        "case",
        "--purchase",
        "Order",
        "--leaving",
        "Left",
        "--out",
        "json",
    ]))
    .unwrap();
    let (hit, of) = (judged["hits"].as_u64().unwrap(), judged["of"].as_u64().unwrap());
    assert!(of >= 4 && hit * 10 >= of * 7, "{hit} of {of}: {judged}");
}

#[test]
fn what_has_to_be_said_first_is_asked_in_a_sentence() {
    let folder = folder("asked");
    let file = folder.join("log.csv");
    std::fs::write(&file, fixture("b02-ambiguous.csv")).unwrap();
    let out = folder.join("out.json");
    let asked = ["import", "log", text(&file), "--out", text(&out)];
    let output = kedja(&asked);
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("04/03/2025") && error.contains("day or the month"), "{error}");
    assert!(!out.exists(), "nothing is written");
}

#[test]
fn a_long_log_is_counted_to_its_last_event() {
    let folder = folder("long");
    let (file, out) = (folder.join("log.csv"), folder.join("out.json"));
    let mut log = String::from("customer;time;step\n");
    for n in 0..25_000 {
        for (at, step) in ["Visit", "Offer", "Order", "Invoice"].iter().enumerate() {
            log.push_str(&format!("{n};2025-{:02}-{:02} {:02}:00:00;{step}\n", 1 + n % 11, 1 + n % 28, at + 8));
        }
    }
    std::fs::write(&file, log).unwrap();
    let report: Value =
        serde_json::from_str(&fine(&["import", "log", text(&file), "--out", text(&out), "--report", "json"])).unwrap();
    assert_eq!((report["read"].as_u64(), report["used"].as_u64()), (Some(100_000), Some(100_000)));
    assert_eq!(report["cases"]["all"], 25_000);
    let steps = report["steps"].as_array().unwrap();
    let of = |name: &str| steps.iter().find(|step| step["step"] == name).unwrap()["reached"].as_u64().unwrap();
    assert_eq!(["Visit", "Offer", "Order"].map(of), [25_000; 3]);
}

#[test]
fn the_phases_of_steps_are_said_and_what_cannot_be_is_told_in_a_sentence() {
    let folder = folder("phases");
    let (file, out) = (folder.join("counts.csv"), folder.join("out.json"));
    std::fs::write(&file, "step;reached\nVisit;900\nTalk=more;500\nOrder;200\nUpgrade;150\nLetter;100\n").unwrap();
    let asked = |more: &[&str]| {
        let mut asked = vec!["import", "counts", text(&file), "--out", text(&out)];
        asked.extend(more);
        kedja(&asked)
    };
    let fine = asked(&["--phase", "Visit=Consideration", "--phase", "talk=more=decision", "--offer", "upgrade"]);
    assert_eq!(fine.status.code(), Some(0), "{}", String::from_utf8_lossy(&fine.stderr));
    let made: Value = serde_json::from_str(&std::fs::read_to_string(&out).unwrap()).unwrap();
    let touchpoints = made["touchpoints"].as_array().unwrap();
    let of = |at: usize, field: &str| touchpoints[at][field].as_str().unwrap().to_owned();
    assert_eq!([0, 1, 2].map(|at| of(at, "phase")), ["consideration", "decision", "decision"]);
    assert_eq!(of(3, "role"), "offer");
    std::fs::remove_file(&out).unwrap();
    for (given, code, sentence) in [
        (["--phase", "Vsit=Decision"], 1, "No step is called “Vsit”."),
        (["--phase", "Visit=Desire"], 1, "No phase is called “Desire”. There are: Awareness, Consideration,"),
        (
            ["--phase", "Letter=Awareness"],
            1,
            "“Letter” is on the other side of the purchase from that phase. It can be in: Delivery,",
        ),
        (["--offer", "Visit"], 1, "“Visit” cannot be an offer."),
        (["--phase", "Visit"], 2, "write it as STEP=PHASE"),
    ] {
        let output = asked(&given);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(sentence), "{error}");
        assert_eq!((output.status.code(), out.exists()), (Some(code), false), "{given:?}");
    }
}

#[test]
fn a_log_in_xes_has_the_kinds_of_customer_that_its_cases_name() {
    let folder = folder("kinds");
    let (file, out) = (folder.join("log.xes"), folder.join("out.json"));
    let traces: String = (0..40)
        .map(|n| {
            let kind = if n % 4 == 0 { "Company" } else { "Family" };
            let event = |step: &str, hour: usize| {
                format!(
                    "<event><string key=\"concept:name\" value=\"{step}\"/><date key=\"time:timestamp\" value=\"2025-01-{:02}T{hour:02}:00:00Z\"/></event>",
                    1 + n % 20
                )
            };
            format!("<trace><string key=\"form\" value=\"{kind}\"/>{}{}</trace>", event("Visit", 8), event("Order", 9))
        })
        .collect();
    std::fs::write(&file, format!("<log>{traces}</log>")).unwrap();
    let asked = |more: &[&str]| {
        let mut asked = vec!["import", "log", text(&file), "--out", text(&out)];
        asked.extend(more);
        kedja(&asked)
    };
    let told = String::from_utf8(asked(&["--persona", "form"]).stdout).unwrap();
    assert!(told.contains("Company (10), Family (30)"), "{told}");
    let told = String::from_utf8(asked(&[]).stdout).unwrap();
    assert!(!told.contains("Kinds of customer"), "{told}");
    let error = String::from_utf8(asked(&["--persona", "type"]).stderr).unwrap();
    assert!(error.contains("“type”") && error.contains("form"), "{error}");
}
