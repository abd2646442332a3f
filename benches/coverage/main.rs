//! How often the 95 % intervals hold what is so: `make coverage`. The table that it prints stands in docs/evidence.md.
//!
//! Seven ready journeys and twenty random ones, each lived many times over with few customers or many, and held against
//! one large run of other customers. A figure whose noise cannot be told counts as withheld, and a difference that the
//! change cannot reach is not counted: it is 0 for certain. `-- PART` runs one part alone: figures, studies.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a bench prints, and stops where it finds a fault"
)]

mod figures;
mod score;
mod studies;

/// The random journeys of the tests.
#[path = "../../tests/integration"]
#[allow(dead_code, reason = "each user of them uses its own part")]
mod shared {
    pub mod arbitrary;
    pub mod builder;
}

use kedja::exchange::READY;
use kedja::model::{Change, Improvement, Journey, LinkId, Scenario};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use shared::{arbitrary, builder};

/// A journey to look at, with a change.
pub struct Case {
    pub name: String,
    pub journey: Journey,
    pub change: Scenario,
}

/// Effort on these links.
pub fn effort_on(links: &[LinkId], effort: f64) -> Scenario {
    let strengthen = |link: &LinkId| Change::Strengthen { link: link.clone(), effort };
    let changes = links.iter().map(strengthen).collect();
    let improvement = Improvement { id: "coverage".into(), changes, ..Improvement::default() };
    Scenario { improvements: vec![improvement], ..Scenario::default() }
}

/// Effort on one link before the purchase and one after it: the middle ones, which are neither the best nor the worst.
fn two_links(journey: &Journey) -> Scenario {
    let touchpoints: Vec<&LinkId> = journey.touchpoints.iter().map(|t| &t.id).collect();
    let links = [touchpoints[touchpoints.len() / 4].clone(), touchpoints[3 * touchpoints.len() / 4].clone()];
    effort_on(&links, 0.3)
}

/// The seven ready journeys.
pub fn ready() -> Vec<Case> {
    let case = |journey: Journey| Case { name: journey.id.clone(), change: two_links(&journey), journey };
    READY.iter().map(|ready| case(ready.journey())).collect()
}

/// Random ones, the same every time: rare events, small personas, dead ends, offers and desks are all among them.
pub fn random(count: usize) -> Vec<Case> {
    let config = Config { failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut cases = Vec::new();
    while cases.len() < count {
        let journey = arbitrary::journey().new_tree(&mut runner).expect("it can be drawn").current();
        let buys = kedja::analysis::exact_conversion(&builder::checked(&journey), &Scenario::default());
        if buys > 0.01 {
            cases.push(Case { name: format!("random {}", cases.len()), change: two_links(&journey), journey });
        }
    }
    cases
}

fn main() {
    let asked: Vec<String> = std::env::args().filter(|argument| !argument.starts_with('-')).skip(1).collect();
    let is_asked = |part: &str| asked.is_empty() || asked.iter().any(|name| name == part);
    if is_asked("figures") {
        figures::study(&ready().into_iter().chain(random(20)).collect::<Vec<_>>());
    }
    if is_asked("studies") {
        studies::study(&ready(), &random(20));
    }
}
