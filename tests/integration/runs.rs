//! Runs to look at: the same random journeys every time, reports of cohorts, and the ready journeys.

use crate::builder::checked;
use kedja::analysis::{Cohort, Estimate, Report};
use kedja::engine::{BLOCK, Tally};
use kedja::model::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};

/// Tests a property on so many random inputs, the same ones in every run: what is compared to within a few standard
/// errors would fail somebody some day otherwise.
#[track_caller]
pub fn for_all<S: Strategy>(cases: u32, inputs: &S, holds: impl Fn(S::Value) -> TestCaseResult) {
    let config = Config { cases, max_shrink_iters: 200, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    if let Err(fault) = runner.run(inputs, holds) {
        panic!("{fault}");
    }
}

/// A cohort of a journey and a scenario that are right.
#[track_caller]
pub fn cohort(journey: &Journey, scenario: &Scenario, seed: u64) -> Cohort {
    Cohort::new(&checked(journey), scenario, seed).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// All customers of a cohort.
pub fn tally(cohort: &Cohort, customers: u64) -> Tally {
    cohort.live(0..customers.div_ceil(BLOCK), customers)
}

/// The report of so many customers.
#[track_caller]
pub fn report(journey: &Journey, scenario: &Scenario, seed: u64, customers: u64) -> Report {
    let cohort = cohort(journey, scenario, seed);
    cohort.report(&tally(&cohort, customers))
}

/// The standard error that a 95 % interval tells of.
pub fn standard_error(estimate: &Estimate) -> f64 {
    (estimate.high - estimate.low) / 2.0 / 1.96
}

/// The journey with the shortest life after the purchase that it can have, where only the purchase matters. What is
/// drawn and happens before the purchase stays the same.
pub fn up_to_the_purchase(journey: &Journey) -> Journey {
    let mut short = Journey { horizon: 1, ..journey.clone() };
    for touchpoint in &mut short.touchpoints {
        touchpoint.tenure = Tenure::default();
    }
    short
}

/// Whether a link is met before the purchase: a touchpoint there, or a handover to one.
pub fn is_before(journey: &Journey, link: &LinkId) -> bool {
    let end = journey.handover(link).map_or(link, |handover| &handover.to);
    journey.touchpoint(end).and_then(|t| journey.stage(&t.phase)) == Some(Stage::Before)
}

/// The journeys that come with Kedja, by file name.
pub fn ready_journeys() -> Vec<(String, Journey)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/journeys");
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).expect("the file can be read");
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        // What else lies there (a list of them) is no journey.
        let journey = kedja::exchange::open_journey(text.as_bytes()).ok()?;
        Some((name, journey))
    };
    paths.iter().filter_map(read).collect()
}

/// Scenarios for a random journey: strain, price, and effort on some links, picked by number.
pub fn scenarios() -> impl Strategy<Value = Scenario> {
    let strain = prop_oneof![Just(0.0), 0.0..2.0];
    let price = prop_oneof![Just(None), (1.0..1000.0).prop_map(Some)];
    (strain, price).prop_map(|(strain, price)| Scenario { strain, price, ..Scenario::default() })
}

/// A random journey with a scenario of strain, price and effort spent on some of its links or taken from them.
pub fn journey_and_scenario() -> impl Strategy<Value = (Journey, Scenario)> {
    with_scenario(crate::arbitrary::journey())
}

/// The same of a journey that is drawn like this.
pub fn with_scenario(journey: impl Strategy<Value = Journey>) -> impl Strategy<Value = (Journey, Scenario)> {
    let effort = prop::collection::vec((any::<prop::sample::Index>(), -1.0..2.0), 0..=4);
    (journey, scenarios(), effort).prop_map(|(journey, mut scenario, effort)| {
        // Near the journey's own, up to twice and down to half.
        scenario.price = scenario.price.map(|p| journey.price * libm::exp2(p / 500.0 - 1.0));
        let links: Vec<&LinkId> = journey.links().collect();
        let changes = effort
            .into_iter()
            .map(|(link, effort)| Change::Strengthen { link: (*link.get(&links)).clone(), effort })
            .collect::<Vec<_>>();
        if !changes.is_empty() {
            scenario.improvements = vec![Improvement { id: "some".into(), changes, ..Improvement::default() }];
        }
        (journey, scenario)
    })
}
