//! One mixed population in numbers: a digest of everything that is counted and reported of it, to the last bit. Tests
//! compare it natively and in the browser, whoever lives the customers and in whatever order.
//!
//! What it holds to: the draws, the lives, both views, the sums, the figures with their noise, the exact answers.

use kedja::analysis::Cohort;
use kedja::analysis::studies::{Goal, Study, StudyKind, StudyTerms};
use kedja::engine::{BLOCK, CalendarRun, Tally, World, live_calendar};
use kedja::exchange::{open_journey, open_scenario};
use kedja::model::{CheckedJourney, Journey, Scenario};
use kedja::runner::{RunRequest, answer, encode, live_here};
use serde_json::Value;

/// The digest. Renewed by `RENEW_GOLDEN=1 cargo test --no-default-features --test integration golden`.
pub const DIGEST: u64 = 0xfa32_1810_65c0_8117;

/// The same of what the questions come to: `answers_digest`.
pub const ANSWERS: u64 = 0xe201_a6e8_34b2_ab36;

/// What to read when the digest is another.
pub const CHANGED: &str = "The same journey, scenario and seed give other numbers than before (or: here than \
    elsewhere). If only one of native and browser says so, something depends on the machine: look for platform maths, \
    usize in what is drawn or counted, and hash order. If a change of the numbers is meant: raise \
    engine::MODEL_VERSION, say in CHANGELOG.md what changed and why, and renew with RENEW_GOLDEN=1 (tests/golden.rs).";

/// The digest, with cohorts lived by `live` (the cohort, how many customers).
pub fn digest_of(mut live: impl FnMut(&Cohort, u64) -> Tally) -> u64 {
    let mut digest = Digest::new();
    for ask in population() {
        let cohort =
            Cohort::new(&checked(&ask.journey), &ask.scenario, ask.seed).expect("the golden journeys are right");
        let tally = live(&cohort, ask.customers);
        digest.add(&encode(&tally));
        // Its figures are written with all their bits.
        digest.add(serde_json::to_string(&cohort.report(&tally)).expect("a report has text keys").as_bytes());
        let today = world(&ask.journey, &Scenario::default());
        let what_if = world(&ask.journey, &ask.scenario);
        let run = CalendarRun { seed: ask.seed, per_period: 200, from: 0, start: ask.scenario.start };
        digest.add(&encode(&live_calendar(&today, &what_if, run)));
    }
    digest.0
}

/// Every question put to each of the populations, with few customers: the plausible worlds that are drawn, what is
/// lived in them, and all figures that are made of it.
pub fn answers_digest() -> u64 {
    let mut digest = Digest::new();
    for ask in population() {
        let every = [
            StudyKind::Ranking,
            StudyKind::Budget { units: 2, unit_cost: Some(1_000.0) },
            StudyKind::Sure { worlds: 4 },
            StudyKind::Chain { mended_by: 1.0 },
            StudyKind::Strain { strains: vec![0.5, 1.0] },
            StudyKind::Rescue { link: None },
            StudyKind::Split,
        ];
        for (kind, goal) in every.into_iter().zip(Goal::ALL.into_iter().cycle()) {
            let (journey, base) = (ask.journey.clone(), ask.scenario.clone());
            let terms = StudyTerms { journey, base, goal, effort: 1.0, seed: ask.seed, customers: BLOCK };
            let inquiry = Study { terms, kind };
            let found = answer(&ask.journey, |rounds| inquiry.ask(rounds), live_here);
            let found = found.expect("the golden journeys can be asked about");
            // Every figure of it is written so that it can be read back to the last bit.
            digest.add(format!("{found:?}").as_bytes());
        }
    }
    digest.0
}

/// All customers in one go.
pub fn all_at_once(cohort: &Cohort, customers: u64) -> Tally {
    cohort.live(0..customers.div_ceil(BLOCK), customers)
}

/// FNV-1a, 64 bits.
pub struct Digest(pub u64);

impl Digest {
    /// The digest of nothing.
    pub fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Takes in more bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

/// Three requests that between them use every part of the model. They stand in a file of their own, so that nothing
/// but the engine changes what comes of them: a small journey as it is; a rich one (branches and dead ends, second
/// tries, sensing, a persona who leans and comes in ahead, a welcome, walks over handovers, an offer, a complaint desk,
/// word of mouth) that a scenario changes from period 3 on; and the rich one paid at reckonings, under strain, with
/// another price and effort on a straight line.
pub fn population() -> Vec<RunRequest> {
    let requests: Vec<Value> =
        serde_json::from_str(include_str!("golden.json")).expect("the golden requests are a list");
    requests.iter().map(request).collect()
}

fn request(request: &Value) -> RunRequest {
    let bytes = |part: &str| request[part].to_string().into_bytes();
    let journey = open_journey(&bytes("journey")).expect("the golden journeys are right");
    let scenario = open_scenario(&bytes("scenario"), &journey).expect("the golden scenarios are right");
    let count = |part: &str| request[part].as_u64().expect("it counts something");
    RunRequest { scenario, journey, seed: count("seed"), customers: count("customers") }
}

/// The journey, which is right.
fn checked(journey: &Journey) -> CheckedJourney {
    CheckedJourney::new(journey.clone()).expect("the golden journeys are right")
}

/// The world of a scenario for a journey.
pub fn world(journey: &Journey, scenario: &Scenario) -> World {
    World::new(&checked(journey).changed(scenario).expect("the scenario is right"))
}
