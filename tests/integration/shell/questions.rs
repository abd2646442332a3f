//! The questions that take many runs.

use super::{err, json_of, kedja, keys, out};
use serde_json::{Value, json};

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
