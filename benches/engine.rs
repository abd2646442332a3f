//! How many times slower the engine is than a plain loop that lives the same customers: `make bench`.
//!
//! All is timed in one process, each run of the engine between two of the plain loop, because a shared machine's speed
//! changes from minute to minute: only the ratios mean something. `-- plain CUSTOMERS` times the plain loop once and
//! prints its seconds, for the bench of WebAssembly (benches/wasm).
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a bench prints, and stops where it finds a fault"
)]

mod workload;

use kedja::engine::{World, live_blocks};
use kedja::model::{Change, Improvement, Journey, Scenario};
use std::hint::black_box;
use std::time::Instant;
use workload::plain::{Xoshiro, plain_loop};

const ROUNDS: usize = 11;
const CUSTOMERS: u64 = 200_000;
/// Lives of the ready journey are longer.
const TWINS: u64 = 20_000;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|a| a == "plain") {
        let customers = arguments.get(at + 1).and_then(|n| n.parse().ok()).unwrap_or(CUSTOMERS);
        println!("{}", plain_seconds(customers));
        return;
    }
    let same = World::new(&workload::journey(), &Scenario::default()).expect("the workload is right");
    let telecom: Journey =
        serde_json::from_str(include_str!("../public/journeys/telecom.json")).expect("the ready journey is read");
    let today = World::new(&telecom, &Scenario::default()).expect("the ready journey is right");
    let what_if = World::new(&telecom, &strengthened(&telecom)).expect("the change is right");

    println!("Times as long as the plain native loop takes for as many customers of workload W:");
    report("engine, workload W", CUSTOMERS, |seed| _ = black_box(live_all(&same, None, seed, CUSTOMERS)));
    report("engine, telecom, twins", TWINS, |seed| _ = black_box(live_all(&today, Some(&what_if), seed, TWINS)));
}

fn live_all(today: &World, what_if: Option<&World>, seed: u64, customers: u64) -> kedja::engine::Tally {
    live_blocks(today, what_if, seed, 0..customers.div_ceil(kedja::engine::BLOCK), customers)
}

/// One more unit of effort on every link, so that no twin lives in a copy of the same world.
fn strengthened(journey: &Journey) -> Scenario {
    let changes = journey.links().map(|link| Change::Strengthen { link: link.clone(), effort: 1.0 }).collect();
    Scenario { improvements: vec![Improvement { changes, ..Improvement::default() }], ..Scenario::default() }
}

fn plain_seconds(customers: u64) -> f64 {
    let start = Instant::now();
    black_box(plain_loop(&mut Xoshiro::new(1), black_box(customers)));
    start.elapsed().as_secs_f64()
}

/// Prints the ratio's median, lowest and highest, and the customers per second behind the median.
fn report(what: &str, customers: u64, live: impl Fn(u64)) {
    let mut times: Vec<(f64, f64)> = (0..ROUNDS)
        .map(|round| {
            let before = plain_seconds(customers);
            let start = Instant::now();
            live(round as u64);
            let seconds = start.elapsed().as_secs_f64();
            (2.0 * seconds / (before + plain_seconds(customers)), seconds)
        })
        .collect();
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (median, seconds) = times[ROUNDS / 2];
    let (low, high) = (times[0].0, times[ROUNDS - 1].0);
    println!("{what:26} {median:5.2} ({low:.2}-{high:.2}), {:.0} customers/s", customers as f64 / seconds);
}
