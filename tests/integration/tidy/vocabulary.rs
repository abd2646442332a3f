//! One word for one thing, the same in code, in texts and in talk (README, "The words").

use super::tree::{File, files};
use super::{Breach, expect_none};

/// Synonyms that would name a thing of the model a second time, each with our word.
const CODE: [(&str, &str); 23] = [
    ("segment", "persona"),
    ("archetype", "persona"),
    ("transition", "handover"),
    ("edge", "handover"),
    ("handoff", "handover"),
    ("node", "touchpoint"),
    ("touch point", "touchpoint"),
    ("robustness", "strength"),
    ("reliability", "strength"),
    ("stress", "strain"),
    ("bottleneck", "weakest link, or binding link"),
    ("attentiveness", "sensing"),
    ("satisfaction", "value account"),
    ("attrition", "churn"),
    ("defection", "churn"),
    ("nps", "recommendation (score)"),
    ("uplift", "difference"),
    ("counterfactual", "what-if, or twin"),
    ("micro moment", "micro-decision"),
    ("micromoment", "micro-decision"),
    ("shopper", "customer"),
    ("throughput rate", "conversion"),
    ("conversion rate", "conversion"),
];

/// Words of the trade that a person in the room would not say, in the texts of the page.
const SCREEN_EN: [&str; 14] = [
    "algorithm",
    "boolean",
    "cohort",
    "funnel",
    "iteration",
    "kpi",
    "monte carlo",
    "null",
    "parameter",
    "rng",
    "segment",
    "stakeholder",
    "stochastic",
    "touch point",
];
const SCREEN_SV: [&str; 14] = [
    "algoritm",
    "beröringspunkt",
    "churn",
    "funktionalitet",
    "iteration",
    "kohort",
    "kpi",
    "länkstyrka",
    "monte carlo",
    "parameter",
    "segment",
    "stokastisk",
    "touchpoint",
    "överlämning",
];

/// The words of a text in lower case: `WorldCup_final` is world, cup, final. A plural counts as its singular.
fn words(text: &str) -> Vec<String> {
    let (mut words, mut word, mut lower) = (Vec::new(), String::new(), false);
    for c in text.chars() {
        let ends = !c.is_alphabetic() || (c.is_uppercase() && lower);
        if ends && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphabetic() {
            word.extend(c.to_lowercase());
        }
        lower = c.is_lowercase();
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

fn says(text: &[String], phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    let same = |said: &String, word: &str| said == word || said.strip_suffix('s') == Some(word);
    text.windows(phrase.len()).any(|said| said.iter().zip(&phrase).all(|(said, word)| same(said, word)))
}

fn synonyms(file: &File) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (line, text) in file.lines() {
        let said = words(text);
        for (_, ours) in CODE.iter().filter(|(synonym, _)| says(&said, synonym)) {
            breaches.push(Breach {
                file: file.path.clone(),
                line,
                what: format!("this has a word already: {ours} (\"{}\")", text.trim()),
                mend: "Use our word, or, for another thing, a word that is no synonym of ours",
            });
        }
    }
    breaches
}

fn jargon(file: &File, banned: &[&str]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (line, text) in file.lines() {
        // The text, not its key.
        let text = text.split_once(':').map_or(text, |(_, text)| text);
        let said = words(text);
        for word in banned.iter().filter(|word| says(&said, word)) {
            breaches.push(Breach {
                file: file.path.clone(),
                line,
                what: format!("the page would say \"{word}\""),
                mend: "Say it in a word that the person in the room uses (README, \"The words\")",
            });
        }
    }
    breaches
}

#[test]
fn one_thing_has_one_word_in_the_core() {
    let core = ["src/model", "src/exchange", "src/engine", "src/analysis", "src/app"];
    expect_none(files().iter().filter(|f| core.iter().any(|folder| f.is_in(folder))).flat_map(synonyms).collect());
}

#[test]
fn the_page_speaks_no_jargon() {
    let of = |path: &str, banned: &[&str]| {
        files().iter().filter(|f| f.path == path).flat_map(|f| jargon(f, banned)).collect::<Vec<_>>()
    };
    expect_none([of("locales/en.json", &SCREEN_EN), of("locales/sv.json", &SCREEN_SV)].concat());
}

#[test]
fn a_planted_synonym_is_found() {
    let planted = |text: &str| File { path: "src/model/x.rs".into(), text: text.into() };
    assert_eq!(words("TouchPoint node_ref, HTML7x"), ["touch", "point", "node", "ref", "html", "x"]);
    assert_eq!(synonyms(&planted("struct SegmentShare;")).len(), 1);
    assert_eq!(synonyms(&planted("/// Two touch points.")).len(), 1);
    assert_eq!(synonyms(&planted("let stepped = knowledge;")), []);
    assert_eq!(jargon(&planted("\"parameter\": \"Choose a parameter\""), &SCREEN_EN).len(), 1);
    assert_eq!(jargon(&planted("\"parameter\": \"Choose a figure\""), &SCREEN_EN), []);
}
