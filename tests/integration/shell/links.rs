//! What the shell sends and receives: links, classes, packages.

use super::{err, json_of, kedja, keys, out, with_input};
use serde_json::{Value, json};

#[test]
fn a_package_of_nothing_is_refused() {
    let output = kedja(&["split", "telecom"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("--strengthen"), "{}", err(&output));
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
