//! The shell as it is used: what it prints, where, and with which exit code. docs/shell.md says the same in words.

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

const FIGURES: [&str; 8] = [
    "conversion",
    "churn",
    "retention_12",
    "lifetime",
    "revenue_per_arrival",
    "recommendation",
    "offer_success",
    "days_to_purchase",
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
fn the_json_of_a_ranking_keeps_its_names() {
    let rank =
        ["rank", "telecom", "--customers", "2000", "--outcome", "retention_12", "--effort", "0.5", "--out", "json"];
    let ranking = json_of(&rank);
    let names = [
        "binding",
        "customers",
        "effort",
        "journey",
        "less_is_better",
        "links",
        "model",
        "outcome",
        "seed",
        "today",
        "weakest",
    ];
    assert_eq!(keys(&ranking), names);
    assert_eq!((&ranking["outcome"], &ranking["effort"]), (&json!("retention_12"), &json!(0.5)));
    let links = ranking["links"].as_array().expect("a list");
    assert_eq!(links.len(), 35);
    for link in links {
        assert_eq!(
            keys(link),
            ["by_persona", "ceiling", "effect", "id", "kept", "kind", "loses", "parts", "revenue", "strength"]
        );
        assert_eq!(keys(&link["parts"]), ["buy", "stay"]);
        assert_eq!(keys(&link["parts"]["buy"]), ["high", "low", "value"]);
        assert_eq!(keys(&link["kept"]), ["by_persona", "ceiling", "mix", "more"]);
        assert_eq!(keys(&link["kept"]["more"]), ["high", "low", "value"]);
        assert_eq!(keys(&link["effect"]), ["high", "low", "value"]);
        assert_eq!(keys(&link["ceiling"]), ["high", "low", "value"]);
        assert_eq!(keys(&link["by_persona"]["elias"]), ["high", "low", "value"]);
        assert!(link["kind"] == "touchpoint" || link["kind"] == "handover");
    }
    let value = |at: usize| links[at]["kept"]["more"]["value"].as_f64().expect("a number");
    assert!((1..links.len()).all(|at| value(at - 1) >= value(at)), "best first");
    assert_eq!(keys(&ranking["binding"]), ["lead", "link", "second", "too_close"]);
    assert_eq!(ranking["weakest"][0], "advert");
}

#[test]
fn the_json_of_a_budget_race_and_of_how_sure_keeps_its_names() {
    let few = ["--customers", "1500", "--out", "json"];
    let race = json_of(&[&["budget", "insurance", "--units", "2", "--unit-cost", "5000"][..], &few].concat());
    let ways: Vec<&Value> = race["ways"].as_array().expect("a list").iter().map(|way| &way["way"]).collect();
    assert_eq!(ways, ["evenly", "by_silo", "by_complaints", "weakest_first", "best_effect", "moved"]);
    assert_eq!(keys(&race["ways"][4]), ["behind", "curve", "kept", "order", "spent", "way"]);
    assert_eq!(keys(&race["ways"][4]["kept"]), ["mix", "more"]);
    assert_eq!(race["ways"][4]["curve"].as_array().map(Vec::len), Some(3), "after 0, 1 and 2 units");
    assert_eq!(keys(&race["ways"][4]["spent"][0]), ["effort", "link"]);
    assert_eq!(keys(&race["switch"]), ["after", "best", "more", "weakest"]);
    assert_eq!(keys(&race["money"]), ["cost", "of_doing_nothing", "payback"]);
    assert_eq!(race["money"]["cost"], 10_000.0);

    let sure = json_of(&[&["sure", "insurance", "--worlds", "3"][..], &few].concat());
    assert_eq!(sure["worlds"], 3);
    assert_eq!(keys(&sure["links"][0]), ["best_in", "clearly_in", "effect", "id"]);
    assert_eq!(keys(&sure["measure"][0]), ["figure", "high", "id", "likely", "low", "persona", "swing"]);
    assert!(sure["too_close"].is_boolean() && sure["noisy"].is_u64());
}

#[test]
fn the_json_of_the_other_questions_keeps_its_names() {
    let of = |arguments: &[&str]| json_of(&[arguments, &["--customers", "1600", "--out", "json"]].concat());
    let chain = of(&["chain", "insurance"]);
    assert_eq!(chain["feels"].as_array().map(Vec::len), Some(3));
    assert_eq!(keys(&chain["feels"][0]), ["binding", "chain_feel", "pairs"]);
    assert_eq!(keys(&chain["feels"][0]["pairs"][0]), ["after", "alone", "by_persona", "first", "more", "then"]);
    assert_eq!(keys(&chain["logics"][0]), ["after", "first", "level", "logic"]);

    let strain = of(&["strain", "insurance", "--most", "1", "--steps", "2"]);
    assert_eq!(strain["points"].as_array().map(Vec::len), Some(3), "a calm day and two steps");
    assert_eq!(keys(&strain["points"][1]), ["change", "level", "links", "strain"]);
    assert_eq!(keys(&strain["points"][1]["links"][0]), ["costs", "holds", "id"]);
    assert_eq!(keys(&strain["halves"][0]), ["id", "strain"]);
    assert!(strain.get("gives_way").is_some() && strain.get("gives_way_at").is_some());

    let rescue = of(&["rescue", "insurance", "--link", "quote"]);
    assert_eq!(rescue["link"], "quote");
    assert_eq!(keys(&rescue["falls"][0]), ["dropped", "id", "left"]);
    assert_eq!(keys(&rescue["let_in"]), ["lowers_retention", "newcomers", "newcomers_stay", "others_stay"]);
    assert!(rescue["rescued_here"].is_i64() && rescue["net"].is_i64());

    let split =
        of(&["split", "insurance", "--strengthen", "quote=1", "--set", "quote.pain=0", "--strengthen", "app=1"]);
    let parts: Vec<&Value> = split["parts"].as_array().expect("a list").iter().map(|part| &part["id"]).collect();
    assert_eq!(parts, ["quote", "app", "quote-2"]);
    assert_eq!(keys(&split["parts"][0]), ["alone", "apart", "effort", "id", "part"]);
    assert_eq!(keys(&split["apart"]), ["mix", "same"]);
    assert_eq!(keys(&split["parts"][0]["apart"]), ["mix", "same"]);
    assert_eq!(split["all_orders"], true);
}

#[test]
fn a_package_of_nothing_is_refused() {
    let output = kedja(&["split", "telecom"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("--strengthen"), "{}", err(&output));
}

#[test]
fn every_question_writes_a_table_and_csv_and_refuses_what_is_no_outcome() {
    for question in ["rank", "budget", "sure", "chain", "strain", "rescue", "split"] {
        let few = [question, "insurance", "--customers", "1100", "--strengthen", "app=1"];
        let ask = |more: &[&str]| kedja(&[&few[..], more].concat());
        let table = ask(&["--outcome", "customers_at_end"]);
        assert_eq!(table.status.code(), Some(0), "{question}: {}", err(&table));
        assert!(out(&table).contains("customers at the end"), "{question}");
        let csv = out(&ask(&["--out", "csv"]));
        let columns = |line: &str| line.matches(',').count();
        assert!(
            csv.lines().all(|line| columns(line) == columns(csv.lines().next().unwrap_or(""))),
            "{question}: {csv}"
        );
        assert_eq!(ask(&["--outcome", "fame"]).status.code(), Some(2), "{question}");
        assert_eq!(ask(&["--strengthen", "no-such-link=1"]).status.code(), Some(1), "{question}");
    }
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
    std::fs::write(file("b"), b"KEDJA PART 1\n").expect("it is written");
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

#[test]
fn a_link_is_printed_and_read_as_what_it_holds() {
    let link = out(&kedja(&["link", "telecom", "--strengthen", "invoice=1", "--price", "349", "--seed", "5"]));
    let link = link.trim();
    assert!(link.starts_with("#k1") && link.len() < 200, "{link}");
    let read = json_of(&["read", link, "--out", "json"]);
    let names = [
        "bets",
        "check_on",
        "goal",
        "is_as_it_was",
        "journey",
        "model",
        "open",
        "owner",
        "place",
        "question",
        "ready",
        "scenario",
        "seed",
        "unit_cost",
        "units",
    ];
    assert_eq!(keys(&read), names);
    assert_eq!((&read["ready"], &read["is_as_it_was"], &read["seed"]), (&json!("telecom"), &json!(true), &json!(5)));
    assert_eq!(read["scenario"]["price"], 349.0);
    let change = &read["scenario"]["improvements"][0]["changes"][0];
    assert_eq!(*change, json!({"strengthen": {"link": "invoice", "effort": 1.0}}));
    let in_mail = format!("Look: <https://kedja.example.se/{link}>).\n");
    assert_eq!(out(&with_input(&["read", "-"], &in_mail)), out(&kedja(&["read", link])));
}

#[test]
fn a_journey_of_ones_own_comes_back_out_of_its_link() {
    let file = "tests/fixtures/links/own-twelve.json";
    let read = json_of(&["read", out(&kedja(&["link", file])).trim(), "--out", "json"]);
    assert_eq!((&read["ready"], &read["is_as_it_was"]), (&Value::Null, &Value::Null));
    let again = serde_json::to_string(&read["journey"]).expect("it is JSON");
    assert!(out(&with_input(&["validate", "-"], &again)).contains("12 touchpoints"));
    let bare = out(&kedja(&["link", file, "--without-texts"]));
    assert!(bare.len() < out(&kedja(&["link", file])).len());
}

#[test]
fn a_link_that_is_none_or_not_whole_says_so() {
    let link = out(&kedja(&["link", "telecom", "--strengthen", "invoice=1"]));
    for (text, said) in [
        (&link.trim()[..40], "incomplete: 39 of"),
        ("hello", "no link from Kedja"),
        (&link.to_lowercase(), "not as it was sent"),
    ] {
        let output = kedja(&["read", text]);
        assert_eq!((output.status.code(), out(&output)), (Some(1), String::new()));
        assert!(err(&output).contains(said), "{}", err(&output));
    }
    assert_eq!(kedja(&["link", "telecom", "--strengthen", "fax=1"]).status.code(), Some(1));
}

#[test]
fn the_json_of_a_target_keeps_its_names() {
    let few = ["--customers", "1500", "--out", "json"];
    let reach = json_of(&[&["reach", "telecom", "--outcome", "conversion", "--target", "0.1%"][..], &few].concat());
    let names = [
        "best",
        "checked_by_seed",
        "customers",
        "effect",
        "effort",
        "journey",
        "less_is_better",
        "level",
        "model",
        "outcome",
        "owners",
        "seed",
        "spent",
        "target",
        "today",
        "unit",
        "verdict",
    ];
    assert_eq!(keys(&reach), names);
    assert_eq!((&reach["target"], &reach["verdict"]), (&json!(0.001), &json!("already")));
    let out_of_reach = json_of(&[&["reach", "telecom", "--outcome", "conversion", "--target", "1"][..], &few].concat());
    assert_eq!(out_of_reach["verdict"], "out_of_reach");
    assert_eq!(kedja(&["reach", "telecom", "--target", "much"]).status.code(), Some(2));
}

#[test]
fn a_class_is_put_side_by_side_out_of_any_text() {
    let link = |change: &str| out(&kedja(&["link", "telecom", "--set", change])).trim().to_owned();
    let chat = format!(
        "Eva: https://kedja.example.se/{}\nBo: {}.\nAli: {}\nEva again: {}\n",
        link("invoice.strength=0.9"),
        link("invoice.strength=0.7"),
        &link("support.strength=0.9")[..30],
        link("invoice.strength=0.9")
    );
    let pool = out(&with_input(&["pool", "-", "--customers", "500", "--out", "json"], &chat));
    let pool: Value = serde_json::from_str(&pool).expect("it prints JSON");
    assert_eq!(
        keys(&pool),
        ["again", "bets", "broken", "elsewhere", "journey", "levers", "lines", "outcomes", "scenarios"]
    );
    assert_eq!((&pool["scenarios"], &pool["again"]), (&json!(2), &json!(1)));
    assert_eq!(pool["levers"][0]["least"], 0.7);
    assert!(pool["broken"][0].as_str().is_some_and(|line| line.starts_with("line 3: ") && line.contains("incomplete")));
    assert!(pool["outcomes"][1]["churn"].is_f64());
    let nothing = with_input(&["pool", "-"], "nobody sent anything");
    assert_eq!(nothing.status.code(), Some(1));
}

#[test]
fn a_course_package_holds_the_page_and_says_what_it_is_about() {
    let folder = std::env::temp_dir().join(format!("kedja-course-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("lessons")).expect("there is room");
    let lesson = concat!(env!("CARGO_MANIFEST_DIR"), "/public/lessons/o-ring.json");
    std::fs::copy(lesson, folder.join("lessons/o-ring.json")).expect("it is there");
    std::fs::write(folder.join("embed.html"), "<html data-page=\"embed\"></html>").expect("there is room");
    let list = r#"["embed.html","index.html","lessons/o-ring.json"]"#;
    std::fs::write(folder.join("files.json"), list).expect("there is room");
    let (page, zip) = (folder.display().to_string(), folder.join("course.zip").display().to_string());
    for (what, about) in [("o-ring", "lesson:o-ring\""), ("telecom", "journey:chain.strength.strain.reset/k1")] {
        let output = kedja(&["course", what, "--page", &page, "--out", &zip]);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        let archive = std::fs::File::open(&zip).expect("it was written");
        let mut archive = zip::ZipArchive::new(archive).expect("it is an archive");
        let mut text = String::new();
        let mut begins = archive.by_name("course.html").expect("it begins there");
        std::io::Read::read_to_string(&mut begins, &mut text).expect("it is text");
        assert!(text.contains(about), "{text}");
    }
    let nowhere = kedja(&["course", "telecom", "--page", "/no/such/folder", "--out", &zip]);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(err(&nowhere).contains("make page"), "{}", err(&nowhere));
    std::fs::remove_dir_all(&folder).expect("it is ours");
}
