//! The engine and the reference live the same journeys and come to the same figures, to within what chance explains.
//!
//! Seeds are fixed, so that these tests say the same each time.

mod calendar;
mod compare;
mod scenarios;

use crate::arbitrary;
use crate::reference::figures::count;
use crate::reference::live_cohort;
use compare::{Engine, disagreements};
use kedja::exchange::READY;
use kedja::model::{Journey, Scenario};
use kedja::runner::{RunRequest, inline};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Random journeys that are lived in the cohort view.
const JOURNEYS: u64 = 12;
/// Customers that the reference lives.
const CUSTOMERS: usize = 20_000;
/// Customers that the engine lives: it is faster.
const ENGINE_CUSTOMERS: u64 = 60_000;

/// A source of random values that is the same in every run.
fn fixed() -> TestRunner {
    let config = Config { failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

fn next<S: Strategy>(strategy: &S, runner: &mut TestRunner) -> S::Value {
    strategy.new_tree(runner).expect("a value").current()
}

/// Lives a cohort in both and lists every figure on which they differ.
fn compare_cohorts(name: &str, journey: &Journey, scenario: &Scenario, seed: u64) -> Vec<String> {
    let ask = RunRequest { journey: journey.clone(), scenario: scenario.clone(), seed, customers: ENGINE_CUSTOMERS };
    let report = inline(&ask).unwrap_or_else(|problems| panic!("{name} is refused: {problems:?}"));
    let outcome = report.what_if.as_ref().unwrap_or(&report.today);
    let lives = live_cohort(journey, scenario, CUSTOMERS, seed + 1);
    let figures = count(journey, &lives);
    let engine = Engine { outcome, customers: report.customers as f64 };
    let compared = disagreements(&figures, &engine);
    assert!(compared.figures > 30, "{name}: only {} figures could be compared", compared.figures);
    compared.disagreements.iter().map(|line| format!("{name}: {line}")).collect()
}

#[test]
fn the_engine_agrees_with_the_reference_on_random_journeys() {
    let mut runner = fixed();
    let mut found = Vec::new();
    for number in 0..JOURNEYS {
        let journey = next(&arbitrary::journey(), &mut runner);
        // Every other one in a world with changes.
        let changed = next(&scenarios::scenario(&journey), &mut runner);
        let scenario = if number % 2 == 0 { Scenario::default() } else { changed };
        found.append(&mut compare_cohorts(&format!("random journey {number}"), &journey, &scenario, 100 + number));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_engine_agrees_with_the_reference_where_touchpoints_lead_nowhere() {
    let mut runner = fixed();
    let mut found = Vec::new();
    for number in 0..JOURNEYS / 2 {
        let journey = next(&arbitrary::apart(), &mut runner);
        let name = format!("journey {number} of touchpoints apart");
        found.append(&mut compare_cohorts(&name, &journey, &Scenario::default(), 150 + number));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_engine_agrees_with_the_reference_on_the_ready_journeys() {
    let mut found = Vec::new();
    for ready in READY {
        let journey = ready.journey();
        let strained = Scenario { strain: 0.3, price: Some(journey.price * 1.1), ..Scenario::default() };
        found.append(&mut compare_cohorts(&format!("{} today", ready.id), &journey, &Scenario::default(), 200));
        found.append(&mut compare_cohorts(&format!("{} under strain", ready.id), &journey, &strained, 300));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
