//! Links that were made once open for ever, with the figures that they had, or it is said which model made them.
//!
//! A case is two files in `tests/fixtures/links`: `NAME.txt`, a link, and `NAME.json`, what it holds and what came of it.
//! Cases are added (with `KEDJA_NEW_LINKS=1` in the environment, those of [`new_ones`], once for each model); none is changed.

use super::{normal, of_own, of_ready, own};
use crate::builder::{scenario, strengthen};
use kedja::analysis::MODEL_VERSION;
use kedja::exchange::*;
use kedja::model::*;
use kedja::runner::{RunRequest, threads};
use serde_json::{Value, json};
use std::path::PathBuf;

const CUSTOMERS: u64 = 20_000;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/links")
}

/// One of each kind, as the model of today makes them.
fn new_ones() -> Vec<(String, SharedWork)> {
    let stronger = scenario(vec![strengthen("invoice", 1.0)]);
    let kinds = [
        ("telecom", of_ready("telecom", Scenario::default())),
        ("telecom-invoice", of_ready("telecom", stronger)),
        ("telecom-meeting", normal()),
        ("own-twelve", of_own(own(), Scenario::default())),
        ("own-twelve-bare", of_own(without_texts(&own()), Scenario::default())),
        ("own-twelve-ranges", of_own(with_ranges(own()), Scenario::default())),
    ];
    kinds.map(|(name, work)| (format!("{MODEL_VERSION}-{name}"), work)).to_vec()
}

/// The journey, where every touchpoint says how far off its pain may be.
fn with_ranges(mut journey: Journey) -> Journey {
    for touchpoint in &mut journey.touchpoints {
        let own = Evidence { low: Some(0.0), high: Some(3.0), ..Evidence::new(Grounds::Estimated, Text::same("Anna")) };
        touchpoint.evidence.insert(Field::Pain, own);
    }
    journey
}

/// What a link holds and what came of it, as it is kept.
fn told(work: &SharedWork) -> Value {
    let journey = match &work.journey {
        SharedJourney::Ready { id, .. } => ready(id).unwrap().journey(),
        SharedJourney::Own(journey) => (**journey).clone(),
    };
    let of_text = |text: String| serde_json::from_str::<Value>(&text).unwrap();
    let request =
        RunRequest { journey: journey.clone(), scenario: work.scenario.clone(), seed: work.seed, customers: CUSTOMERS };
    let report = threads(&request).unwrap();
    let world = report.what_if.as_ref().unwrap_or(&report.today);
    let figures = json!({
        "bought": world.bought,
        "left": world.left,
    });
    json!({
        "journey": match &work.journey {
            SharedJourney::Ready { id, digest } => json!({ "ready": id, "digest": digest }),
            SharedJourney::Own(journey) => of_text(journey_json(journey)),
        },
        "model": work.model,
        "scenario": of_text(scenario_json(&work.scenario)),
        "seed": work.seed,
        "view": [work.place, work.open],
        "agenda": [json!(work.agenda.goal), json!(work.agenda.units), json!(work.agenda.unit_cost),
            json!(work.agenda.bets.iter().map(|link| link.as_str()).collect::<Vec<_>>())],
        "figures": figures,
    })
}

#[test]
fn every_link_that_was_made_opens_as_what_it_was() {
    if std::env::var_os("KEDJA_NEW_LINKS").is_some() {
        for (name, work) in new_ones() {
            let path = folder().join(format!("{name}.txt"));
            if !path.exists() {
                std::fs::write(path, link_of(&work).unwrap() + "\n").unwrap();
                let text = serde_json::to_string_pretty(&told(&work)).unwrap() + "\n";
                std::fs::write(folder().join(format!("{name}.json")), text).unwrap();
            }
        }
    }
    let (mut links, mut compared) = (0, 0);
    let mut all: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    for path in all.into_iter().filter(|path| path.extension().is_some_and(|end| end == "txt")) {
        let link = std::fs::read_to_string(&path).unwrap();
        let work = read_link(&link).unwrap_or_else(|fault| panic!("{}: {fault:?}", path.display()));
        let kept: Value = serde_json::from_str(&std::fs::read_to_string(path.with_extension("json")).unwrap()).unwrap();
        let mut now = told(&work);
        let has_changed = match &work.journey {
            SharedJourney::Ready { id, digest } => journey_digest(&ready(id).unwrap().journey()) != *digest,
            SharedJourney::Own(_) => false,
        };
        if has_changed || work.model != MODEL_VERSION {
            // Its reader is told so: other figures are nobody's fault.
            now["figures"] = kept["figures"].clone();
        } else {
            compared += 1;
        }
        assert_eq!(now, kept, "{}", path.display());
        links += 1;
    }
    assert!(links >= 5, "the links are in tests/fixtures/links");
    assert!(compared >= 3, "links of this model are kept: KEDJA_NEW_LINKS=1 makes them");
}
